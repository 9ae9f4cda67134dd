package segue.core.model;

import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// The non-negative vector that best gives back a history, all other items being 0:
/// `min ½ xᵀ(G + l2 I)x − bᵀx + l1 Σx, x ≥ 0` with `b = Σ w y`, by coordinate descent from 0. Each
/// sweep costs `rank²` flops; it ends when the gradient has vanished in float precision.
///
/// @param gram `YᵀY`, `rank × rank`, over all items
/// @param l1 pull towards few factors
/// @param l2 pull towards small factors
public record NonNegativeFoldIn(Matrix gram, double l1, double l2) implements FoldIn {

    private static final Kernels K = Kernels.BEST;
    private static final int SWEEPS = 200;

    @Override
    public float[] user(Matrix items, SparseVector history) {
        int rank = items.columns();
        float[] b = new float[rank];
        for (int i = 0; i < history.size(); i++) {
            int y = items.offset(history.column(i));
            K.addScaled(history.value(i), items.values(), y, b, 0, rank);
        }
        float[] x = new float[rank];
        double first = 0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double violation = sweep(b, x);
            if (sweep == 0) {
                first = violation;
            }
            if (violation <= first * 1e-5) {
                break;
            }
        }
        return x;
    }

    /// One step along every coordinate; the sum of the gradients that could still be followed.
    private double sweep(float[] b, float[] x) {
        double violation = 0;
        for (int k = 0; k < x.length; k++) {
            double slope =
                    K.dot(gram.values(), gram.offset(k), x, 0, x.length) + l2 * x[k] - b[k] + l1;
            violation += x[k] == 0 ? Math.max(0, -slope) : Math.abs(slope);
            double curve = gram.at(k, k) + l2;
            if (curve > 0) {
                x[k] = (float) Math.max(0, x[k] - slope / curve);
            }
        }
        return violation;
    }

    /// Each item's share in `x`, split along the factors by how much it has of them:
    /// `Σ_k x_k y_item,k · w_j y_jk / b_k`.
    @Override
    public float[] parts(Matrix items, SparseVector history, int item) {
        float[] x = user(items, history);
        float[] parts = new float[history.size()];
        for (int k = 0; k < x.length; k++) {
            double b = 0;
            for (int i = 0; i < parts.length; i++) {
                b += history.value(i) * items.at(history.column(i), k);
            }
            for (int i = 0; i < parts.length && b > 0; i++) {
                double share = history.value(i) * items.at(history.column(i), k) / b;
                parts[i] += (float) (share * x[k] * items.at(item, k));
            }
        }
        return parts;
    }
}
