package segue.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import segue.core.run.Run;

/// A library in a temporary folder, and files to put into it.
public final class Fixture implements AutoCloseable {

    private final Path folder;
    private final Library library;

    public Fixture(Path folder) {
        this.folder = folder;
        this.library =
                Library.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
    }

    public Library library() {
        return library;
    }

    public Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    public Path write(String name, String text, Charset charset) {
        return write(name, text.getBytes(charset));
    }

    public Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportReport plays(Path file) {
        return library.importPlays(file, PlaysFormat.DEFAULTS, Run.quiet(1));
    }

    public ImportReport plays(String name, String text) {
        return plays(write(name, text));
    }

    public ImportReport plays(Path file, String columns) {
        return library.importPlays(
                file, PlaysFormat.DEFAULTS.withColumns(List.of(columns.split(","))), Run.quiet(1));
    }

    @Override
    public void close() {
        library.close();
    }
}
