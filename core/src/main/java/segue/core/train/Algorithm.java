package segue.core.train;

import java.util.Optional;
import segue.core.data.Weighting;
import segue.core.model.Model;
import segue.core.run.Run;

/// Learns from data. Implementations are records of settings: each has a `DEFAULTS` constant and is
/// listed in [Algorithms].
public interface Algorithm {

    /// Trains a model. The same settings, data and seed give the same model.
    ///
    /// @throws segue.core.run.SegueException.FitFailed if numbers run away
    /// @throws segue.core.run.SegueException.Cancelled if the run was cancelled
    Model fit(TrainingData data, Run run);

    /// What the data lack without which there is nothing to learn from ("needs tags: …"); empty
    /// where nothing does.
    default Optional<String> missing(TrainingData data) {
        return Optional.empty();
    }

    /// Whether it learns from when things were played.
    default boolean dated() {
        return false;
    }

    /// How counts are weighed when nobody says.
    default Weighting weighting() {
        return new Weighting.Log1p();
    }
}
