package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.Taste;
import segue.core.run.Run;
import segue.core.run.SegueException;

class BprTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return bpr();
    }

    @Test
    void putsFewerAndFewerPairsInTheWrongOrder() {
        for (String negatives : new String[] {"uniform", "popular"}) {
            List<Double> wrong = new ArrayList<>();
            fit(bpr("iterations", "30", "negatives", negatives), wrong);
            assertThat(wrong.getLast()).isLessThan(.5 * wrong.getFirst());
        }
    }

    @Test
    void popularNegativesTakeTheLeadFromPopularItems() {
        // Item 0 belongs to everybody, the others to one in ten each.
        int users = 200;
        int[] starts = new int[users + 1];
        int[] columns = new int[2 * users];
        float[] values = new float[2 * users];
        for (int user = 0; user < users; user++) {
            columns[2 * user + 1] = 1 + user % 10;
            values[2 * user] = values[2 * user + 1] = 1;
            starts[user + 1] = 2 * user + 2;
        }
        SparseMatrix matrix = new SparseMatrix(users, 11, starts, columns, values);
        double uniform = lead(fit(bpr("negatives", "uniform"), matrix, 1));
        assertThat(uniform).isGreaterThan(lead(fit(bpr("negatives", "popular"), matrix, 1)));
    }

    @Test
    void doesNotTakeWeightsOfZeroAndBelowForLiking() {
        float[] values = {1, -1, 0, 1, 1, -1, 1, 1};
        int[] columns = {0, 1, 2, 3, 0, 1, 2, 3};
        SparseMatrix all = new SparseMatrix(2, 4, new int[] {0, 4, 8}, columns, values);
        SparseMatrix positive =
                new SparseMatrix(
                        2,
                        4,
                        new int[] {0, 2, 5},
                        new int[] {0, 3, 0, 2, 3},
                        new float[] {1, 1, 1, 1, 1});
        assertThat(fit(bpr(), all, 1).itemFactors())
                .isEqualTo(fit(bpr(), positive, 1).itemFactors());
    }

    @Test
    void isTheSameAtAnyNumberOfThreadsInManyParts() {
        SparseMatrix matrix = large();
        Bpr bpr = bpr("iterations", "1", "rank", "2");
        assertThat(fit(bpr, matrix, 1)).isEqualTo(fit(bpr, matrix, 3));
    }

    @Test
    void reasonsAddUpToWhatTheHistoryAddsToTheScore() {
        SparseMatrix board = ModelContract.checkerboard(30);
        FactorModel model = fit(bpr(), board, 1);
        float[] scores = new float[30];
        float[] nobody = new float[30];
        model.score(Taste.ofHistory(board.row(3)), scores);
        model.score(Taste.ofHistory(SparseVector.EMPTY), nobody);
        for (int item = 0; item < scores.length; item++) {
            double sum = 0;
            for (float part : model.foldIn().parts(model.itemFactors(), board.row(3), item)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[item] - nobody[item], within(1e-3));
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> bpr("learningRate", "0"))
                .hasMessage("learningRate must be above 0, is 0.0");
        assertThatThrownBy(() -> bpr("negatives", "none"))
                .hasMessage("negatives must be one of [popular, uniform], found 'none'");
        SparseMatrix board = ModelContract.checkerboard(20);
        assertThatThrownBy(() -> fit(bpr("learningRate", "1e30"), board, 1))
                .isInstanceOf(SegueException.FitFailed.class)
                .hasMessageContaining("lower learningRate (now 1.0E30)");
    }

    /// More than two million entries: eight parts.
    private static SparseMatrix large() {
        int users = 21_000;
        int[] starts = new int[users + 1];
        int[] columns = new int[users * 100];
        float[] values = new float[users * 100];
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < 100; i++) {
                columns[user * 100 + i] = 3 * i + (user + i) % 3;
                values[user * 100 + i] = 1;
            }
            starts[user + 1] = (user + 1) * 100;
        }
        return new SparseMatrix(users, 300, starts, columns, values);
    }

    private static double lead(FactorModel model) {
        int bias = model.rank() - 1;
        double others = 0;
        for (int item = 1; item < 11; item++) {
            others += model.itemFactors().at(item, bias) / 10;
        }
        return model.itemFactors().at(0, bias) - others;
    }

    private static Bpr bpr(String... settings) {
        Map<String, String> map = new HashMap<>(Map.of("rank", "8", "iterations", "60"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return (Bpr) Algorithms.of("bpr", map);
    }

    private static void fit(Bpr bpr, List<Double> wrong) {
        Run run =
                new Run(
                        7,
                        1,
                        (stage, done, total, detail) ->
                                wrong.add(Double.parseDouble(detail.replace("wrong pairs ", ""))));
        bpr.fit(new TrainingData(ModelContract.checkerboard(50)), run);
    }

    private static FactorModel fit(Bpr bpr, SparseMatrix matrix, int threads) {
        return (FactorModel)
                bpr.fit(
                        new TrainingData(matrix),
                        new Run(7, threads, (stage, done, total, detail) -> {}));
    }
}
