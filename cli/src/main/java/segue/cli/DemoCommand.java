package segue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.engine.Json;
import segue.engine.demo.Demo;
import segue.engine.demo.DemoReport;
import segue.engine.demo.DemoTeller;
import segue.engine.demo.HeardRight;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.features.Categories;
import segue.engine.listen.ListenReport;
import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;
import segue.engine.train.Trained;
import segue.library.ImportReport;
import segue.server.ServerOptions;

/// `segue demo`
@Command(
        name = "demo",
        description = {
            "Show everything on a small invented world with music of its own: no network, no files of",
            "yours, half a minute. Its library is a folder beside yours (or --library DIR), rebuilt",
            "each time; the music takes about 2 MB a track. On a terminal it ends with a page to look at."
        },
        footer = {"", "Example:  segue demo"})
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--tracks",
            paramLabel = "N",
            description = "How many tracks to compose. Default: " + Demo.TRACKS + ".")
    private int tracks = Demo.TRACKS;

    @Option(
            names = "--serve",
            negatable = true,
            description =
                    "Whether the page opens at the end, until Ctrl-C. Default: on a terminal.")
    private @Nullable Boolean serve;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Of the page. Default: any that is free.")
    private int port;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder =
                common.isLibraryNamed()
                        ? common.library(terminal)
                        : Demo.folderBeside(common.library(terminal));
        DemoReport report;
        try (Session session = new Session(terminal, running.seed(), running.threads())) {
            DemoTeller teller = common.json() ? new Silent() : new Aloud(session);
            report = new Demo(folder, tracks, teller).run(session.run());
        }
        if (common.json()) {
            terminal.out().println(Json.of(report));
        } else {
            next(report);
        }
        if (serve == null ? terminal.liveOut() && !common.json() : serve) {
            terminal.out().println();
            Serving.of(folder, ServerOptions.DEFAULTS.withPort(port), false, terminal);
        }
        return ExitCodes.OK;
    }

    private void next(DemoReport report) {
        String segue = terminal.system().getProperty("segue.command", "segue");
        String library = " --library " + quoted(report.library());
        String listener = report.recommendations().getFirst().subject();
        String artist = report.similar().subject();
        String track = quoted(report.alike().subject());
        terminal.out().println();
        terminal.out().println(terminal.bold("What to try next"));
        for (String command :
                new String[] {
                    "serve",
                    "status",
                    "recommend --listener " + quoted(listener) + " -n 20 --known",
                    "recommend --like " + quoted(artist),
                    "evaluate item-knn",
                    "similar " + track + " --by sound",
                    "similar " + track + " --by sound --key compatible --bpm ±6%",
                }) {
            terminal.out().println("  " + segue + " " + command + library);
        }
        terminal.out().println("With your own log of plays, from any music player or service:");
        terminal.out().println("  " + segue + " import plays FILE && " + segue + " train als");
        terminal.out().println("  " + segue + " recommend --listener me");
        terminal.out().println("With your own music:");
        terminal.out().println("  " + segue + " listen FOLDER");
    }

    private static String quoted(String text) {
        return text.matches("[\\p{Alnum}_./+@:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// For JSON: everything stands in the report.
    private static final class Silent implements DemoTeller {
        @Override
        public void step(String title, String text) {}

        @Override
        public void imported(ImportReport report) {}

        @Override
        public void evaluated(EvaluationResult popular, EvaluationResult als) {}

        @Override
        public void trained(Trained trained, String items) {}

        @Override
        public void recommended(String heading, String about, Recommendation list) {}

        @Override
        public void composed(int tracks, double seconds, String folder) {}

        @Override
        public void listened(ListenReport report, HeardRight right) {}

        @Override
        public void sorted(Categories categories) {}

        @Override
        public void page(String file) {}

        @Override
        public void soundsAlike(String heading, AlikeList list) {}
    }

    /// For people.
    private final class Aloud implements DemoTeller {

        private final Session session;
        private int steps;

        Aloud(Session session) {
            this.session = session;
        }

        @Override
        public void step(String title, String text) {
            steps++;
            terminal.out().println((steps == 1 ? "" : "\n") + terminal.bold(steps + ". " + title));
            terminal.out().println(text);
        }

        @Override
        public void imported(ImportReport report) {
            terminal.out()
                    .println(
                            "  %s plays read, %s kept, %s rejected."
                                    .formatted(
                                            Table.count(report.read()),
                                            Table.count(report.kept()),
                                            Table.count(report.rejected())));
        }

        @Override
        public void evaluated(EvaluationResult popular, EvaluationResult als) {
            Table table = new Table("", ">popular", ">als");
            for (String name : List.of("precision", "recall", "map", "ndcg", "coverage")) {
                String metric = name + "@" + popular.k();
                table.row(metric, percent(popular.metric(metric)), percent(als.metric(metric)));
            }
            table.print(terminal);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", share * 100);
        }

        @Override
        public void trained(Trained trained, String items) {
            terminal.out()
                    .println(
                            "  Model '%s': %s listeners × %s %s from %s pairs."
                                    .formatted(
                                            trained.name(),
                                            Table.count(trained.users()),
                                            Table.count(trained.items()),
                                            items,
                                            Table.count(trained.cells())));
        }

        @Override
        public void recommended(String heading, String about, Recommendation list) {
            terminal.out().println();
            RankedLines.show(list, heading + " (" + about + ")", false, terminal);
        }

        @Override
        public void composed(int tracks, double seconds, String folder) {
            session.clear();
            terminal.out()
                    .println(
                            "  %s tracks, %.0f minutes of music, as FLAC files in %s"
                                    .formatted(Table.count(tracks), seconds / 60, folder));
        }

        @Override
        public void listened(ListenReport report, HeardRight right) {
            session.clear();
            terminal.out()
                    .println(
                            "  %s files heard in %s, %s failed."
                                    .formatted(
                                            Table.count(report.heard()),
                                            Table.seconds(report.seconds()),
                                            Table.count(report.failed())));
            terminal.out()
                    .println(
                            "  Against what was composed: tempo right in %d of %d (%d where half and double count), key in %d (by guessing: %.0f)."
                                    .formatted(
                                            right.tempi(),
                                            right.tracks(),
                                            right.octaves(),
                                            right.keys(),
                                            right.chance()));
        }

        @Override
        public void sorted(Categories categories) {
            session.clear();
            FeatureLines.categories(categories.categories(), false, terminal);
        }

        @Override
        public void page(String file) {
            session.clear();
            terminal.out().println("  " + file);
        }

        @Override
        public void soundsAlike(String heading, AlikeList list) {
            terminal.out().println();
            AlikeLines.show(list, heading, false, terminal);
        }
    }
}
