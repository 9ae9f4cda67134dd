package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GridFitTest {

    @Property(tries = 40)
    void findsTheTempoOfPulsesToAThousandth(
            @ForAll @DoubleRange(min = 60, max = 200) double bpm,
            @ForAll @IntRange(min = -9, max = 9) int perMille) {
        GridFit.Fit fit = GridFit.best(pulses(bpm, 0, 5000, 3), bpm * (1 + perMille / 1000.0));
        assertThat(fit.bpm()).isCloseTo(bpm, within(.004));
        assertThat(fit.agreeing()).isGreaterThan(.95);
    }

    @Test
    void accentsThatMoveToTheOffBeatDoNotBreakTheGrid() {
        float[] curve = Arrays.copyOf(pulses(120, 0, 3000, 3), 6000);
        double half = Periodicity.lag(120) / 2;
        System.arraycopy(pulses(120, half, 6000, 3), 3000, curve, 3000, 3000);
        GridFit.Fit fit = GridFit.best(curve, 120.4);
        assertThat(fit.bpm()).isCloseTo(120, within(.01));
        assertThat(fit.agreeing()).isGreaterThan(.95);
    }

    @Test
    void twoTemposDoNotAgree() {
        float[] curve = Arrays.copyOf(pulses(120, 0, 3000, 3), 6000);
        System.arraycopy(pulses(121.5, 0, 6000, 3), 3000, curve, 3000, 3000);
        assertThat(GridFit.best(curve, 120).agreeing()).isLessThan(.75);
    }

    @Test
    void anHoursGridIsFoundInOneGo() {
        float[] curve = pulses(127.93, 5, 300_000, 3);
        assertThat(GridFit.best(curve, 127.2).bpm()).isCloseTo(127.93, within(.0005));
    }

    @Test
    void snapsToWholeAndHalfOnlyWhenNear() {
        assertThat(TempoFinder.snap(new GridFit.Fit(123.006, .002, 1))).isEqualTo(123);
        assertThat(TempoFinder.snap(new GridFit.Fit(123.504, .002, 1))).isEqualTo(123.5);
        assertThat(TempoFinder.snap(new GridFit.Fit(123.02, .002, 1))).isEqualTo(123.02);
        assertThat(TempoFinder.snap(new GridFit.Fit(123.2, 1, 1))).isEqualTo(123.2);
    }

    /// Bumps `width` frames wide on a grid.
    private static float[] pulses(double bpm, double first, int frames, double width) {
        double lag = Periodicity.lag(bpm);
        float[] curve = new float[frames];
        double mean = 0;
        for (int n = 0; n < frames; n++) {
            double beats = (n - first) / lag;
            double off = (beats - Math.rint(beats)) * lag / width;
            curve[n] = (float) Math.exp(-off * off);
            mean += curve[n] / frames;
        }
        for (int n = 0; n < frames; n++) {
            curve[n] -= (float) mean;
        }
        return curve;
    }
}
