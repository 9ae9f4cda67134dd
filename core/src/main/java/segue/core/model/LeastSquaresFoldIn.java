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

    /// The system is factored once.
    @Override
    public float[][] partsAll(Matrix items, SparseVector history, int[] some) {
        float[] system = system(items, history);
        float[][] parts = new float[some.length][history.size()];
        for (int s = 0; s < some.length; s++) {
            float[] z = items.row(some[s]);
            Cholesky.solve(system, z.length, z);
            for (int i = 0; i < history.size(); i++) {
                float likeness =
                        K.dot(items.values(), items.offset(history.column(i)), z, 0, z.length);
                parts[s][i] = (float) (alpha * Math.max(0, history.value(i))) * likeness;
            }
        }
        return parts;
    }

    private float[] system(Matrix items, SparseVector history) {
        int rank = items.columns();
        float[] a = new float[rank * rank];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (unobserved * gram.values()[i]);
        }
        double lambda = regularization + perItem * history.size();
        for (int k = 0; k < rank; k++) {
            a[k * rank + k] += (float) lambda;
        }
        for (int i = 0; i < history.size(); i++) {
            double value = history.value(i);
            float weight =
                    (float)
                            (value < 0
                                    ? Math.max(0, -alpha * value - subtracted)
                                    : alpha * value - subtracted);
            int y = items.offset(history.column(i));
            for (int k = 0; k < rank; k++) {
                K.addScaled(
                        weight * items.values()[y + k],
                        items.values(),
                        y + k,
                        a,
                        k * rank + k,
                        rank - k);
            }
        }
        if (!Cholesky.factor(a, rank)) {
            throw new IllegalArgumentException(
                    "this history cannot be folded in: its weights are too large or negative");
        }
        return a;
    }
}
