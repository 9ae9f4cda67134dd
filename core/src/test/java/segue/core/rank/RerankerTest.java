package segue.core.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.core.model.Ranking;

class RerankerTest {

    private static Ranking ranking(int size) {
        int[] items = IntStream.range(0, size).map(i -> 10 * i).toArray();
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            scores[i] = 1 - i / (float) size;
        }
        return new Ranking(items, scores, 1);
    }

    private static int[] items(Ranking ranking) {
        return IntStream.range(0, ranking.size()).map(ranking::item).toArray();
    }

    /// Tens are alike by twos.
    private static double twins(int one, int other) {
        return one / 20 == other / 20 ? 1 : 0;
    }

    @Property(tries = 100)
    void keepsEveryItemWithItsScore(
            @ForAll @IntRange(min = 0, max = 40) int size,
            @ForAll @DoubleRange(min = 0, max = 1) double strength,
            @ForAll long seed) {
        Ranking before = ranking(size);
        Ranking after =
                new Diversify(strength, 7, RerankerTest::twins)
                        .rerank(new Variance(seed, strength).rerank(before));
        assertThat(Arrays.stream(items(after)).sorted().toArray()).isEqualTo(items(before));
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.score(i)).isEqualTo(before.score(after.item(i) / 10));
        }
    }

    @Test
    void atRestNothingMoves() {
        Ranking before = ranking(20);
        assertThat(new Diversify(0, 20, RerankerTest::twins).rerank(before)).isEqualTo(before);
        assertThat(new Variance(1, 0).rerank(before)).isEqualTo(before);
    }

    @Test
    void varietyPutsTwinsApart() {
        Ranking after = new Diversify(.5, 4, RerankerTest::twins).rerank(ranking(8));
        assertThat(Arrays.copyOf(items(after), 4)).containsExactly(0, 20, 40, 60);
        assertThat(Arrays.copyOfRange(items(after), 4, 8)).containsExactly(10, 30, 50, 70);
    }

    @Test
    void littleVarietyLeavesWhatIsMuchBetter() {
        Ranking far = new Ranking(new int[] {0, 10, 20}, new float[] {1, .95f, 0}, 1);
        assertThat(items(new Diversify(.2, 3, RerankerTest::twins).rerank(far)))
                .containsExactly(0, 10, 20);
    }

    @Test
    void theSameSeedDrawsTheSameOrderAndAnotherSeedAnother() {
        Variance chance = new Variance(7, .5);
        assertThat(chance.rerank(ranking(30))).isEqualTo(chance.rerank(ranking(30)));
        assertThat(new Variance(8, .5).rerank(ranking(30)))
                .isNotEqualTo(chance.rerank(ranking(30)));
    }

    @Test
    void aHigherTemperatureMovesItemsFarther() {
        long little = 0;
        long much = 0;
        for (int seed = 0; seed < 50; seed++) {
            little += moved(new Variance(seed, .02));
            much += moved(new Variance(seed, 2));
        }
        assertThat(much).isGreaterThan(3 * little);
        assertThat(little).isPositive();
    }

    private static long moved(Variance chance) {
        int[] after = items(chance.rerank(ranking(20)));
        return IntStream.range(0, 20).map(i -> Math.abs(after[i] / 10 - i)).sum();
    }

    @Test
    void knobsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Diversify(1.1, 1, RerankerTest::twins))
                .hasMessage("diversity must be between 0 and 1, is 1.1");
        assertThatThrownBy(() -> new Variance(1, -1))
                .hasMessage("temperature must be at least 0, is -1.0");
    }
}
