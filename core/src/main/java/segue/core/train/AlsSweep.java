package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Eigen;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Half an iteration of [Als]: solves every row of one side while the other is fixed.
///
/// First both sides are turned to the axes in which `YᵀY` is diagonal (its eigenvectors; no score
/// changes). The part of a row's equations that all rows share is then a diagonal: it costs nothing
/// to multiply with, and dividing by it preconditions the conjugate gradients.
final class AlsSweep {

    private static final Kernels K = Kernels.BEST;

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

    /// The first `rank` columns, without the padding.
    static Matrix strip(Matrix padded, int rank) {
        return strip(padded, padded.rows(), rank);
    }

    /// The first `rank` rows and columns of a square matrix.
    static Matrix stripSquare(Matrix padded, int rank) {
        return strip(padded, rank, rank);
    }

    private static Matrix strip(Matrix padded, int rows, int rank) {
        Matrix matrix = Matrix.zeros(rows, rank);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    padded.values(), padded.offset(row), matrix.values(), matrix.offset(row), rank);
        }
        return matrix;
    }

    /// The same numbers with columns of 0 after them: what [#strip] took away.
    static Matrix pad(Matrix stripped, int stride) {
        Matrix matrix = Matrix.zeros(stripped.rows(), stride);
        for (int row = 0; row < stripped.rows(); row++) {
            System.arraycopy(
                    stripped.values(),
                    stripped.offset(row),
                    matrix.values(),
                    matrix.offset(row),
                    stripped.columns());
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
        Eigen axes = Eigen.of(stripSquare(Products.gram(y, run), als.rank()));
        Products.rotate(x, axes.vectors(), run);
        Products.rotate(y, axes.vectors(), run);
        return new AlsRows(als, run, matrix, x, y, axes.values()).solve();
    }
}
