package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MelBandsTest {

    @Test
    void aFlatSpectrumGivesFlatBands() {
        MelBands mel = new MelBands(40, 30, 11_000);
        float[] flat = new float[513];
        Arrays.fill(flat, 2);
        float[] bands = new float[40];
        mel.apply(flat, bands);
        for (float band : bands) {
            assertThat(band).isCloseTo(2, within(1e-5f));
        }
    }

    /// librosa.mel_frequencies(12, fmin=0, fmax=11025, htk=True)[1:11].
    @Test
    void theMiddlesAgreeWithLibrosa() {
        MelBands mel = new MelBands(10, 0, 11_025);
        double[] expected = {
            204.424, 468.547, 809.803, 1250.717, 1820.394, 2556.436, 3507.427, 4736.140, 6323.680,
            8374.836
        };
        for (int b = 0; b < 10; b++) {
            assertThat(mel.centre(b)).isCloseTo(expected[b], within(.01));
        }
    }

    @Test
    void keepsTheLatestFrameForThoseThatListenAfter() {
        MelBands mel = new MelBands(4, 100, 8000);
        float[] frame = new float[513];
        frame[100] = 1;
        mel.frame(frame);
        float[] latest = new float[4];
        mel.latest(latest);
        float[] applied = new float[4];
        mel.apply(frame, applied);
        assertThat(latest).isEqualTo(applied);
        assertThat(latest[2]).isGreaterThan(0);
    }

    @Test
    void compressesByTheLogarithm() {
        float[] bands = {0, 1, 3};
        MelBands.compress(bands, 10);
        assertThat(bands[0]).isEqualTo(0);
        assertThat(bands[1]).isCloseTo((float) Math.log(11), within(1e-6f));
        assertThat(bands[2]).isCloseTo((float) Math.log(31), within(1e-6f));
    }

    @Test
    void refusesBandsBeyondTheSpectrum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MelBands(40, 30, 12_000))
                .withMessageContaining("30.0 to 12000.0 Hz");
    }
}
