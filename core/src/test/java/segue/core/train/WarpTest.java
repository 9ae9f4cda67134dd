package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.Want;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class WarpTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return warp();
    }

    @Test
    void lowersBothLosses() {
        for (String loss : new String[] {"warp", "bpr"}) {
            List<Double> losses = new ArrayList<>();
            Run run =
                    new Run(
                            7,
                            1,
                            (stage, done, total, detail) ->
                                    losses.add(Double.parseDouble(detail.replace("loss ", ""))));
            warp("loss", loss).fit(new TrainingData(ModelContract.checkerboard(50)), run);
            assertThat(losses.getLast()).as(loss).isLessThan(.3 * losses.getFirst());
        }
    }

    @Test
    void recommendsItemsByTheirFeaturesBeforeAnyoneHasPlayedThem() {
        // Items 40 to 49 have no plays; like all others they have their parity as a feature.
        TrainingData data = boardWithoutTheLastTen().withItemFeatures(parities(50));
        FactorModel model = fit(warp(), data, 1);
        for (int user = 0; user < 50; user++) {
            Taste taste = Taste.ofUser(user, data.matrix().row(user));
            Ranking ranking = model.recommend(taste, Want.top(5));
            for (int i = 0; i < 5; i++) {
                assertThat(ranking.item(i) % 2).as("user %d", user).isEqualTo(user % 2);
            }
        }
        assertThat(model.similar(45, 5).item(0) % 2).isEqualTo(1);
    }

    @Test
    void putsItemsWithoutPlaysAndFeaturesLast() {
        FactorModel model = fit(warp(), boardWithoutTheLastTen(), 1);
        float[] scores = new float[50];
        for (int user = 0; user < 50; user++) {
            model.score(Taste.ofUser(user, boardWithoutTheLastTen().matrix().row(user)), scores);
            float unplayed = scores[45];
            int own = (user % 2 + 20) % 40;
            assertThat(unplayed).isLessThan(scores[own]);
        }
    }

    @Test
    void knowsNewUsersByTheirFeatures() {
        // The last ten users have no plays, but everybody has a parity.
        SparseMatrix board = boardWithoutTheLastTen().matrix().transpose();
        FactorModel model = fit(warp(), new TrainingData(board).withUserFeatures(parities(50)), 1);
        for (int user = 40; user < 50; user++) {
            Ranking ranking = model.recommend(Taste.ofUser(user, board.row(user)), Want.top(5));
            for (int i = 0; i < 5; i++) {
                assertThat(ranking.item(i) % 2).as("user %d", user).isEqualTo(user % 2);
            }
        }
    }

    @Test
    void isTheSameAtAnyNumberOfThreadsAlsoWithFeatures() {
        TrainingData data = boardWithoutTheLastTen().withItemFeatures(parities(50));
        assertThat(fit(warp(), data, 1)).isEqualTo(fit(warp(), data, 2));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> warp("maxSampled", "0"))
                .hasMessage("maxSampled must be at least 1, is 0");
        assertThatThrownBy(() -> warp("itemRegularization", "-1"))
                .hasMessage("itemRegularization must not be negative, is -1.0");
        assertThatThrownBy(() -> boardWithoutTheLastTen().withItemFeatures(parities(49)))
                .hasMessageStartingWith(
                        "features of 50 users and 49 items, and measures of 50, do not fit");
        SparseMatrix board = ModelContract.checkerboard(20);
        assertThatThrownBy(() -> fit(warp("learningRate", "1e30"), new TrainingData(board), 1))
                .isInstanceOf(SegueException.FitFailed.class)
                .hasMessageContaining("lower learningRate (now 1.0E30)");
    }

    private static TrainingData boardWithoutTheLastTen() {
        SparseMatrix board = ModelContract.checkerboard(50);
        int[] starts = new int[51];
        int[] columns = new int[board.entries()];
        int size = 0;
        for (int user = 0; user < 50; user++) {
            for (int e = board.start(user); e < board.end(user); e++) {
                if (board.column(e) < 40) {
                    columns[size++] = board.column(e);
                }
            }
            starts[user + 1] = size;
        }
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return new TrainingData(
                new SparseMatrix(50, 50, starts, Arrays.copyOf(columns, size), values));
    }

    private static SparseMatrix parities(int rows) {
        int[] starts = new int[rows + 1];
        int[] columns = new int[rows];
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = row + 1;
            columns[row] = row % 2;
            values[row] = 3;
        }
        return new SparseMatrix(rows, 2, starts, columns, values);
    }

    private static Warp warp(String... settings) {
        Map<String, String> map =
                new HashMap<>(
                        Map.of(
                                "rank", "8",
                                "iterations", "40",
                                "userRegularization", "0",
                                "itemRegularization", "0"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return (Warp) Algorithms.of("warp", map);
    }

    private static FactorModel fit(Warp warp, TrainingData data, int threads) {
        return (FactorModel) warp.fit(data, new Run(7, threads, Progress.NONE));
    }
}
