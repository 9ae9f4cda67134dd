package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFinderTest {

    private static final Key A_MINOR = new Key(9, true);

    @Test
    void hearsAllTwentyFourKeysInTheirCadences() {
        for (int index = 0; index < 24; index++) {
            Key key = new Key(index % 12, index >= 12);
            KeyEstimate heard = Cadences.find(Cadences.of(key, 0, 0));
            assertThat(heard.key()).isEqualTo(key);
            assertThat(heard.confidence()).as(key.name()).isGreaterThan(0.6);
            assertThat(heard.runnerUp()).isNotEqualTo(key);
        }
    }

    @Property(tries = 20)
    void movesTheTonicByAsManySemitonesAsTheNotes(
            @ForAll @IntRange(max = 11) int tonic,
            @ForAll boolean minor,
            @ForAll @IntRange(min = -7, max = 7) int semitones) {
        KeyEstimate heard = Cadences.find(Cadences.of(new Key(tonic, minor), 0, semitones));
        assertThat(heard.key()).isEqualTo(new Key(Math.floorMod(tonic + semitones, 12), minor));
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, -25, -10, 10, 25, 40})
    void hearsDetuningAndIsNotMisledByIt(int cents) {
        KeyEstimate heard = Cadences.find(Cadences.of(A_MINOR, cents, 0));
        assertThat(heard.key()).isEqualTo(A_MINOR);
        assertThat(heard.tuningCents()).isCloseTo(cents, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 4})
    void doesNotMindHowLoudItIs(double gain) {
        float[] sound = Cadences.of(A_MINOR, 0, 0);
        KeyEstimate plain = Cadences.find(sound);
        for (int i = 0; i < sound.length; i++) sound[i] *= (float) gain;
        KeyEstimate other = Cadences.find(sound);
        assertThat(other.key()).isEqualTo(plain.key());
        assertThat(other.confidence()).isCloseTo(plain.confidence(), within(0.01));
    }

    @Test
    void isNotSureOfNoise() {
        Random random = new Random(4);
        float[] noise = new float[30 * Cadences.RATE];
        for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextGaussian() * 0.1f;
        assertThat(Cadences.find(noise).confidence()).isLessThan(0.2);
    }

    @Test
    void hasNoConfidenceInSilenceNorInNothing() {
        assertThat(Cadences.find(new float[10 * Cadences.RATE]).confidence()).isZero();
        assertThat(Cadences.find(new float[0]).confidence()).isZero();
        assertThat(Cadences.find(new float[100]).confidence()).isZero();
    }

    @Test
    void survivesSamplesThatAreNoNumbers() {
        float[] broken = Cadences.of(A_MINOR, 0, 0);
        broken[70_000] = Float.NaN;
        broken[90_000] = Float.POSITIVE_INFINITY;
        assertThat(Cadences.find(broken).key()).isEqualTo(A_MINOR);
    }

    @Test
    void givesTheSameForAnyBlocks() {
        float[] sound = Cadences.of(A_MINOR, 12, 0);
        KeyFinder finder = new KeyFinder();
        for (int at = 0; at < sound.length; at += 777) {
            finder.accept(sound, at, Math.min(777, sound.length - at));
        }
        assertThat(finder.finish()).isEqualTo(Cadences.find(sound)).isEqualTo(finder.finish());
    }

    @Test
    void hearsThroughDrums() {
        Random random = new Random(1);
        float[] sound = Cadences.of(A_MINOR, 0, 0);
        for (int beat = 0; beat < 24; beat++) {
            for (int i = 0; i < Cadences.RATE / 5; i++) {
                double decay = Math.exp(-i / 1500.0);
                double kick = Math.sin(8 * Math.exp(-i / 900.0) * 6 + i * 0.0157);
                double snare = beat % 2 * random.nextGaussian() * 0.4;
                sound[beat * Cadences.RATE / 2 + i] += (float) (decay * (0.5 * kick + snare));
            }
        }
        assertThat(Cadences.find(sound).key()).isEqualTo(A_MINOR);
    }

    @Test
    void tellsOfTheHarmonyAsSeenFromTheTonic() {
        KeyFinder finder = new KeyFinder();
        float[] sound = Cadences.of(A_MINOR, 0, 0);
        finder.accept(sound, 0, sound.length);
        assertThatThrownBy(finder::chroma).isInstanceOf(IllegalStateException.class);
        finder.finish();
        Chroma chroma = finder.chroma();
        assertThat(chroma.mean(9)).isGreaterThan(chroma.mean(10));
        Chroma relative = chroma.relativeTo(9);
        assertThat(relative.mean(0)).isEqualTo(chroma.mean(9));
        assertThat(relative.deviation(7)).isEqualTo(chroma.deviation(4));
        assertThat(relative.mean(0)).isGreaterThan(relative.mean(1) * 10);
        assertThat(chroma.majorShare()).isBetween(0.1, 0.45); // one chord of four, and its edges
        assertThat(chroma.chordChangesPerSecond()).isBetween(0.5, 1.0); // three in four seconds
        assertThatThrownBy(() -> chroma.relativeTo(12)).hasMessageContaining("12");
    }
}
