package segue.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import segue.engine.train.Version;

/// What people start.
@Command(
        name = "segue",
        description = "Recommends music from what people play.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Try it without any data:   segue demo",
            "With your own log:         segue import plays my-plays.csv",
            "                           segue train als",
            "                           segue recommend --listener me",
            "Help on a command:         segue train --help"
        })
public final class Main {

    private Main() {}

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] args) {
        int code = run(args, Terminal.ofProcess());
        Interrupts.Hook.allIsSaid();
        System.exit(code);
    }

    /// Runs a command without ending the process.
    ///
    /// @return the exit code, see [ExitCodes]
    static int run(String[] args, Terminal terminal) {
        try {
            return commandLine(terminal)
                    .setExecutionExceptionHandler(ExitCodes.execution(terminal, List.of(args)))
                    .execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return ExitCodes.tell(e, List.of(args).contains("--debug"), terminal);
        }
    }

    /// Runs a command within a server: paths are where it was typed.
    static int runWithin(String[] args, Terminal terminal, Path cwd) {
        try {
            return commandLine(terminal)
                    .setExecutionExceptionHandler(ExitCodes.execution(terminal))
                    .registerConverter(Path.class, cwd::resolve)
                    .execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return ExitCodes.tell(e, List.of(args).contains("--debug"), terminal);
        }
    }

    private static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Main())
                .addSubcommand(ImportCommand.of(terminal))
                .addSubcommand(new ListenCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new TrainCommand(terminal))
                .addSubcommand(new RecommendCommand(terminal))
                .addSubcommand(new MoodsCommand(terminal))
                .addSubcommand(new SimilarCommand(terminal))
                .addSubcommand(new FindCommand(terminal))
                .addSubcommand(new PlaylistCommand(terminal))
                .addSubcommand(new HistoryCommand(terminal))
                .addSubcommand(new FeaturesCommand(terminal))
                .addSubcommand(new DuplicatesCommand(terminal))
                .addSubcommand(new EvaluateCommand(terminal))
                .addSubcommand(new TuneCommand(terminal))
                .addSubcommand(new FeedbackCommand(terminal))
                .addSubcommand(new ModelsCommand(terminal))
                .addSubcommand(new ServeCommand(terminal))
                .addSubcommand(new TokenCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal)))
                .setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100))
                .setParameterExceptionHandler(ExitCodes.usage(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static CommandLine.Help.Ansi ansi(Terminal terminal) {
        return terminal.liveOut() && terminal.color()
                ? CommandLine.Help.Ansi.ON
                : CommandLine.Help.Ansi.OFF;
    }

    /// The version of the program and of the Java that runs it.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "segue %s (Java %s)".formatted(Version.TEXT, System.getProperty("java.version"))
            };
        }
    }
}
