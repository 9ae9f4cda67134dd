package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import segue.core.data.Split;
import segue.core.eval.RatingEvaluation;
import segue.core.eval.RatingReport;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.Taste;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// A rating predictor says how much, not whether, so the contract is held on a board of ratings:
/// everybody plays nearly everything, items of the own parity a hundred times and others twice.
/// Each user lacks the item of the own number and three of the other parity.
class MfTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return mf("rank", "4", "iterations", "60", "learningRate", ".05", "regularization", ".01");
    }

    @Override
    public SparseMatrix board(int n) {
        int[] starts = new int[n + 1];
        int[] columns = new int[n * n];
        float[] values = new float[n * n];
        int size = 0;
        for (int user = 0; user < n; user++) {
            for (int item = 0; item < n; item++) {
                int after = Math.floorMod(item - user, n);
                if (after != 0 && after != 1 && after != 3 && after != 5) {
                    columns[size] = item;
                    values[size++] = (item - user) % 2 == 0 ? 100 : 2;
                }
            }
            starts[user + 1] = size;
        }
        return new SparseMatrix(
                n, n, starts, Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }

    @Test
    void predictsHeldOutRatingsBetterThanBiasesDoAndThoseBetterThanTheMean() {
        for (String target : new String[] {"log", "scaled"}) {
            for (String implicit : new String[] {"false", "true"}) {
                Mf mf = mf("rank", "4", "target", target, "implicit", implicit);
                RatingReport report = evaluate(mf);
                assertThat(report.cells()).isGreaterThan(1000);
                assertThat(report.baseline().rmse()).isLessThan(report.mean().rmse() * .8);
                assertThat(report.model().rmse()).isLessThan(report.baseline().rmse() * .9);
                assertThat(report.model().mae()).isLessThan(report.model().rmse());
            }
        }
    }

    @Test
    void learnsTheSameForBothTargetsInOtherUnits() {
        RatingReport log = evaluate(mf("target", "log"));
        RatingReport scaled = evaluate(mf("target", "scaled"));
        double unit = scaled.mean().rmse() / log.mean().rmse();
        assertThat(scaled.model().rmse()).isCloseTo(unit * log.model().rmse(), within(1e-4));
        assertThat(scaled.model().mae()).isCloseTo(unit * log.model().mae(), within(1e-4));
    }

    @Test
    void predictsTheMeanWhereNothingIsKnown() {
        SparseMatrix counts = plays();
        FactorModel model = fit(mf("target", "log"), counts);
        double sum = 0;
        for (float value : counts.valueArray()) {
            sum += Math.log(value);
        }
        float[] scores = new float[counts.columns()];
        model.score(Taste.ofHistory(SparseVector.EMPTY), scores);
        double mean = 0;
        for (float score : scores) {
            mean += score / scores.length;
        }
        assertThat(mean).isCloseTo(sum / counts.entries(), within(.2));
    }

    @Test
    void rateHistoriesItHasNeverSeenAboutAsThoseOfItsUsers() {
        SparseMatrix counts = plays();
        FactorModel model = fit(mf("rank", "4", "target", "log", "implicit", "false"), counts);
        float[] trained = new float[counts.columns()];
        float[] folded = new float[counts.columns()];
        double difference = 0;
        double spread = 0;
        for (int user = 0; user < counts.rows(); user++) {
            model.score(Taste.ofUser(user, counts.row(user)), trained);
            model.score(Taste.ofHistory(counts.row(user)), folded);
            for (int item = 0; item < trained.length; item++) {
                difference += Math.pow(folded[item] - trained[item], 2);
                spread += Math.pow(trained[item] - 2.5, 2);
            }
        }
        assertThat(difference).isLessThan(.1 * spread);
    }

    @Test
    void reasonsAddUpToWhatTheHistoryAddsToTheScore() {
        SparseMatrix counts = plays();
        FactorModel model = fit(mf(), counts);
        float[] scores = new float[counts.columns()];
        float[] nobody = new float[counts.columns()];
        model.score(Taste.ofHistory(counts.row(3)), scores);
        model.score(Taste.ofHistory(SparseVector.EMPTY), nobody);
        for (int item = 0; item < scores.length; item++) {
            double sum = 0;
            for (float part : model.foldIn().parts(model.itemFactors(), counts.row(3), item)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[item] - nobody[item], within(1e-3));
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> mf("target", "raw"))
                .hasMessageStartingWith("target raw is refused: plays have so long a tail");
        SparseMatrix weighed =
                new SparseMatrix(1, 2, new int[] {0, 1}, new int[] {0}, new float[] {.5f});
        assertThatThrownBy(() -> fit(mf(), weighed))
                .hasMessageContaining("(weighting raw); found 0.5");
        assertThatThrownBy(() -> fit(mf("learningRate", "50"), plays()))
                .isInstanceOf(SegueException.FitFailed.class)
                .hasMessageContaining("lower learningRate (now 50.0)");
        SparseMatrix nothing = SparseMatrix.empty(3, 4);
        assertThatThrownBy(
                        () ->
                                new RatingEvaluation(mf())
                                        .run(
                                                new Split(
                                                        nothing,
                                                        nothing,
                                                        new Split.Counts(new int[3])),
                                                Run.quiet(1)))
                .hasMessage("nothing to predict: the test part is empty");
    }

    private static RatingReport evaluate(Mf mf) {
        Split split = Split.random(plays(), .2, new SplittableRandom(1));
        return new RatingEvaluation(mf).run(split, Run.quiet(1));
    }

    /// Plays whose logarithm is a mean, biases of users and items, and two tastes.
    private static SparseMatrix plays() {
        SplittableRandom random = new SplittableRandom(1);
        int users = 120;
        int items = 90;
        double[][] x = gaussian(random, users);
        double[][] y = gaussian(random, items);
        int[] starts = new int[users + 1];
        int[] columns = new int[users * items];
        float[] values = new float[users * items];
        int size = 0;
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < .6) {
                    double log =
                            4
                                    + x[user][0]
                                    + y[item][0]
                                    + x[user][1] * y[item][1]
                                    + x[user][2] * y[item][2];
                    columns[size] = item;
                    values[size++] = (float) Math.max(1, Math.rint(Math.exp(log)));
                }
            }
            starts[user + 1] = size;
        }
        return new SparseMatrix(
                users, items, starts, Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }

    private static double[][] gaussian(SplittableRandom random, int rows) {
        double[][] vectors = new double[rows][3];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, k -> .8 * random.nextGaussian());
        }
        return vectors;
    }

    private static Mf mf(String... settings) {
        Map<String, String> map = new HashMap<>(Map.of("rank", "8"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return (Mf) Algorithms.of("mf", map);
    }

    private static FactorModel fit(Mf mf, SparseMatrix matrix) {
        return (FactorModel) mf.fit(new TrainingData(matrix), new Run(7, 1, Progress.NONE));
    }
}
