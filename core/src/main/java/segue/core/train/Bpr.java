package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.Steps;
import segue.core.model.Model;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Bayesian personalised ranking (Rendle, Freudenthaler, Gantner, Schmidt-Thieme 2009): raises
/// `ln σ(x·y_i + b_i − x·y_j − b_j)` for an item `i` that a user has over an item `j` the user does
/// not have, by stochastic gradient descent. An epoch takes as many samples as there are entries:
/// the pair of user and `i` uniformly from the entries, `j` as the item of another entry, so
/// popular items are met more often (Rendle and Freudenthaler 2014). Of a weight it only matters
/// whether it is above 0; users and items stay apart by [Strata], so the same seed gives the same
/// bytes at any number of threads. Memory: the matrix, 8 bytes an entry, the factors.
///
/// @param rank numbers in a vector
/// @param iterations epochs
/// @param learningRate the length of a step
/// @param regularization pulls the vectors of a sample, and the biases, towards 0
public record Bpr(
        int rank, int iterations, double learningRate, double regularization, Negatives negatives)
        implements Algorithm {

    /// How the item that a user does not have is drawn.
    public enum Negatives {
        /// As the item of another entry: popular items are met more often and lose their lead
        /// (Rendle and Freudenthaler 2014).
        POPULAR,
        /// Every item alike.
        UNIFORM
    }

    /// Chosen on HetRec 2011 by validating inside the training part.
    public static final Bpr DEFAULTS = new Bpr(128, 150, .05, .01, Negatives.UNIFORM);

    private static final Steps S = Steps.BEST;

    public Bpr {
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
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix matrix = Positives.of(data.matrix());
        int stride = Kernels.padded(rank);
        Matrix users = Positives.uniform(matrix.rows(), rank, stride, run.random("bpr users"));
        Matrix items = Positives.uniform(matrix.columns(), rank, stride, run.random("bpr items"));
        float[] bias = new float[matrix.columns()];
        Strata strata = new Strata(matrix, true, run);
        for (int iteration = 1; iteration <= iterations; iteration++) {
            double wrong =
                    strata.epoch(
                            "bpr " + iteration,
                            () ->
                                    (part, from, to, random) ->
                                            block(
                                                    matrix, strata, part, from, to, random, users,
                                                    items, bias));
            wrong /= Math.max(1, matrix.entries());
            if (!Double.isFinite(wrong)) {
                throw new SegueException.FitFailed(
                        iteration,
                        "the scores are not numbers any more; lower learningRate (now %s)"
                                .formatted(learningRate));
            }
            run.report("bpr", iteration, iterations, "wrong pairs %.4f".formatted(wrong));
        }
        Positives.forgetUnplayed(matrix, users, items, bias);
        return SampledModel.of(matrix, users, items, bias, rank, run);
    }

    /// One pass over the entries of a block.
    ///
    /// @return the sum of the probabilities that a pair is in the wrong order
    private double block(
            SparseMatrix matrix,
            Strata strata,
            int part,
            int from,
            int to,
            SplittableRandom random,
            Matrix users,
            Matrix items,
            float[] bias) {
        if (from == to) {
            return 0;
        }
        float[] x = users.values();
        float[] y = items.values();
        int stride = users.columns();
        float rate = (float) learningRate;
        float keep = (float) (1 - learningRate * regularization);
        double wrong = 0;
        int[] uniform = strata.itemsOf(part);
        Ahead others =
                negatives == Negatives.POPULAR
                        ? new Ahead(random, strata.items(), from, to, y, stride)
                        : new Ahead(random, uniform, 0, uniform.length, y, stride);
        for (int entry = from; entry < to; entry++) {
            int user = strata.user(entry);
            int i = strata.item(entry);
            int j = others.next();
            others.touch(strata.item(Math.min(to - 1, entry + Ahead.STEPS)));
            if (matrix.contains(user, j)) {
                continue;
            }
            int xAt = user * stride;
            int iAt = i * stride;
            int jAt = j * stride;
            float ahead = S.dotDifference(x, xAt, y, iAt, jAt, stride) + bias[i] - bias[j];
            float slope = (float) (1 / (1 + Math.exp(ahead)));
            wrong += slope;
            float step = rate * slope;
            S.pair(x, xAt, y, iAt, jAt, stride, step, keep, keep);
            bias[i] = keep * bias[i] + step;
            bias[j] = keep * bias[j] - step;
        }
        return others.finite() ? wrong : Double.NaN;
    }
}
