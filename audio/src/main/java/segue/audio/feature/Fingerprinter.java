package segue.audio.feature;

import java.util.Arrays;
import segue.audio.dsp.Moments;
import segue.audio.dsp.Stft;
import segue.audio.dsp.Window;

/// Takes the [Fingerprint] of what goes by. Bands of 300 to 4000 Hz, which every format keeps,
/// over windows of 383 ms, a third of which is new each time. Memory is fixed; after two minutes of
/// sound nothing more is done. Not thread-safe.
public final class Fingerprinter implements Stft.Listener {

    /// Frames from word to word.
    private static final int HOP = 11;

    /// How many windows are filled at a time.
    private static final int LAYERS = 3;

    private static final int BANDS = 33;
    private static final double LOW_HERTZ = 300;
    private static final double HIGH_HERTZ = 4000;

    /// Total power of a frame below which nothing sounds: -70 dB.
    private static final float SILENCE = 1e-7f;

    /// What is that much below the loudest is as good as silent.
    private static final float FADED = 1e-6f;

    /// Words between the two that are compared.
    private static final int STEP = 2;

    private final int[] edges = new int[BANDS + 1];
    private final float[] window = Window.HANN.of(HOP * LAYERS);
    private final float[][] layers = new float[LAYERS][BANDS];
    private final float[] power = new float[BANDS];
    private final float[][] past = new float[STEP + 1][BANDS];
    private final boolean[] sounded = new boolean[STEP + 1];
    private final Moments levels = new Moments(BANDS);
    private final int[] words = new int[Fingerprint.MAX_WORDS];
    private int count;
    private int windows;
    private int frame;
    private float loudest;
    private boolean begun;

    public Fingerprinter() {
        double binHertz = (double) Stft.SAMPLE_RATE / Stft.SIZE;
        double low = bark(LOW_HERTZ);
        double step = (bark(HIGH_HERTZ) - low) / BANDS;
        int bin = 0;
        for (int b = 0; b <= BANDS; b++) {
            double left = low + b * step;
            while (bark(bin * binHertz) < left) {
                bin++;
            }
            edges[b] = b == 0 ? bin : Math.max(bin, edges[b - 1] + 1);
            bin = edges[b];
        }
    }

    /// Traunmüller, "Analytical expressions for the tonotopic sensory scale" (JASA 1990).
    private static double bark(double hertz) {
        return 26.81 * hertz / (1960 + hertz) - .53;
    }

    @Override
    public void frame(float[] magnitudes) {
        if (count == words.length) {
            return;
        }
        float total = 0;
        for (int b = 0; b < BANDS; b++) {
            float sum = 0;
            for (int bin = edges[b]; bin < edges[b + 1]; bin++) {
                sum += magnitudes[bin] * magnitudes[bin];
            }
            power[b] = sum;
            total += sum;
        }
        begun |= total > SILENCE;
        if (!begun) {
            return;
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            float weight = window[(frame + layer * HOP) % window.length];
            float[] sums = layers[layer];
            for (int b = 0; b < BANDS; b++) {
                sums[b] += weight * power[b];
            }
        }
        frame++;
        if (frame % HOP == 0) {
            int done = Math.floorMod(LAYERS - frame / HOP, LAYERS);
            if (frame >= window.length) {
                take(layers[done]);
            }
            Arrays.fill(layers[done], 0);
        }
    }

    private void take(float[] sums) {
        int slot = windows % (STEP + 1);
        float[] now = past[slot];
        float total = 0;
        for (float sum : sums) {
            total += sum;
        }
        loudest = Math.max(loudest, total);
        float floor = loudest * FADED / BANDS + Float.MIN_NORMAL;
        for (int b = 0; b < BANDS; b++) {
            now[b] = (float) Math.log(sums[b] + floor);
        }
        sounded[slot] = total > SILENCE && total > loudest * FADED;
        if (sounded[slot]) {
            levels.add(now);
        }
        if (windows >= STEP) {
            int then = (windows + 1) % (STEP + 1);
            words[count++] = sounded[slot] && sounded[then] ? word(now, past[then]) : 0;
        }
        windows++;
    }

    private static int word(float[] now, float[] then) {
        int word = 0;
        for (int b = 0; b < BANDS - 1; b++) {
            boolean grows = now[b] - now[b + 1] > then[b] - then[b + 1];
            word |= grows ? 1 << b : 0;
        }
        return word == 0 ? 1 : word;
    }

    /// The fingerprint of what was heard; silence has no words.
    public Fingerprint finish() {
        int end = count;
        while (end > 0 && words[end - 1] == 0) {
            end--;
        }
        int[] keys = end == 0 ? new int[0] : FingerprintKeys.of(levels, BANDS);
        return new Fingerprint(Arrays.copyOf(words, end), keys);
    }
}
