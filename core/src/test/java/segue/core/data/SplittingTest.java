package segue.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.run.Run;

class SplittingTest {

    private static final int USERS = 20;
    private static final int ITEMS = 30;

    private static SparseMatrix matrix(long seed) {
        return SparseMatrixTest.random(USERS, ITEMS, .3, seed);
    }

    private static Times times(SparseMatrix matrix, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] seconds = new long[matrix.entries()];
        Arrays.setAll(seconds, i -> random.nextInt(8) == 0 ? Times.UNKNOWN : random.nextInt(100));
        return new Times(seconds);
    }

    private static Split split(Splitting splitting, SparseMatrix matrix, long seed) {
        return splitting.splits(matrix, times(matrix, seed), Run.quiet(seed)).getFirst();
    }

    /// What holds for all that test the people they learned from.
    private static void everyCellIsInOnePart(SparseMatrix matrix, Split split) {
        assertThat(split.strangers()).isFalse();
        assertThat(split.train().entries() + split.test().entries()).isEqualTo(matrix.entries());
        for (int user = 0; user < USERS; user++) {
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                int item = matrix.column(e);
                assertThat(split.train().at(user, item) + split.test().at(user, item))
                        .isEqualTo(matrix.value(e));
            }
        }
    }

    @Property(tries = 30)
    void theLastItemOfEachUserIsHeldOut(@ForAll long seed) {
        SparseMatrix matrix = matrix(seed);
        Times times = times(matrix, seed);
        Split split = split(new Splitting.Last(), matrix, seed);
        everyCellIsInOnePart(matrix, split);
        for (int user = 0; user < USERS; user++) {
            assertThat(split.test().count(user)).isLessThanOrEqualTo(1);
            long tested = Times.UNKNOWN;
            long latest = Times.UNKNOWN;
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                latest = Math.max(latest, times.of(e));
                if (split.test().contains(user, matrix.column(e))) {
                    tested = times.of(e);
                }
            }
            assertThat(matrix.count(user) > 1 ? tested : latest).isEqualTo(latest);
        }
    }

    @Property(tries = 30)
    void nothingInTrainIsLaterThanWhatIsTested(@ForAll long seed) {
        SparseMatrix matrix = matrix(seed);
        Times times = times(matrix, seed);
        Split split = split(new Splitting.Latest(.2), matrix, seed);
        everyCellIsInOnePart(matrix, split);
        long latestTrain = Times.UNKNOWN;
        long earliestTest = Long.MAX_VALUE;
        for (int user = 0; user < USERS; user++) {
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                if (split.test().contains(user, matrix.column(e))) {
                    earliestTest = Math.min(earliestTest, times.of(e));
                } else {
                    latestTrain = Math.max(latestTrain, times.of(e));
                }
            }
        }
        assertThat(latestTrain).isLessThan(earliestTest);
        assertThat(split.test().entries()).isBetween(1, times.known() / 4);
    }

    @Property(tries = 30)
    void coldItemsHaveNoPlaysInTrainAndAreAllThatIsRanked(@ForAll long seed) {
        SparseMatrix matrix = matrix(seed);
        Split split = split(new Splitting.ColdItems(.3), matrix, seed);
        everyCellIsInOnePart(matrix, split);
        assertThat(split.candidates().cardinality()).isEqualTo(9);
        for (int column : split.train().columnArray()) {
            assertThat(split.candidates().get(column)).isFalse();
        }
        for (int column : split.test().columnArray()) {
            assertThat(split.candidates().get(column)).isTrue();
        }
    }

    @Property(tries = 30)
    void strangersAreNoPartOfTrain(@ForAll long seed) {
        SparseMatrix matrix = matrix(seed);
        Split split = split(new Splitting.ColdUsers(.25, .5), matrix, seed);
        assertThat(split.strangers()).isTrue();
        assertThat(split.train().rows()).isEqualTo(15);
        assertThat(split.test().rows()).isEqualTo(5);
        assertThat(split.train().entries() + split.shown().entries() + split.test().entries())
                .isEqualTo(matrix.entries());
        for (int row = 0; row < 5; row++) {
            int user = split.who().of(row);
            assertThat(split.test().count(row)).isEqualTo(matrix.count(user) / 2);
            for (int item = 0; item < ITEMS; item++) {
                assertThat(split.shown().at(row, item) + split.test().at(row, item))
                        .isEqualTo(matrix.at(user, item));
            }
        }
    }

    @Property(tries = 30)
    void foldsTestEachCellOnce(@ForAll long seed) {
        SparseMatrix matrix = matrix(seed);
        List<Split> folds =
                new Splitting.Folds(4).splits(matrix, times(matrix, 1), Run.quiet(seed));
        assertThat(folds).hasSize(4);
        int tested = 0;
        for (Split fold : folds) {
            everyCellIsInOnePart(matrix, fold);
            tested += fold.test().entries();
        }
        assertThat(tested).isEqualTo(matrix.entries());
        for (int e = 0, user = 0; e < matrix.entries(); e++) {
            while (e >= matrix.end(user)) {
                user++;
            }
            int at = user;
            int item = matrix.column(e);
            assertThat(folds.stream().filter(f -> f.test().contains(at, item))).hasSize(1);
        }
    }

    @Test
    void aSplitThatTestsWhatItLearnsFromCannotBeMade() {
        SparseMatrix matrix = matrix(1);
        assertThatThrownBy(() -> new Split(matrix, matrix, Split.Counts.zeros(USERS)))
                .hasMessageContaining("is both learned from or shown and tested on");
        SparseMatrix train = matrix(2);
        assertThatThrownBy(
                        () ->
                                Split.ofStrangers(
                                        train,
                                        matrix,
                                        matrix,
                                        Split.Counts.zeros(USERS),
                                        Split.Counts.from(USERS, USERS)))
                .hasMessageContaining("is both learned from or shown and tested on");
    }

    @Test
    void refusesSharesAndFoldsThatMeanNothing() {
        assertThatThrownBy(() -> new Splitting.Share(1))
                .hasMessage("the share held out must be in 0..1, is 1.0");
        assertThatThrownBy(() -> new Splitting.Folds(1)).hasMessage("folds must be 2..100, is 1");
        SparseMatrix matrix = matrix(1);
        assertThatThrownBy(
                        () ->
                                new Splitting.Last()
                                        .split(
                                                matrix,
                                                new Times(new long[3]),
                                                0,
                                                new SplittableRandom(1)))
                .hasMessageStartingWith("3 times for SparseMatrix");
    }
}
