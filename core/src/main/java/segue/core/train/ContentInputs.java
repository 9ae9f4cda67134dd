package segue.core.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.core.math.SparseMatrix;

/// What is known of items, as the inputs of a [Predictor]: labels weighed by TF-IDF and scaled to
/// length 1, beside them how much was said at all; measures around their mean, in standard
/// deviations, scaled so that all together have length 1 on average.
final class ContentInputs {

    /// Labels that fewer items have say nothing of other items.
    private static final int FEWEST = 2;

    private ContentInputs() {}

    /// @param most labels; the most given ones are taken
    static SparseMatrix ofLabels(SparseMatrix labels, int most) {
        SparseMatrix byLabel = labels.transpose();
        int[] chosen =
                IntStream.range(0, labels.columns())
                        .filter(label -> byLabel.count(label) >= FEWEST)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(byLabel.count(b), byLabel.count(a)))
                        .limit(most)
                        .sorted()
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] place = new int[labels.columns()];
        Arrays.fill(place, -1);
        for (int i = 0; i < chosen.length; i++) {
            place[chosen[i]] = i;
        }
        Rows rows = new Rows(labels.rows(), chosen.length + 1, labels.entries() + labels.rows());
        for (int item = 0; item < labels.rows(); item++) {
            double squares = 0;
            double said = 0;
            int first = rows.size;
            for (int e = labels.start(item); e < labels.end(item); e++) {
                said += labels.value(e);
                int column = place[labels.column(e)];
                if (column >= 0) {
                    double idf =
                            Math.log(
                                    (1.0 + labels.rows())
                                            / (1.0 + byLabel.count(labels.column(e))));
                    double value = Math.log1p(labels.value(e)) * idf;
                    squares += value * value;
                    rows.add(column, (float) value);
                }
            }
            rows.scale(first, squares > 0 ? 1 / Math.sqrt(squares) : 0);
            if (said > 0) {
                rows.add(chosen.length, (float) (Math.log1p(said) / 4));
            }
            rows.end(item);
        }
        return rows.matrix();
    }

    static SparseMatrix ofMeasures(SparseMatrix measures) {
        int columns = measures.columns();
        double[] sum = new double[columns];
        double[] squares = new double[columns];
        int[] count = new int[columns];
        for (int e = 0; e < measures.entries(); e++) {
            double value = measures.value(e);
            sum[measures.column(e)] += value;
            squares[measures.column(e)] += value * value;
            count[measures.column(e)]++;
        }
        float[] values = new float[measures.entries()];
        double unit = 1 / Math.sqrt(Math.max(1, columns));
        for (int e = 0; e < values.length; e++) {
            int c = measures.column(e);
            double mean = sum[c] / count[c];
            double variance = squares[c] / count[c] - mean * mean;
            values[e] =
                    variance > 1e-12 * (1 + mean * mean)
                            ? (float)
                                    (Math.clamp(
                                                    (measures.value(e) - mean)
                                                            / Math.sqrt(variance),
                                                    -4,
                                                    4)
                                            * unit)
                            : 0;
        }
        return measures.withValues(values);
    }

    /// Both, side by side.
    static SparseMatrix beside(SparseMatrix left, SparseMatrix right) {
        Rows rows =
                new Rows(
                        left.rows(),
                        left.columns() + right.columns(),
                        left.entries() + right.entries());
        for (int item = 0; item < left.rows(); item++) {
            for (int e = left.start(item); e < left.end(item); e++) {
                rows.add(left.column(e), left.value(e));
            }
            for (int e = right.start(item); e < right.end(item); e++) {
                rows.add(left.columns() + right.column(e), right.value(e));
            }
            rows.end(item);
        }
        return rows.matrix();
    }

    /// A sparse matrix that is filled row by row.
    private static final class Rows {
        private final int columns;
        private final int[] starts;
        private final int[] columnOf;
        private final float[] values;
        private int size;

        Rows(int rows, int columns, int most) {
            this.columns = columns;
            starts = new int[rows + 1];
            columnOf = new int[most];
            values = new float[most];
        }

        void add(int column, float value) {
            columnOf[size] = column;
            values[size++] = value;
        }

        void scale(int from, double by) {
            for (int i = from; i < size; i++) {
                values[i] *= (float) by;
            }
        }

        void end(int row) {
            starts[row + 1] = size;
        }

        SparseMatrix matrix() {
            return new SparseMatrix(
                    starts.length - 1,
                    columns,
                    starts,
                    Arrays.copyOf(columnOf, size),
                    Arrays.copyOf(values, size));
        }
    }
}
