package segue.engine.features;

import java.util.List;
import java.util.Locale;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.page.Html;
import segue.engine.page.Template;
import segue.library.Feature;
import segue.library.Library;

/// Features as one web page that needs nothing else: no network, no scripts. Readable on a phone,
/// in light and dark.
public final class FeaturesPage {

    /// So many points fill a scatter plot.
    private static final int POINTS = 1200;

    private final FeatureSet set;
    private final FeatureFigures figures;
    private final Run run;

    private FeaturesPage(FeatureSet set, Run run) {
        this.set = set;
        this.figures = FeatureFigures.of(set);
        this.run = run;
    }

    /// The page. The same library gives the same text.
    ///
    /// @throws SegueException.NotFound if no track has features, or is of the genres
    public static String of(Library library, FeaturesRequest request, Run run) {
        return new FeaturesPage(FeatureSet.of(library, request), run).page(request);
    }

    private String page(FeaturesRequest request) {
        List<String> names =
                figures.features().stream().map(FeatureFigures.Column::feature).toList();
        String facts =
                "%,d tracks%s; the features of %,d were imported, of %,d heard."
                        .formatted(
                                figures.tracks(),
                                request.genres().isEmpty()
                                        ? ""
                                        : " of " + String.join(", ", request.genres()),
                                figures.tracks() - figures.heard(),
                                figures.heard());
        return Template.of(FeaturesPage.class, "features.html")
                .with("facts", Html.text(facts))
                .with(
                        "correlations",
                        Html.card(
                                "Correlations",
                                "Blue rises together, orange in opposite ways; 1 is in step.",
                                Charts.heatmap(names, figures.correlations())))
                .with("elbow", elbow())
                .with("histograms", histograms())
                .with("popularity", scatters(Feature.POPULARITY))
                .with("danceability", scatters(Feature.DANCEABILITY))
                .with("trends", trends())
                .with("table", table())
                .text();
    }

    private String elbow() {
        try {
            Elbow elbow = Elbow.of(Scaled.of(set, List.of()), ContentNmf.DEFAULTS, run);
            return Html.card(
                    "How many categories?",
                    "What is lost of the features when so few components give them back; from %d on, more bring little."
                            .formatted(elbow.bend()),
                    Charts.elbow(elbow));
        } catch (SegueException.NotFound _) {
            return Html.card("How many categories?", "Too few tracks have all features.", "");
        }
    }

    private String histograms() {
        StringBuilder html = new StringBuilder();
        for (FeatureFigures.Column column : figures.features()) {
            html.append(
                    Html.card(
                            column.feature(),
                            "mean %s, deviation %s, median %s"
                                    .formatted(
                                            Charts.brief(column.summary().mean()),
                                            Charts.brief(column.summary().deviation()),
                                            Charts.brief(column.summary().median())),
                            Charts.histogram(column)));
        }
        return html.toString();
    }

    /// One feature upwards against each of the others.
    private String scatters(Feature upwards) {
        int up = index(upwards);
        if (up < 0) {
            return "<p class=\"about\">No track has %s.</p>".formatted(upwards.column());
        }
        StringBuilder html = new StringBuilder();
        double[] y = set.column(upwards);
        int step = Math.ceilDiv(set.size(), POINTS);
        for (int i = 0; i < figures.features().size(); i++) {
            FeatureFigures.Column column = figures.features().get(i);
            if (i != up) {
                html.append(
                        Html.card(
                                upwards.column() + " and " + column.feature(),
                                String.format(
                                        Locale.ROOT,
                                        "correlation %.2f",
                                        figures.correlations().get(up).get(i)),
                                Charts.scatter(
                                        set.column(Feature.of(column.feature()).orElseThrow()),
                                        y,
                                        column.summary(),
                                        figures.features().get(up).summary(),
                                        step)));
            }
        }
        return html.toString();
    }

    private int index(Feature feature) {
        return figures.features().stream()
                .map(FeatureFigures.Column::feature)
                .toList()
                .indexOf(feature.column());
    }

    private String trends() {
        if (figures.years().size() < 2) {
            return "<p class=\"about\">The years of the tracks are not known.</p>";
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < figures.features().size(); i++) {
            int at = i;
            if (figures.years().stream().anyMatch(y -> y.features().get(at).count() > 0)) {
                html.append(
                        Html.card(
                                figures.features().get(i).feature(),
                                "mean of each year, with a deviation on each side",
                                Charts.trend(figures.years(), i)));
            }
        }
        return html.toString();
    }

    private String table() {
        return Html.card(
                "All figures",
                "Of the tracks that have the feature.",
                Html.table(
                        List.of(
                                "",
                                "tracks",
                                "missing",
                                "mean",
                                "deviation",
                                "min",
                                "25 %",
                                "median",
                                "75 %",
                                "max",
                                "with popularity"),
                        figures.features().stream()
                                .map(
                                        c ->
                                                List.of(
                                                        Html.text(c.feature()),
                                                        "%,d".formatted(c.summary().count()),
                                                        "%,d".formatted(c.summary().missing()),
                                                        Charts.brief(c.summary().mean()),
                                                        Charts.brief(c.summary().deviation()),
                                                        Charts.brief(c.summary().min()),
                                                        Charts.brief(c.summary().lowerQuartile()),
                                                        Charts.brief(c.summary().median()),
                                                        Charts.brief(c.summary().upperQuartile()),
                                                        Charts.brief(c.summary().max()),
                                                        Html.number(c.withPopularity())))
                                .toList()));
    }
}
