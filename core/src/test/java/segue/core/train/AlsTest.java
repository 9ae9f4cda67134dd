package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.model.FactorModel;
import segue.core.model.Taste;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class AlsTest implements ModelContract {

    private static final Map<String, String> SMALL =
            Map.of("rank", "8", "alpha", "1", "unobserved", ".1", "iterations", "10");

    @Override
    public Algorithm algorithm() {
        return Algorithms.of("als", SMALL);
    }

    @Test
    void reportsTheLossThatItsDefinitionGives() {
        SparseMatrix matrix = SparseMatrixTest.random(60, 40, .2, 1);
        for (String weighing : List.of("confidence", "unobserved")) {
            for (String solver : List.of("cholesky", "cg", "pcg")) {
                Als als = als("rank", "8", "weighing", weighing, "solver", solver, "alpha", ".1");
                List<Double> losses = new ArrayList<>();
                FactorModel model = fit(als, matrix, losses, 1);
                assertThat(losses.getLast())
                        .as("%s %s", weighing, solver)
                        .isCloseTo(loss(als, matrix, model), within(2e-4));
                for (int i = 1; i < losses.size(); i++) {
                    assertThat(losses.get(i)).isLessThanOrEqualTo(losses.get(i - 1) + 1e-4);
                }
            }
        }
    }

    @Test
    void goesOnFromAModelAsIfItHadNeverStopped() {
        TrainingData data = new TrainingData(SparseMatrixTest.random(60, 40, .2, 1));
        for (String solver : List.of("cholesky", "pcg")) {
            Als whole = als("rank", "8", "solver", solver, "iterations", "9");
            Als half = als("rank", "8", "solver", solver, "iterations", "4");
            FactorModel expected = whole.fit(data, Run.quiet(1));
            FactorModel begun = half.fit(data, Run.quiet(1));
            FactorModel resumed = whole.goOn(begun, 4, data, Run.quiet(1));
            assertThat(resumed.userFactors().values())
                    .containsExactly(expected.userFactors().values());
            assertThat(resumed.itemFactors().values())
                    .containsExactly(expected.itemFactors().values());
            assertThatThrownBy(() -> als("rank", "9").goOn(begun, 4, data, Run.quiet(1)))
                    .hasMessageContaining("rank 8");
        }
    }

    @Test
    void fitsAsManyUsersAsItsPaddedRank() {
        FactorModel model = fit(als("rank", "8"), SparseMatrixTest.random(32, 40, .2, 1), null, 1);
        assertThat(model.users()).isEqualTo(32);
    }

    @Test
    void solversAgree() {
        SparseMatrix matrix = SparseMatrixTest.random(60, 40, .2, 1);
        FactorModel exact = fit(als("rank", "8", "solver", "cholesky"), matrix, null, 1);
        FactorModel steps = fit(als("rank", "8", "solver", "pcg", "steps", "20"), matrix, null, 1);
        float[] a = new float[40];
        float[] b = new float[40];
        for (int user = 0; user < 60; user++) {
            exact.score(Taste.ofUser(user, matrix.row(user)), a);
            steps.score(Taste.ofUser(user, matrix.row(user)), b);
            for (int item = 0; item < 40; item++) {
                assertThat(b[item]).isCloseTo(a[item], within(2e-3f));
            }
        }
    }

    @Test
    void rowsOfAnyLengthAgree() {
        // Three items: one that everybody has (built by all threads in pieces), one long, one
        // short.
        int users = 40_000;
        int[] starts = new int[users + 1];
        int[] columns = new int[3 * users];
        int size = 0;
        for (int user = 0; user < users; user++) {
            columns[size++] = 0;
            if (user % 4 == 0) {
                columns[size++] = 1;
            }
            if (user % 4000 == 0) {
                columns[size++] = 2;
            }
            starts[user + 1] = size;
        }
        float[] values = new float[size];
        Arrays.fill(values, 1);
        SparseMatrix matrix =
                new SparseMatrix(users, 3, starts, Arrays.copyOf(columns, size), values);
        FactorModel exact = fit(als("rank", "3", "solver", "cholesky"), matrix, null, 1);
        FactorModel steps = fit(als("rank", "3", "solver", "pcg"), matrix, null, 2);
        FactorModel again = fit(als("rank", "3", "solver", "pcg"), matrix, null, 1);
        assertThat(again).isEqualTo(steps);
        float[] a = new float[3];
        float[] b = new float[3];
        for (int user = 0; user < users; user += 997) {
            exact.score(Taste.ofUser(user, matrix.row(user)), a);
            steps.score(Taste.ofUser(user, matrix.row(user)), b);
            assertThat(b).containsExactly(a, within(1e-2f));
        }
    }

    @Test
    void foldsATrainedUserInToTheSameVector() {
        SparseMatrix matrix = SparseMatrixTest.random(60, 40, .2, 1);
        for (String weighing : List.of("confidence", "unobserved")) {
            Als als =
                    als(
                            "rank",
                            "8",
                            "weighing",
                            weighing,
                            "solver",
                            "cholesky",
                            "alpha",
                            ".1",
                            "iterations",
                            "200",
                            "regularization",
                            "1");
            FactorModel model = fit(als, matrix, null, 1);
            float[] trained = new float[40];
            float[] folded = new float[40];
            for (int user = 0; user < 60; user++) {
                model.score(Taste.ofUser(user, matrix.row(user)), trained);
                model.score(Taste.ofHistory(matrix.row(user)), folded);
                assertThat(folded).containsExactly(trained, within(2e-2f));
            }
        }
    }

    @Test
    void reasonsAddUpToTheScore() {
        SparseMatrix matrix = SparseMatrixTest.random(60, 40, .2, 1);
        FactorModel model = fit(als("rank", "8"), matrix, null, 1);
        float[] scores = new float[40];
        Taste taste = Taste.ofHistory(matrix.row(5));
        model.score(taste, scores);
        for (int item = 0; item < 40; item++) {
            double sum = 0;
            for (float part : model.foldIn().parts(model.itemFactors(), taste.history(), item)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[item], within(1e-3));
        }
    }

    @Test
    void stopsWithAHintWhenNumbersRunAway() {
        SparseMatrix matrix = SparseMatrixTest.random(60, 40, .2, 1);
        assertThatThrownBy(() -> fit(als("alpha", "1e38"), matrix, null, 1))
                .isInstanceOf(SegueException.FitFailed.class)
                .hasMessageStartingWith("Training failed in iteration 1: ")
                .hasMessageContaining("raise regularization");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> als("rank", "0")).hasMessage("rank must be 1..2048, is 0");
        assertThatThrownBy(() -> als("regularisation", "1"))
                .hasMessageStartingWith(
                        "no setting 'regularisation'; did you mean 'regularization'?");
        assertThatThrownBy(() -> als("rank", "many"))
                .hasMessage("rank must be a whole number, found 'many'");
        assertThatThrownBy(() -> als("solver", "magic"))
                .hasMessage("solver must be one of [auto, cholesky, cg, pcg], found 'magic'");
    }

    private static Als als(String... settings) {
        Map<String, String> map = new HashMap<>();
        map.put("weighing", "confidence");
        map.put("regularization", "100");
        map.put("alpha", "5");
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return (Als) Algorithms.of("als", map);
    }

    private static FactorModel fit(Als als, SparseMatrix matrix, List<Double> losses, int threads) {
        Progress progress =
                (stage, done, total, detail) -> {
                    if (losses != null) {
                        losses.add(Double.parseDouble(detail.replace("loss ", "")));
                    }
                };
        return als.fit(new TrainingData(matrix), new Run(7, threads, progress));
    }

    /// The loss over every cell, straight from the definition.
    private static double loss(Als als, SparseMatrix matrix, FactorModel model) {
        double sum = 0;
        double weights = 0;
        float[] scores = new float[matrix.columns()];
        SparseMatrix byItem = matrix.transpose();
        for (int user = 0; user < matrix.rows(); user++) {
            model.score(Taste.ofUser(user, matrix.row(user)), scores);
            int e = matrix.start(user);
            for (int item = 0; item < scores.length; item++) {
                double score = scores[item];
                boolean stored = e < matrix.end(user) && matrix.column(e) == item;
                double confidence =
                        stored ? als.alpha() * matrix.value(e++) : als.unobservedWeight();
                double rest = stored ? als.unobservedWeight() - als.subtracted() : 0;
                sum += confidence * Math.pow((stored ? 1 : 0) - score, 2) + rest * score * score;
                weights += confidence + rest;
            }
            sum +=
                    als.regularization(matrix.count(user), matrix.columns())
                            * square(model.userFactors().row(user));
        }
        for (int item = 0; item < byItem.rows(); item++) {
            sum +=
                    als.regularization(byItem.count(item), byItem.columns())
                            * square(model.itemFactors().row(item));
        }
        return sum / weights;
    }

    private static double square(float[] vector) {
        double sum = 0;
        for (float v : vector) {
            sum += v * v;
        }
        return sum;
    }
}
