package segue.core.train;

import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.NeighbourModel;
import segue.core.model.ProjectionFoldIn;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Embarrassingly shallow autoencoders (Steck 2019): the linear item-item model `x B` with zero
/// diagonal that rebuilds the matrix best, in closed form: with `P = (XᵀX + λI)⁻¹`, `B_ij = −P_ij /
/// P_jj`.
///
/// Solved over the smaller side. With fewer users than items, `P = (I − Xᵀ K⁻¹ X) / λ` with
/// `K = XXᵀ + λI` (Woodbury), so that for an item outside the history `(x B)_j = (X x) · (K⁻¹X)_j /
/// (λ P_jj)`: a factor model whose rank is the number of users.
///
/// Costs n³ flops on the smaller side `n`, and `4 n (2 n + items)` bytes; refuses what does not
/// fit.
///
/// @param regularization λ
public record Ease(double regularization) implements Algorithm {

    public static final Ease DEFAULTS = new Ease(3000);

    /// Right-hand sides solved at once.
    private static final int PANEL = 32;

    public Ease {
        if (!(regularization > 0)) {
            throw new IllegalArgumentException(
                    "regularization must be above 0, is " + regularization);
        }
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix matrix = data.matrix();
        boolean fewerUsers = matrix.rows() < matrix.columns();
        refuseWhatDoesNotFit(Math.min(matrix.rows(), matrix.columns()), matrix);
        return fewerUsers ? byUsers(matrix, run) : byItems(matrix, run);
    }

    private static void refuseWhatDoesNotFit(int side, SparseMatrix matrix) {
        double gigabytes = 4.0 * side * (2.0 * side + matrix.columns()) / 1e9;
        double available = Runtime.getRuntime().maxMemory() / 1e9;
        boolean tooLong = (long) side * matrix.columns() > Integer.MAX_VALUE - 8;
        if (gigabytes > .9 * available || tooLong) {
            throw new SegueException.Failed(
                    ("EASE on %,d users × %,d items needs %.1f GB, and %.1f GB are there."
                                    + " Leave out rare items (--min-listeners), or use item-knn or als.")
                            .formatted(matrix.rows(), matrix.columns(), gigabytes, available),
                    null);
        }
    }

    Model byItems(SparseMatrix matrix, Run run) {
        int n = matrix.columns();
        float[] p = inverse(gram(matrix.transpose()), n, run);
        int[] starts = new int[n + 1];
        int[] columns = new int[n * (n - 1)];
        float[] values = new float[n * (n - 1)];
        int size = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    columns[size] = j;
                    values[size++] = -p[i * n + j] / p[j * n + j];
                }
            }
            starts[i + 1] = size;
        }
        return new NeighbourModel(matrix.rows(), new SparseMatrix(n, n, starts, columns, values));
    }

    Model byUsers(SparseMatrix matrix, Run run) {
        int n = matrix.rows();
        float[] gram = gram(matrix);
        Matrix histories = new Matrix(n, n, gram.clone());
        float[] inverse = inverse(gram, n, run);
        SparseMatrix byItem = matrix.transpose();
        Matrix items = Matrix.zeros(matrix.columns(), n);
        Parallel.rows(
                items.rows(),
                256,
                run,
                () ->
                        (from, to) -> {
                            for (int item = from; item < to; item++) {
                                itemVector(byItem, item, inverse, items);
                            }
                        });
        return new FactorModel(histories, items, new ProjectionFoldIn(byItem));
    }

    /// `K⁻¹ x_j / (λ P_jj)` with `λ P_jj = 1 − x_jᵀ K⁻¹ x_j`.
    private static void itemVector(SparseMatrix byItem, int item, float[] inverse, Matrix items) {
        int n = items.columns();
        float[] to = items.values();
        int at = items.offset(item);
        for (int e = byItem.start(item); e < byItem.end(item); e++) {
            Kernels.BEST.addScaled(byItem.value(e), inverse, byItem.column(e) * n, to, at, n);
        }
        double own = 0;
        for (int e = byItem.start(item); e < byItem.end(item); e++) {
            own += (double) byItem.value(e) * to[at + byItem.column(e)];
        }
        float scale = (float) (1 / Math.max(1e-12, 1 - own));
        for (int k = at; k < at + n; k++) {
            to[k] *= scale;
        }
    }

    /// `A Aᵀ` of a sparse matrix, dense.
    private static float[] gram(SparseMatrix a) {
        int n = a.rows();
        float[] gram = new float[n * n];
        SparseMatrix t = a.transpose();
        for (int c = 0; c < t.rows(); c++) {
            for (int e = t.start(c); e < t.end(c); e++) {
                int row = t.column(e) * n;
                for (int f = t.start(c); f < t.end(c); f++) {
                    gram[row + t.column(f)] += t.value(e) * t.value(f);
                }
            }
        }
        return gram;
    }

    /// `(A + λI)⁻¹`; `a` is overwritten.
    private float[] inverse(float[] a, int n, Run run) {
        for (int i = 0; i < n; i++) {
            a[i * n + i] += (float) regularization;
        }
        if (!Cholesky.factor(a, n)) {
            throw new SegueException.FitFailed(
                    1,
                    "the equations have no stable solution; raise regularization (now %s)"
                            .formatted(regularization));
        }
        float[] inverse = new float[n * n];
        Parallel.rows(
                n,
                PANEL,
                run,
                () ->
                        (from, to) -> {
                            run.report("ease", to, n, "");
                            int width = to - from;
                            float[] b = new float[n * width];
                            for (int k = 0; k < width; k++) {
                                b[(from + k) * width + k] = 1;
                            }
                            Cholesky.solveAll(a, n, b, width);
                            for (int i = 0; i < n; i++) {
                                System.arraycopy(b, i * width, inverse, i * n + from, width);
                            }
                        });
        return inverse;
    }
}
