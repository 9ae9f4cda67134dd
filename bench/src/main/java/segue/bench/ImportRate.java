package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import segue.core.run.Run;
import segue.library.ImportReport;
import segue.library.Library;
import segue.library.PlaysFormat;

/// Imports a plays file into a library and prints how fast, and on Linux how much memory the
/// process needed at most: `ImportRate LIBRARY FILE`, with `-Xmx512m`.
public final class ImportRate {

    private ImportRate() {}

    /// Arguments: library folder, file.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: ImportRate LIBRARY FILE");
        }
        try (Library library = Library.open(Path.of(arguments[0]))) {
            ImportReport report =
                    library.importPlays(Path.of(arguments[1]), PlaysFormat.DEFAULTS, Run.quiet(1));
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows in %.1f s, %,.0f rows/s; kept %,d, duplicates %,d, rejected %,d%n",
                    report.read(),
                    report.seconds(),
                    report.read() / report.seconds(),
                    report.kept(),
                    report.duplicates(),
                    report.rejected());
        }
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }
}
