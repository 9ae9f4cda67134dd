package segue.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;

/// Against the numbers that `src/test/python/reference.py` prints.
class WeightsTest {

    /// Users 0, 1, 2 and 7 of eight have counts.
    private static final SparseMatrix COUNTS =
            new SparseMatrix(
                    8,
                    4,
                    new int[] {0, 3, 5, 7, 7, 7, 7, 7, 8},
                    new int[] {0, 2, 3, 1, 3, 0, 1, 3},
                    new float[] {10, 3, 1, 5, 1, 200, 1, 2});

    @Test
    void agreesWithTheReference() {
        check(
                "bm25", 2.0069017, 2.4385658, .8703814, 1.9639002, 1.0208886, 2.0869748, .2770104,
                1.2898085);
        check(
                "bm25:100:.8",
                14.1157938,
                6.6484863,
                1.1443051,
                11.7319263,
                1.8317205,
                24.8634972,
                .165697,
                5.0474471);
        check("tfidf", .7786775, .6028098, .1740162, .953513, .3013517, .9975093, .0705346, 1);
        check(
                "log1p",
                Math.log(11),
                Math.log(4),
                Math.log(2),
                Math.log(6),
                Math.log(2),
                Math.log(201),
                Math.log(2),
                Math.log(3));
        check("raw", 10, 3, 1, 5, 1, 200, 1, 2);
        check("binary", 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void weighsAHistoryAsItsRow() {
        for (String name :
                new String[] {"raw", "binary", "log1p", "bm25", "bm25:100:.8", "tfidf"}) {
            Weights weights = Weighting.parse(name).fit(COUNTS);
            SparseMatrix weighed = weights.apply(COUNTS);
            for (int user = 0; user < 8; user++) {
                assertThat(weights.apply(COUNTS.row(user))).isEqualTo(weighed.row(user));
            }
        }
    }

    @Test
    void isSpelledAsItIsRead() {
        for (String name : new String[] {"raw", "binary", "log1p", "bm25:1.2:0.75", "tfidf"}) {
            assertThat(Weighting.parse(name).spelled()).isEqualTo(name);
        }
        assertThatThrownBy(() -> Weighting.parse("loud"))
                .hasMessageStartingWith("no weighting 'loud'; there are raw, binary, log1p");
        assertThatThrownBy(() -> Weighting.parse("bm25:x"))
                .hasMessage("bm25 takes two numbers, bm25:K1:B, found 'bm25:x'");
    }

    private static void check(String weighting, double... expected) {
        float[] actual = Weighting.parse(weighting).fit(COUNTS).apply(COUNTS).valueArray();
        for (int e = 0; e < expected.length; e++) {
            assertThat((double) actual[e]).as("entry %d", e).isCloseTo(expected[e], within(1e-5));
        }
    }
}
