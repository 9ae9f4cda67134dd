package segue.core.math;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.run.Run;

/// The largest singular values of a sparse matrix and their vectors, by randomised subspace
/// iteration (Halko, Martinsson, Tropp 2011, algorithm 4.4): a random basis with a few columns to
/// spare is multiplied with the matrix and its transpose in turn and made orthonormal each time.
/// Costs `entries · rank` flops a product.
///
/// @param left `rows × rank`, orthonormal columns
/// @param values `1 × rank`, falling; 0 beyond the rank of the matrix, the vectors then too
/// @param right `columns × rank`, orthonormal columns
public record Svd(Matrix left, Matrix values, Matrix right) {

    private static final Kernels K = Kernels.BEST;

    /// Columns to spare: they make the last wanted ones converge sooner.
    private static final int SPARE = 10;

    /// Products with the matrix and its transpose before the last.
    private static final int POWERS = 6;

    /// Directions below this share of the largest eigenvalue of a Gram matrix are rounding errors.
    private static final double NEGLIGIBLE = 1e-6;

    /// @param transposed the transpose of `matrix`
    /// @param rank how many, at most the smaller side
    public static Svd of(
            SparseMatrix matrix,
            SparseMatrix transposed,
            int rank,
            SplittableRandom random,
            Run run) {
        int smaller = Math.min(matrix.rows(), matrix.columns());
        if (rank < 1 || rank > smaller) {
            throw new IllegalArgumentException(
                    "rank must be 1..%d, is %d".formatted(smaller, rank));
        }
        int width = Math.min(smaller, rank + SPARE);
        Matrix right = Matrix.zeros(matrix.columns(), Kernels.padded(width));
        for (int row = 0; row < right.rows(); row++) {
            for (int k = 0; k < width; k++) {
                right.values()[right.offset(row) + k] = (float) random.nextGaussian();
            }
        }
        Matrix left = right;
        for (int power = 0; power <= POWERS; power++) {
            left = orthonormal(multiply(matrix, right, run), width, run);
            right = multiply(transposed, left, run);
            if (power < POWERS) {
                right = orthonormal(right, width, run);
            }
        }
        Eigen axes = eigen(right, width, run);
        float[] values = new float[rank];
        for (int k = 0; k < rank; k++) {
            values[k] = (float) Math.sqrt(Math.max(0, axes.values().at(0, k)));
        }
        Products.rotate(left, axes.vectors(), run);
        Products.rotate(right, inverseRoots(axes), run);
        return new Svd(first(left, rank), new Matrix(1, rank, values), first(right, rank));
    }

    /// `matrix · right`, of the same padded width.
    private static Matrix multiply(SparseMatrix matrix, Matrix right, Run run) {
        int stride = right.columns();
        Matrix product = Matrix.zeros(matrix.rows(), stride);
        Parallel.rows(
                matrix.rows(),
                256,
                run,
                () -> {
                    float[] sum = new float[stride];
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            Arrays.fill(sum, 0);
                            K.combine(
                                    matrix.columnArray(),
                                    matrix.valueArray(),
                                    matrix.start(row),
                                    matrix.end(row),
                                    right.values(),
                                    stride,
                                    sum);
                            System.arraycopy(sum, 0, product.values(), product.offset(row), stride);
                        }
                    };
                });
        return product;
    }

    /// The same column space with orthonormal columns; columns of no length become 0.
    private static Matrix orthonormal(Matrix y, int width, Run run) {
        Products.rotate(y, inverseRoots(eigen(y, width, run)), run);
        return y;
    }

    private static Eigen eigen(Matrix y, int width, Run run) {
        Matrix gram = Products.gram(y, run);
        Matrix small = Matrix.zeros(width, width);
        for (int k = 0; k < width; k++) {
            System.arraycopy(gram.values(), gram.offset(k), small.values(), small.offset(k), width);
        }
        return Eigen.of(small);
    }

    /// `V Λ^(-½)`.
    private static Matrix inverseRoots(Eigen axes) {
        int n = axes.values().columns();
        float[] scaled = axes.vectors().values().clone();
        double negligible = NEGLIGIBLE * Math.max(0, axes.values().at(0, 0));
        for (int k = 0; k < n; k++) {
            double value = axes.values().at(0, k);
            double scale = value > negligible ? 1 / Math.sqrt(value) : 0;
            for (int row = 0; row < n; row++) {
                scaled[row * n + k] *= (float) scale;
            }
        }
        return new Matrix(n, n, scaled);
    }

    private static Matrix first(Matrix padded, int rank) {
        Matrix matrix = Matrix.zeros(padded.rows(), rank);
        for (int row = 0; row < padded.rows(); row++) {
            System.arraycopy(
                    padded.values(), padded.offset(row), matrix.values(), matrix.offset(row), rank);
        }
        return matrix;
    }
}
