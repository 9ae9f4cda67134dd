package segue.core.model;

import java.util.OptionalInt;
import segue.core.math.SparseVector;

/// Whom a model is asked about: a user it was trained on, or just a history. Both carry what the
/// person has had to do with so far (column → weight, in the units the model was trained on), so
/// that someone who only typed three artists needs no second way in.
///
/// @param user the row the model was trained on; empty: the model folds the history in
/// @param history known items and their weights
public record Taste(OptionalInt user, SparseVector history) {

    /// A user of the training matrix.
    public static Taste ofUser(int user, SparseVector history) {
        return new Taste(OptionalInt.of(user), history);
    }

    /// Someone the model has never seen.
    public static Taste ofHistory(SparseVector history) {
        return new Taste(OptionalInt.empty(), history);
    }
}
