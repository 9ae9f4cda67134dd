package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.Stft;

class StructureFinderTest {

    /// 120 BPM: bars of two seconds from 3 s on.
    private static final Tempo STEADY = new Tempo(120, 1, 60, 0, 4, 2, true);

    private static Structure form(float[] sound, Tempo tempo) {
        OctaveBands octaves = new OctaveBands();
        StructureFinder finder = new StructureFinder(octaves);
        Stft stft = new Stft(List.of(octaves, finder));
        stft.accept(sound, 0, sound.length);
        stft.finish();
        return finder.finish(tempo, (double) sound.length / Signals.RATE);
    }

    private static float[] thin(double seconds) {
        return Signals.noise(3, seconds, .05);
    }

    private static float[] full(double seconds, double level) {
        return Signals.mixed(
                Signals.noise(4, seconds, .2 * level), Signals.sine(60, seconds, .4 * level));
    }

    /// 3 s silence, intro to 19, body to 51, breakdown to 67, loud body to 99, outro to 115, 4 s
    /// silence.
    private static float[] track() {
        return Signals.joined(
                Signals.silence(3),
                thin(16),
                full(32, .8),
                Signals.noise(6, 16, .1),
                full(32, 1),
                thin(16),
                Signals.silence(4));
    }

    @Test
    void findsSilenceAtBothEnds() {
        Structure form = form(track(), Tempo.NONE);
        assertThat(form.durationSeconds()).isEqualTo(119);
        assertThat(form.soundStartSeconds()).isCloseTo(3, within(.15));
        assertThat(form.soundEndSeconds()).isCloseTo(115, within(.15));
    }

    @Test
    void findsIntroAndOutro() {
        Structure form = form(track(), Tempo.NONE);
        assertThat(form.introEndSeconds()).isCloseTo(19, within(.8));
        assertThat(form.outroStartSeconds()).isCloseTo(99, within(.8));
        assertThat(form.introSeconds()).isCloseTo(16, within(.9));
    }

    @Test
    void bordersLieOnBarsWhenTheTempoIsKnown() {
        Structure form = form(track(), STEADY);
        assertThat(form.introEndSeconds()).isEqualTo(19);
        assertThat(form.outroStartSeconds()).isEqualTo(99);
        assertThat(form.breakdowns()).containsExactly(new Structure.Span(51, 67));
    }

    @Test
    void sectionsFollowEachOtherWithoutGapsAndTheLoudestIsFound() {
        Structure form = form(track(), STEADY);
        List<Structure.Span> sections = form.sections();
        assertThat(sections).hasSize(5);
        assertThat(sections.getFirst().startSeconds()).isEqualTo(form.soundStartSeconds());
        assertThat(sections.getLast().endSeconds()).isEqualTo(form.soundEndSeconds());
        for (int i = 1; i < sections.size(); i++) {
            assertThat(sections.get(i).startSeconds()).isEqualTo(sections.get(i - 1).endSeconds());
        }
        assertThat(form.loudest()).isEqualTo(new Structure.Span(67, 99));
    }

    @Test
    void anEvenTrackHasNeitherIntroNorOutroNorBreakdown() {
        Structure form = form(full(60, 1), Tempo.NONE);
        assertThat(form.introSeconds()).isZero();
        assertThat(form.outroSeconds()).isZero();
        assertThat(form.breakdowns()).isEmpty();
        assertThat(form.sections()).hasSize(1);
    }

    @Property(tries = 10)
    void levelMakesNoDifference(@ForAll @DoubleRange(min = .05, max = 2) double gain) {
        assertThat(form(Signals.scaled(track(), gain), STEADY)).isEqualTo(form(track(), STEADY));
    }

    @Property(tries = 15)
    void allTimesAreInOrder(@ForAll @DoubleRange(max = 12) double seconds, @ForAll boolean steady) {
        Structure form = form(Signals.melody(8, seconds), steady ? STEADY : Tempo.NONE);
        assertThat(form.introEndSeconds())
                .isBetween(form.soundStartSeconds(), form.soundEndSeconds());
        assertThat(form.outroStartSeconds())
                .isBetween(form.introEndSeconds(), form.soundEndSeconds());
        assertThat(form.soundEndSeconds()).isLessThanOrEqualTo(form.durationSeconds());
    }
}
