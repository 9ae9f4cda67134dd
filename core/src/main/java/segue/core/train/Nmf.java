package segue.core.train;

import segue.core.math.Matrix;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.NonNegativeFoldIn;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Non-negative matrix factorisation (Lee and Seung 1999) by coordinate descent (Cichocki and Phan
/// 2009, HALS; Hsieh and Dhillon 2011). Learns `W`, `H ≥ 0` that minimise
/// `½‖X − WHᵀ‖² + l1 (items ΣW + users ΣH) + ½ l2 (items ‖W‖² + users ‖H‖²)`, where cells that are
/// not stored are zeros: the objective and the scaling of scikit-learn's `NMF`.
///
/// Needs only `X H`, from the stored entries, and `HᵀH`; [Kernels#PAD] rows descend together, one
/// to a vector lane. Costs `2 entries · rank + 2 (users + items) · rank²` flops an iteration. The
/// same seed gives the same bytes at any number of threads.
///
/// @param rank numbers in a vector
/// @param iterations the most sweeps over users and items
/// @param tolerance ends when the slopes that could still be followed have fallen to this share of
///   those of the first iteration
/// @param l1 pulls towards vectors with few numbers above 0
/// @param l2 pulls vectors towards 0
/// @param start where the descent begins
public record Nmf(int rank, int iterations, double tolerance, double l1, double l2, Start start)
        implements Algorithm {

    /// Where the descent begins.
    public enum Start {
        /// The positive parts of the singular vectors (Boutsidis and Gallopoulos 2008); zeros stay
        /// zeros for long, which suits sparse factors.
        NNDSVD,
        /// The same with zeros filled by the mean of the matrix: a lower error.
        NNDSVDA,
        /// |N(0, 1)| scaled to the mean of the matrix.
        RANDOM
    }

    /// Chosen for log1p weights on HetRec 2011 by validating inside the training part.
    public static final Nmf DEFAULTS = new Nmf(128, 200, 1e-4, 0, .01, Start.NNDSVDA);

    public Nmf {
        Check.that(rank >= 1 && rank <= 2048, "rank must be 1..2048, is %s", rank);
        Check.that(iterations >= 1, "iterations must be at least 1, is %s", iterations);
        Check.that(tolerance >= 0, "tolerance must not be negative, is %s", tolerance);
        Check.that(l1 >= 0 && l1 < 1e9, "l1 must not be negative, is %s", l1);
        Check.that(l2 >= 0 && l2 < 1e9, "l2 must not be negative, is %s", l2);
    }

    /// @throws IllegalArgumentException if a weight is negative
    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix byUser = data.matrix();
        for (float value : byUser.valueArray()) {
            Check.that(value >= 0, "nmf needs weights of 0 or more, found %s", value);
        }
        SparseMatrix byItem = byUser.transpose();
        NmfStart begin = NmfStart.of(this, byUser, byItem, run);
        NmfSide users = new NmfSide(byUser, begin.users(), this, run);
        NmfSide items = new NmfSide(byItem, begin.items(), this, run);
        double first = 0;
        for (int iteration = 1; iteration <= iterations; iteration++) {
            double violation = users.descend(items) + items.descend(users);
            if (!Double.isFinite(violation)) {
                throw new SegueException.FitFailed(
                        iteration, "the weights are too large to square; use log1p weights");
            }
            first = iteration == 1 ? violation : first;
            double share = first > 0 ? violation / first : 0;
            run.report("nmf", iteration, iterations, "violation %.5f".formatted(share));
            if (share <= tolerance) {
                break;
            }
        }
        Matrix gram = AlsSweep.stripSquare(Products.gram(items.factors(), run), rank);
        double columns = byUser.columns();
        return new FactorModel(
                AlsSweep.strip(users.factors(), rank),
                AlsSweep.strip(items.factors(), rank),
                new NonNegativeFoldIn(gram, l1 * columns, l2 * columns));
    }
}
