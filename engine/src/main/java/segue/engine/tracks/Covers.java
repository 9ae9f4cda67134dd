package segue.engine.tracks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.audio.tag.Cover;

/// The pictures in files of music, kept in a folder once they were read; also that there is none.
/// Thread-safe.
///
/// @param folder where they are kept; need not exist
public record Covers(Path folder) {

    private static final Map<String, String> TYPES =
            Map.of(
                    "jpg", "image/jpeg",
                    "png", "image/png",
                    "gif", "image/gif",
                    "webp", "image/webp");

    private static final String NONE = "none";

    /// A picture on disk.
    ///
    /// @param type for the Content-Type header
    public record Picture(Path file, String type) {}

    /// The first picture that one of the files has. A file that changed is read anew.
    public Optional<Picture> of(List<Path> files) {
        for (Path file : files) {
            Optional<Picture> picture = of(file);
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }

    private Optional<Picture> of(Path file) {
        try {
            String name =
                    hash(file + "\n" + Files.size(file) + "\n" + Files.getLastModifiedTime(file));
            for (Map.Entry<String, String> type : TYPES.entrySet()) {
                Path kept = folder.resolve(name + "." + type.getKey());
                if (Files.exists(kept)) {
                    return Optional.of(new Picture(kept, type.getValue()));
                }
            }
            if (Files.exists(folder.resolve(name + "." + NONE))) {
                return Optional.empty();
            }
            return keep(name, Cover.read(file));
        } catch (IOException e) {
            // A file that went away while it was looked at has no picture.
            return Optional.empty();
        }
    }

    private Optional<Picture> keep(String name, Optional<Cover> cover) throws IOException {
        String type = cover.map(Cover::type).orElse("");
        String ending =
                TYPES.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(type))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(NONE);
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "cover", ".tmp");
        Path kept = folder.resolve(name + "." + ending);
        try {
            write(aside, cover.map(c -> c.bytes().duplicate()).orElse(ByteBuffer.allocate(0)));
            Files.move(aside, kept, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        return cover.map(c -> new Picture(kept, c.type()));
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
