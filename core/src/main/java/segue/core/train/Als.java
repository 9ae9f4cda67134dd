package segue.core.train;

import segue.core.data.Weighting;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.FoldIn;
import segue.core.model.LeastSquaresFoldIn;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Alternating least squares for implicit feedback. Learns `x_u`, `y_i` that minimise
/// `Σ_stored (w (1 − x·y)² − s (x·y)²) + u Σ_all (x·y)² + Σ λ_u |x_u|² + Σ λ_i |y_i|²` with
/// `w = alpha · weight`. Two ways of weighing:
/// - [Weighing#CONFIDENCE] (Hu, Koren, Volinsky 2008): `w` is the whole confidence of a stored
///   cell,
///   all others have 1: `u = s = 1`, and λ is `regularization` for every row.
/// - [Weighing#UNOBSERVED] (Rendle, Krichene, Zhang, Koren 2021, "Revisiting the performance of
///   iALS"):
///   stored cells weigh `w` on top of `u = unobserved`: `s = 0`, and λ grows with the row:
///   `regularization · (entries + unobserved · columns)`.
///
/// Costs per iteration `entries · rank` flops for each step of conjugate gradients, or
/// `entries · rank²` with Cholesky; memory is the matrix, its transpose and the factors. The same
/// seed gives the same bytes at any number of threads.
///
/// @param rank numbers in a vector
/// @param iterations full sweeps over users and items
/// @param regularization λ, pulls vectors towards 0; `auto` sets it by the noise of the matrix
/// @param alpha how much a stored weight counts; `auto` sets it by the mean weight
/// @param weighing what a weight means
/// @param unobserved weight of cells that are not stored; only for [Weighing#UNOBSERVED]
/// @param solver how a row's equations are solved
/// @param steps of conjugate gradients a row; only for [Solver#CG] and [Solver#PCG]
public record Als(
        int rank,
        int iterations,
        double regularization,
        double alpha,
        Weighing weighing,
        double unobserved,
        Solver solver,
        int steps)
        implements Algorithm {

    /// What a stored weight means.
    public enum Weighing {
        CONFIDENCE,
        UNOBSERVED
    }

    /// How the equations of one row are solved.
    public enum Solver {
        /// [#CHOLESKY] at small ranks, else [#PCG].
        AUTO,
        /// Exactly.
        CHOLESKY,
        /// By a few steps of conjugate gradients from the last iteration's vector (Takács, Pilászy,
        /// Tikk 2011).
        CG,
        /// The same steps, preconditioned by the part of the equations that all rows share: three
        /// of them give the exact solution's loss to four digits.
        PCG
    }

    /// With TF-IDF weights the best found on HetRec 2011 by validating inside the training part:
    /// rarity counts, and long histories do not outvote short ones.
    public static final Als DEFAULTS =
            new Als(128, 15, Double.NaN, Double.NaN, Weighing.CONFIDENCE, .1, Solver.AUTO, 3);

    /// What `alpha=auto` makes of the mean stored weight. With [#NOISE_SHARE] it gives, within a
    /// fifth, the best pairs found by search for log1p, binary and TF-IDF weights alike.
    private static final double MEAN_CONFIDENCE = 14;

    /// What `regularization=auto` is, as a share of the largest singular value that a matrix of the
    /// same weights in random places would have, `‖w‖ (1/√users + 1/√items)` (the edge of the
    /// Marchenko-Pastur law): what does not stand out of the noise is pulled to 0.
    private static final double NOISE_SHARE = .55;

    /// Below this rank a Cholesky factor costs less than the steps it saves.
    private static final int CHOLESKY_RANK = 32;

    public Als {
        check(rank >= 1 && rank <= 2048, "rank must be 1..2048, is " + rank);
        check(iterations >= 1, "iterations must be at least 1, is " + iterations);
        check(!(regularization < 0), "regularization must not be negative, is " + regularization);
        check(!(alpha <= 0) && !Double.isInfinite(alpha), "alpha must be above 0, is " + alpha);
        check(unobserved > 0, "unobserved must be above 0, is " + unobserved);
        check(steps >= 1, "steps must be at least 1, is " + steps);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    @Override
    public Weighting weighting() {
        return new Weighting.TfIdf();
    }

    /// These settings with numbers for `auto`.
    private Als resolved(SparseMatrix matrix) {
        double sum = 0;
        double squares = 0;
        for (float value : matrix.valueArray()) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / Math.max(1, matrix.entries());
        double chosen =
                Double.isNaN(alpha)
                        ? MEAN_CONFIDENCE * unobservedWeight() / Math.max(mean, 1e-9)
                        : alpha;
        double noise =
                chosen
                        * Math.sqrt(squares)
                        * (1 / Math.sqrt(Math.max(1, matrix.rows()))
                                + 1 / Math.sqrt(Math.max(1, matrix.columns())));
        double lambda =
                Double.isNaN(regularization)
                        ? NOISE_SHARE * noise / rowScale(matrix)
                        : regularization;
        return new Als(rank, iterations, lambda, chosen, weighing, unobserved, solver, steps);
    }

    /// What a λ of 1 is for a mean row, over both sides.
    private double rowScale(SparseMatrix matrix) {
        if (weighing == Weighing.CONFIDENCE) {
            return 1;
        }
        double users = Math.max(1, matrix.rows());
        double items = Math.max(1, matrix.columns());
        return Math.sqrt(
                (matrix.entries() / users + unobserved * items)
                        * (matrix.entries() / items + unobserved * users));
    }

    @Override
    public FactorModel fit(TrainingData data, Run run) {
        return resolved(data.matrix()).fit(data.matrix(), run);
    }

    /// Goes on from a model: where that is what these settings made of the same data in `done`
    /// iterations, the end is the same, to the byte, as without it.
    ///
    /// @throws IllegalArgumentException if the model is of another size
    public FactorModel goOn(FactorModel from, int done, TrainingData data, Run run) {
        SparseMatrix byUser = data.matrix();
        if (from.rank() != rank
                || from.users() != byUser.rows()
                || from.items() != byUser.columns()) {
            throw new IllegalArgumentException(
                    "a model of rank %d for %d users and %d items cannot go on with rank %d and %s"
                            .formatted(from.rank(), from.users(), from.items(), rank, byUser));
        }
        int stride = Kernels.padded(rank);
        Matrix users = AlsSweep.pad(from.userFactors(), stride);
        Matrix items = AlsSweep.pad(from.itemFactors(), stride);
        return resolved(byUser).fit(byUser, users, items, done, run);
    }

    private FactorModel fit(SparseMatrix byUser, Run run) {
        int stride = Kernels.padded(rank);
        Matrix users = AlsSweep.random(byUser.rows(), rank, stride, run.random("als users"));
        Matrix items = AlsSweep.random(byUser.columns(), rank, stride, run.random("als items"));
        return fit(byUser, users, items, 0, run);
    }

    private FactorModel fit(SparseMatrix byUser, Matrix users, Matrix items, int done, Run run) {
        run.measure("alpha", alpha);
        run.measure("regularization", regularization);
        SparseMatrix byItem = byUser.transpose();
        AlsSweep sweep = new AlsSweep(this, run);
        double cells = cells(byUser);
        for (int iteration = done + 1; iteration <= iterations; iteration++) {
            sweep.solve(byUser, users, items);
            double loss =
                    (sweep.solve(byItem, items, users) + sweep.penalty(byUser, users)) / cells;
            if (!Double.isFinite(loss)) {
                throw new SegueException.FitFailed(
                        iteration,
                        "the loss is not a number any more; raise regularization (now %s) or lower alpha (now %s)"
                                .formatted(regularization, alpha));
            }
            run.measure("loss", loss);
            run.report("als", iteration, iterations, "loss %.4f".formatted(loss));
        }
        FoldIn foldIn =
                new LeastSquaresFoldIn(
                        AlsSweep.stripSquare(Products.gram(items, run), rank),
                        alpha,
                        unobservedWeight(),
                        subtracted(),
                        regularization(0, items.rows()),
                        regularization(1, 0) - regularization(0, 0));
        return new FactorModel(AlsSweep.strip(users, rank), AlsSweep.strip(items, rank), foldIn);
    }

    /// The sum of all weights: what the loss is divided by.
    private double cells(SparseMatrix matrix) {
        double sum = 0;
        for (float value : matrix.valueArray()) {
            sum += Math.abs(alpha * value);
        }
        double all = (double) matrix.rows() * matrix.columns();
        return sum + unobservedWeight() * all - subtracted() * matrix.entries();
    }

    boolean exact() {
        return solver == Solver.CHOLESKY || (solver == Solver.AUTO && rank < CHOLESKY_RANK);
    }

    boolean preconditioned() {
        return solver != Solver.CG;
    }

    double unobservedWeight() {
        return weighing == Weighing.CONFIDENCE ? 1 : unobserved;
    }

    double subtracted() {
        return weighing == Weighing.CONFIDENCE ? 1 : 0;
    }

    /// λ of a row with `entries` stored cells of `columns`.
    double regularization(int entries, int columns) {
        return weighing == Weighing.CONFIDENCE
                ? regularization
                : regularization * (entries + unobserved * columns);
    }
}
