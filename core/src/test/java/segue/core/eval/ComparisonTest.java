package segue.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import segue.core.data.Split;
import segue.core.math.Matrix;
import segue.core.run.Run;

/// Against the numbers that `src/test/python/reference.py` prints.
class ComparisonTest {

    private static final float[] ONE = {
        .31f, .12f, .55f, .40f, .08f, .77f, .23f, .64f, .19f, .35f, .50f, .28f
    };
    private static final float[] OTHER = {
        .25f, .15f, .41f, .38f, .02f, .70f, .25f, .49f, .11f, .36f, .37f, .20f
    };

    private static Report report(float... ndcg) {
        UserScores scores =
                new UserScores(
                        List.of("ndcg@10"),
                        Split.Counts.from(0, ndcg.length),
                        Split.Counts.zeros(ndcg.length),
                        new Matrix(ndcg.length, 1, ndcg));
        SequencedMap<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("ndcg@10", Bootstrap.of(scores.values(), Run.quiet(1))[0]);
        return new Report(List.of(10), metrics, List.of(), scores, 1, 0, 0, 0);
    }

    @Test
    void agreesWithTheReference() {
        Comparison comparison = Comparison.of(report(ONE), report(OTHER), "ndcg@10", Run.quiet(1));
        assertThat(comparison.p()).isCloseTo(.0078125, within(.003));
        assertThat(comparison.difference().mean()).isCloseTo(.0608333, within(1e-6));
        assertThat(comparison.difference().low()).isCloseTo(.0275, within(.004));
        assertThat(comparison.difference().high()).isCloseTo(.0933, within(.004));
        assertThat(comparison.significant()).isTrue();
    }

    @Test
    void aModelIsNoBetterThanItself() {
        Comparison comparison = Comparison.of(report(ONE), report(ONE), "ndcg@10", Run.quiet(1));
        assertThat(comparison.p()).isEqualTo(1);
        assertThat(comparison.significant()).isFalse();
    }

    /// Where there is nothing to find, a test at 5 % finds something in about 5 % of the cases.
    @Test
    void chanceAloneIsSeldomCalledADifference() {
        SplittableRandom random = new SplittableRandom(7);
        int found = 0;
        for (int trial = 0; trial < 200; trial++) {
            float[] one = new float[60];
            float[] other = new float[60];
            for (int i = 0; i < 60; i++) {
                one[i] = (float) random.nextDouble();
                other[i] = (float) random.nextDouble();
            }
            found +=
                    Comparison.of(report(one), report(other), "ndcg@10", Run.quiet(trial))
                                    .significant()
                            ? 1
                            : 0;
        }
        assertThat(found).isBetween(2, 20);
    }

    @Test
    void comparesAllWithTheBestAndAsksMoreOfEachTheMoreThereAre() {
        Report best = report(ONE);
        Report worse = report(OTHER);
        List<Comparison> two = Comparison.toBest(List.of(worse, best), "ndcg@10", Run.quiet(1));
        List<Comparison> four =
                Comparison.toBest(List.of(worse, best, worse, worse), "ndcg@10", Run.quiet(1));
        assertThat(two.get(1).p()).isEqualTo(1);
        assertThat(two.get(0).difference().mean()).isNegative();
        assertThat(four.get(0).p()).isCloseTo(3 * two.get(0).p(), within(1e-12));
    }

    @Test
    void refusesReportsOfOtherUsers() {
        assertThatThrownBy(
                        () -> Comparison.of(report(ONE), report(.1f, .2f), "ndcg@10", Run.quiet(1)))
                .hasMessage("only models tested on the same users can be compared");
    }
}
