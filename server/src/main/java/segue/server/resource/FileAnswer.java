package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.server.http.Answers;
import segue.server.http.Problems;

/// A file of the disk, whole or in part (RFC 9110, section 14: one range of bytes).
final class FileAnswer {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("oga", "audio/ogg"),
                    Map.entry("opus", "audio/ogg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("mp4", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("aif", "audio/aiff"),
                    Map.entry("aiff", "audio/aiff"),
                    Map.entry("wma", "audio/x-ms-wma"),
                    Map.entry("webm", "audio/webm"));

    private static final int CHUNK = 1 << 16;

    private FileAnswer() {}

    /// The part of a file from `from`, `length` bytes long.
    record Part(long from, long length) {}

    /// Answers with the file, or the part that was asked for: 206, or 416 where the range lies
    /// outside. Several ranges at once are answered with the whole.
    static void ranged(Context ctx, Path file) throws IOException {
        long size = Files.size(file);
        String etag = "\"%x-%x\"".formatted(Files.getLastModifiedTime(file).toMillis(), size);
        ctx.disableCompression();
        ctx.header("Accept-Ranges", "bytes")
                .header("ETag", etag)
                .header("Cache-Control", "private, no-cache");
        if (Answers.matches(Optional.ofNullable(ctx.header("If-None-Match")), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        String ifRange = ctx.header("If-Range");
        String range = ctx.header("Range");
        Matcher matcher = RANGE.matcher(range == null ? "" : range.strip());
        boolean wanted =
                matcher.matches()
                        && !(matcher.group(1).isEmpty() && matcher.group(2).isEmpty())
                        && (ifRange == null || ifRange.equals(etag));
        Optional<Part> part =
                wanted
                        ? part(matcher.group(1), matcher.group(2), size)
                        : Optional.of(new Part(0, size));
        if (part.isEmpty()) {
            ctx.header("Content-Range", "bytes */" + size);
            throw new Problems.Refused(
                    HttpStatus.RANGE_NOT_SATISFIABLE,
                    "The range lies outside of the file's %d bytes.".formatted(size));
        }
        Part of = part.get();
        if (wanted) {
            ctx.status(HttpStatus.PARTIAL_CONTENT);
            ctx.header(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(of.from(), of.from() + of.length() - 1, size));
        }
        ctx.contentType(type(file));
        ctx.res().setContentLengthLong(of.length());
        send(ctx, file, of);
    }

    private static Optional<Part> part(String first, String last, long size) {
        long from;
        long to = size - 1;
        if (first.isEmpty()) {
            long suffix = Long.parseLong(last);
            from = Math.max(0, size - suffix);
            if (suffix == 0) {
                return Optional.empty();
            }
        } else {
            from = Long.parseLong(first);
            to = last.isEmpty() ? to : Math.min(to, Long.parseLong(last));
        }
        return from < size && from <= to
                ? Optional.of(new Part(from, to - from + 1))
                : Optional.empty();
    }

    private static String type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static void send(Context ctx, Path file, Part part) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(part.from());
            OutputStream out = ctx.outputStream();
            byte[] chunk = new byte[CHUNK];
            long left = part.length();
            while (left > 0) {
                int read = in.read(chunk, 0, (int) Math.min(CHUNK, left));
                if (read < 0) {
                    return;
                }
                out.write(chunk, 0, read);
                left -= read;
            }
        }
    }
}
