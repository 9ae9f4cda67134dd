package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CharacterEstimatorTest {

    @Test
    void loudDenseNoiseHasMoreEnergyThanASoftSlowMelody() {
        float[] storm =
                Signals.mixed(Signals.clicks(180, 15), Signals.scaled(Signals.melody(1, 15), 2));
        TrackCharacter loud = Signals.heard(storm, 4096, -7).character();
        TrackCharacter soft = Signals.heard(Signals.sine(220, 15, .05), 4096, -30).character();
        assertThat(loud.energy()).isGreaterThan(soft.energy() + 3);
    }

    @Test
    void louderMeansMoreEnergy() {
        float[] sound = Signals.melody(4, 10);
        assertThat(Signals.heard(sound, 4096, -8).character().energy())
                .isGreaterThan(Signals.heard(sound, 4096, -20).character().energy());
    }

    @Test
    void aSteadyBeatIsDancedToAndNoiseIsNot() {
        float[] kick = Signals.mixed(Signals.clicks(120, 20), Signals.melody(2, 20));
        assertThat(Signals.heard(kick).character().danceability())
                .isGreaterThan(Signals.heard(Signals.noise(1, 20, .3)).character().danceability());
    }

    /// Syllables of noise and tone, four a second, of chance length: what speech does to a level.
    @Test
    void syllablesWithoutABeatAreSpeech() {
        SplittableRandom random = new SplittableRandom(11);
        float[] speech = Signals.melody(9, 30);
        float[] hiss = Signals.noise(9, 30, .2);
        int n = 0;
        boolean vowel = true;
        while (n < speech.length) {
            int syllable = (int) (Signals.RATE * random.nextDouble(.05, .2));
            for (int end = Math.min(speech.length, n + syllable); n < end; n++) {
                speech[n] = vowel ? 2 * speech[n] : .1f * hiss[n];
            }
            vowel = !vowel;
        }
        double spoken = Signals.heard(speech).character().speechiness();
        float[] song = Signals.mixed(Signals.melody(9, 30), Signals.clicks(110, 30));
        assertThat(spoken).isGreaterThan(Signals.heard(song).character().speechiness() + .2);
    }

    @Property(tries = 10)
    void whateverIsHeardStaysInItsRange(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double level,
            @ForAll @DoubleRange(min = -70, max = 5) double lufs) {
        float[] sound = Signals.noise(seed, 3, level);
        TrackCharacter character = Signals.heard(sound, 1024, lufs).character();
        assertThat(character.energy()).isBetween(1.0, 10.0);
        assertThat(character.valence()).isBetween(0.0, 1.0);
    }

    @Test
    void refusesWhatIsOutsideTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackCharacter(11, 0, 0, 0, 0, 0))
                .withMessageContaining("1..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackCharacter(5, 0, 0, 0, 0, Double.NaN))
                .withMessageContaining("valence");
    }
}
