package segue.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.LibraryOptions;

/// The folder of the demonstration's library. It is rebuilt each time, and marked, so that nobody's
/// own library can be taken for one.
public final class DemoFolder {

    private static final String MARK = "made-by-segue-demo";

    private DemoFolder() {}

    /// Whether a library was made by the demonstration.
    public static boolean isDemo(Path library) {
        return Files.exists(library.resolve(MARK));
    }

    /// Beside the library that is used when nobody says.
    static Path beside(Path library) {
        Path absolute = library.toAbsolutePath();
        return absolute.resolveSibling(absolute.getFileName() + "-demo");
    }

    /// Empties a folder that an earlier demonstration made, or makes one.
    ///
    /// @throws SegueException.Failed if it holds something else
    static void prepare(Path folder) {
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                if (!Files.exists(folder.resolve(MARK))) {
                    throw new SegueException.Failed(
                            "%s is not empty and was not made by the demo; it is left alone. Name another folder with --library."
                                    .formatted(folder),
                            null);
                }
                // Whoever has it open keeps it: opening throws Busy.
                Library.open(folder, LibraryOptions.DEFAULTS.withCommand("segue demo")).close();
                for (String made :
                        List.of(
                                "models",
                                "world",
                                "music",
                                "tmp",
                                "map",
                                "jobs",
                                "uploads",
                                "library.duckdb",
                                "library.duckdb.wal")) {
                    delete(folder.resolve(made));
                }
            }
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(MARK), "segue demo rebuilds this folder each time it runs.\n");
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The folder %s cannot be used for the demo: %s"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
