package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.audio.dsp.Stft;

class FingerprintTest {

    private static Fingerprint of(float[] sound) {
        Fingerprinter fingerprinter = new Fingerprinter();
        Stft stft = new Stft(List.of(fingerprinter));
        stft.accept(sound, 0, sound.length);
        stft.finish();
        return fingerprinter.finish();
    }

    @Property(tries = 8)
    void theSameRecordingIsKnownSofterLaterAndWithNoise(
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll @DoubleRange(min = .05, max = 1) double gain,
            @ForAll @DoubleRange(max = 5) double silence) {
        float[] sound = Signals.melody(seed, 30);
        float[] copy =
                Signals.mixed(
                        Signals.joined(Signals.silence(silence), Signals.scaled(sound, gain)),
                        Signals.noise(seed, 35, .002 * gain));
        Fingerprint.Match match = of(sound).match(of(copy));
        assertThat(match.same()).as("similarity %s", match.similarity()).isTrue();
    }

    @Test
    void aCutBeginningIsMeasured() {
        float[] sound = Signals.melody(77, 40);
        float[] late = java.util.Arrays.copyOfRange(sound, 5 * Signals.RATE, sound.length);
        Fingerprint.Match match = of(late).match(of(sound));
        assertThat(match.same()).isTrue();
        assertThat(match.offsetSeconds()).isCloseTo(5, within(.2));
        assertThat(of(late).isCandidate(of(sound))).isTrue();
    }

    @Property(tries = 8)
    void otherNotesOfTheSameInstrumentAreAnotherRecording(
            @ForAll @IntRange(max = 10_000) int seed) {
        Fingerprint.Match match =
                of(Signals.melody(seed, 30)).match(of(Signals.melody(seed + 20_000, 30)));
        assertThat(match.same()).as("similarity %s", match.similarity()).isFalse();
    }

    @Test
    void comparingIsSymmetric() {
        Fingerprint one = of(Signals.melody(1, 20));
        Fingerprint other = of(Signals.joined(Signals.noise(1, 3, .1), Signals.melody(1, 20)));
        assertThat(one.match(other).similarity()).isEqualTo(other.match(one).similarity());
        assertThat(one.match(one).similarity()).isEqualTo(1);
    }

    @Test
    void silenceIsNothingAndLikeNothing() {
        Fingerprint silence = of(Signals.silence(20));
        assertThat(silence.words()).isEmpty();
        assertThat(silence.match(silence).same()).isFalse();
        assertThat(silence.isCandidate(silence)).isFalse();
    }

    /// Both have a minute of nothing in the middle, which must not count as common.
    @Test
    void commonPausesAreNoLikeness() {
        float[] pause = Signals.silence(60);
        Fingerprint one = of(Signals.joined(Signals.melody(1, 8), pause, Signals.melody(2, 8)));
        Fingerprint other = of(Signals.joined(Signals.melody(3, 8), pause, Signals.melody(4, 8)));
        assertThat(one.match(other).same()).isFalse();
    }

    @Test
    void twoMinutesAreEnough() {
        Fingerprint print = of(Signals.noise(1, 140, .2));
        assertThat(print.words()).hasSize(Fingerprint.MAX_WORDS);
        assertThat(print.keys()).hasSize(Fingerprint.KEYS);
        assertThat(new Fingerprint(print.words(), print.keys())).isEqualTo(print);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fingerprint(new int[5], new int[3]))
                .withMessageContaining("3 keys");
    }
}
