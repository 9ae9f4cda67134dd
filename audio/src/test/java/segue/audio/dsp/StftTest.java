package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StftTest {

    @Test
    void aFullScaleSineGivesOneAtItsBin() {
        List<float[]> frames = frames(sine(40 * 22_050.0 / 1024, 8192), 8192);
        float[] middle = frames.get(10);
        assertThat(middle[40]).isCloseTo(1, within(1e-3f));
        assertThat(middle[60]).isCloseTo(0, within(1e-3f));
    }

    @Property(tries = 30)
    void theSizeOfTheBlocksDoesNotMatter(@ForAll @IntRange(min = 1, max = 5000) int block) {
        float[] sound = sine(333, 9001);
        List<float[]> whole = frames(sound, sound.length);
        List<float[]> pieces = frames(sound, block);
        assertThat(pieces).hasSameSizeAs(whole);
        for (int n = 0; n < whole.size(); n++) {
            assertThat(pieces.get(n)).isEqualTo(whole.get(n));
        }
    }

    @Test
    void framesAreCentredOnMultiplesOfTheHop() {
        float[] click = new float[8192];
        click[10 * Stft.HOP] = 1;
        List<float[]> frames = frames(click, 100);
        assertThat(frames).hasSize(8192 / Stft.HOP);
        for (int n = 0; n < frames.size(); n++) {
            assertThat(frames.get(n)[7]).isLessThanOrEqualTo(frames.get(10)[7]);
        }
        assertThat(frames.get(10)[7]).isGreaterThan(0);
        assertThat(frames.get(12)[7]).isCloseTo(0, within(1e-6f));
        assertThat(frames.get(9)[7]).isCloseTo(frames.get(11)[7], within(1e-7f));
    }

    @Test
    void nothingInNothingOut() {
        assertThat(frames(new float[0], 10)).isEmpty();
        assertThat(frames(new float[1], 10)).hasSize(1);
    }

    @Test
    void refusesAHopBeyondTheFrame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stft(64, 65, Window.HANN, List.of()))
                .withMessageContaining("is 65");
    }

    private static List<float[]> frames(float[] sound, int block) {
        List<float[]> frames = new ArrayList<>();
        Stft stft = new Stft(List.of(magnitudes -> frames.add(magnitudes.clone())));
        for (int at = 0; at < sound.length; at += block) {
            stft.accept(sound, at, Math.min(block, sound.length - at));
        }
        stft.finish();
        assertThat(stft.frames()).isEqualTo(frames.size());
        return frames;
    }

    private static float[] sine(double hertz, int length) {
        float[] sound = new float[length];
        for (int n = 0; n < length; n++) {
            sound[n] = (float) Math.sin(2 * Math.PI * hertz * n / 22_050);
        }
        return sound;
    }
}
