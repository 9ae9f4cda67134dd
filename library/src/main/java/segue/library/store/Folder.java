package segue.library.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import segue.core.run.SegueException;

/// The folder of a library on disk: made, locked, and swept of what a killed process left in `tmp`.
final class Folder implements AutoCloseable {

    private final Path path;
    private final FolderLock lock;

    private Folder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes and locks the folder.
    static Folder open(Path wanted, String command) {
        FolderLock lock;
        Path path;
        try {
            Files.createDirectories(wanted);
            path = wanted.toRealPath();
            lock = FolderLock.take(path, command);
        } catch (IOException e) {
            throw unusable(wanted, e);
        }
        Folder folder = new Folder(path, lock);
        try {
            Files.createDirectories(path.resolve("models"));
            folder.sweep();
            Files.createDirectories(folder.temporary());
            return folder;
        } catch (IOException e) {
            folder.close();
            throw unusable(wanted, e);
        }
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("library.duckdb");
    }

    /// Holds what may be lost: spilled memory and staged imports.
    Path temporary() {
        return path.resolve("tmp");
    }

    /// The size of the database and its log.
    long bytes() {
        try {
            long bytes = 0;
            for (Path file : List.of(database(), path.resolve("library.duckdb.wal"))) {
                bytes += Files.exists(file) ? Files.size(file) : 0;
            }
            return bytes;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(temporary())) {
            return;
        }
        try (Stream<Path> files = Files.walk(temporary())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try (lock) {
            sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SegueException.Failed unusable(Path folder, IOException e) {
        String why =
                switch (e) {
                    case AccessDeniedException denied -> "no right to write there";
                    case FileAlreadyExistsException exists -> "it is a file, not a folder";
                    case FileSystemException failed -> reason(failed);
                    default -> String.valueOf(e.getMessage());
                };
        return new SegueException.Failed(
                "The library folder %s cannot be used: %s. Name another with --library."
                        .formatted(folder, why),
                e);
    }

    private static String reason(FileSystemException e) {
        String reason = e.getReason();
        if (reason == null) {
            return "%s (%s)".formatted(e.getClass().getSimpleName(), e.getFile());
        }
        return reason.toLowerCase(Locale.ROOT).contains("no space")
                ? "the disk is full"
                : "%s (%s)".formatted(reason, e.getFile());
    }
}
