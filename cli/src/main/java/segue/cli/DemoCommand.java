package segue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.engine.Json;
import segue.engine.demo.Demo;
import segue.engine.demo.DemoReport;
import segue.engine.demo.DemoTeller;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.recommend.Recommendation;
import segue.engine.train.Trained;
import segue.library.ImportReport;

/// `segue demo`
@Command(
        name = "demo",
        description = {
            "Show everything on a small invented world: no network, no files, a few seconds. Its",
            "library is a folder of its own beside yours (or --library DIR), rebuilt each time."
        },
        footer = {"", "Example:  segue demo"})
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder =
                common.isLibraryNamed()
                        ? common.library(terminal)
                        : Demo.folderBeside(common.library(terminal));
        DemoReport report;
        try (Session session = new Session(terminal, running.seed(), running.threads())) {
            DemoTeller teller = common.json() ? new Silent() : new Aloud();
            report = new Demo(folder, teller).run(session.run());
        }
        if (common.json()) {
            terminal.out().println(Json.of(report));
        } else {
            next(report);
        }
        return ExitCodes.OK;
    }

    private void next(DemoReport report) {
        String segue = terminal.system().getProperty("segue.command", "segue");
        String library = " --library " + quoted(report.library());
        String listener = report.recommendations().getFirst().subject();
        String artist = report.similar().subject();
        terminal.out().println();
        terminal.out().println(terminal.bold("What to try next"));
        for (String command :
                new String[] {
                    "status",
                    "recommend --listener " + quoted(listener) + " -n 20 --known",
                    "recommend --like " + quoted(artist),
                    "evaluate item-knn",
                }) {
            terminal.out().println("  " + segue + " " + command + library);
        }
        terminal.out().println("With your own log of plays, from any music player or service:");
        terminal.out().println("  " + segue + " import plays FILE && " + segue + " train als");
        terminal.out().println("  " + segue + " recommend --listener me");
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
        public void trained(Trained trained) {}

        @Override
        public void recommended(String heading, String about, Recommendation list) {}
    }

    /// For people.
    private final class Aloud implements DemoTeller {

        private int steps;

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
        public void trained(Trained trained) {
            terminal.out()
                    .println(
                            "  Model '%s': %s listeners × %s artists from %s pairs."
                                    .formatted(
                                            trained.name(),
                                            Table.count(trained.users()),
                                            Table.count(trained.items()),
                                            Table.count(trained.cells())));
        }

        @Override
        public void recommended(String heading, String about, Recommendation list) {
            terminal.out().println();
            RankedLines.show(list, heading + " (" + about + ")", false, terminal);
        }
    }
}
