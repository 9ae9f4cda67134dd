package segue.server.site;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import segue.server.guard.Headers;
import segue.server.http.Problems.Refused;

/// The built page, from the folder `web` of the class path. Files under `assets` have a digest in
/// their names and hold for ever; for every other address that a person opens, the page itself
/// finds out what to show.
public final class Page {

    /// What to do where there is no page.
    public static final String MISSING =
            "The page is not built, as it needs Node 20.19 or newer: install it (https://nodejs.org) and start Segue again, which builds the page then. All else works without; the API is described at /api.";

    private static final String FOLDER = "/web";
    private static final String INDEX = "/index.html";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    /// Where the build leaves room for the word by which the page's own styles are known
    /// (web/vite.config.ts).
    private static final String NONCE = "SEGUE_NONCE";

    private static final int NONCE_BYTES = 16;

    /// No dots but within names, no empty parts: nothing that leads out of the folder.
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.@-]*)+");

    private final SecureRandom random = new SecureRandom();

    /// What was found; what was not is asked for again, so that nobody can fill this.
    private final ConcurrentHashMap<String, StaticFile> files = new ConcurrentHashMap<>();

    /// Whether there is a page to show.
    public static boolean isBuilt() {
        return StaticFile.of(FOLDER + "/index.html").isPresent();
    }

    /// Answers any GET that is not one of the API.
    public void serve(Context ctx) {
        String path = ctx.path();
        Optional<StaticFile> file = path.equals(INDEX) ? Optional.empty() : find(path);
        if (file.isPresent()) {
            file.get().serve(ctx, path.startsWith("/assets/") ? FOR_EVER : ASK_AGAIN);
        } else if (accepts(ctx, "text/html") && !isProgram(path)) {
            index(ctx);
        } else {
            throw new Refused(
                    HttpStatus.NOT_FOUND, "There is nothing at %s; see /api.".formatted(path));
        }
    }

    /// Addresses that no person opens.
    private static boolean isProgram(String path) {
        return path.startsWith("/assets/") || path.startsWith("/api/");
    }

    private void index(Context ctx) {
        Optional<StaticFile> index = find(INDEX);
        if (index.isPresent()) {
            String nonce = nonce();
            Headers.admitStyles(ctx, nonce);
            // It has no ETag: a page kept by the browser would carry the word of another answer.
            ctx.header("Cache-Control", ASK_AGAIN)
                    .contentType("text/html; charset=utf-8")
                    .result(index.get().text().replace(NONCE, nonce));
        } else {
            ctx.status(HttpStatus.OK)
                    .contentType("text/plain; charset=utf-8")
                    .result(MISSING + "\n");
        }
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Optional<StaticFile> find(String path) {
        if (!PATH.matcher(path).matches() || path.endsWith(".gz") || path.endsWith(".br")) {
            return Optional.empty();
        }
        StaticFile known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StaticFile> found = StaticFile.of(FOLDER + path);
        found.ifPresent(file -> files.put(path, file));
        return found;
    }

    private static boolean accepts(Context ctx, String type) {
        String accept = Optional.ofNullable(ctx.header("Accept")).orElse("*/*");
        return accept.contains(type) || accept.contains("*/*");
    }
}
