package segue.library.store;

import java.nio.file.Path;
import java.sql.SQLException;
import segue.core.run.SegueException;

/// What the database says when it gives out, in words for people.
final class Failures {

    private Failures() {}

    static SegueException.Failed opening(Path folder, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("version number") || message.contains("newer version")) {
            return newer(folder, e);
        }
        if (message.contains("not a valid DuckDB database") || message.contains("Corrupt")) {
            return new SegueException.Failed(
                    "%s is not a library of Segue, or is damaged. Name another with --library."
                            .formatted(folder.resolve("library.duckdb")),
                    e);
        }
        return working(folder, e);
    }

    static SegueException.Failed newer(Path folder, SQLException e) {
        return new SegueException.Failed(newerText(folder), e);
    }

    static String newerText(Path folder) {
        return "The library %s was made by a newer Segue. Update Segue, or use another --library."
                .formatted(folder);
    }

    static SegueException.Failed working(Path folder, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (isFull(message)) {
            return new SegueException.Failed(
                    "The disk of the library %s is full; nothing was changed. Make room, or use another --library."
                            .formatted(folder),
                    e);
        }
        if (message.startsWith("Out of Memory")) {
            return new SegueException.Failed(
                    "The database needs more memory than it may use; nothing was changed. Raise its limit.",
                    e);
        }
        return new SegueException.Failed(
                "The database of the library %s failed; nothing was changed: %s"
                        .formatted(folder, firstLine(e)),
                e);
    }

    /// The file that was read is at fault, not the database.
    static boolean isAboutInput(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return !isFull(message)
                && (message.startsWith("Invalid Input Error")
                        || message.startsWith("Conversion Error")
                        || message.startsWith("IO Error")
                        || message.startsWith("Parquet"));
    }

    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isFull(String message) {
        return message.contains("No space left")
                || message.contains("max_temp_directory_size")
                || message.contains("Could not write")
                || message.contains("File too large");
    }
}
