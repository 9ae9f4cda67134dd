package segue.core.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// What the algorithms that learn from samples have in common: where they begin, what counts as
/// had, and what becomes of users and items that no sample ever met.
final class Positives {

    private Positives() {}

    /// Only the entries above 0; the matrix itself if all are.
    static SparseMatrix of(SparseMatrix matrix) {
        int[] starts = new int[matrix.rows() + 1];
        int[] columns = new int[matrix.entries()];
        float[] values = new float[matrix.entries()];
        int size = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                if (matrix.value(e) > 0) {
                    columns[size] = matrix.column(e);
                    values[size++] = matrix.value(e);
                }
            }
            starts[row + 1] = size;
        }
        return size == matrix.entries()
                ? matrix
                : new SparseMatrix(
                        matrix.rows(),
                        matrix.columns(),
                        starts,
                        Arrays.copyOf(columns, size),
                        Arrays.copyOf(values, size));
    }

    /// Uniform in ±½ / rank in the first `rank` columns, 0 in the padding.
    static Matrix uniform(int rows, int rank, int stride, SplittableRandom random) {
        Matrix matrix = Matrix.zeros(rows, stride);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < rank; k++) {
                matrix.values()[matrix.offset(row) + k] =
                        (float) ((random.nextDouble() - .5) / rank);
            }
        }
        return matrix;
    }

    /// Gives users and items without entries no vector instead of the random one they began with,
    /// and such items the lowest bias there is.
    static void forgetUnplayed(SparseMatrix matrix, Matrix users, Matrix items, float[] bias) {
        for (int user = 0; user < matrix.rows(); user++) {
            if (matrix.count(user) == 0) {
                clear(users, user);
            }
        }
        boolean[] played = new boolean[matrix.columns()];
        float lowest = 0;
        for (int item : matrix.columnArray()) {
            played[item] = true;
            lowest = Math.min(lowest, bias[item]);
        }
        for (int item = 0; item < played.length; item++) {
            if (!played[item]) {
                clear(items, item);
                bias[item] = lowest;
            }
        }
    }

    private static void clear(Matrix matrix, int row) {
        int at = matrix.offset(row);
        Arrays.fill(matrix.values(), at, at + matrix.columns(), 0);
    }
}
