package segue.core.train;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Tells the factors of items from what else is known of them: for items that too few people play
/// to learn their factors from plays. Implementations are records of settings.
public interface Predictor {

    /// Learns from the items that are trusted and tells the factors of all, also of those it
    /// learned from.
    ///
    /// @param inputs what is known, `items × inputs`
    /// @param targets factors, `items × rank`; rows without trust are not looked at
    /// @param trust of each item, 0 or more: how much its factors count
    /// @return `items × rank`; the weighted mean of the targets where nothing is known of an item
    /// @throws IllegalArgumentException if no item is trusted, or the sizes do not fit
    Matrix predict(SparseMatrix inputs, Matrix targets, float[] trust, Run run);
}
