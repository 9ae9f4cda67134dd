package segue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.core.math.Summary;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.features.FeatureFigures;
import segue.engine.features.FeatureMatches;
import segue.engine.features.FeaturesCsv;
import segue.engine.features.FeaturesRequest;
import segue.library.FeatureSource;

/// `segue features`
@Command(
        name = "features",
        description = {
            "Show what the audio features of the library's tracks say together: means, spread,",
            "correlations, how they went with the years; the page has charts of all that."
        },
        footer = {
            "",
            "Example:  segue features --genre rock",
            "          segue features --html features.html",
            "          segue features --components",
            "          segue features --category \"acousticness\" -n 20"
        })
final class FeaturesCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--genre",
            paramLabel = "GENRE",
            description = "Only this genre; several times: one of these.")
    private List<String> genres = List.of();

    @Option(
            names = "--prefer",
            paramLabel = "imported|heard",
            description = "Which features count where both are known. Default: imported.")
    private FeatureSource preferred = FeatureSource.IMPORTED;

    @Option(names = "--csv", description = "Answer in CSV, one figure a line.")
    private boolean csv;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with charts that needs nothing else.")
    private @Nullable Path html;

    @Option(names = "--components", description = "Show the categories and what is in them.")
    private boolean components;

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "Show the songs of a category, by name or number.")
    private @Nullable String category;

    @Option(names = "-n", paramLabel = "N", description = "How many songs. Default: 10.")
    private int n = 10;

    FeaturesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (csv && common.json()) {
            throw new IllegalArgumentException("--csv and --json exclude each other");
        }
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        FeaturesRequest request = new FeaturesRequest(genres, preferred);
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("features"));
                Session session = new Session(terminal, running.seed(), running.threads())) {
            if (category != null) {
                FeatureMatches songs = segue.insights().categories().songs(category, n);
                FeatureLines.matches(songs, "Songs of ", common.json(), terminal);
            } else if (components) {
                FeatureLines.categories(
                        segue.insights().categories().categories(), common.json(), terminal);
            } else {
                if (html != null) {
                    write(html, segue.insights().page(request, session.run()));
                }
                FeatureFigures figures = segue.insights().figures(request);
                session.clear();
                show(figures);
            }
        }
        return ExitCodes.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void show(FeatureFigures figures) {
        if (csv) {
            terminal.out().print(FeaturesCsv.of(figures));
            return;
        }
        if (common.json()) {
            terminal.out().println(Json.of(figures));
            return;
        }
        terminal.out()
                .println(
                        terminal.bold(
                                        "Features of %s tracks"
                                                .formatted(Table.count(figures.tracks())))
                                + terminal.dim(
                                        "  (%s imported, %s heard)"
                                                .formatted(
                                                        Table.count(
                                                                figures.tracks() - figures.heard()),
                                                        Table.count(figures.heard()))));
        Table table =
                new Table(
                        "",
                        ">missing",
                        ">mean",
                        ">deviation",
                        ">min",
                        ">25 %",
                        ">median",
                        ">75 %",
                        ">max",
                        ">with popularity");
        for (FeatureFigures.Column column : figures.features()) {
            Summary s = column.summary();
            table.row(
                    column.feature(),
                    Table.count(s.missing()),
                    number(s.mean()),
                    number(s.deviation()),
                    number(s.min()),
                    number(s.lowerQuartile()),
                    number(s.median()),
                    number(s.upperQuartile()),
                    number(s.max()),
                    Double.isNaN(column.withPopularity())
                            ? ""
                            : String.format(Locale.ROOT, "%.2f", column.withPopularity()));
        }
        table.print(terminal);
        FeatureLines.strongest(figures, terminal);
        if (html != null) {
            terminal.out().println("  Page: " + html);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.3f", value);
    }
}
