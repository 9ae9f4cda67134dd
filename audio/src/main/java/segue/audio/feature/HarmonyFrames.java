package segue.audio.feature;

import java.util.Arrays;
import java.util.List;
import segue.audio.dsp.NoteBank;
import segue.audio.dsp.SpectralPeaks;
import segue.audio.dsp.Stft;
import segue.audio.dsp.Window;

/// From samples to notes: long windows, their tones, the track's tuning, and for each window how
/// much of each pitch class sounds in the bass and above it.
///
/// Tones are held back for some seconds until the tuning is known well enough to name them. State
/// is bounded. Not thread-safe.
final class HarmonyFrames {

    /// Samples of a window: 372 ms.
    static final int SIZE = 8192;

    /// Samples from window to window.
    static final int HOP = 4096;

    private static final int HELD = 64; // frames: 12 s
    private static final double SILENCE = 1e-5; // -100 dB
    private static final double AUDIBLE = 0.01; // of the loudest so far
    private static final double TUNING_LOW = 55; // MIDI: below, bins are too wide for cents

    private final Stft stft;
    private final SpectralPeaks peaks = new SpectralPeaks(SIZE, Stft.SAMPLE_RATE, 45, 4000);
    private final NoteBank bank = new NoteBank();
    private final Tuning tuning = new Tuning();
    private final Listener listener;

    private final float[] heldPitches = new float[HELD * SpectralPeaks.MOST];
    private final float[] heldStrengths = new float[HELD * SpectralPeaks.MOST];
    private final int[] heldCounts = new int[HELD];
    private final double[] heldLevels = new double[HELD];
    private int held;
    private double loudest;
    private final float[] bass = new float[12];
    private final float[] treble = new float[12];

    /// Who hears of each window that is not silent, in order.
    interface Listener {
        /// @param bass 12 pitch classes, C first; reused
        /// @param treble the same for what is above the bass
        void frame(float[] bass, float[] treble);
    }

    HarmonyFrames(Listener listener) {
        this.listener = listener;
        stft = new Stft(SIZE, HOP, Window.HANN, List.of(this::analyze));
    }

    void accept(float[] block, int offset, int n) {
        stft.accept(block, offset, n);
    }

    /// Ends the track: gives out all that is held back.
    void finish() {
        stft.finish();
        release();
    }

    /// Cents from A = 440 Hz, -50..50.
    double tuningCents() {
        double cents = tuning.cents();
        return cents - 100 * Math.rint(cents / 100);
    }

    private void analyze(float[] magnitudes) {
        double energy = 0;
        for (float magnitude : magnitudes) energy += magnitude * magnitude;
        double level = Math.sqrt(energy);
        peaks.clear();
        if (level > SILENCE && level < Double.POSITIVE_INFINITY) {
            peaks.find(magnitudes);
            hold(level);
        } else {
            hold(0);
        }
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
        loudest = Math.max(loudest, level);
        if (++held == HELD) release();
    }

    private void release() {
        tuning.update();
        double shift = tuning.cents() / 100;
        for (int frame = 0; frame < held; frame++) {
            if (heldCounts[frame] == 0 || heldLevels[frame] < loudest * AUDIBLE) continue;
            bank.clear();
            int start = frame * SpectralPeaks.MOST;
            for (int i = start; i < start + heldCounts[frame]; i++) {
                bank.add(heldPitches[i] - shift, heldStrengths[i]);
            }
            fold(bank.solve());
            listener.frame(bass, treble);
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
