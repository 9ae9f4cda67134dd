package segue.server.resource;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import segue.core.math.Summary;
import segue.engine.Held;
import segue.engine.Segue;
import segue.engine.features.Categories;
import segue.engine.features.CategorySearch;
import segue.engine.features.Elbow;
import segue.engine.features.FeatureFigures;
import segue.engine.features.FeaturesRequest;
import segue.engine.features.KnownCategories;
import segue.engine.tracks.TrackTable;
import segue.library.Feature;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// What the features of tracks say together, and the categories they part into.
public final class InsightsResource implements Resource {

    /// So many tracks are enough for a scatter plot.
    private static final int SCATTER = 2_000;

    private final Segue segue;
    private final Held<String, CategorySearch> categories;

    public InsightsResource(Segue segue) {
        this.segue = segue;
        this.categories =
                new Held<>(() -> segue.insights().stamp(), _ -> segue.insights().categories());
    }

    record Figures(
            int tracks,
            int heard,
            List<Column> features,
            List<List<Double>> correlations,
            List<Year> years,
            Scatter scatter) {}

    record Column(String feature, Figure summary, List<Long> bins, double withPopularity) {}

    record Figure(
            long count,
            double mean,
            double deviation,
            double min,
            double quarter,
            double median,
            double threeQuarters,
            double max) {

        static Figure of(Summary summary) {
            return new Figure(
                    summary.count(),
                    summary.mean(),
                    summary.deviation(),
                    summary.min(),
                    summary.lowerQuartile(),
                    summary.median(),
                    summary.upperQuartile(),
                    summary.max());
        }
    }

    record Year(int year, int tracks, List<Figure> features) {}

    record Scatter(
            List<String> id, List<String> label, List<Double> plays, List<List<Double>> values) {}

    record Bend(List<Integer> ranks, List<Double> errors, int bend) {}

    record Category(int number, String name, int tracks, Map<String, Double> loadings) {}

    record Shown(
            String name,
            int tracks,
            int leftOut,
            List<String> columns,
            double error,
            Bend elbow,
            List<Category> categories) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/features", this::features);
        table.get("/categories", this::categories);
        table.get("/categories/{n}/tracks", this::songs);
    }

    private void features(Context ctx) {
        FeaturesRequest request = FeaturesRequest.DEFAULTS.withGenres(Asked.list(ctx, "genre"));
        Answers.tagged(ctx, segue.stamp(), () -> figures(request));
    }

    private Figures figures(FeaturesRequest request) {
        FeatureFigures figures = segue.insights().figures(request);
        return new Figures(
                figures.tracks(),
                figures.heard(),
                figures.features().stream()
                        .map(
                                c ->
                                        new Column(
                                                c.feature(),
                                                Figure.of(c.summary()),
                                                c.bins(),
                                                c.withPopularity()))
                        .toList(),
                figures.correlations(),
                figures.years().stream()
                        .map(
                                y ->
                                        new Year(
                                                y.year(),
                                                y.tracks(),
                                                y.features().stream().map(Figure::of).toList()))
                        .toList(),
                scatter(request, figures));
    }

    /// Every so-manieth track, so that the same library gives the same plot.
    private Scatter scatter(FeaturesRequest request, FeatureFigures figures) {
        TrackTable table = segue.explore().tracks().table();
        List<Feature> columns =
                figures.features().stream()
                        .map(column -> Feature.of(column.feature()).orElseThrow())
                        .toList();
        String query =
                request.genres().isEmpty()
                        ? ""
                        : "genre:\"" + String.join(",", request.genres()) + "\"";
        List<Integer> rows = new ArrayList<>();
        for (int row : segue.explore().tracks().rows(query)) {
            if (columns.stream().anyMatch(c -> !Double.isNaN(table.feature(row, c)))) {
                rows.add(row);
            }
        }
        int step = Math.max(1, Math.ceilDiv(rows.size(), SCATTER));
        List<String> ids = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> plays = new ArrayList<>();
        List<List<Double>> values = new ArrayList<>();
        columns.forEach(_ -> values.add(new ArrayList<>()));
        for (int i = 0; i < rows.size(); i += step) {
            int row = rows.get(i);
            ids.add(table.id(row));
            labels.add(table.label(row));
            plays.add(table.plays(row));
            for (int c = 0; c < columns.size(); c++) {
                values.get(c).add(table.feature(row, columns.get(c)));
            }
        }
        return new Scatter(ids, labels, plays, values);
    }

    private void categories(Context ctx) {
        Answers.tagged(
                ctx, segue.insights().stamp(), () -> shown(segue.insights().knownCategories()));
    }

    private static Shown shown(KnownCategories known) {
        List<Category> categories = new ArrayList<>();
        for (Categories.Category category : known.categories()) {
            categories.add(
                    new Category(
                            categories.size() + 1,
                            category.name(),
                            category.tracks(),
                            category.loadings()));
        }
        List<Elbow.Point> points = known.elbow().points();
        return new Shown(
                known.name(),
                known.tracks(),
                known.leftOut(),
                known.columns(),
                known.error(),
                new Bend(
                        points.stream().map(Elbow.Point::components).toList(),
                        points.stream().map(Elbow.Point::error).toList(),
                        known.elbow().bend()),
                categories);
    }

    private static int number(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Asked.Unreadable("n", "'n' must be the number of a category");
        }
    }

    private void songs(Context ctx) {
        int number = number(Asked.path(ctx, "n"));
        int limit = Asked.limit(ctx);
        int offset = Asked.offset(ctx);
        Answers.tagged(ctx, segue.insights().stamp(), () -> songs(number, offset, limit));
    }

    private Answers.Page<Pictured.TrackRow> songs(int number, int offset, int limit) {
        CategorySearch search = categories.get();
        TrackTable table = segue.explore().tracks().table();
        List<Pictured.TrackRow> rows =
                search.songs(Integer.toString(number), offset + limit + 1).items().stream()
                        .skip(offset)
                        .filter(match -> table.row(match.id()).isPresent())
                        .map(match -> Pictured.row(table.line(table.row(match.id()).orElseThrow())))
                        .toList();
        return new Answers.Page<>(
                rows.stream().limit(limit).toList(),
                ListenersResource.next(rows.size(), offset, limit));
    }
}
