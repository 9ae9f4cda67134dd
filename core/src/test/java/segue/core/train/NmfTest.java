package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.Taste;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class NmfTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return Algorithms.of("nmf", Map.of("rank", "3", "l2", "0"));
    }

    @Test
    void lowersTheObjectiveWithEveryIteration() {
        SparseMatrix matrix = positive(70, 45);
        for (String start : new String[] {"nndsvd", "nndsvda", "random"}) {
            double before = Double.POSITIVE_INFINITY;
            for (int iterations = 1; iterations <= 12; iterations++) {
                Nmf nmf =
                        nmf("iterations", "" + iterations, "start", start, "l1", ".01", "l2", "1");
                double objective = objective(nmf, matrix, fit(nmf, matrix, 1));
                assertThat(objective).as(start).isLessThan(before);
                before = objective;
            }
        }
    }

    @Test
    void endsWhereNoCoordinateCanImprove() {
        SparseMatrix matrix = positive(40, 33);
        Nmf nmf = nmf("tolerance", "1e-7", "iterations", "5000", "l1", ".01", "l2", ".01");
        FactorModel model = fit(nmf, matrix, 1);
        double best = objective(nmf, matrix, model);
        for (float step : new float[] {.02f, -.02f}) {
            for (Matrix side : new Matrix[] {model.userFactors(), model.itemFactors()}) {
                for (int i = 0; i < side.values().length; i++) {
                    float value = side.values()[i];
                    side.values()[i] = Math.max(0, value + step);
                    assertThat(objective(nmf, matrix, model)).isGreaterThan(best - 1e-4);
                    side.values()[i] = value;
                }
            }
        }
    }

    @Test
    void findsFactorsThatMadeTheMatrix() {
        // Three groups of users with items of their own: rank 3 gives the matrix back.
        int[] starts = new int[31];
        int[] columns = new int[30 * 7];
        float[] values = new float[30 * 7];
        for (int user = 0; user < 30; user++) {
            for (int i = 0; i < 7; i++) {
                columns[user * 7 + i] = user % 3 * 7 + i;
                values[user * 7 + i] = (1 + user) * .1f * (1 + i);
            }
            starts[user + 1] = (user + 1) * 7;
        }
        SparseMatrix matrix = new SparseMatrix(30, 21, starts, columns, values);
        Nmf nmf = nmf("rank", "3");
        assertThat(objective(nmf, matrix, fit(nmf, matrix, 1))).isLessThan(1e-3);
    }

    @Test
    void keepsAllFactorsAtZeroOrAboveAlsoForANewHistory() {
        SparseMatrix matrix = positive(60, 40);
        FactorModel model = fit(nmf("rank", "8"), matrix, 1);
        for (float value : model.userFactors().values()) {
            assertThat(value).isNotNegative();
        }
        for (float value : model.itemFactors().values()) {
            assertThat(value).isNotNegative();
        }
        for (float value : model.foldIn().user(model.itemFactors(), matrix.row(3))) {
            assertThat(value).isNotNegative();
        }
    }

    @Test
    void foldsATrainedUserInToTheSameVector() {
        SparseMatrix matrix = positive(60, 40);
        Nmf nmf = nmf("tolerance", "1e-7", "iterations", "3000", "l1", ".003", "l2", ".01");
        FactorModel model = fit(nmf, matrix, 1);
        for (int user = 0; user < 60; user++) {
            assertThat(model.foldIn().user(model.itemFactors(), matrix.row(user)))
                    .containsExactly(model.userFactors().row(user), within(2e-2f));
        }
    }

    @Test
    void reasonsAddUpToTheScore() {
        SparseMatrix matrix = positive(60, 40);
        FactorModel model = fit(nmf("rank", "8"), matrix, 1);
        float[] scores = new float[40];
        Taste taste = Taste.ofHistory(matrix.row(5));
        model.score(taste, scores);
        for (int item = 0; item < 40; item++) {
            double sum = 0;
            for (float part : model.foldIn().parts(model.itemFactors(), taste.history(), item)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[item], within(1e-4));
        }
    }

    @Test
    void pullsFactorsToZeroByL1() {
        SparseMatrix matrix = positive(60, 40);
        assertThat(zeros(fit(nmf("l1", ".05"), matrix, 1)))
                .isGreaterThan(zeros(fit(nmf(), matrix, 1)));
    }

    @Test
    void takesMoreFactorsThanTheMatrixHasRows() {
        FactorModel model = fit(nmf("rank", "50"), positive(60, 40), 1);
        assertThat(model.rank()).isEqualTo(50);
    }

    @Test
    void isTheSameAtAnyNumberOfThreadsForManyPanels() {
        SparseMatrix matrix = positive(5000, 700);
        Nmf nmf = nmf("rank", "5", "iterations", "3");
        assertThat(fit(nmf, matrix, 1)).isEqualTo(fit(nmf, matrix, 3));
    }

    @Test
    void refusesWhatMakesNoSense() {
        SparseMatrix matrix =
                new SparseMatrix(1, 2, new int[] {0, 1}, new int[] {0}, new float[] {-1});
        assertThatThrownBy(() -> fit(nmf(), matrix, 1))
                .hasMessage("nmf needs weights of 0 or more, found -1.0");
        assertThatThrownBy(() -> nmf("rank", "0")).hasMessage("rank must be 1..2048, is 0");
        assertThatThrownBy(() -> nmf("l1", "-1")).hasMessage("l1 must not be negative, is -1.0");
        SparseMatrix huge =
                new SparseMatrix(1, 2, new int[] {0, 1}, new int[] {0}, new float[] {3e38f});
        assertThatThrownBy(() -> fit(nmf("start", "random", "rank", "1"), huge, 1))
                .isInstanceOf(SegueException.FitFailed.class)
                .hasMessageContaining("use log1p weights");
    }

    private static SparseMatrix positive(int rows, int columns) {
        SparseMatrix matrix = SparseMatrixTest.random(rows, columns, .2, 1);
        float[] values = matrix.valueArray().clone();
        for (int e = 0; e < values.length; e++) {
            values[e] = Math.abs(values[e]);
        }
        return matrix.withValues(values);
    }

    private static Nmf nmf(String... settings) {
        Map<String, String> map = new HashMap<>(Map.of("rank", "6", "l2", "0"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return (Nmf) Algorithms.of("nmf", map);
    }

    private static FactorModel fit(Nmf nmf, SparseMatrix matrix, int threads) {
        return (FactorModel) nmf.fit(new TrainingData(matrix), new Run(7, threads, Progress.NONE));
    }

    private static int zeros(FactorModel model) {
        int zeros = 0;
        for (float value : model.itemFactors().values()) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    /// Straight from the definition.
    private static double objective(Nmf nmf, SparseMatrix matrix, FactorModel model) {
        double sum = 0;
        float[] scores = new float[matrix.columns()];
        for (int user = 0; user < matrix.rows(); user++) {
            model.score(Taste.ofUser(user, SparseVector.EMPTY), scores);
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                scores[matrix.column(e)] -= matrix.value(e);
            }
            for (float difference : scores) {
                sum += .5 * difference * difference;
            }
        }
        for (float value : model.userFactors().values()) {
            sum += matrix.columns() * (nmf.l1() * value + .5 * nmf.l2() * value * value);
        }
        for (float value : model.itemFactors().values()) {
            sum += matrix.rows() * (nmf.l1() * value + .5 * nmf.l2() * value * value);
        }
        return sum;
    }
}
