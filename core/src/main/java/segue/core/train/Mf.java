package segue.core.train;

import segue.core.data.Weighting;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.RatingFoldIn;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Predicts how much somebody plays something they do play: biased matrix factorisation (Koren,
/// Bell, Volinsky 2009), `r = mean + b_u + b_i + x_u·y_i`, or SVD++ (Koren 2008), where `x_u` gains
/// `|N(u)|^-½ Σ z_j` over what the user has. By stochastic gradient descent from the biases of the
/// baseline, one user after the other in an order dealt anew each epoch, on one thread: the same
/// seed gives the same bytes.
///
/// Needs the counts of plays as they are. It learns from stored cells alone, so it says how much,
/// not whether: a poor recommender of new music by itself, a good judge among candidates.
///
/// @param rank numbers in a vector
/// @param iterations epochs
/// @param learningRate the length of a step; falls linearly to a tenth of it
/// @param regularization pulls the vectors of a sample towards 0
/// @param target what is predicted
/// @param implicit whether which items a user has counts besides how much they are played (SVD++)
public record Mf(
        int rank,
        int iterations,
        double learningRate,
        double regularization,
        Target target,
        boolean implicit)
        implements Algorithm {

    /// What is predicted. Ratings are standardised for learning, so the other settings mean the
    /// same for each.
    public enum Target {
        /// ln plays
        LOG,
        /// 1 + 4 · ln plays / ln(most plays): from 1 to 5
        SCALED,
        /// Plays as they are: refused.
        RAW
    }

    /// Chosen on HetRec 2011 by validating inside the training part.
    public static final Mf DEFAULTS = new Mf(16, 30, .01, .04, Target.SCALED, true);

    public Mf {
        Check.that(rank >= 1 && rank <= 2048, "rank must be 1..2048, is %s", rank);
        Check.that(iterations >= 1, "iterations must be at least 1, is %s", iterations);
        Check.that(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate must be above 0, is %s",
                learningRate);
        Check.that(
                regularization >= 0 && Double.isFinite(regularization),
                "regularization must not be negative, is %s",
                regularization);
        Check.that(
                target != Target.RAW,
                "target %s is refused: plays have so long a tail that a handful of cells make"
                        + " nearly all of the squared error, and RMSE means nothing; use log or"
                        + " scaled",
                "raw");
    }

    /// @throws IllegalArgumentException unless all weights are counts, whole numbers of at least 1
    /// Predicts counts, so it needs them as they are.
    @Override
    public Weighting weighting() {
        return new Weighting.Raw();
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        Ratings ratings = Ratings.of(data.matrix(), target);
        MfEpochs epochs = new MfEpochs(this, ratings, run);
        for (int iteration = 1; iteration <= iterations; iteration++) {
            run.check();
            double error = epochs.walk(iteration);
            if (!Double.isFinite(error)) {
                throw new SegueException.FitFailed(
                        iteration,
                        "the error is not a number any more; lower learningRate (now %s)"
                                .formatted(learningRate));
            }
            run.report(
                    "mf",
                    iteration,
                    iterations,
                    "RMSE in training %.4f".formatted(error * ratings.spread() * ratings.scale()));
        }
        return model(ratings, epochs);
    }

    private FactorModel model(Ratings ratings, MfEpochs epochs) {
        float unit = (float) (ratings.spread() * ratings.scale());
        Matrix users = Matrix.zeros(ratings.matrix().rows(), rank + 2);
        for (int user = 0; user < users.rows(); user++) {
            int to = users.offset(user);
            float[] x = epochs.user(user);
            for (int k = 0; k < rank; k++) {
                users.values()[to + k] = unit * x[k];
            }
            users.values()[to + rank] =
                    (float) ratings.rating((double) epochs.biases().ofUser().at(0, user));
            users.values()[to + rank + 1] = 1;
        }
        Matrix items = Matrix.zeros(ratings.matrix().columns(), rank + 2);
        for (int item = 0; item < items.rows(); item++) {
            int to = items.offset(item);
            System.arraycopy(
                    epochs.items().values(), epochs.items().offset(item), items.values(), to, rank);
            items.values()[to + rank] = 1;
            items.values()[to + rank + 1] = unit * epochs.biases().ofItem().at(0, item);
        }
        Matrix start = Matrix.zeros(1, rank + 2);
        start.values()[rank] = (float) ratings.rating(0.0);
        start.values()[rank + 1] = 1;
        return new FactorModel(
                users,
                items,
                new RatingFoldIn(start, regularization, ratings.offset(), ratings.scale()));
    }

    int stride() {
        return Kernels.padded(rank);
    }
}
