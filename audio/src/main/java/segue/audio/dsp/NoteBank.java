package segue.audio.dsp;

import java.util.Arrays;

/// From the tones of a frame to the notes that explain them: each note is a falling row of
/// harmonics, and non-negative weights are sought whose mixture is nearest to what is heard. So
/// the overtones of a bass note do not count as a chord.
///
/// After Mauch and Dixon, "Approximate note transcription for the improved identification of
/// difficult chords" (ISMIR 2010); solved by the multiplicative updates of Lee and Seung (2001)
/// at fixed dictionary. Not thread-safe.
public final class NoteBank {

    /// The lowest note, MIDI number (41 Hz).
    public static final int LOWEST = 28;

    /// Notes from LOWEST on.
    public static final int NOTES = 68;

    private static final int PITCHES = 84; // semitones of spectrum from LOWEST on
    private static final int[] HARMONICS = {0, 12, 19, 24, 28, 31, 34, 36};
    private static final double DECAY = 0.7;
    private static final int ITERATIONS = 12;
    private static final double SPREAD = 0.22; // semitones
    private static final float SPARSITY = 0.02f;

    private final float[] spectrum = new float[PITCHES];
    private final float[] mixture = new float[PITCHES];
    private final float[] notes = new float[NOTES];
    private final float[] wanted = new float[NOTES];
    private final float[] amplitudes = new float[HARMONICS.length];

    /// A bank with the dictionary's usual decay of harmonics.
    public NoteBank() {
        double norm = 0;
        for (int h = 0; h < HARMONICS.length; h++) {
            amplitudes[h] = (float) Math.pow(DECAY, h);
            norm += amplitudes[h] * amplitudes[h];
        }
        for (int h = 0; h < HARMONICS.length; h++) amplitudes[h] /= (float) Math.sqrt(norm);
    }

    /// Begins a frame.
    public void clear() {
        Arrays.fill(spectrum, 0);
    }

    /// Adds a tone: MIDI pitch after correction of the tuning, strength.
    public void add(double pitch, double strength) {
        double place = pitch - LOWEST;
        int near = (int) Math.round(place);
        double off = place - near;
        put(near, strength * weight(off));
        put(off > 0 ? near + 1 : near - 1, strength * weight(1 - Math.abs(off)));
    }

    private static double weight(double off) {
        return Math.exp(-off * off / (2 * SPREAD * SPREAD));
    }

    private void put(int place, double strength) {
        if (place >= 0 && place < PITCHES) spectrum[place] += (float) strength;
    }

    /// The notes' weights, NOTES of them from LOWEST on; valid until the next call.
    public float[] solve() {
        double total = 0;
        for (float value : spectrum) total += value;
        if (total <= 0) {
            Arrays.fill(notes, 0);
            return notes;
        }
        correlate(spectrum, wanted);
        for (int note = 0; note < NOTES; note++) notes[note] = wanted[note];
        float sparsity = (float) (SPARSITY * total / 10);
        for (int round = 0; round < ITERATIONS; round++) improve(sparsity);
        return notes;
    }

    private void improve(float sparsity) {
        Arrays.fill(mixture, 0);
        for (int note = 0; note < NOTES; note++) {
            float value = notes[note];
            if (value <= 0) continue;
            for (int h = 0; h < HARMONICS.length; h++) {
                int place = note + HARMONICS[h];
                if (place < PITCHES) mixture[place] += value * amplitudes[h];
            }
        }
        for (int note = 0; note < NOTES; note++) {
            if (notes[note] <= 0) continue;
            float have = 0;
            for (int h = 0; h < HARMONICS.length; h++) {
                int place = note + HARMONICS[h];
                if (place < PITCHES) have += mixture[place] * amplitudes[h];
            }
            notes[note] *= wanted[note] / (have + sparsity + 1e-20f);
        }
    }

    private void correlate(float[] heard, float[] out) {
        for (int note = 0; note < NOTES; note++) {
            float sum = 0;
            for (int h = 0; h < HARMONICS.length; h++) {
                int place = note + HARMONICS[h];
                if (place < PITCHES) sum += heard[place] * amplitudes[h];
            }
            out[note] = sum;
        }
    }
}
