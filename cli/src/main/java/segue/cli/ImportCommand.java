package segue.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.library.ImportReport;
import segue.library.PlaysFormat;

/// `segue import …`
@Command(
        name = "import",
        description = "Bring plays, features and opinions into the library.",
        synopsisSubcommandLabel = "(plays FILE… | features FILE… | feedback FILE… | hetrec DIR)",
        footer = {
            "",
            "Example:  segue import plays my-plays.csv",
            "          segue import hetrec hetrec2011-lastfm-2k"
        })
final class ImportCommand {

    // The command line parser writes it, and acts on it.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private ImportCommand() {}

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new Plays(terminal))
                .addSubcommand(new FeaturesImportCommand(terminal))
                .addSubcommand(new Opinions(terminal))
                .addSubcommand(new Hetrec(terminal));
    }

    /// `segue import plays FILE…`
    @Command(
            name = "plays",
            description = {
                "Import plays, events or playlist entries from CSV, TSV, JSON lines or Parquet,",
                "plain, .gz or .zst. Delimiter, quotes and header are detected; columns are",
                "recognised by their usual names or given. The same file twice changes nothing."
            },
            footer = {
                "",
                "Example:  segue import plays my-plays.csv",
                "          segue import plays log.tsv --columns listener,time,-,artist,-,track"
            })
    static final class Plays implements Callable<Integer> {

        private final Terminal terminal;
        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more files.")
        private List<Path> files = List.of();

        @Option(
                names = "--columns",
                paramLabel = "NAME,…",
                split = ",",
                description =
                        "What the columns are, in order: listener, artist, track, album, plays, time, playlist, … and - to skip one.")
        private List<String> columns = List.of();

        @Option(
                names = "--listener",
                paramLabel = "ID",
                description = "Whose plays these are where the file does not say. Default: me.")
        private String listener = PlaysFormat.DEFAULTS.listener();

        @Option(
                names = "--max-rejects",
                paramLabel = "SHARE",
                description =
                        "The share of rows that may be broken before the file is refused. Default: 0.1.")
        private double maxRejects = PlaysFormat.DEFAULTS.maxRejects();

        Plays(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            PlaysFormat format = new PlaysFormat(columns, listener, maxRejects);
            return importing(
                    terminal,
                    common,
                    files,
                    (segue, run) -> file -> segue.importPlays(file, format, run));
        }
    }

    /// `segue import feedback FILE…`
    @Command(
            name = "feedback",
            description = {
                "Import likes, skips and bans: files with columns listener, artist, track, kind",
                "(like, skip, ban; or a score of 1 or -1) and time, in the formats of plays."
            },
            footer = {"", "Example:  segue import feedback feedback.jsonl --listener me"})
    static final class Opinions implements Callable<Integer> {

        private final Terminal terminal;
        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more files.")
        private List<Path> files = List.of();

        @Option(
                names = "--columns",
                paramLabel = "NAME,…",
                split = ",",
                description = "What the columns are, in order; - to skip one.")
        private List<String> columns = List.of();

        @Option(
                names = "--listener",
                paramLabel = "ID",
                description = "Whose they are where the file does not say. Default: me.")
        private String listener = PlaysFormat.DEFAULTS.listener();

        Opinions(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            PlaysFormat format =
                    new PlaysFormat(columns, listener, PlaysFormat.DEFAULTS.maxRejects());
            return importing(
                    terminal,
                    common,
                    files,
                    (segue, run) -> file -> segue.importFeedback(file, format, run));
        }
    }

    /// `segue import hetrec DIR`
    @Command(
            name = "hetrec",
            description =
                    "Import the HetRec 2011 last.fm data set: the folder with its .dat files.",
            footer = {"", "Example:  segue import hetrec hetrec2011-lastfm-2k"})
    static final class Hetrec implements Callable<Integer> {

        private final Terminal terminal;
        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "The folder.")
        private Path folder = Path.of(".");

        Hetrec(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return importing(
                    terminal,
                    common,
                    List.of(folder),
                    (segue, run) -> file -> segue.importHetrec(file, run));
        }
    }

    /// Imports one file or folder.
    interface Import {
        ImportReport of(Path file);
    }

    static int importing(
            Terminal terminal,
            CommonOptions common,
            List<Path> files,
            BiFunction<Segue, Run, Import> how) {
        List<ImportReport> reports = new ArrayList<>();
        RunOptions usual = new RunOptions();
        try (Segue segue = Segue.open(common.library(terminal), CommonOptions.options("import"));
                Session session = new Session(terminal, usual.seed(), usual.threads())) {
            for (Path file : files) {
                ImportReport report = how.apply(segue, session.run()).of(file);
                reports.add(report);
                if (!common.json()) {
                    session.clear();
                    show(report, terminal);
                }
            }
            if (!common.json()) {
                terminal.out().println("Next: segue status, then: segue train als");
            }
        } finally {
            // Also when a later file failed: what was imported stays.
            if (common.json()) {
                terminal.out().println(Json.of(reports));
            }
        }
        return ExitCodes.OK;
    }

    private static void show(ImportReport report, Terminal terminal) {
        if (report.alreadyImported().isPresent()) {
            terminal.out()
                    .println(
                            "%s was imported before (%s); nothing changed."
                                    .formatted(
                                            report.source(),
                                            Table.day(report.alreadyImported().get())));
            return;
        }
        terminal.out()
                .println(
                        "%s: read %s, kept %s, already there %s, rejected %s, in %s"
                                .formatted(
                                        terminal.bold(report.source()),
                                        Table.count(report.read()),
                                        Table.count(report.kept()),
                                        Table.count(report.duplicates()),
                                        Table.count(report.rejected()),
                                        Table.seconds(report.seconds())));
        for (ImportReport.Reason reason : report.reasons()) {
            terminal.out()
                    .println(
                            "  %s rejected: %s"
                                    .formatted(Table.count(reason.count()), reason.reason()));
            for (ImportReport.Example example : reason.examples()) {
                terminal.out()
                        .println(
                                "    %s, line %d: %s"
                                        .formatted(example.file(), example.line(), example.text()));
            }
        }
        report.notes().forEach(note -> terminal.out().println("  " + note));
    }
}
