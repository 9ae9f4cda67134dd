package segue.engine.features;

import java.util.ArrayList;
import java.util.List;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.run.SegueException;
import segue.library.Feature;

/// Chosen features of tracks on a scale from 0 to 1, each by its least and greatest value.
///
/// @param rows which tracks have all of the columns
/// @param columns the features
/// @param bounds `2 × columns`: least values, greatest values
/// @param values `rows × columns`, 0..1
record Scaled(List<Integer> rows, List<Feature> columns, Matrix bounds, Matrix values) {

    Scaled {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// @param wanted empty: each column that at least half of the tracks have
    /// @throws SegueException.NotFound if no track has all of them
    static Scaled of(FeatureSet set, List<Feature> wanted) {
        List<Feature> columns = wanted.isEmpty() ? usual(set) : wanted;
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < set.size(); row++) {
            int at = row;
            if (columns.stream().noneMatch(f -> Double.isNaN(set.features().at(at, f)))) {
                rows.add(row);
            }
        }
        if (columns.isEmpty() || rows.size() < 2) {
            throw new SegueException.NotFound(
                    "Only %d tracks have all of %s. Choose columns with: --set columns=energy,valence"
                            .formatted(
                                    rows.size(),
                                    String.join(
                                            ", ", columns.stream().map(Feature::column).toList())));
        }
        Matrix bounds = Matrix.zeros(2, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            Feature feature = columns.get(c);
            bounds.values()[c] =
                    (float)
                            rows.stream()
                                    .mapToDouble(r -> set.features().at(r, feature))
                                    .min()
                                    .orElse(0);
            bounds.values()[bounds.offset(1) + c] =
                    (float)
                            rows.stream()
                                    .mapToDouble(r -> set.features().at(r, feature))
                                    .max()
                                    .orElse(0);
        }
        Matrix values = Matrix.zeros(rows.size(), columns.size());
        for (int i = 0; i < rows.size(); i++) {
            float[] row = row(set, rows.get(i), columns, bounds);
            System.arraycopy(row, 0, values.values(), values.offset(i), row.length);
        }
        return new Scaled(rows, columns, bounds, values);
    }

    private static List<Feature> usual(FeatureSet set) {
        List<Feature> usual = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            long known = 0;
            for (double value : set.column(feature)) {
                known += Double.isNaN(value) ? 0 : 1;
            }
            if (known > 0 && 2 * known >= set.size()) {
                usual.add(feature);
            }
        }
        return usual;
    }

    /// One track on the scale of others; what lies outside of it is drawn to its ends. NaN stays.
    static float[] row(FeatureSet set, int row, List<Feature> columns, Matrix bounds) {
        float[] scaled = new float[columns.size()];
        for (int c = 0; c < scaled.length; c++) {
            double low = bounds.at(0, c);
            double width = bounds.at(1, c) - low;
            double value = set.features().at(row, columns.get(c));
            scaled[c] = (float) (width > 0 ? Math.clamp((value - low) / width, 0, 1) : 0);
            if (Double.isNaN(value)) {
                scaled[c] = Float.NaN;
            }
        }
        return scaled;
    }

    /// Each `step`-th row without its zeros.
    SparseMatrix sparse(int step) {
        int count = Math.ceilDiv(values.rows(), step);
        int[] starts = new int[count + 1];
        int[] columnOf = new int[count * columns.size()];
        float[] cells = new float[columnOf.length];
        int entries = 0;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < columns.size(); c++) {
                float value = values.at(i * step, c);
                if (value > 0) {
                    columnOf[entries] = c;
                    cells[entries++] = value;
                }
            }
            starts[i + 1] = entries;
        }
        return new SparseMatrix(
                count,
                columns.size(),
                starts,
                java.util.Arrays.copyOf(columnOf, entries),
                java.util.Arrays.copyOf(cells, entries));
    }
}
