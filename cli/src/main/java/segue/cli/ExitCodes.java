package segue.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.UnmatchedArgumentException;
import segue.core.run.SegueException;
import segue.library.Library;

/// What went wrong → what the person reads and what the shell gets. The one place.
final class ExitCodes {

    static final int OK = 0;
    /// Not found, or it could not be done.
    static final int FAILED = 1;
    /// The command line itself is wrong.
    static final int USAGE = 2;
    /// A file cannot be used as it is.
    static final int BAD_INPUT = 3;
    /// Another process has the library open.
    static final int BUSY = 4;
    /// A fault of Segue's own.
    static final int STUMBLED = 70;
    /// Ended by Ctrl-C, as shells count it.
    static final int CANCELLED = 130;

    private ExitCodes() {}

    /// For errors on the command line: the reason, what is near, and where to read on.
    static IParameterExceptionHandler usage(Terminal terminal) {
        return (e, _) -> {
            CommandLine command = e.getCommandLine();
            terminal.err().println("segue: " + firstLine(e));
            if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
                terminal.err()
                        .println("Read: " + command.getCommandSpec().qualifiedName() + " --help");
            }
            return USAGE;
        };
    }

    /// For everything that goes wrong after that. No stack trace, unless `--debug` asks for it.
    static IExecutionExceptionHandler execution(Terminal terminal) {
        return (e, command, parsed) -> {
            int code = tell(e, parsed.expandedArgs().contains("--debug"), terminal);
            if (code == USAGE) {
                terminal.err()
                        .println("Read: " + command.getCommandSpec().qualifiedName() + " --help");
            }
            return code;
        };
    }

    /// The same, but a library that a server has open is asked through the server.
    static IExecutionExceptionHandler execution(Terminal terminal, List<String> args) {
        IExecutionExceptionHandler alone = execution(terminal);
        return (e, command, parsed) -> {
            if (e instanceof SegueException.Busy) {
                Path library = library(command, terminal);
                Optional<Beside> server = Beside.of(library, terminal);
                if (server.isPresent() && command.getCommandName().equals("serve")) {
                    terminal.err()
                            .println(
                                    "segue: A server has this library open already: "
                                            + server.get().page());
                    return BUSY;
                }
                Optional<Integer> code = server.flatMap(beside -> beside.run(args));
                if (code.isPresent()) {
                    return code.get();
                }
            }
            return alone.handleExecutionException(e, command, parsed);
        };
    }

    private static Path library(CommandLine command, Terminal terminal) {
        Path named = command.getParseResult().matchedOptionValue("--library", (Path) null);
        return named != null
                ? named
                : Library.defaultFolder(terminal.environment(), terminal.system());
    }

    /// Tells the person what went wrong.
    ///
    /// @return the exit code
    static int tell(Throwable e, boolean debug, Terminal terminal) {
        Failure failure = Failure.of(e);
        terminal.err().println("segue: " + failure.message());
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return failure.code();
    }

    /// A message for people and the exit code.
    record Failure(String message, int code) {

        static Failure of(Throwable e) {
            return switch (e) {
                case SegueException.NotFound _,
                        SegueException.Failed _,
                        SegueException.FitFailed _ ->
                        new Failure(firstLine(e), FAILED);
                case SegueException.BadInput _ -> new Failure(firstLine(e), BAD_INPUT);
                case SegueException.Busy _ -> new Failure(firstLine(e), BUSY);
                case SegueException.Cancelled _ -> new Failure(firstLine(e), CANCELLED);
                case IllegalArgumentException _ -> new Failure(firstLine(e), USAGE);
                case OutOfMemoryError _ ->
                        new Failure(
                                "Not enough memory. Give more with SEGUE_MEMORY=8g, or take a lower rank or higher minimums.",
                                FAILED);
                case UncheckedIOException io ->
                        new Failure("Reading or writing failed: " + firstLine(io), FAILED);
                default ->
                        new Failure(
                                "Segue stumbled (%s: %s). Please report this with the output of the same command and --debug."
                                        .formatted(e.getClass().getSimpleName(), firstLine(e)),
                                STUMBLED);
            };
        }
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? "no reason given"
                : message.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("no reason given");
    }
}
