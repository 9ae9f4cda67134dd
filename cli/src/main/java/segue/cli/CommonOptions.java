package segue.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import segue.library.Library;
import segue.library.LibraryOptions;

/// What every command takes.
final class CommonOptions {

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description =
                    "The library's folder. Default: $SEGUE_LIBRARY, else where your system keeps data.")
    private @Nullable Path library;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    // The command line parser writes these two, and ExitCodes and picocli act on them.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--debug", description = "Show where an error came from.")
    private boolean debug;

    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    Path library(Terminal terminal) {
        return library != null
                ? library
                : Library.defaultFolder(terminal.environment(), terminal.system());
    }

    boolean isLibraryNamed() {
        return library != null;
    }

    boolean json() {
        return json;
    }

    /// How the library is opened by `verb`.
    static LibraryOptions options(String verb) {
        return LibraryOptions.DEFAULTS.withCommand("segue " + verb);
    }
}
