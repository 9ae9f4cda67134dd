package segue.core.model;

import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// How a factor model makes a vector for a history it was not trained on. A closed family, since it
/// is saved with the model. Immutable and thread-safe.
public sealed interface FoldIn
        permits LeastSquaresFoldIn,
                MappedFoldIn,
                NonNegativeFoldIn,
                ProjectionFoldIn,
                RatingFoldIn {

    /// The vector of a history, as long as the rows of `items`.
    ///
    /// @param items the model's item factors
    /// @param history item → weight, in the units the model was trained on
    float[] user(Matrix items, SparseVector history);

    /// The part each history item has in the score of `item`; together they make the score, less
    /// what every listener is given.
    float[] parts(Matrix items, SparseVector history, int item);

    /// The parts of several items: what [#parts] gives for each, and sooner where what is the same
    /// for all need be done once.
    default float[][] partsAll(Matrix items, SparseVector history, int[] some) {
        float[][] parts = new float[some.length][];
        for (int i = 0; i < some.length; i++) {
            parts[i] = parts(items, history, some[i]);
        }
        return parts;
    }

    /// How many of the `columns` of the item factors say what an item is like; biases come after
    /// them.
    default int tasteColumns(int columns) {
        return columns;
    }
}
