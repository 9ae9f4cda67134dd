package segue.core.model;

import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// The exact least-squares solution that ALS would give a new user, `A x = b` with `A = u YᵀY + λ I
/// + Σ (w − s) y yᵀ` and `b = Σ w y` over the history (Hu, Koren, Volinsky 2008, eq. 4). Immutable
/// and thread-safe. A weight below 0 speaks against an item: its target is 0, with the confidence
/// of a weight of that size, as in Hu et al. a cell without plays of which more is known. One solve
/// costs `rank³/3 + rank²·items` flops.
///
/// @param gram `YᵀY`, `rank × rank`, over all items
/// @param alpha what a weight is multiplied with: w = alpha · weight
/// @param unobserved `u`, the weight of every cell's pull towards 0
/// @param subtracted `s`: 1 where `w` is the whole confidence of a cell, 0 where it comes on top
/// @param regularization λ for a history of no items
/// @param perItem what each item of the history adds to λ
public record LeastSquaresFoldIn(
        Matrix gram,
        double alpha,
        double unobserved,
        double subtracted,
        double regularization,
        double perItem)
        implements FoldIn {

    private static final Kernels K = Kernels.BEST;

    /// So much of a history stays in the cache of a core.
    private static final int BLOCK = 32;

    @Override
    public float[] user(Matrix items, SparseVector history) {
        float[] system = system(items, history);
        float[] x = new float[items.columns()];
        for (int i = 0; i < history.size(); i++) {
            float w = (float) (alpha * Math.max(0, history.value(i)));
            K.addScaled(w, items.values(), items.offset(history.column(i)), x, 0, x.length);
        }
        Cholesky.solve(system, x.length, x);
        return x;
    }

    /// `w_j y_jᵀ A⁻¹ y_item` (Hu et al., eq. 7).
    @Override
    public float[] parts(Matrix items, SparseVector history, int item) {
        return partsAll(items, history, new int[] {item})[0];
    }

    /// The system is factored once, and the history read once for all items.
    @Override
    public float[][] partsAll(Matrix items, SparseVector history, int[] some) {
        float[] system = system(items, history);
        int rank = items.columns();
        int stride = Kernels.padded(rank);
        float[][] solved = new float[some.length][stride];
        for (int s = 0; s < some.length; s++) {
            float[] z = items.row(some[s]);
            Cholesky.solve(system, rank, z);
            System.arraycopy(z, 0, solved[s], 0, rank);
        }
        float[][] parts = new float[some.length][history.size()];
        float[] rows = new float[BLOCK * stride];
        float[] likeness = new float[BLOCK];
        for (int from = 0; from < history.size(); from += BLOCK) {
            int count = gather(items, history, from, stride, rows);
            for (int s = 0; s < some.length; s++) {
                K.rowDots(rows, count, stride, solved[s], likeness);
                for (int i = 0; i < count; i++) {
                    double weight = alpha * Math.max(0, history.value(from + i));
                    parts[s][from + i] = (float) weight * likeness[i];
                }
            }
        }
        return parts;
    }

    /// The factors of a block of the history, padded for the kernels.
    ///
    /// @return how many
    private static int gather(
            Matrix items, SparseVector history, int from, int stride, float[] rows) {
        int count = Math.min(BLOCK, history.size() - from);
        for (int i = 0; i < count; i++) {
            System.arraycopy(
                    items.values(),
                    items.offset(history.column(from + i)),
                    rows,
                    i * stride,
                    items.columns());
        }
        return count;
    }

    /// `A`, on and above the diagonal.
    private float[] system(Matrix items, SparseVector history) {
        int rank = items.columns();
        int stride = Kernels.padded(rank);
        float[] sum = new float[stride * stride];
        float[] rows = new float[BLOCK * stride];
        float[] weighed = new float[rows.length];
        for (int from = 0; from < history.size(); from += BLOCK) {
            int count = gather(items, history, from, stride, rows);
            for (int i = 0; i < count; i++) {
                float weight = weight(history.value(from + i));
                for (int k = i * stride; k < i * stride + rank; k++) {
                    weighed[k] = weight * rows[k];
                }
            }
            K.rankUpdate(rows, 0, weighed, 0, count, stride, sum);
        }
        float[] a = new float[rank * rank];
        for (int row = 0; row < rank; row++) {
            for (int k = row; k < rank; k++) {
                a[row * rank + k] =
                        (float) (unobserved * gram.values()[row * rank + k])
                                + sum[row * stride + k];
            }
            a[row * rank + row] += (float) (regularization + perItem * history.size());
        }
        if (!Cholesky.factor(a, rank)) {
            throw new IllegalArgumentException(
                    "this history cannot be folded in: its weights are too large or negative");
        }
        return a;
    }

    /// How much more than an unobserved cell one of the history pulls.
    private float weight(double value) {
        return (float)
                (value < 0 ? Math.max(0, -alpha * value - subtracted) : alpha * value - subtracted);
    }
}
