package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The scalar steps are the truth; the SIMD ones must agree at every length and offset.
class StepsTest {

    private static final Steps SCALAR = new ScalarSteps();
    private static final Steps SIMD = new SimdSteps();

    @Property(tries = 100)
    void dotsAgree(
            @ForAll @IntRange(min = 1, max = 5) int pads, @ForAll @IntRange(max = 7) int offset) {
        int n = pads * Kernels.PAD;
        float[] x = random(n + offset, n);
        float[] y = random(3 * n, n + 1);
        assertThat(SIMD.dot(x, offset, y, n, n))
                .isCloseTo(SCALAR.dot(x, offset, y, n, n), within(1e-4f));
        assertThat(SIMD.dotDifference(x, offset, y, n, 0, n))
                .isCloseTo(SCALAR.dotDifference(x, offset, y, n, 0, n), within(1e-4f));
    }

    @Property(tries = 100)
    void stepsAgreeAndTouchNothingElse(
            @ForAll @IntRange(min = 1, max = 5) int pads, @ForAll @IntRange(max = 7) int offset) {
        int n = pads * Kernels.PAD;
        float[] x = random(n + offset + 3, n);
        float[] y = random(3 * n, n + 1);
        float[] simdX = x.clone();
        float[] simdY = y.clone();
        SCALAR.pair(x, offset, y, 2 * n, n, n, .3f, .9f, .8f);
        SIMD.pair(simdX, offset, simdY, 2 * n, n, n, .3f, .9f, .8f);
        close(simdX, x);
        close(simdY, y);
        SCALAR.product(x, offset, y, n, n, .2f, .7f);
        SIMD.product(simdX, offset, simdY, n, n, .2f, .7f);
        close(simdX, x);
        close(simdY, y);
    }

    @Property(tries = 100)
    void adagradAgrees(
            @ForAll @IntRange(min = 1, max = 5) int pads, @ForAll @IntRange(max = 7) int offset) {
        int n = pads * Kernels.PAD;
        float[] x = random(n + offset + 3, n);
        float[] squares = random(n + offset + 3, n + 1);
        for (int k = 0; k < squares.length; k++) {
            squares[k] = 1 + squares[k] * squares[k];
        }
        float[] slope = random(n, n + 2);
        float[] simdX = x.clone();
        float[] simdSquares = squares.clone();
        SCALAR.adagrad(x, squares, offset, slope, n, 2, .05f, .1f);
        SIMD.adagrad(simdX, simdSquares, offset, slope, n, 2, .05f, .1f);
        close(simdX, x);
        close(simdSquares, squares);
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
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }
}
