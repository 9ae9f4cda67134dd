package segue.core.train;

import java.util.Arrays;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.model.Ranking;
import segue.core.model.TopN;
import segue.core.run.Run;

/// The product of two sparse matrices, of which only the strongest cells of each row are kept.
///
/// One row at a time (Gustavson 1978): its cells are summed in a dense array that fits the cache,
/// and the columns touched are remembered. Memory is the kept links and one such array a thread.
final class Overlaps {

    private Overlaps() {}

    /// What a cell becomes.
    @FunctionalInterface
    interface Strength {
        /// @param dot the cell of the product
        /// @param shared how many terms it has
        /// @return the link's strength; 0 or less is dropped
        float of(int row, int column, double dot, int shared);
    }

    /// The `keep` strongest cells of each row of `left · right`, the diagonal left out.
    static SparseMatrix topLinks(
            SparseMatrix left, SparseMatrix right, int keep, Strength strength, Run run) {
        int rows = left.rows();
        int[][] columns = new int[rows][];
        float[][] values = new float[rows][];
        Parallel.rows(
                rows,
                64,
                run,
                () -> {
                    Row row = new Row(left, right, keep, strength);
                    return (from, to) -> {
                        for (int r = from; r < to; r++) {
                            row.multiply(r);
                            columns[r] = row.columns();
                            values[r] = row.values(columns[r]);
                        }
                        run.report("links", to, rows, "");
                    };
                });
        return join(columns, values, right.columns());
    }

    private static SparseMatrix join(int[][] columns, float[][] values, int width) {
        int[] starts = new int[columns.length + 1];
        for (int r = 0; r < columns.length; r++) {
            starts[r + 1] = Math.addExact(starts[r], columns[r].length);
        }
        int[] allColumns = new int[starts[columns.length]];
        float[] allValues = new float[allColumns.length];
        for (int r = 0; r < columns.length; r++) {
            System.arraycopy(columns[r], 0, allColumns, starts[r], columns[r].length);
            System.arraycopy(values[r], 0, allValues, starts[r], values[r].length);
            columns[r] = new int[0];
            values[r] = new float[0];
        }
        return new SparseMatrix(columns.length, width, starts, allColumns, allValues);
    }

    /// A thread's dense row.
    private static final class Row {
        private final SparseMatrix left;
        private final SparseMatrix right;
        private final Strength strength;
        private final TopN top;
        private final float[] sum;
        private final int[] shared;
        private final int[] touched;
        private final float[] kept;

        Row(SparseMatrix left, SparseMatrix right, int keep, Strength strength) {
            this.left = left;
            this.right = right;
            this.strength = strength;
            this.top = new TopN(Math.min(keep, Math.max(1, right.columns())));
            this.sum = new float[right.columns()];
            this.shared = new int[right.columns()];
            this.touched = new int[right.columns()];
            this.kept = new float[right.columns()];
        }

        void multiply(int row) {
            int size = 0;
            for (int l = left.start(row); l < left.end(row); l++) {
                int middle = left.column(l);
                float scale = left.value(l);
                for (int r = right.start(middle); r < right.end(middle); r++) {
                    int column = right.column(r);
                    if (shared[column]++ == 0) {
                        touched[size++] = column;
                    }
                    sum[column] += scale * right.value(r);
                }
            }
            for (int i = 0; i < size; i++) {
                int column = touched[i];
                if (column != row) {
                    float link = strength.of(row, column, sum[column], shared[column]);
                    if (link > 0 && link >= top.threshold()) {
                        top.offer(column, link);
                    }
                }
                sum[column] = 0;
                shared[column] = 0;
            }
        }

        /// The kept columns, ascending.
        int[] columns() {
            Ranking ranking = top.take();
            int[] columns = new int[ranking.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = ranking.item(i);
                kept[columns[i]] = ranking.score(i);
            }
            Arrays.sort(columns);
            return columns;
        }

        float[] values(int[] columns) {
            float[] values = new float[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = kept[columns[i]];
            }
            return values;
        }
    }
}
