package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FftTest {

    @Property(tries = 50)
    void agreesWithTheSumThatDefinesIt(@ForAll @IntRange(min = 1, max = 40) int half) {
        int size = 2 * half;
        SplittableRandom random = new SplittableRandom(half);
        float[] frame = new float[size];
        for (int n = 0; n < size; n++) {
            frame[n] = (float) (2 * random.nextDouble() - 1);
        }
        float[] expected = new float[half + 1];
        for (int k = 0; k <= half; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < size; n++) {
                re += frame[n] * Math.cos(2 * Math.PI * k * n / size);
                im += frame[n] * Math.sin(2 * Math.PI * k * n / size);
            }
            expected[k] = (float) Math.hypot(re, im);
        }
        float[] found = new float[half + 1];
        new Fft(size).magnitude(frame, found);
        for (int k = 0; k <= half; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-3f));
        }
    }

    @Test
    void theInverseGivesTheFrameBack() {
        float[] frame = {1, -2, 3, .5f, 0, 7, -1, 2};
        float[] packed = frame.clone();
        Fft fft = new Fft(8);
        fft.forward(packed);
        fft.inverse(packed);
        for (int n = 0; n < 8; n++) {
            assertThat(packed[n]).isCloseTo(frame[n], within(1e-5f));
        }
    }

    @Test
    void longFramesRunInTheCallersThread() {
        int before = Thread.activeCount();
        new Fft(1 << 17).forward(new float[1 << 17]);
        assertThat(Thread.activeCount()).isEqualTo(before);
    }

    @Test
    void refusesWrongLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fft(7))
                .withMessageContaining("is 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fft(8).power(new float[8], new float[4]))
                .withMessageContaining("found 4, expected 5");
    }
}
