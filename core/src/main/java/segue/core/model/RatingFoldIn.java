package segue.core.model;

import java.util.Arrays;
import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// The ridge regression of a history's ratings on the vectors of its items, for models that predict
/// ratings. An item's factors are `[y, 1, bias]`, a user's `[x, mean, 1]`; `x` and `mean` are
/// solved for, pulled towards `start`. A weight `w` of the history is rated `offset + scale · ln
/// w`.
///
/// @param start `1 × rank`, the vector of someone with no history
/// @param perItem the ridge, for each item of the history
/// @param offset the rating of a single play
/// @param scale how much a rating rises with the logarithm of the plays
public record RatingFoldIn(Matrix start, double perItem, double offset, double scale)
        implements FoldIn {

    private static final Kernels K = Kernels.BEST;

    @Override
    public float[] user(Matrix items, SparseVector history) {
        float[] x = start.row(0);
        if (history.size() == 0) {
            return x;
        }
        int free = x.length - 1;
        float[] b = new float[free];
        for (int i = 0; i < history.size(); i++) {
            int y = items.offset(history.column(i));
            K.addScaled(surprise(items, history, i), items.values(), y, b, 0, free);
        }
        Cholesky.solve(system(items, history), free, b);
        K.addScaled(1, b, 0, x, 0, free);
        return x;
    }

    /// By how much a rating exceeds what everybody would be expected to give the item.
    private float surprise(Matrix items, SparseVector history, int i) {
        int y = items.offset(history.column(i));
        double rating = offset + scale * Math.log(Math.max(1, history.value(i)));
        return (float) (rating - K.dot(start.values(), 0, items.values(), y, start.columns()));
    }

    private float[] system(Matrix items, SparseVector history) {
        int free = start.columns() - 1;
        float[] a = new float[free * free];
        for (int i = 0; i < history.size(); i++) {
            int y = items.offset(history.column(i));
            for (int k = 0; k < free; k++) {
                float scaled = items.values()[y + k];
                K.addScaled(scaled, items.values(), y + k, a, k * free + k, free - k);
            }
        }
        for (int k = 0; k < free; k++) {
            a[k * free + k] += (float) Math.max(1e-3, perItem * history.size());
        }
        if (!Cholesky.factor(a, free)) {
            throw new IllegalArgumentException(
                    "this history cannot be folded in: weights too large");
        }
        return a;
    }

    /// `surprise_j · y_jᵀ A⁻¹ y_item`.
    @Override
    public float[] parts(Matrix items, SparseVector history, int item) {
        int free = start.columns() - 1;
        float[] parts = new float[history.size()];
        if (parts.length == 0) {
            return parts;
        }
        float[] z = Arrays.copyOf(items.row(item), free);
        Cholesky.solve(system(items, history), free, z);
        for (int i = 0; i < parts.length; i++) {
            float likeness = K.dot(items.values(), items.offset(history.column(i)), z, 0, free);
            parts[i] = surprise(items, history, i) * likeness;
        }
        return parts;
    }

    /// The last two columns are 1 and an item's bias.
    @Override
    public int tasteColumns(int columns) {
        return columns - 2;
    }
}
