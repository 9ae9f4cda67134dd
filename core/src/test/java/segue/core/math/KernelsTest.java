package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The scalar kernels are the truth; the SIMD ones must agree at every length and offset.
class KernelsTest {

    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels SIMD = new SimdKernels();

    @Property(tries = 200)
    void dotAgrees(@ForAll @IntRange(max = 300) int n, @ForAll @IntRange(max = 7) int offset) {
        float[] a = random(n + offset, n);
        float[] b = random(n + offset, n + 1);
        assertThat(SIMD.dot(a, offset, b, 0, n))
                .isCloseTo(SCALAR.dot(a, offset, b, 0, n), within(1e-4f));
    }

    @Property(tries = 200)
    void addScaledAgreesAndTouchesNothingElse(
            @ForAll @IntRange(max = 300) int n, @ForAll @IntRange(max = 7) int offset) {
        float[] x = random(n + 8, n);
        float[] expected = random(n + 8, n + 2);
        float[] actual = expected.clone();
        SCALAR.addScaled(.7f, x, 1, expected, offset, n);
        SIMD.addScaled(.7f, x, 1, actual, offset, n);
        close(actual, expected);
    }

    @Property(tries = 100)
    void rowDotsAndAddRowsAgree(
            @ForAll @IntRange(max = 21) int count, @ForAll @IntRange(min = 1, max = 5) int pads) {
        int rank = pads * Kernels.PAD;
        float[] z = random(count * rank, count);
        float[] p = random(rank, 3);
        float[] expected = new float[count];
        float[] actual = new float[count];
        SCALAR.rowDots(z, count, rank, p, expected);
        SIMD.rowDots(z, count, rank, p, actual);
        close(actual, expected);
        float[] sum = random(rank, 4);
        float[] simdSum = sum.clone();
        SCALAR.addRows(z, count, rank, expected, sum);
        SIMD.addRows(z, count, rank, expected, simdSum);
        for (int k = 0; k < rank; k++) {
            assertThat(simdSum[k]).isCloseTo(sum[k], within(1e-2f));
        }
    }

    @Property(tries = 100)
    void combineAgrees(
            @ForAll @IntRange(max = 21) int count, @ForAll @IntRange(min = 1, max = 5) int pads) {
        int rank = pads * Kernels.PAD;
        int[] columns = new int[count + 2];
        for (int e = 0; e < columns.length; e++) {
            columns[e] = e * 7 % 10;
        }
        float[] weights = random(count + 2, count);
        float[] rows = random(10 * rank, rank);
        float[] expected = random(rank, 9);
        float[] actual = expected.clone();
        SCALAR.combine(columns, weights, 1, 1 + count, rows, rank, expected);
        SIMD.combine(columns, weights, 1, 1 + count, rows, rank, actual);
        close(actual, expected);
    }

    @Property(tries = 100)
    void descendAgreesAndStaysAtZeroOrAbove(@ForAll @IntRange(min = 1, max = 40) int rank) {
        int stride = Kernels.padded(rank);
        float[] gram = random(stride * stride, rank);
        for (int k = 1; k < rank; k++) {
            gram[k * stride + k] = rank;
        }
        gram[0] = 0;
        float[] b = random(rank * Kernels.PAD, 2);
        float[] expected = random(rank * Kernels.PAD, 3);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.max(0, expected[i]);
        }
        float[] actual = expected.clone();
        float violation = SCALAR.descend(gram, stride, rank, expected, b);
        assertThat(SIMD.descend(gram, stride, rank, actual, b))
                .isCloseTo(violation, within(violation * 1e-4f));
        close(actual, expected);
        for (float value : actual) {
            assertThat(value).isNotNegative();
        }
    }

    @Property(tries = 60)
    void rankUpdateAgreesOnAndAboveTheDiagonal(
            @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(min = 1, max = 5) int pads) {
        int rank = pads * Kernels.PAD;
        float[] z = random(count * rank, count);
        float[] scaled = random(count * rank, count + 5);
        float[] expected = random(rank * rank, 6);
        float[] actual = expected.clone();
        SCALAR.rankUpdate(z, 0, scaled, 0, count, rank, expected);
        SIMD.rankUpdate(z, 0, scaled, 0, count, rank, actual);
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                assertThat(actual[i * rank + j]).isCloseTo(expected[i * rank + j], within(1e-3f));
            }
        }
    }

    @Property(tries = 100)
    void eliminateAgreesFromTheDiagonalOn(
            @ForAll @IntRange(min = 2, max = 70) int n, @ForAll @IntRange(max = 9) int pivots) {
        int last = Math.min(pivots, n - 1);
        float[] expected = random(n * n, n);
        float[] actual = expected.clone();
        for (int row = last; row < n; row++) {
            SCALAR.eliminate(expected, n, 0, last, row);
            SIMD.eliminate(actual, n, 0, last, row);
            for (int j = row; j < n; j++) {
                assertThat(actual[row * n + j]).isCloseTo(expected[row * n + j], within(1e-4f));
            }
        }
    }

    @Property(tries = 100)
    void scoresAreTheSameBits(
            @ForAll @IntRange(min = 1, max = Kernels.TILE) int count,
            @ForAll @IntRange(min = 1, max = 200) int rank) {
        float[] users = random(count * rank + 3, count);
        float[] panel = random(rank * Kernels.PAD + 5, rank);
        float[] expected = new float[Kernels.TILE * Kernels.PAD];
        float[] actual = new float[Kernels.TILE * Kernels.PAD];
        SCALAR.scores(users, 3, count, rank, panel, 5, expected);
        SIMD.scores(users, 3, count, rank, panel, 5, actual);
        assertThat(actual).containsExactly(expected);
    }

    @Property(tries = 100)
    void aboveFindsTheSameItems(@ForAll @IntRange(max = 9) int seed) {
        float[] values = random(Kernels.PAD + 2, seed);
        values[5] = Float.NaN;
        values[6] = Float.POSITIVE_INFINITY;
        for (float threshold : new float[] {-2, 0, .5f, Float.NEGATIVE_INFINITY, values[9]}) {
            assertThat(SIMD.above(values, 2, threshold))
                    .isEqualTo(SCALAR.above(values, 2, threshold));
        }
    }

    private static float[] random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return values;
    }

    private static void close(float[] actual, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f));
        }
    }
}
