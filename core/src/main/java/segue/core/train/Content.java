package segue.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import segue.core.data.Weighting;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.run.Run;

/// Factors of items told from what is known of them, so that items nobody plays can be ranked: ALS
/// learns the factors of what is played, a [Predictor] learns to tell those from labels and
/// measures (Gantner et al. 2010, "Learning attribute-to-feature mappings"; van den Oord, Dieleman,
/// Schrauwen 2013). Whom `n` users play has its own factors by `n / (n + shrinkage)` and the told
/// ones by the rest. Users, and how newcomers are folded in, are those of ALS.
///
/// @param rank as in [Als]
/// @param iterations as in [Als]
/// @param regularization as in [Als]
/// @param alpha as in [Als]
/// @param inputs what factors are told from
/// @param predictor by what
/// @param strength λ of the predictor; `auto`: the one of several that tells a fifth of the items
///   best
/// @param shrinkage by how many users an item's own factors count as much as the told ones
/// @param labels the most labels that are looked at
public record Content(
        int rank,
        int iterations,
        double regularization,
        double alpha,
        Inputs inputs,
        By predictor,
        double strength,
        double shrinkage,
        int labels)
        implements Algorithm {

    /// What factors are told from.
    public enum Inputs {
        ALL,
        /// What users say of items.
        LABELS,
        /// What was measured of them.
        MEASURES
    }

    /// What tells them.
    public enum By {
        /// [#RIDGE] or [#KERNEL], whichever tells a fifth of the items better.
        AUTO,
        RIDGE,
        KERNEL,
        /// A network that learns from the items themselves, not from their inputs. It lives outside
        /// this module: who has it fits by [Content#fit(TrainingData, Predictor, Run)].
        NETWORK
    }

    public static final Content DEFAULTS =
            new Content(128, 15, Double.NaN, Double.NaN, Inputs.ALL, By.AUTO, Double.NaN, 1, 2048);

    private static final double[] STRENGTHS = {.1, .3, 1, 3, 10};

    /// The share of the trusted items that strengths are tried on.
    private static final double TRIED = .2;

    /// Users after whom an item's factors count half for the predictor.
    private static final double TRUSTED = 5;

    public Content {
        new Als(
                rank,
                iterations,
                regularization,
                alpha,
                Als.DEFAULTS.weighing(),
                Als.DEFAULTS.unobserved(),
                Als.DEFAULTS.solver(),
                Als.DEFAULTS.steps());
        Check.that(!(strength <= 0), "strength must be above 0, is %s", strength);
        Check.that(shrinkage >= 0, "shrinkage must not be negative, is %s", shrinkage);
        Check.that(labels >= 1 && labels <= 8192, "labels must be 1..8192, is %s", labels);
    }

    @Override
    public Weighting weighting() {
        return als().weighting();
    }

    @Override
    public Optional<String> missing(TrainingData data) {
        if (predictor == By.NETWORK) {
            return Optional.of("predictor=network needs a library with music");
        }
        boolean labelled = inputs != Inputs.MEASURES && data.itemFeatures().entries() > 0;
        boolean measured = inputs != Inputs.LABELS && data.measures().entries() > 0;
        return labelled || measured
                ? Optional.empty()
                : Optional.of(
                        switch (inputs) {
                            case ALL -> "needs tags or sound of the items";
                            case LABELS -> "needs tags of the items";
                            case MEASURES -> "needs sound or audio features of the items";
                        });
    }

    @Override
    public FactorModel fit(TrainingData data, Run run) {
        missing(data)
                .ifPresent(
                        what -> {
                            throw new IllegalArgumentException("content " + what);
                        });
        SparseMatrix known = inputsOf(data);
        return fit(
                data,
                (_, targets, trust, part) ->
                        best(known, targets, trust, part).predict(known, targets, trust, part),
                run);
    }

    /// The same with another predictor, which is given no inputs: it knows the items by itself.
    public FactorModel fit(TrainingData data, Predictor by, Run run) {
        FactorModel base = als().fit(data, run);
        int[] users = new int[base.items()];
        for (int column : data.matrix().columnArray()) {
            users[column]++;
        }
        float[] trust = new float[users.length];
        for (int item = 0; item < trust.length; item++) {
            trust[item] = (float) (users[item] / (users[item] + TRUSTED));
        }
        run.report("predict", 0, 1, "");
        Matrix told =
                by.predict(SparseMatrix.empty(users.length, 0), base.itemFactors(), trust, run);
        run.report("predict", 1, 1, "");
        run.measure("cold", (double) Arrays.stream(users).filter(n -> n == 0).count());
        Matrix items = Matrix.zeros(base.items(), base.rank());
        for (int item = 0; item < users.length; item++) {
            float own = users[item] == 0 ? 0 : (float) (users[item] / (users[item] + shrinkage));
            for (int c = 0; c < base.rank(); c++) {
                items.values()[items.offset(item) + c] =
                        own * base.itemFactors().at(item, c) + (1 - own) * told.at(item, c);
            }
        }
        return new FactorModel(base.userFactors(), items, base.foldIn());
    }

    private Als als() {
        return new Als(
                rank,
                iterations,
                regularization,
                alpha,
                Als.DEFAULTS.weighing(),
                Als.DEFAULTS.unobserved(),
                Als.DEFAULTS.solver(),
                Als.DEFAULTS.steps());
    }

    /// All that the settings leave open.
    private List<Predictor> candidates() {
        List<Predictor> candidates = new ArrayList<>();
        double[] strengths = Double.isNaN(strength) ? STRENGTHS : new double[] {strength};
        for (double lambda : strengths) {
            if (predictor != By.KERNEL) {
                candidates.add(new Ridge(lambda));
            }
            if (predictor != By.RIDGE) {
                candidates.add(new KernelRidge(lambda));
            }
        }
        return candidates;
    }

    private SparseMatrix inputsOf(TrainingData data) {
        SparseMatrix none = SparseMatrix.empty(data.matrix().columns(), 0);
        SparseMatrix said =
                inputs == Inputs.MEASURES || data.itemFeatures().entries() == 0
                        ? none
                        : ContentInputs.ofLabels(data.itemFeatures(), labels);
        SparseMatrix measured =
                inputs == Inputs.LABELS ? none : ContentInputs.ofMeasures(data.measures());
        return ContentInputs.beside(said, measured);
    }

    /// The one that tells a fifth of the trusted items best when it learned from the others.
    private Predictor best(SparseMatrix known, Matrix targets, float[] trust, Run run) {
        List<Predictor> candidates = candidates();
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        float[] shown = trust.clone();
        SplittableRandom random = run.random("strength");
        for (int item = 0; item < shown.length; item++) {
            if (shown[item] > 0 && random.nextDouble() < TRIED) {
                shown[item] = 0;
            }
        }
        if (Arrays.equals(shown, new float[shown.length])) {
            return candidates.getFirst();
        }
        double least = Double.POSITIVE_INFINITY;
        Predictor best = candidates.getFirst();
        for (int i = 0; i < candidates.size(); i++) {
            run.check();
            Matrix told = candidates.get(i).predict(known, targets, shown, run);
            double off = off(told, targets, trust, shown);
            if (off < least) {
                least = off;
                best = candidates.get(i);
            }
            run.report("strength", i + 1, candidates.size(), "");
        }
        return best;
    }

    private static double off(Matrix told, Matrix targets, float[] trust, float[] shown) {
        double sum = 0;
        for (int item = 0; item < trust.length; item++) {
            if (trust[item] > 0 && shown[item] == 0) {
                for (int c = 0; c < told.columns(); c++) {
                    double off = told.at(item, c) - targets.at(item, c);
                    sum += trust[item] * off * off;
                }
            }
        }
        return sum;
    }
}
