package segue.audio.feature;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;
import segue.audio.dsp.NoteBank;
import segue.audio.dsp.SpectralPeaks;

/// From samples to notes: long windows, their tones, the track's tuning, and for each window how
/// much of each pitch class sounds in the bass and above it.
///
/// Tones are held back for some seconds until the tuning is known well enough to name them. State
/// is bounded. Not thread-safe.
final class HarmonyFrames {

    /// Samples a second that are expected.
    static final int SAMPLE_RATE = 22_050;

    /// Samples of a window: 372 ms.
    static final int SIZE = 8192;

    /// Samples from window to window.
    static final int HOP = 4096;

    private static final int HELD = 64; // frames: 12 s
    private static final double SILENCE = 1e-5; // rms, -100 dB
    private static final double TUNING_LOW = 55; // MIDI: below, bins are too wide for cents

    private final FloatFFT_1D fft = new FloatFFT_1D(SIZE);
    private final float[] window = new float[SIZE];
    private final float[] samples = new float[SIZE];
    private final float[] work = new float[SIZE];
    private final float[] power = new float[SIZE / 2 + 1];
    private final SpectralPeaks peaks = new SpectralPeaks(SIZE, SAMPLE_RATE, 45, 4000);
    private final NoteBank bank = new NoteBank();
    private final Tuning tuning = new Tuning();
    private final Listener listener;

    private final float[] heldPitches = new float[HELD * SpectralPeaks.MOST];
    private final float[] heldStrengths = new float[HELD * SpectralPeaks.MOST];
    private final int[] heldCounts = new int[HELD];
    private final double[] heldLevels = new double[HELD];
    private int held;
    private int filled;
    private final float[] bass = new float[12];
    private final float[] treble = new float[12];

    /// Who hears of each window, in order.
    interface Listener {
        /// @param bass 12 pitch classes, C first; reused
        /// @param treble the same for what is above the bass
        /// @param level rms of the window
        void frame(float[] bass, float[] treble, double level);
    }

    HarmonyFrames(Listener listener) {
        this.listener = listener;
        for (int i = 0; i < SIZE; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE));
        }
    }

    void accept(float[] block, int offset, int n) {
        int at = offset;
        int end = offset + n;
        while (at < end) {
            int take = Math.min(SIZE - filled, end - at);
            System.arraycopy(block, at, samples, filled, take);
            filled += take;
            at += take;
            if (filled == SIZE) {
                analyze(SIZE);
                System.arraycopy(samples, HOP, samples, 0, SIZE - HOP);
                filled = SIZE - HOP;
            }
        }
    }

    /// Ends the track: the last part of a window, if it is worth one, and all that is held back.
    void finish() {
        if (filled > SIZE - HOP + HOP / 4) {
            Arrays.fill(samples, filled, SIZE, 0);
            analyze(filled);
        }
        release();
    }

    /// Cents from A = 440 Hz, -50..50.
    double tuningCents() {
        double cents = tuning.cents();
        return cents - 100 * Math.rint(cents / 100);
    }

    private void analyze(int valid) {
        double energy = 0;
        for (int i = 0; i < SIZE; i++) {
            float sample = samples[i];
            energy += sample * sample;
            work[i] = sample * window[i];
        }
        double level = Math.sqrt(energy / valid);
        peaks.clear();
        if (level > SILENCE && level < Double.POSITIVE_INFINITY) {
            fft.realForward(work);
            for (int bin = 1; bin < 1600; bin++) {
                power[bin] = work[2 * bin] * work[2 * bin] + work[2 * bin + 1] * work[2 * bin + 1];
            }
            peaks.find(power);
        }
        hold(level);
    }

    private void hold(double level) {
        int start = held * SpectralPeaks.MOST;
        double most = 0;
        for (int i = 0; i < peaks.count(); i++) {
            heldPitches[start + i] = peaks.pitch(i);
            heldStrengths[start + i] = peaks.strength(i);
            most = Math.max(most, peaks.strength(i));
        }
        for (int i = 0; i < peaks.count(); i++) {
            if (peaks.pitch(i) > TUNING_LOW) tuning.add(peaks.pitch(i), peaks.strength(i) / most);
        }
        heldCounts[held] = peaks.count();
        heldLevels[held] = level;
        if (++held == HELD) release();
    }

    private void release() {
        tuning.update();
        double shift = tuning.cents() / 100;
        for (int frame = 0; frame < held; frame++) {
            bank.clear();
            int start = frame * SpectralPeaks.MOST;
            for (int i = start; i < start + heldCounts[frame]; i++) {
                bank.add(heldPitches[i] - shift, heldStrengths[i]);
            }
            fold(bank.solve());
            listener.frame(bass, treble, heldLevels[frame]);
        }
        held = 0;
    }

    private void fold(float[] notes) {
        Arrays.fill(bass, 0);
        Arrays.fill(treble, 0);
        for (int note = 0; note < NoteBank.NOTES; note++) {
            int pitch = NoteBank.LOWEST + note;
            double low = Math.clamp((56 - pitch) / 8.0, 0, 1);
            double high = Math.clamp((98 - pitch) / 14.0, 0, 1);
            bass[pitch % 12] += (float) (notes[note] * low);
            treble[pitch % 12] += (float) (notes[note] * (1 - low) * high);
        }
    }
}
