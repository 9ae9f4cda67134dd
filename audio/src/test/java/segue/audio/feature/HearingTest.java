package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Timbre.Part;

class HearingTest {

    @Test
    void nothingAtAllIsHeardOut() {
        Hearing.Heard heard = Signals.heard(new float[0]);
        assertThat(heard.tempo()).isEqualTo(Tempo.NONE);
        assertThat(heard.waveform().columns()).isZero();
        assertThat(heard.fingerprint().words()).isEmpty();
        assertThat(heard.structure().sections()).isEmpty();
    }

    @Test
    void oneSampleIsHeardOut() {
        Hearing.Heard heard = Signals.heard(new float[] {1});
        assertThat(heard.waveform().columns()).isEqualTo(1);
        assertThat(heard.timbre().values()).hasSize(Timbre.SIZE);
    }

    @Test
    void silenceHasNoPropertiesButItsLength() {
        Hearing.Heard heard = Signals.heard(Signals.silence(10), 4096, -70);
        assertThat(heard.tempo()).isEqualTo(Tempo.NONE);
        assertThat(heard.fingerprint().keys()).isEmpty();
        assertThat(heard.structure().soundStartSeconds()).isEqualTo(10);
        assertThat(heard.character().energy()).isEqualTo(1);
        assertThat(heard.timbre().value(Part.MFCC_MEAN, 0)).isZero();
    }

    @Property(tries = 12)
    void blockSizesMakeNoDifference(@ForAll @IntRange(min = 1, max = 9000) int block) {
        float[] sound = Signals.melody(3, 4);
        Hearing.Heard one = Signals.heard(sound, 4096, -14);
        Hearing.Heard other = Signals.heard(sound, block, -14);
        assertThat(other.timbre().values()).containsExactly(one.timbre().values());
        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
        assertThat(other.waveform().bytes()).containsExactly(one.waveform().bytes());
        assertThat(other.structure()).isEqualTo(one.structure());
        assertThat(other.character()).isEqualTo(one.character());
    }

    @Property(tries = 8)
    void gainMakesNoDifferenceToTheVector(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @DoubleRange(min = .02, max = 1.5) double gain) {
        float[] sound = Signals.mixed(Signals.melody(seed, 8), Signals.clicks(120, 8));
        float[] one = Signals.heard(sound).timbre().values();
        float[] other = Signals.heard(Signals.scaled(sound, gain)).timbre().values();
        for (Part part : Part.values()) {
            for (int i = part.offset(); i < part.offset() + part.size(); i++) {
                float slack = .02f + .01f * Math.abs(one[i]);
                assertThat(other[i]).as("%s %d", part, i).isCloseTo(one[i], within(slack));
            }
        }
    }

    @Test
    void aSineIsDarkAndClearAndNoiseIsNeither() {
        Timbre sine = Signals.heard(Signals.sine(440, 6, .5)).timbre();
        Timbre noise = Signals.heard(Signals.noise(1, 6, .5)).timbre();
        assertThat((double) sine.value(Part.SHAPE, 0))
                .isCloseTo(Math.log(440) / Math.log(2), within(.05));
        assertThat(noise.value(Part.SHAPE, 0)).isGreaterThan(12);
        assertThat(noise.value(Part.SHAPE, 3)).isGreaterThan(sine.value(Part.SHAPE, 3) + 3);
        // Half of the spectrum lies above 5.5 kHz: white noise is treble.
        assertThat(noise.value(Part.BALANCE, 7)).isCloseTo(-2.5f, within(.3f));
        assertThat(sine.value(Part.BALANCE, 3)).isCloseTo(0, within(.1f));
    }

    @Test
    void vectorsOfAnotherLengthOrWithoutNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timbre(new float[3]))
                .withMessageContaining("found 3");
        float[] values = new float[Timbre.SIZE];
        values[7] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timbre(values))
                .withMessageContaining("component 7 is NaN");
    }

    @Test
    void partsFillTheVectorWithoutGaps() {
        int next = 0;
        for (Part part : Part.values()) {
            assertThat(part.offset()).isEqualTo(next);
            next += part.size();
        }
        assertThat(next).isEqualTo(Timbre.SIZE);
    }

    @Test
    void clicksAreCountedAndTheirBeatIsStrong() {
        Timbre clicks = Signals.heard(Signals.clicks(120, 20)).timbre();
        assertThat(Math.expm1(clicks.value(Part.ONSETS, 4))).isCloseTo(2, within(.2));
        assertThat(clicks.value(Part.PULSE, 0)).isGreaterThan(.8f);
        Timbre noise = Signals.heard(Signals.noise(2, 20, .3)).timbre();
        assertThat(noise.value(Part.PULSE, 0)).isLessThan(.3f);
    }
}
