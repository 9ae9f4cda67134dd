package segue.audio.dsp;

import java.util.Arrays;

/// The tones of one spectrum: its sharp local maxima, located between the bins, with their
/// strength above the neighbourhood. Broad humps (drums, breath, consonants) are played down.
///
/// Frequency by a parabola through the log magnitudes (Smith and Serra, PARSHL, 1987); half
/// whitening, by the fourth root of the octave's mean power (after Mauch and Dixon, ISMIR 2010).
/// Reused from frame to frame; not thread-safe.
public final class SpectralPeaks {

    /// At most so many tones a frame are kept.
    public static final int MOST = 96;

    private static final float FLOOR = 1e-3f; // of the strongest bin
    private static final double RISE = 2; // least power over the octave's mean
    private static final double SHARP = 0.35; // magnitude two bins aside, of the peak's: a tone
    private static final double BROAD = 0.75; // the same: no tone at all
    private static final double A4 = 440;

    private final int low;
    private final int high;
    private final double hertzPerBin;
    private final double[] sums;
    private final float[] pitches = new float[MOST];
    private final float[] strengths = new float[MOST];
    private int count;

    /// For spectra of a Hann window.
    ///
    /// @param size length of the transform
    /// @param sampleRate hertz
    /// @param lowHertz the lowest tone looked for
    /// @param highHertz the highest
    public SpectralPeaks(int size, int sampleRate, double lowHertz, double highHertz) {
        hertzPerBin = (double) sampleRate / size;
        low = Math.max(4, (int) Math.ceil(lowHertz / hertzPerBin));
        high = Math.min(size / 2 - 3, (int) (highHertz / hertzPerBin));
        if (low >= high) {
            throw new IllegalArgumentException(
                    "no bins between " + lowHertz + " and " + highHertz + " Hz");
        }
        sums = new double[high + 4];
    }

    /// Finds the tones of a magnitude spectrum, bins 0..size/2.
    public void find(float[] magnitudes) {
        count = 0;
        float top = 0;
        for (int bin = low - 3; bin < high + 3; bin++) {
            float here = magnitudes[bin];
            sums[bin + 1] = sums[bin] + here * here;
            top = Math.max(top, here);
        }
        float floor = top * FLOOR;
        for (int bin = low; bin < high; bin++) {
            float here = magnitudes[bin];
            if (here > floor && here > magnitudes[bin - 1] && here >= magnitudes[bin + 1]) {
                consider(magnitudes, bin);
                if (count == MOST) break;
            }
        }
    }

    private void consider(float[] magnitudes, int bin) {
        double here = magnitudes[bin];
        double skirt = (magnitudes[bin - 2] + magnitudes[bin + 2]) / (2 * here);
        double sharp = Math.clamp((BROAD - skirt) / (BROAD - SHARP), 0, 1);
        if (sharp == 0) return;
        int from = Math.max(low - 3, (int) (bin * 0.7));
        int to = Math.min(high + 3, (int) (bin * 1.42) + 1);
        double around = (sums[to] - sums[from]) / (to - from);
        if (here * here < RISE * around && bin - from > 8) return;
        double left = Math.log(magnitudes[bin - 1] + 1e-30);
        double middle = Math.log(here);
        double right = Math.log(magnitudes[bin + 1] + 1e-30);
        double curve = left - 2 * middle + right;
        double shift = curve < 0 ? Math.clamp(0.5 * (left - right) / curve, -0.5, 0.5) : 0;
        double hertz = (bin + shift) * hertzPerBin;
        pitches[count] = (float) (69 + 12 * Math.log(hertz / A4) / Math.log(2));
        strengths[count] = (float) (sharp * here / Math.sqrt(Math.sqrt(around)));
        count++;
    }

    /// How many tones the last spectrum had.
    public int count() {
        return count;
    }

    /// A tone's pitch in MIDI numbers (69 = 440 Hz), with fraction.
    public float pitch(int tone) {
        return pitches[tone];
    }

    /// A tone's strength: whitened magnitude, no unit.
    public float strength(int tone) {
        return strengths[tone];
    }

    /// Forgets the last spectrum.
    public void clear() {
        count = 0;
        Arrays.fill(sums, 0);
    }
}
