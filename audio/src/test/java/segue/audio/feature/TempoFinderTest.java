package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoFinderTest {

    @Property(tries = 40)
    void findsAnyClickTrack(
            @ForAll @DoubleRange(min = 60, max = 200) double bpm,
            @ForAll @DoubleRange(min = 0, max = 1) double phase) {
        double start = phase * 60 / bpm;
        Tempo tempo = around(bpm).find(heard(DrumMachine.clicks(bpm, start, 30)));
        assertThat(tempo.bpm()).isCloseTo(bpm, within(.02));
        assertThat(tempo.steady()).isTrue();
        assertThat(apart(tempo.firstBeatSeconds(), start, 60 / bpm)).isLessThan(.012);
        assertThat(tempo.firstBeatSeconds()).isBetween(0.0, 60 / tempo.bpm());
    }

    @Property(tries = 20)
    void findsTheBeatOfDrumsUnderTheUsualPrior(
            @ForAll @DoubleRange(min = 84, max = 160) double bpm,
            @ForAll @DoubleRange(min = 0, max = 2) double start) {
        Tempo tempo = find(DrumMachine.rock(bpm, start, 30));
        assertThat(tempo.bpm()).isCloseTo(bpm, within(.02));
        assertThat(tempo.beatsPerBar()).isEqualTo(4);
        assertThat(apart(tempo.firstBeatSeconds(), start, 60 / bpm)).isLessThan(.012);
    }

    @Property(tries = 15)
    void findsWhereBarsBegin(@ForAll @DoubleRange(min = 0, max = 3) double start) {
        Tempo tempo = find(DrumMachine.rock(100, start, 30));
        double bar = tempo.firstBeatSeconds() + tempo.downbeat() * 60 / tempo.bpm();
        assertThat(apart(bar, start, 2.4)).isLessThan(.012);
    }

    @Property(tries = 15)
    void silenceBeforeTheMusicMovesTheGridAndNothingElse(
            @ForAll @DoubleRange(min = 0, max = 3) double seconds) {
        float[] sound = DrumMachine.rock(123.4, 0, 30);
        Tempo here = find(sound);
        Tempo later = find(DrumMachine.joined(DrumMachine.silence(seconds), sound));
        assertThat(later.bpm()).isCloseTo(here.bpm(), within(.02));
        double moved = here.firstBeatSeconds() + seconds;
        assertThat(apart(later.firstBeatSeconds(), moved, 60 / 123.4)).isLessThan(.01);
    }

    @Property(tries = 15)
    void gainMakesNoDifference(@ForAll @DoubleRange(min = -40, max = 12) double decibels) {
        float[] sound = DrumMachine.rock(97, .3, 25);
        Tempo loud = find(sound);
        float gain = (float) Math.pow(10, decibels / 20);
        for (int n = 0; n < sound.length; n++) {
            sound[n] *= gain;
        }
        Tempo changed = find(sound);
        assertThat(changed.bpm()).isEqualTo(loud.bpm());
        assertThat(changed.firstBeatSeconds()).isCloseTo(loud.firstBeatSeconds(), within(1e-3));
        assertThat(changed.confidence()).isCloseTo(loud.confidence(), within(.01));
    }

    @Test
    void theSameSoundGivesTheSameAnswer() {
        float[] sound = DrumMachine.rock(140.25, .1, 20);
        assertThat(find(sound)).isEqualTo(find(sound.clone()));
    }

    @Test
    void hearsAWaltz() {
        Tempo tempo = find(DrumMachine.drums(132, 2, .2, 40, "x.....", "..x.x.", "xxxxxx"));
        assertThat(tempo.bpm()).isCloseTo(132, within(.02));
        assertThat(tempo.beatsPerBar()).isEqualTo(3);
        double bar = tempo.firstBeatSeconds() + tempo.downbeat() * 60 / tempo.bpm();
        assertThat(apart(bar, .2, 180 / 132.0)).isLessThan(.012);
    }

    @Test
    void aChangeOfTempoIsNotSteady() {
        float[] slow = DrumMachine.rock(100, 0, 30);
        float[] fast = DrumMachine.rock(126, 0, 30);
        assertThat(find(DrumMachine.joined(slow, fast)).steady()).isFalse();
        assertThat(find(slow).steady()).isTrue();
    }

    @Test
    void theClubsRangeTurnsASlowPulseIntoItsDouble() {
        float[] slow = DrumMachine.clicks(64, .1, 30);
        assertThat(new TempoFinder(TempoPrior.CLUB).find(heard(slow)).bpm()).isEqualTo(128);
    }

    @Test
    void saysNothingOfSilenceAndNoise() {
        assertThat(find(DrumMachine.silence(20))).isEqualTo(Tempo.NONE);
        assertThat(find(DrumMachine.noise(30, 1))).isEqualTo(Tempo.NONE);
        assertThat(find(DrumMachine.noise(8, 2)).confidence()).isLessThan(.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .0001, .01, .1, .5, 1, 2})
    void aMomentHasNoTempo(double seconds) {
        assertThat(find(DrumMachine.clicks(120, 0, seconds))).isEqualTo(Tempo.NONE);
    }

    @Test
    void aFewBarsAreEnough() {
        Tempo tempo = find(DrumMachine.rock(120, 0, 8));
        assertThat(tempo.bpm()).isCloseTo(120, within(.1));
    }

    @Test
    void aBreakWithoutDrumsDoesNotMoveTheGrid() {
        float[] sound = DrumMachine.rock(127.5, 0, 90);
        float[] noise = DrumMachine.noise(20, 3);
        System.arraycopy(noise, 0, sound, 30 * DrumMachine.RATE, noise.length);
        Tempo tempo = find(sound);
        assertThat(tempo.bpm()).isEqualTo(127.5);
        assertThat(tempo.steady()).isTrue();
    }

    private static Tempo find(float[] sound) {
        return new TempoFinder(TempoPrior.DEFAULTS).find(heard(sound));
    }

    private static segue.audio.dsp.OnsetStrength heard(float[] sound) {
        return DrumMachine.onsets(sound);
    }

    /// A finder that leaves no choice of octave.
    private static TempoFinder around(double bpm) {
        return new TempoFinder(TempoPrior.range(Math.max(30, bpm / 1.42), bpm * 1.42));
    }

    /// How far two moments are apart on a circle of `period`.
    private static double apart(double a, double b, double period) {
        double beats = (a - b) / period;
        return Math.abs(beats - Math.rint(beats)) * period;
    }
}
