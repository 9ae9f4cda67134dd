package segue.library.importer;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the real data sets are, when they are there: `../shared/data` from the project's root.
final class RealData {

    private RealData() {}

    /// The folder of a data set; says so on the error stream when it does not exist.
    static Path find(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        System.err.println(
                "REAL DATA ABSENT: ../shared/data/"
                        + name
                        + "; tested on the small fixture instead");
        return Path.of("absent");
    }
}
