package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.job.JobKind;
import segue.engine.job.Jobs;
import segue.server.http.Asked;
import segue.server.http.Asked.Unreadable;
import segue.server.http.Problems.Refused;
import segue.server.http.Resource;
import segue.server.http.RouteTable;
import tools.jackson.databind.JsonNode;

/// Imports: files that are uploaded, or a path that the server may read. Either becomes a job.
public final class ImportsResource implements Resource {

    private static final int LONGEST_NAME = 200;

    private final Jobs jobs;
    private final Path uploads;

    /// @param uploads where uploaded files are kept
    public ImportsResource(Jobs jobs, Path uploads) {
        this.jobs = jobs;
        this.uploads = uploads;
    }

    @Override
    public void routes(RouteTable table) {
        table.post("/imports", this::start);
    }

    private void start(Context ctx) throws IOException {
        if (ctx.isMultipartFormData()) {
            JobsResource.accepted(ctx, jobs.startUploaded(uploaded(ctx)));
        } else {
            JobsResource.accepted(ctx, jobs.start(JobKind.IMPORT, Asked.body(ctx, JsonNode.class)));
        }
    }

    /// What was wrong with an upload: its size, the disk, or else its form.
    private static RuntimeException refused(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (words.contains("No space left") || words.contains("File too large")) {
                return new SegueException.Failed(
                        "The upload could not be stored: the disk is full. Make room and try again.",
                        e);
            }
            if (cause instanceof HttpException http
                    && http.getCode() == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
                return new Refused(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The upload is larger than this server takes.");
            }
        }
        return new Refused(
                HttpStatus.BAD_REQUEST, "The upload cannot be read; is it multipart/form-data?");
    }

    private JsonNode uploaded(Context ctx) throws IOException {
        List<UploadedFile> files;
        Optional<String> kind;
        Optional<String> listener;
        Optional<String> maxRejects;
        try {
            files = ctx.uploadedFiles();
            kind = Optional.ofNullable(ctx.formParam("kind"));
            listener = Optional.ofNullable(ctx.formParam("listener"));
            maxRejects = Optional.ofNullable(ctx.formParam("maxRejects"));
        } catch (Exception e) {
            // The web server throws what it does not declare.
            throw refused(e);
        }
        if (files.isEmpty()) {
            throw new Unreadable("file", "a file is expected");
        }
        Path folder = Files.createDirectories(uploads.resolve(UUID.randomUUID().toString()));
        for (UploadedFile file : files) {
            try (InputStream in = file.content()) {
                Files.copy(in, folder.resolve(plain(file.filename(), folder)));
            } catch (IOException e) {
                throw new SegueException.Failed(
                        "The upload could not be stored: " + e.getMessage(), e);
            }
        }
        Map<String, Object> request = new HashMap<>();
        request.put("path", folder.toString());
        request.put("kind", kind.filter(text -> !text.isEmpty()).orElse("auto"));
        request.put("listener", listener.filter(text -> !text.isBlank()).orElse("me"));
        request.put("each", true);
        maxRejects.ifPresent(share -> request.put("maxRejects", share(share)));
        return Json.tree(request);
    }

    private static double share(String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new Unreadable("maxRejects", "must be between 0 and 1, is '" + text + "'");
    }

    /// The last part of a name, without what systems forbid or hide, and not there yet.
    private static String plain(String name, Path folder) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean =
                last.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").replaceFirst("^\\.+", "").strip();
        String shown = clean.isEmpty() ? "upload" : clean;
        String cut =
                shown.length() > LONGEST_NAME
                        ? shown.substring(shown.length() - LONGEST_NAME)
                        : shown;
        String free = cut;
        for (int i = 2; Files.exists(folder.resolve(free)); i++) {
            free = i + "-" + cut;
        }
        return free;
    }
}
