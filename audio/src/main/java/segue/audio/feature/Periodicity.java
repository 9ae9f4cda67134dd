package segue.audio.feature;

import java.util.Arrays;
import segue.audio.dsp.Fft;
import segue.audio.dsp.Stft;

/// How much a curve repeats itself after each lag: the autocorrelation of stretches of 24 s,
/// averaged over the whole, so that a tempo that wanders a little does not wash it out. Percival
/// and Tzanetakis, "Streamlined tempo estimation", IEEE TASLP 2014.
///
/// Immutable.
final class Periodicity {

    /// Frames of a stretch; the next begins after half of it.
    static final int STRETCH = 2048;

    /// The longest lag that is known, frames.
    static final int LONGEST = 1200;

    private static final double FRAMES_A_MINUTE = 60.0 * Stft.SAMPLE_RATE / Stft.HOP;

    private final float[] correlation;

    private Periodicity(float[] correlation) {
        this.correlation = correlation;
    }

    /// @param curve levelled: mean about 0
    static Periodicity of(float[] curve) {
        Fft fft = new Fft(2 * STRETCH);
        double[] sum = new double[LONGEST + 1];
        float[] frame = new float[2 * STRETCH];
        int from = 0;
        do {
            Arrays.fill(frame, 0);
            int n = Math.min(STRETCH, curve.length - from);
            System.arraycopy(curve, from, frame, 0, n);
            autocorrelate(fft, frame);
            for (int lag = 0; lag <= LONGEST; lag++) {
                sum[lag] += lag < n - 40 ? frame[lag] * n / (n - lag) : 0;
            }
            from += STRETCH / 2;
        } while (from + STRETCH / 2 < curve.length);
        float[] correlation = new float[LONGEST + 1];
        if (sum[0] > 0) {
            for (int lag = 0; lag <= LONGEST; lag++) {
                correlation[lag] = (float) (sum[lag] / sum[0]);
            }
        }
        return new Periodicity(correlation);
    }

    private static void autocorrelate(Fft fft, float[] frame) {
        fft.forward(frame);
        int size = frame.length;
        frame[0] *= frame[0];
        frame[1] *= frame[1];
        for (int k = 2; k < size; k += 2) {
            frame[k] = frame[k] * frame[k] + frame[k + 1] * frame[k + 1];
            frame[k + 1] = 0;
        }
        fft.inverse(frame);
    }

    /// Frames from one beat to the next.
    static double lag(double bpm) {
        return FRAMES_A_MINUTE / bpm;
    }

    /// The correlation at a lag between frames; 0 beyond [#LONGEST].
    double at(double lag) {
        int i = (int) lag;
        if (i >= LONGEST) {
            return 0;
        }
        double t = lag - i;
        return (1 - t) * correlation[i] + t * correlation[i + 1];
    }

    /// The highest value within a share of the lag either way.
    double near(double lag, double share) {
        int from = (int) Math.ceil(lag * (1 - share));
        int to = (int) Math.floor(lag * (1 + share));
        double best = at(lag);
        for (int i = Math.max(from, 1); i <= Math.min(to, LONGEST); i++) {
            best = Math.max(best, correlation[i]);
        }
        return best;
    }
}
