package segue.audio.feature;

import java.util.Arrays;

/// The highest point of the continuous waveform behind the samples (ITU-R BS.1770-4, annex 2):
/// interpolated to four times the rate, twice from 80 kHz and not at all from 160 kHz. Not
/// thread-safe.
///
/// No stretch of sound is interpolated that could not hold a new peak: between samples of at
/// most `m` the waveform stays below `m` times the sum of the filter's magnitudes. That leaves
/// a small part of most music, with the same result.
final class TruePeakMeter {

    private static final int TAPS = 24;
    private static final double KAISER_BETA = 6;
    private static final int SEGMENT = 64;

    private final float[][] phases;
    private final float reach;
    private final float[] sums = new float[SEGMENT];
    private final float[][] recent;
    private final float[] earlier;
    private float peak;

    /// @param sampleRate hertz
    TruePeakMeter(int sampleRate, int channels) {
        int factor = sampleRate < 80_000 ? 4 : sampleRate < 160_000 ? 2 : 1;
        phases = new float[factor - 1][];
        float most = 1;
        for (int phase = 1; phase < factor; phase++) {
            phases[phase - 1] = filter((double) phase / factor);
            float sum = 0;
            for (float tap : phases[phase - 1]) {
                sum += Math.abs(tap);
            }
            most = Math.max(most, sum);
        }
        reach = most;
        recent = new float[channels][TAPS - 1 + SEGMENT];
        earlier = new float[channels];
    }

    /// A windowed sinc that reads the waveform `fraction` of the way between the two samples in
    /// its middle.
    private static float[] filter(double fraction) {
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
            double t = k - (TAPS / 2 - 1) - fraction;
            double edge = t / (TAPS / 2.0);
            double window = bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - edge * edge)));
            taps[k] = Math.sin(Math.PI * t) / (Math.PI * t) * window;
            sum += taps[k];
        }
        float[] scaled = new float[TAPS];
        for (int k = 0; k < TAPS; k++) {
            scaled[k] = (float) (taps[k] / sum);
        }
        return scaled;
    }

    /// The modified Bessel function of order 0.
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 40; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /// Takes the next `length` samples of each channel.
    void accept(float[][] samples, int length) {
        for (int channel = 0; channel < recent.length; channel++) {
            for (int from = 0; from < length; from += SEGMENT) {
                segment(channel, samples[channel], from, Math.min(SEGMENT, length - from));
            }
        }
    }

    private void segment(int channel, float[] samples, int from, int count) {
        float[] window = recent[channel];
        System.arraycopy(samples, from, window, TAPS - 1, count);
        float highest = highest(samples, from, from + count);
        peak = Math.max(peak, highest);
        if (Math.max(highest, earlier[channel]) * reach > peak) {
            for (float[] phase : phases) {
                interpolate(window, phase, count);
            }
        }
        // A short segment leaves part of the one before it in the window.
        earlier[channel] = count < TAPS ? Math.max(earlier[channel], highest) : highest;
        System.arraycopy(window, count, window, 0, TAPS - 1);
    }

    private void interpolate(float[] window, float[] phase, int count) {
        Arrays.fill(sums, 0, count, 0);
        for (int tap = 0; tap < TAPS; tap += 4) {
            float a = phase[tap];
            float b = phase[tap + 1];
            float c = phase[tap + 2];
            float d = phase[tap + 3];
            for (int i = 0; i < count; i++) {
                sums[i] +=
                        a * window[i + tap]
                                + b * window[i + tap + 1]
                                + c * window[i + tap + 2]
                                + d * window[i + tap + 3];
            }
        }
        peak = Math.max(peak, highest(sums, 0, count));
    }

    /// The largest magnitude in `samples[from..to)`; four at a time, so that none waits.
    private static float highest(float[] samples, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a = Math.max(a, Math.abs(samples[i]));
            b = Math.max(b, Math.abs(samples[i + 1]));
            c = Math.max(c, Math.abs(samples[i + 2]));
            d = Math.max(d, Math.abs(samples[i + 3]));
        }
        for (; i < to; i++) {
            a = Math.max(a, Math.abs(samples[i]));
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    /// The peak of all channels as a factor of full scale; nothing may follow.
    float finish() {
        accept(new float[recent.length][TAPS], TAPS);
        return peak;
    }
}
