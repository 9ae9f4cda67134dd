package segue.server.guard;

import io.javalin.http.Context;

/// The headers that tell browsers what this site never does.
public final class Headers {

    /// Scripts and styles from here only. Charts and the like set styles on elements, which is not
    /// a style sheet; pictures and sounds may be made in the page.
    static final String PAGE =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Headers() {}

    public static void add(Context ctx) {
        ctx.header("Content-Security-Policy", PAGE)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
