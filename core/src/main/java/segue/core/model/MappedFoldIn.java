package segue.core.model;

import java.util.Arrays;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// A linear map from what someone has to a vector: `x = start + M h`, where `h = Σ w y / √Σw²` is
/// the sum of the vectors of the history (Paterek 2007, NSVD; Kabbur, Ning, Karypis 2013, FISM).
/// `M` was fitted to the vectors that training gave to users with known histories. For models that
/// were trained on samples, where no equation gives a user's vector.
///
/// @param map `M`, `rank × rank`
/// @param start `1 × rank`, the vector of someone with no history; where the factors of an item end
///   with its bias, this ends with 1
public record MappedFoldIn(Matrix map, Matrix start) implements FoldIn {

    private static final Kernels K = Kernels.BEST;

    @Override
    public float[] user(Matrix items, SparseVector history) {
        float[] h = sum(items, history);
        float[] x = start.row(0);
        for (int k = 0; k < x.length; k++) {
            x[k] += K.dot(map.values(), map.offset(k), h, 0, h.length);
        }
        return x;
    }

    /// `h` of a history: the sum of the vectors of its items, each times its weight, over the
    /// length of the weights.
    public static float[] sum(Matrix items, SparseVector history) {
        float[] h = new float[items.columns()];
        float scale = scale(history);
        for (int i = 0; i < history.size(); i++) {
            int y = items.offset(history.column(i));
            K.addScaled(scale * history.value(i), items.values(), y, h, 0, h.length);
        }
        return h;
    }

    private static float scale(SparseVector history) {
        double squares = 0;
        for (int i = 0; i < history.size(); i++) {
            squares += (double) history.value(i) * history.value(i);
        }
        return squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    }

    /// `w_j y_jᵀ Mᵀ y_item / √Σw²`.
    @Override
    public float[] parts(Matrix items, SparseVector history, int item) {
        float[] z = new float[items.columns()];
        for (int k = 0; k < z.length; k++) {
            K.addScaled(items.at(item, k), map.values(), map.offset(k), z, 0, z.length);
        }
        float[] parts = new float[history.size()];
        float scale = scale(history);
        for (int i = 0; i < parts.length; i++) {
            float likeness = K.dot(items.values(), items.offset(history.column(i)), z, 0, z.length);
            parts[i] = scale * history.value(i) * likeness;
        }
        return parts;
    }

    /// The last column is an item's bias.
    @Override
    public int tasteColumns(int columns) {
        return columns - 1;
    }

    /// Everybody at the start: nothing is known of tastes.
    public static MappedFoldIn none(int rank) {
        float[] start = new float[rank];
        Arrays.fill(start, rank - 1, rank, 1);
        return new MappedFoldIn(Matrix.zeros(rank, rank), new Matrix(1, rank, start));
    }
}
