package segue.core.train;

import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Ranks by sums of feature vectors, as LightFM does (Kula 2015): the vector of a user or an item
/// is its own plus those of its features, so an item with features can be recommended before anyone
/// has played it. Learns by Adagrad from pairs of an item the user has and one the user does not,
/// see [Loss]. Ends in factors with the items' biases as a last column.
///
/// An epoch visits every entry above 0 once. Users and items are kept apart by [Strata] and so the
/// same seed gives the same bytes at any number of threads; with features, which belong to many,
/// one thread does the work. Memory: the matrix, 8 bytes an entry, the factors twice.
///
/// @param rank numbers in a vector
/// @param iterations epochs
/// @param learningRate the length of the first steps; Adagrad shortens them
/// @param loss which pairs count, and how much
/// @param maxSampled how many items are tried to find one that ranks too high; only for
///   [Loss#WARP]
/// @param userRegularization pulls users towards 0 whenever a sample meets them
/// @param itemRegularization the same for items
public record Warp(
        int rank,
        int iterations,
        double learningRate,
        Loss loss,
        int maxSampled,
        double userRegularization,
        double itemRegularization)
        implements Algorithm {

    /// What is minimised.
    public enum Loss {
        /// Weighted approximate-rank pairwise (Weston, Bengio, Usunier 2011): items the user does
        /// not have are tried until one scores within 1 of the item the user has; how soon it is
        /// found tells that item's rank, and a step is as long as the logarithm of the rank. Aims
        /// at the top of the list.
        WARP,
        /// The pairwise logistic loss (Rendle et al. 2009) with one item tried.
        BPR
    }

    /// Chosen on HetRec 2011 by validating inside the training part.
    public static final Warp DEFAULTS = new Warp(128, 40, .05, Loss.WARP, 50, 1, 2);

    public Warp {
        Check.that(rank >= 1 && rank <= 2048, "rank must be 1..2048, is %s", rank);
        Check.that(iterations >= 1, "iterations must be at least 1, is %s", iterations);
        Check.that(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate must be above 0, is %s",
                learningRate);
        Check.that(maxSampled >= 1, "maxSampled must be at least 1, is %s", maxSampled);
        Check.that(
                userRegularization >= 0 && Double.isFinite(userRegularization),
                "userRegularization must not be negative, is %s",
                userRegularization);
        Check.that(
                itemRegularization >= 0 && Double.isFinite(itemRegularization),
                "itemRegularization must not be negative, is %s",
                itemRegularization);
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix matrix = Positives.of(data.matrix());
        Embeddings users = new Embeddings(data.userFeatures(), rank, run.random("warp users"));
        Embeddings items = new Embeddings(data.itemFeatures(), rank, run.random("warp items"));
        Strata strata = new Strata(matrix, !users.shared() && !items.shared(), run);
        for (int iteration = 1; iteration <= iterations; iteration++) {
            double sum =
                    strata.epoch(
                            "warp " + iteration,
                            () -> new WarpWalk(this, matrix, strata, users, items));
            double mean = sum / Math.max(1, matrix.entries());
            if (!Double.isFinite(mean)) {
                throw new SegueException.FitFailed(
                        iteration,
                        "the loss is not a number any more; lower learningRate (now %s)"
                                .formatted(learningRate));
            }
            run.report("warp", iteration, iterations, "loss %.4f".formatted(mean));
        }
        return model(matrix, users, items, run);
    }

    private FactorModel model(SparseMatrix matrix, Embeddings users, Embeddings items, Run run) {
        boolean[] userMet = new boolean[matrix.rows()];
        boolean[] itemMet = new boolean[matrix.columns()];
        for (int user = 0; user < userMet.length; user++) {
            userMet[user] = matrix.count(user) > 0;
        }
        for (int item : matrix.columnArray()) {
            itemMet[item] = true;
        }
        return SampledModel.of(
                matrix,
                users.vectors(userMet),
                items.vectors(itemMet),
                items.biases(itemMet),
                rank,
                run);
    }
}
