package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Against the numbers of `src/test/scripts/spectral_reference.py`.
class SpectralFeaturesTest {

    private static final int BINS = Stft.SIZE / 2 + 1;

    private static float[] spectrum(double gain) {
        float[] magnitudes = new float[BINS];
        long state = 12345;
        for (int k = 0; k < BINS; k++) {
            state = (1103515245L * state + 12345) % (1L << 31);
            magnitudes[k] = (float) (gain * (state / (double) (1L << 31) + .01) / (1 + k / 40.0));
        }
        return magnitudes;
    }

    private static SpectralShape shape(float[] magnitudes) {
        SpectralShape shape = new SpectralShape(Stft.SIZE, Stft.SAMPLE_RATE);
        shape.measure(magnitudes);
        return shape;
    }

    @Test
    void shapeIsNumpys() {
        SpectralShape shape = shape(spectrum(1));
        assertThat(shape.centroid()).isCloseTo(1655.074, within(.1));
        assertThat(shape.spread()).isCloseTo(2081.475, within(.1));
        assertThat(shape.rolloff()).isCloseTo(3423.779, within(.01));
        assertThat(shape.flatness()).isCloseTo(.151609, within(1e-5));
    }

    @Test
    void contrastIsNumpys() {
        float[] out = new float[SpectralContrast.COUNT];
        new SpectralContrast(Stft.SIZE, Stft.SAMPLE_RATE).measure(spectrum(1), out);
        float[] reference = {11.081f, 11.288f, 18.092f, 19.654f, 18.156f, 20.606f, 20.007f};
        assertThat(out).containsExactly(reference, within(.002f));
    }

    @Test
    void cepstrumIsScipys() {
        float[] bands = new float[40];
        for (int b = 0; b < bands.length; b++) {
            bands[b] = (float) (Math.sin(b) * 10 - b);
        }
        float[] out = new float[5];
        new Cepstrum(40, 5).apply(bands, out);
        float[] reference = {-121.506f, 74.005f, 2.641f, 9.637f, 2.85f};
        assertThat(out).containsExactly(reference, within(.001f));
    }

    @Test
    void gainChangesNeitherShapeNorContrast() {
        SpectralShape loud = shape(spectrum(1));
        SpectralShape soft = shape(spectrum(.001));
        assertThat(soft.centroid()).isCloseTo(loud.centroid(), within(.01));
        assertThat(soft.flatness()).isCloseTo(loud.flatness(), within(1e-5));
        SpectralContrast contrast = new SpectralContrast(Stft.SIZE, Stft.SAMPLE_RATE);
        float[] one = new float[SpectralContrast.COUNT];
        float[] other = new float[SpectralContrast.COUNT];
        contrast.measure(spectrum(1), one);
        contrast.measure(spectrum(.001), other);
        assertThat(other).containsExactly(one, within(.001f));
    }

    @Test
    void silenceHasNoShapeAndNoContrast() {
        SpectralShape shape = shape(new float[BINS]);
        assertThat(shape.centroid()).isZero();
        assertThat(shape.flatness()).isZero();
        float[] out = new float[SpectralContrast.COUNT];
        new SpectralContrast(Stft.SIZE, Stft.SAMPLE_RATE).measure(new float[BINS], out);
        assertThat(out).containsOnly(0);
    }

    /// Few bins sound, at levels from full down to the smallest numbers there are.
    @Property(tries = 200)
    void shapeStaysInItsRange(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = BINS - 1) Integer> bins,
            @ForAll @IntRange(max = 300) int decibelsDown) {
        float[] magnitudes = new float[BINS];
        for (int bin : bins) {
            magnitudes[bin] += (float) Math.pow(10, -decibelsDown / 20.0);
        }
        SpectralShape shape = shape(magnitudes);
        double top = Stft.SAMPLE_RATE / 2.0 * (1 + 1e-9);
        assertThat(shape.centroid()).isBetween(0.0, top);
        assertThat(shape.rolloff()).isBetween(0.0, top);
        assertThat(shape.flatness()).isBetween(0.0, 1.0);
    }

    @Test
    void refusesMoreCoefficientsThanBands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cepstrum(4, 5))
                .withMessageContaining("1..4");
    }

    @Test
    void octavesShareOutThePower() {
        float[] magnitudes = spectrum(1);
        OctaveBands octaves = new OctaveBands();
        octaves.frame(magnitudes);
        double all = 0;
        for (int k = 1; k < BINS; k++) {
            all += (double) magnitudes[k] * magnitudes[k];
        }
        assertThat((double) octaves.total()).isCloseTo(all, within(1e-4));
        assertThat(octaves.power(0, OctaveBands.COUNT)).isCloseTo(octaves.total(), within(1e-4f));
    }

    @Test
    void momentsAreThoseOfTheBooks() {
        Moments moments = new Moments(1);
        for (float value : new float[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            moments.add(new float[] {value});
        }
        assertThat(moments.mean(0)).isEqualTo(5);
        assertThat(moments.deviation(0)).isEqualTo(2);
        assertThat(moments.change(0)).isCloseTo(Math.sqrt(13 / 7.0), within(1e-12));
    }

    @Test
    void noChangeIsCountedAcrossAGap() {
        Moments moments = new Moments(1);
        moments.add(new float[] {0});
        moments.gap();
        moments.add(new float[] {100});
        assertThat(moments.change(0)).isZero();
    }
}
