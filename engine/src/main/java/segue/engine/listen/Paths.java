package segue.engine.listen;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Paths as text and back. A name of bytes that are no text (another encoding, on Linux) stands as
/// a `file:` URI, which loses nothing.
public final class Paths {

    private Paths() {}

    /// The text of an absolute path.
    public static String text(Path absolute) {
        return isText(absolute) ? absolute.toString() : absolute.toUri().toString();
    }

    /// The path that [#text] wrote.
    public static Path path(String text) {
        return text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
    }

    /// Whether the text of a path leads back to it.
    static boolean isText(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
