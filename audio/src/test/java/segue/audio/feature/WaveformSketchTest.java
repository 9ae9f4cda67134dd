package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.Stft;

class WaveformSketchTest {

    private static final int BINS = Stft.SIZE / 2 + 1;

    /// Frames whose only sound is bass, louder from the middle on.
    private static Waveform drawing(int frames) {
        OctaveBands octaves = new OctaveBands();
        WaveformSketch sketch = new WaveformSketch(octaves);
        float[] magnitudes = new float[BINS];
        for (int n = 0; n < frames; n++) {
            Arrays.fill(magnitudes, 0);
            magnitudes[3] = n < frames / 2 ? .25f : 1;
            octaves.frame(magnitudes);
            sketch.frame(magnitudes);
        }
        return sketch.finish();
    }

    @Property(tries = 40)
    void noLengthHasMoreThanAllColumns(@ForAll @IntRange(min = 1, max = 60_000) int frames) {
        Waveform drawing = drawing(frames);
        assertThat(drawing.columns()).isEqualTo(Math.min(frames, Waveform.MAX_COLUMNS));
        assertThat(drawing.low(0)).isEqualTo(frames == 1 ? 255 : 128);
        assertThat(drawing.low(drawing.columns() - 1)).isEqualTo(255);
        assertThat(drawing.mid(0)).isZero();
        assertThat(drawing.high(0)).isZero();
    }

    @Property(tries = 20)
    void theMiddleStaysInTheMiddle(@ForAll @IntRange(min = 2000, max = 90_000) int frames) {
        Waveform drawing = drawing(frames);
        int column = 0;
        while (drawing.low(column) < 255) {
            column++;
        }
        assertThat((double) column).isCloseTo(drawing.columns() / 2.0, within(3.0));
    }

    @Test
    void storedBytesComeBack() {
        Waveform drawing = drawing(5000);
        assertThat(new Waveform(drawing.bytes()).bytes()).containsExactly(drawing.bytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waveform(new byte[4]))
                .withMessageContaining("found 4 bytes");
    }
}
