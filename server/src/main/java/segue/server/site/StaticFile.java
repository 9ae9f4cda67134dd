package segue.server.site;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import segue.server.http.Answers;

/// A file of the class path, as it is served. Immutable.
///
/// @param type its media type
/// @param etag changes with its bytes
/// @param plain its bytes
/// @param gzip the same compressed by the build, or null
/// @param brotli the same compressed by the build, or null
record StaticFile(
        String type, String etag, Bytes plain, @Nullable Bytes gzip, @Nullable Bytes brotli) {

    /// Bytes that nobody changes.
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// Reads a file of the class path with its compressed versions.
    ///
    /// @param resource "/web/index.html"
    static Optional<StaticFile> of(String resource) {
        Bytes plain = read(resource);
        if (plain == null) {
            return Optional.empty();
        }
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        String type =
                ContentType.Companion.mimeTypeByExtension(
                        name.substring(name.lastIndexOf('.') + 1));
        CRC32C crc = new CRC32C();
        crc.update(plain.bytes);
        return Optional.of(
                new StaticFile(
                        type == null ? "application/octet-stream" : type,
                        Long.toHexString(crc.getValue()) + "-" + plain.bytes.length,
                        plain,
                        read(resource + ".gz"),
                        read(resource + ".br")));
    }

    private static @Nullable Bytes read(String resource) {
        try (InputStream in = StaticFile.class.getResourceAsStream(resource)) {
            return in == null ? null : new Bytes(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its bytes as text.
    String text() {
        return new String(plain.bytes, StandardCharsets.UTF_8);
    }

    /// Answers with the file, in the best form that the client takes.
    ///
    /// @param cacheControl how long it holds
    void serve(Context ctx, String cacheControl) {
        ctx.header("Cache-Control", cacheControl).header("Vary", "Accept-Encoding");
        String quoted = "\"" + etag + "\"";
        ctx.header("ETag", quoted);
        if (Answers.matches(Optional.ofNullable(ctx.header("If-None-Match")), quoted)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        boolean text = type.startsWith("text/") || type.equals("application/javascript");
        ctx.contentType(text ? type + "; charset=utf-8" : type);
        String accepted = Optional.ofNullable(ctx.header("Accept-Encoding")).orElse("");
        if (brotli != null && accepted.contains("br")) {
            ctx.disableCompression().header("Content-Encoding", "br").result(brotli.bytes);
        } else if (gzip != null && accepted.contains("gzip")) {
            ctx.disableCompression().header("Content-Encoding", "gzip").result(gzip.bytes);
        } else {
            ctx.result(plain.bytes);
        }
    }
}
