package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.Model;
import segue.core.model.Ranking;
import segue.core.model.Rankings;
import segue.core.model.Reason;
import segue.core.model.Taste;
import segue.core.model.Want;
import segue.core.run.Progress;
import segue.core.run.Run;

/// What holds for every algorithm and the models it makes.
interface ModelContract {

    /// The algorithm, with settings that suit a matrix of 50 × 50.
    Algorithm algorithm();

    /// Data that this algorithm can learn from, `n × n`: each user likes the items of the own
    /// parity and has them all but one, the item of the user's own number, which a good model puts
    /// first.
    default SparseMatrix board(int n) {
        return checkerboard(n);
    }

    /// Whether the model tells people apart.
    default boolean personal() {
        return true;
    }

    /// Users of the even rows have the even items, those of the odd rows the odd ones, except each
    /// user's own: the item a good model recommends first.
    static SparseMatrix checkerboard(int n) {
        int[] starts = new int[n + 1];
        int[] columns = new int[n * n];
        int size = 0;
        for (int user = 0; user < n; user++) {
            for (int item = user % 2; item < n; item += 2) {
                if (item != user) {
                    columns[size++] = item;
                }
            }
            starts[user + 1] = size;
        }
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return new SparseMatrix(n, n, starts, Arrays.copyOf(columns, size), values);
    }

    default Model fit(SparseMatrix matrix, int threads) {
        return algorithm().fit(new TrainingData(matrix), new Run(42, threads, Progress.NONE));
    }

    @Test
    default void ranksTheWithheldItemFirst() {
        SparseMatrix matrix = board(50);
        Model model = fit(matrix, 2);
        for (int user = 0; personal() && user < 50; user++) {
            Ranking ranking = model.recommend(Taste.ofUser(user, matrix.row(user)), Want.top(1));
            assertThat(ranking.item(0)).as("user %d", user).isEqualTo(user);
        }
    }

    @Test
    default void ranksTheWithheldItemFirstForAHistoryItHasNeverSeen() {
        SparseMatrix matrix = board(50);
        Model model = fit(matrix, 2);
        for (int user = 0; personal() && user < 50; user++) {
            Ranking ranking = model.recommend(Taste.ofHistory(matrix.row(user)), Want.top(1));
            assertThat(ranking.item(0)).as("user %d", user).isEqualTo(user);
        }
    }

    @Test
    default void answersAnEmptyHistory() {
        Model model = fit(board(20), 1);
        Ranking ranking = model.recommend(Taste.ofHistory(SparseVector.EMPTY), Want.top(5));
        assertThat(ranking.size()).isEqualTo(5);
        assertThat(model.explain(Taste.ofHistory(SparseVector.EMPTY), 3, 5)).isEmpty();
    }

    @Test
    default void leavesOutWhatIsKnownAndBannedAndStillGivesAllTheRest() {
        SparseMatrix matrix = board(20);
        Model model = fit(matrix, 1);
        BitSet banned = new BitSet();
        banned.set(1, 4);
        Ranking ranking =
                model.recommend(Taste.ofUser(0, matrix.row(0)), Want.top(1000).withBanned(banned));
        int left = 0;
        for (int item = 0; item < 20; item++) {
            left += matrix.contains(0, item) || banned.get(item) ? 0 : 1;
        }
        assertThat(ranking.size()).isEqualTo(left);
        for (int i = 0; i < ranking.size(); i++) {
            assertThat(matrix.contains(0, ranking.item(i))).isFalse();
            assertThat(banned.get(ranking.item(i))).isFalse();
            assertThat(i == 0 || ranking.score(i - 1) >= ranking.score(i)).isTrue();
        }
        Ranking withKnown =
                model.recommend(Taste.ofUser(0, matrix.row(0)), Want.top(1000).withKnown(true));
        assertThat(withKnown.size()).isEqualTo(20);
    }

    @Test
    default void recommendsToAllAsToEach() {
        SparseMatrix matrix = board(50);
        Model model = fit(matrix, 2);
        Rankings all = model.recommendAll(matrix, Want.top(3), Run.quiet(1));
        for (int user = 0; user < 50; user++) {
            Ranking one = model.recommend(Taste.ofUser(user, matrix.row(user)), Want.top(3));
            assertThat(all.item(user, 0)).isEqualTo(one.item(0));
        }
    }

    @Test
    default void findsSimilarItemsWithoutTheSeed() {
        Model model = fit(board(50), 1);
        Ranking similar = model.similar(7, 10);
        assertThat(similar.size()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            assertThat(similar.item(i)).isNotEqualTo(7);
            assertThat(!personal() || similar.item(i) % 2 == 1).isTrue();
        }
    }

    @Test
    default void explainsByItemsOfTheHistory() {
        SparseMatrix matrix = board(50);
        Model model = fit(matrix, 1);
        List<Reason> reasons = model.explain(Taste.ofUser(4, matrix.row(4)), 4, 3);
        assertThat(reasons).hasSize(personal() ? 3 : 0);
        for (Reason reason : reasons) {
            assertThat(matrix.contains(4, reason.item())).isTrue();
            assertThat(reason.weight()).isPositive();
        }
        assertThat(model.explainAll(Taste.ofUser(4, matrix.row(4)), new int[] {7, 4}, 3))
                .isEqualTo(List.of(model.explain(Taste.ofUser(4, matrix.row(4)), 7, 3), reasons));
    }

    @Test
    default void aSearchFindsTheBestThatAreAdmitted() {
        SparseMatrix matrix = board(50);
        Model model = fit(matrix, 1);
        Taste taste = Taste.ofUser(4, matrix.row(4));
        BitSet even = new BitSet();
        IntStream.range(0, model.items()).filter(i -> i % 2 == 0).forEach(even::set);
        Ranking expected = model.recommend(taste, Want.top(5).withKnown(true).withBanned(even));
        Ranking found = model.search().top(taste, 5, item -> item % 2 == 1);
        float[] scores = new float[model.items()];
        model.score(taste, scores);
        assertThat(found.size()).isEqualTo(expected.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.item(i) % 2).isEqualTo(1);
            assertThat(found.score(i)).isEqualTo(scores[found.item(i)]);
            assertThat(found.score(i)).isCloseTo(expected.score(i), within(1e-4f));
        }
    }

    @Test
    default void givesTheSameModelForTheSameSeedAtAnyNumberOfThreads() {
        SparseMatrix matrix = board(50);
        assertThat(fit(matrix, 2)).isEqualTo(fit(matrix, 2)).isEqualTo(fit(matrix, 1));
    }

    @Test
    default void copesWithUsersAndItemsWithoutEntries() {
        SparseMatrix matrix =
                new SparseMatrix(
                        4,
                        5,
                        new int[] {0, 2, 2, 3, 3},
                        new int[] {1, 2, 1},
                        new float[] {1, 2, 3});
        Model model = fit(matrix, 1);
        for (int user = 0; user < 4; user++) {
            Ranking ranking = model.recommend(Taste.ofUser(user, matrix.row(user)), Want.top(5));
            assertThat(ranking.size()).isEqualTo(5 - matrix.count(user));
        }
    }
}
