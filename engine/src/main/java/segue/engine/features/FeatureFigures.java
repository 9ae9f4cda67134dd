package segue.engine.features;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import segue.core.math.Summary;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.Library;

/// What the features of many tracks say together.
///
/// @param tracks how many
/// @param heard of them, whose features were measured from sound
/// @param features each that some track has
/// @param correlations of all pairs, in the order of `features`
/// @param years how features went with the years, the oldest first
public record FeatureFigures(
        int tracks,
        int heard,
        List<Column> features,
        List<List<Double>> correlations,
        List<Year> years) {

    private static final int BINS = 24;

    public FeatureFigures {
        features = List.copyOf(features);
        correlations = List.copyOf(correlations);
        years = List.copyOf(years);
    }

    /// One feature.
    ///
    /// @param summary mean, spread, quantiles
    /// @param bins how many tracks lie in each of equal parts from min to max
    /// @param withPopularity its correlation with popularity; NaN where that is not known
    public record Column(String feature, Summary summary, List<Long> bins, double withPopularity) {
        public Column {
            bins = List.copyOf(bins);
        }
    }

    /// One year.
    ///
    /// @param features one for each column: mean, deviation, quantiles
    public record Year(int year, int tracks, List<Summary> features) {
        public Year {
            features = List.copyOf(features);
        }
    }

    /// @throws segue.core.run.SegueException.NotFound if no track has features, or is of the genres
    public static FeatureFigures of(Library library, FeaturesRequest request) {
        return of(FeatureSet.of(library, request));
    }

    static FeatureFigures of(FeatureSet set) {
        List<Feature> known = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<Summary> summaries = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double[] column = set.column(feature);
            Summary summary = Summary.of(column);
            if (summary.count() > 0) {
                known.add(feature);
                columns.add(column);
                summaries.add(summary);
            }
        }
        double[] popularity = set.column(Feature.POPULARITY);
        List<Column> features = new ArrayList<>();
        List<List<Double>> correlations = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            double[] column = columns.get(i);
            features.add(
                    new Column(
                            known.get(i).column(),
                            summaries.get(i),
                            bins(known.get(i), column, summaries.get(i)),
                            Summary.correlation(column, popularity)));
            correlations.add(
                    columns.stream().map(other -> Summary.correlation(column, other)).toList());
        }
        int heard =
                (int)
                        set.features().tracks().stream()
                                .filter(track -> track.source() == FeatureSource.HEARD)
                                .count();
        return new FeatureFigures(set.size(), heard, features, correlations, years(set, columns));
    }

    /// Whole numbers have a bin each.
    private static List<Long> bins(Feature feature, double[] column, Summary summary) {
        int count =
                switch (feature) {
                    case KEY, MODE, TIME_SIGNATURE ->
                            (int) Math.round(summary.max() - summary.min()) + 1;
                    default -> BINS;
                };
        long[] bins = new long[count];
        double width = summary.max() - summary.min();
        for (double value : column) {
            if (!Double.isNaN(value)) {
                double share = width > 0 ? (value - summary.min()) / width : 0;
                bins[Math.min(count - 1, (int) (share * count))]++;
            }
        }
        List<Long> list = new ArrayList<>();
        for (long bin : bins) {
            list.add(bin);
        }
        return list;
    }

    private static List<Year> years(FeatureSet set, List<double[]> columns) {
        TreeMap<Integer, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < set.size(); row++) {
            if (set.track(row).year() > 0) {
                rows.computeIfAbsent(set.track(row).year(), _ -> new ArrayList<>()).add(row);
            }
        }
        List<Year> years = new ArrayList<>();
        rows.forEach(
                (year, of) ->
                        years.add(
                                new Year(
                                        year,
                                        of.size(),
                                        columns.stream()
                                                .map(
                                                        column ->
                                                                Summary.of(
                                                                        of.stream()
                                                                                .mapToDouble(
                                                                                        row ->
                                                                                                column[
                                                                                                        row])
                                                                                .toArray()))
                                                .toList())));
        return years;
    }
}
