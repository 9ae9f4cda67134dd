package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.data.Features;
import segue.core.data.Labels;
import segue.core.data.Times;
import segue.core.math.SparseMatrix;
import segue.core.model.PopularityModel;
import segue.core.run.Run;

class PopularTest implements ModelContract {

    private static final long DAY = 86_400;

    @Override
    public Algorithm algorithm() {
        return Popular.DEFAULTS;
    }

    @Override
    public boolean personal() {
        return false;
    }

    /// Three users: item 0 was played by two of them 100 days ago, item 1 by one today and by one
    /// nobody knows when, item 2 by one 10 days ago.
    private static TrainingData played() {
        SparseMatrix matrix =
                new SparseMatrix(
                        3,
                        3,
                        new int[] {0, 2, 4, 5},
                        new int[] {0, 1, 0, 2, 1},
                        new float[] {1, 1, 1, 1, 1});
        Times times = new Times(new long[] {0, 100 * DAY, 0, 90 * DAY, Times.UNKNOWN});
        Labels.Builder labels = new Labels.Builder(1, 3, List.of("Rock"));
        labels.add(0, 2, 0);
        return new TrainingData(
                matrix,
                new Features(SparseMatrix.empty(3, 0), labels.build())
                        .withAges(times.ages(matrix)));
    }

    private static float[] scores(String setting, String value) {
        return ((PopularityModel)
                        Algorithms.of("popular", Map.of(setting, value))
                                .fit(played(), Run.quiet(1)))
                .popularity()
                .values();
    }

    @Test
    void countsOnlyWhatWasPlayedWithinTheWindow() {
        assertThat(scores("window", "0")).containsExactly(2, 2, 1);
        assertThat(scores("window", "10")).containsExactly(0, 1, 1);
        assertThat(scores("window", "9")).containsExactly(0, 1, 0);
    }

    @Test
    void fadesByHalfEachHalfLife() {
        assertThat(scores("halfLife", "10")).containsExactly(2f / 1024, 1, .5f);
    }

    @Test
    void ranksOnlyItemsWithTheTagFoundWithoutRegardToCase() {
        assertThat(scores("tag", "rock")).containsExactly(0, 0, 1);
    }

    @Test
    void saysWhatIsMissing() {
        TrainingData bare = new TrainingData(played().matrix());
        assertThatThrownBy(() -> new Popular(7, 0, "").fit(bare, Run.quiet(1)))
                .hasMessageStartingWith("popular needs times, and no play has one");
        assertThatThrownBy(() -> new Popular(0, 0, "polka").fit(played(), Run.quiet(1)))
                .hasMessage("popular finds no item with the tag 'polka'");
    }
}
