package segue.audio.dsp;

import java.util.Arrays;

/// How far peaks stand out of what is between them, octave by octave: tones against noise. Jiang,
/// Lu, Zhang, Tao and Cai, "Music type classification by spectral contrast feature" (ICME 2002).
/// Peaks and valleys are the means of the strongest and weakest fifth. Not thread-safe.
public final class SpectralContrast {

    private static final double[] EDGES_HERTZ = {0, 200, 400, 800, 1600, 3200, 6400};

    /// How many bands: six octaves and what is above.
    public static final int COUNT = EDGES_HERTZ.length;

    private static final double SHARE = .2;

    /// What an empty bin counts against the strongest of all: -100 dB.
    private static final float FLOOR = 1e-5f;

    private final int[] edges = new int[COUNT + 1];
    private final float[] sorted;

    /// @param size samples a frame of the transform
    /// @param sampleRate Hz, at least 16,000
    public SpectralContrast(int size, int sampleRate) {
        double binHertz = (double) sampleRate / size;
        for (int b = 0; b < COUNT; b++) {
            edges[b] = Math.max(1, (int) Math.ceil(EDGES_HERTZ[b] / binHertz));
        }
        edges[COUNT] = size / 2 + 1;
        if (edges[COUNT - 1] + COUNT > edges[COUNT]) {
            throw new IllegalArgumentException("no room above 6400 Hz at " + sampleRate + " Hz");
        }
        sorted = new float[size / 2 + 1];
    }

    /// Peak over valley of each band, dB; 0 in silence.
    public void measure(float[] magnitudes, float[] out) {
        System.arraycopy(magnitudes, 0, sorted, 0, sorted.length);
        float loudest = 0;
        for (int b = 0; b < COUNT; b++) {
            Arrays.sort(sorted, edges[b], edges[b + 1]);
            loudest = Math.max(loudest, sorted[edges[b + 1] - 1]);
        }
        float floor = loudest * FLOOR + Float.MIN_NORMAL;
        for (int b = 0; b < COUNT; b++) {
            int from = edges[b];
            int to = edges[b + 1];
            int some = Math.max(1, (int) Math.round(SHARE * (to - from)));
            double valley = mean(from, from + some) + floor;
            double peak = mean(to - some, to) + floor;
            out[b] = (float) (20 * Math.log10(peak / valley));
        }
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += sorted[k];
        }
        return sum / (to - from);
    }
}
