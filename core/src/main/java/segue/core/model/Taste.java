package segue.core.model;

import java.util.Optional;
import java.util.OptionalInt;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

/// Whom a model is asked about: a user it was trained on, or just a history. Both carry what the
/// person has had to do with so far (column → weight, in the units the model was trained on), so
/// that someone who only typed three artists needs no second way in.
///
/// @param user the row the model was trained on; empty: the model folds the history in
/// @param history known items and their weights
/// @param vector what a model of factors made of the history, `1 × rank`, so that it need not do so
///   again (see [Model#settled]); empty: the model does it when it is asked
public record Taste(OptionalInt user, SparseVector history, Optional<Matrix> vector) {

    public Taste(OptionalInt user, SparseVector history) {
        this(user, history, Optional.empty());
    }

    /// A user of the training matrix.
    public static Taste ofUser(int user, SparseVector history) {
        return new Taste(OptionalInt.of(user), history);
    }

    /// Someone the model has never seen.
    public static Taste ofHistory(SparseVector history) {
        return new Taste(OptionalInt.empty(), history);
    }
}
