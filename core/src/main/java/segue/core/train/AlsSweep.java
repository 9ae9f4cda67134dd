package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Eigen;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Half an iteration of [Als]: solves every row of one side while the other is fixed.
///
/// First both sides are turned to the axes in which `YᵀY` is diagonal (its eigenvectors; no score
/// changes). The part of a row's equations that all rows share is then a diagonal: it costs nothing
/// to multiply with, and dividing by it preconditions the conjugate gradients.
final class AlsSweep {

    private static final Kernels K = Kernels.BEST;

    /// Rows of one piece of the Gram matrix; fixed, so that sums do not depend on threads.
    private static final int GRAM_ROWS = 4096;

    private final Als als;
    private final Run run;

    AlsSweep(Als als, Run run) {
        this.als = als;
        this.run = run;
    }

    /// Uniform in [0, .01) in the first `rank` columns, 0 in the padding.
    static Matrix random(int rows, int rank, int stride, SplittableRandom random) {
        Matrix matrix = Matrix.zeros(rows, stride);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < rank; k++) {
                matrix.values()[matrix.offset(row) + k] = (float) (random.nextDouble() * .01);
            }
        }
        return matrix;
    }

    /// The first `rank` columns (and rows, of a square matrix) without the padding.
    static Matrix strip(Matrix padded, int rank) {
        int rows = padded.rows() == padded.columns() ? rank : padded.rows();
        Matrix matrix = Matrix.zeros(rows, rank);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    padded.values(), padded.offset(row), matrix.values(), matrix.offset(row), rank);
        }
        return matrix;
    }

    /// Σ λ_r |x_r|².
    double penalty(SparseMatrix matrix, Matrix x) {
        double sum = 0;
        for (int row = 0; row < x.rows(); row++) {
            int at = x.offset(row);
            double square = K.dot(x.values(), at, x.values(), at, x.columns());
            sum += als.regularization(matrix.count(row), matrix.columns()) * square;
        }
        return sum;
    }

    /// Solves all rows of `x` in place, given `y`. Both are rotated.
    ///
    /// @return the part of the loss that these rows have: their cells and their penalty
    double solve(SparseMatrix matrix, Matrix x, Matrix y) {
        Eigen axes = Eigen.of(strip(gram(y), als.rank()));
        rotate(x, axes.vectors());
        rotate(y, axes.vectors());
        return new AlsRows(als, run, matrix, x, y, axes.values()).solve();
    }

    /// `YᵀY`, full and symmetric, `stride × stride`.
    Matrix gram(Matrix y) {
        int stride = y.columns();
        int pieces = Math.ceilDiv(y.rows(), GRAM_ROWS);
        float[][] partial = new float[pieces][];
        Parallel.rows(
                pieces,
                1,
                run,
                () ->
                        (from, to) -> {
                            int first = from * GRAM_ROWS;
                            int count = Math.min(GRAM_ROWS, y.rows() - first);
                            partial[from] = gramOf(y, first, count);
                        });
        double[] sum = new double[stride * stride];
        for (float[] piece : partial) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += piece[i];
            }
        }
        Matrix gram = Matrix.zeros(stride, stride);
        for (int i = 0; i < stride; i++) {
            for (int j = 0; j <= i; j++) {
                float value = (float) sum[j * stride + i];
                gram.values()[i * stride + j] = value;
                gram.values()[j * stride + i] = value;
            }
        }
        return gram;
    }

    /// In blocks that stay in the L1 cache while every tile of the result passes over them.
    private static float[] gramOf(Matrix y, int first, int count) {
        int stride = y.columns();
        int block = Math.max(16, 4096 / stride);
        float[] a = new float[stride * stride];
        for (int row = first; row < first + count; row += block) {
            int rows = Math.min(block, first + count - row);
            K.rankUpdate(y.values(), y.offset(row), y.values(), y.offset(row), rows, stride, a);
        }
        return a;
    }

    /// `x ← x Q` for the first `rank` columns; the padding stays 0.
    private void rotate(Matrix x, Matrix q) {
        int stride = x.columns();
        float[] panels = panels(q, stride);
        Parallel.rows(
                x.rows(),
                6 * 128,
                run,
                () -> {
                    float[] tile = new float[Kernels.TILE * stride];
                    float[] out = new float[Kernels.TILE * Kernels.PAD];
                    return (from, to) -> {
                        for (int row = from; row < to; row += Kernels.TILE) {
                            rotateTile(x, row, Math.min(Kernels.TILE, to - row), panels, tile, out);
                        }
                    };
                });
    }

    private static void rotateTile(
            Matrix x, int row, int count, float[] panels, float[] tile, float[] out) {
        int stride = x.columns();
        System.arraycopy(x.values(), x.offset(row), tile, 0, count * stride);
        for (int column = 0; column < stride; column += Kernels.PAD) {
            K.scores(tile, 0, count, stride, panels, column * stride, out);
            for (int u = 0; u < count; u++) {
                System.arraycopy(
                        out, u * Kernels.PAD, x.values(), x.offset(row + u) + column, Kernels.PAD);
            }
        }
    }

    /// Columns of `q` in panels of [Kernels#PAD], `stride` rows each.
    private static float[] panels(Matrix q, int stride) {
        float[] panels = new float[stride * stride];
        for (int k = 0; k < q.rows(); k++) {
            for (int j = 0; j < q.columns(); j++) {
                int panel = j / Kernels.PAD;
                panels[(panel * stride + k) * Kernels.PAD + j % Kernels.PAD] = q.at(k, j);
            }
        }
        return panels;
    }
}
