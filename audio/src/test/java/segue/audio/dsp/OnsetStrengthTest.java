package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetStrengthTest {

    @Test
    void aToneIsAnOnsetInItsRegion() {
        double[] hertz = {300, 1200, 6000};
        for (int region = 1; region < OnsetStrength.REGIONS; region++) {
            OnsetStrength onsets = heard(tone(hertz[region - 1], 30_000));
            double inside = sum(onsets.region(region));
            for (int other = 0; other < OnsetStrength.REGIONS; other++) {
                if (other != region) {
                    assertThat(sum(onsets.region(other))).isLessThan(.7 * inside);
                }
            }
        }
    }

    @Test
    void aKickIsNoCymbal() {
        OnsetStrength kick = heard(tone(60, 30_000));
        OnsetStrength cymbal = heard(tone(6000, 30_000));
        assertThat(sum(kick.region(0))).isGreaterThan(20 * sum(cymbal.region(0)));
        assertThat(sum(cymbal.region(3))).isGreaterThan(20 * sum(kick.region(3)));
    }

    @Test
    void theOnsetIsWhereTheSoundBegins() {
        float[] curve = heard(tone(1200, 100 * Stft.HOP)).region(2);
        int best = 0;
        for (int n = 0; n < curve.length; n++) {
            best = curve[n] > curve[best] ? n : best;
        }
        assertThat(best).isBetween(98, 101);
        assertThat(curve[120]).isCloseTo(0, within(.05f));
    }

    @Test
    void aNewChordIsAChangeOfHarmony() {
        float[] sound = tone(440, 0);
        float[] second = tone(587, 0);
        System.arraycopy(second, 30_000, sound, 30_000, sound.length - 30_000);
        float[] change = heard(sound).harmonicChange();
        assertThat(change[30_000 / Stft.HOP]).isGreaterThan(.5f);
        assertThat(change[60]).isLessThan(.05f);
    }

    @Test
    void silenceHasNoOnsetsAndAllCurvesAreOfOneLength() {
        OnsetStrength onsets = heard(new float[50_000]);
        for (int region = 0; region < OnsetStrength.REGIONS; region++) {
            assertThat(onsets.region(region)).hasSize(onsets.frames()).containsOnly(0);
        }
        assertThat(onsets.harmonicChange()).hasSize(onsets.frames()).containsOnly(0);
    }

    @Test
    void twoHoursAreKeptAndNoMore() {
        MelBands mel = OnsetStrength.bands();
        OnsetStrength onsets = new OnsetStrength(mel);
        float[] frame = new float[Stft.SIZE / 2 + 1];
        mel.frame(frame);
        for (int n = 0; n < OnsetStrength.MAX_FRAMES + 10; n++) {
            onsets.frame(frame);
        }
        assertThat(onsets.frames()).isEqualTo(OnsetStrength.MAX_FRAMES);
        assertThat(onsets.region(0)).hasSize(OnsetStrength.MAX_FRAMES);
    }

    private static double sum(float[] curve) {
        double sum = 0;
        for (float value : curve) {
            sum += value;
        }
        return sum;
    }

    private static float[] tone(double hertz, int from) {
        float[] sound = new float[60_000];
        for (int n = from; n < sound.length; n++) {
            double rise = half(Math.min(1, (n - from) / 900.0));
            double fall = half(Math.min(1, (sound.length - n) / 9000.0));
            sound[n] = (float) (.4 * rise * fall * Math.sin(2 * Math.PI * hertz * n / 22_050));
        }
        return sound;
    }

    /// A raised cosine: 0 at 0, 1 at 1.
    private static double half(double x) {
        return .5 - .5 * Math.cos(Math.PI * x);
    }

    private static OnsetStrength heard(float[] sound) {
        MelBands mel = OnsetStrength.bands();
        OnsetStrength onsets = new OnsetStrength(mel);
        Stft stft = new Stft(List.of(mel, onsets));
        stft.accept(sound, 0, sound.length);
        stft.finish();
        return onsets;
    }
}
