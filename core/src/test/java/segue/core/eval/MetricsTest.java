package segue.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Against the numbers that `src/test/python/reference.py` prints.
class MetricsTest {

    @Test
    void agreesWithTheReference() {
        check(
                Metrics.of(new boolean[] {true, false, true, false, false}, 5, 3),
                new double[] {.4, .6666667, .6666667, .5555556, .7039181, 1, 1});
        check(
                Metrics.of(new boolean[] {false, true, true}, 10, 20),
                new double[] {.2, .1, .2, .1166667, .2489083, .5, 1});
        check(Metrics.of(new boolean[] {true, true}, 2, 5), new double[] {1, .4, 1, 1, 1, 1, 1});
    }

    @Test
    void isZeroWithoutHitsAndIgnoresWhatLiesBeyondK() {
        check(Metrics.of(new boolean[] {false, false, true}, 2, 3), new double[7]);
        check(Metrics.of(new boolean[0], 10, 3), new double[7]);
    }

    private static void check(Metrics metrics, double[] expected) {
        assertThat(
                        new double[] {
                            metrics.precision(),
                            metrics.recall(),
                            metrics.recallCapped(),
                            metrics.averagePrecision(),
                            metrics.ndcg(),
                            metrics.reciprocalRank(),
                            metrics.hitRate()
                        })
                .containsExactly(expected, within(1e-6));
    }
}
