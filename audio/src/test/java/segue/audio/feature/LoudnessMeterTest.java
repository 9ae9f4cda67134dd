package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static segue.audio.decode.Speaker.FRONT;
import static segue.audio.decode.Speaker.LOW_FREQUENCY;
import static segue.audio.decode.Speaker.SURROUND;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.decode.Speaker;

/// The signals of EBU Tech 3341 (2016), table 1, and EBU Tech 3342 (2016), table 1, made here.
class LoudnessMeterTest {

    private static final List<Speaker> STEREO = List.of(FRONT, FRONT);

    @ParameterizedTest
    @CsvSource({
        "1, -23, '-23:20'",
        "2, -33, '-33:20'",
        "3, -23, '-36:10 -23:60 -36:10'",
        "4, -23, '-72:10 -36:10 -23:60 -36:10 -72:10'",
        "5, -23, '-26:20 -20:20.1 -26:20'",
    })
    void integratesAsTech3341Asks(int number, double lufs, String tones) {
        int[] rates = number == 1 ? new int[] {8000, 22_050, 48_000, 96_000} : new int[] {44_100};
        for (int rate : rates) {
            assertThat(measure(tones, rate).integratedLufs())
                    .as("case %d at %d Hz", number, rate)
                    .isCloseTo(lufs, within(.1));
        }
    }

    @Test
    void weighsFiveChannelsAsTech3341Asks() {
        double[] levels = {-28, -28, -24, -200, -30, -30};
        LoudnessMeter meter =
                new LoudnessMeter(
                        48_000, List.of(FRONT, FRONT, FRONT, LOW_FREQUENCY, SURROUND, SURROUND));
        float[][] samples = new float[6][];
        for (int channel = 0; channel < 6; channel++) {
            samples[channel] = sine(1000, levels[channel], 0, 48_000, 20 * 48_000);
        }
        meter.accept(samples, 20 * 48_000);
        assertThat(meter.finish().integratedLufs()).isCloseTo(-23, within(.1));
    }

    @ParameterizedTest
    @CsvSource({
        "10, '-20:20 -30:20'",
        "5, '-20:20 -15:20'",
        "20, '-40:20 -20:20'",
        "15, '-50:20 -35:20 -20:20 -35:20 -50:20'",
    })
    void rangesAsTech3342Asks(double range, String tones) {
        assertThat(measure(tones, 48_000).rangeLu()).isCloseTo(range, within(.2));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, .5, -6",
        "4, 45, .5, -6",
        "6, 60, .5, -6",
        "8, 67.5, .5, -6",
        "4, 45, 1.41, 3"
    })
    void findsPeaksBetweenSamplesAsTech3341Asks(int part, double phase, double level, double dbtp) {
        float[] tone =
                sine(
                        48_000.0 / part,
                        20 * Math.log10(level),
                        Math.toRadians(phase),
                        48_000,
                        48_000);
        LoudnessMeter meter = new LoudnessMeter(48_000, List.of(FRONT));
        meter.accept(new float[][] {fade(tone)}, tone.length);
        assertThat(meter.finish().truePeakDbtp()).isBetween(dbtp - .4, dbtp + .2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65, 1000, 44_100})
    void blocksOfAnySizeGiveTheSame(int block) {
        float[][] noise = new float[2][3 * 44_100 + 17];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < noise[0].length; i++) {
            noise[0][i] = (float) random.nextDouble(-.5, .5);
            noise[1][i] = (float) random.nextDouble(-.9, .9);
        }
        LoudnessMeter whole = new LoudnessMeter(44_100, STEREO);
        whole.accept(noise, noise[0].length);
        Loudness expected = whole.finish();
        LoudnessMeter parts = new LoudnessMeter(44_100, STEREO);
        for (int from = 0; from < noise[0].length; from += block) {
            int length = Math.min(block, noise[0].length - from);
            float[][] part = new float[2][length];
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(noise[channel], from, part[channel], 0, length);
            }
            parts.accept(part, length);
        }
        Loudness found = parts.finish();
        assertThat(found.truePeakDbtp()).isEqualTo(expected.truePeakDbtp());
        assertThat(found.integratedLufs()).isCloseTo(expected.integratedLufs(), within(1e-9));
        assertThat(found.rangeLu()).isEqualTo(expected.rangeLu());
    }

    @Test
    void twoChannelsAtOnceAreTwoChannels() {
        float[] left = sine(100, -10, 0, 44_100, 44_100);
        float[] right = sine(3000, -20, 1, 44_100, 44_100);
        double[] sums = new double[2];
        KWeighting.energies(
                new KWeighting(44_100), left, new KWeighting(44_100), right, 0, 44_100, sums);
        assertThat(sums[0]).isEqualTo(new KWeighting(44_100).energy(left, 0, 44_100));
        assertThat(sums[1]).isEqualTo(new KWeighting(44_100).energy(right, 0, 44_100));
    }

    @Test
    void silenceAndNothingHaveNoLoudness() {
        LoudnessMeter silent = new LoudnessMeter(8000, STEREO);
        silent.accept(new float[2][80_000], 80_000);
        assertThat(silent.finish()).isEqualTo(new Loudness(-70, 0, -200));
        assertThat(new LoudnessMeter(192_000, STEREO).finish())
                .isEqualTo(new Loudness(-70, 0, -200));
    }

    @Test
    void refusesOtherChannelsThanItWasMadeFor() {
        assertThatThrownBy(() -> new LoudnessMeter(8000, STEREO).accept(new float[1][8], 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made for 2, given 1");
    }

    /// A stereo tone of 1 kHz through levels (dBFS) and durations (s).
    private static Loudness measure(String tones, int rate) {
        LoudnessMeter meter = new LoudnessMeter(rate, STEREO);
        for (String tone : tones.split(" ")) {
            String[] parts = tone.split(":");
            int length = (int) (Double.parseDouble(parts[1]) * rate);
            float[] samples = sine(1000, Double.parseDouble(parts[0]), 0, rate, length);
            meter.accept(new float[][] {samples, samples}, length);
        }
        return meter.finish();
    }

    private static float[] sine(double hertz, double dbfs, double phase, int rate, int length) {
        double amplitude = Math.pow(10, dbfs / 20);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate + phase));
        }
        return samples;
    }

    /// Without a click at either end, which would have a peak of its own.
    private static float[] fade(float[] samples) {
        for (int i = 0; i < 1000; i++) {
            samples[i] *= i / 1000f;
            samples[samples.length - 1 - i] *= i / 1000f;
        }
        return samples;
    }
}
