package segue.audio.dsp;

/// How much the harmony changes at each frame: one minus the cosine between the mean compressed
/// spectra of the [#SPAN] frames before and the [#SPAN] frames from it on, 80 to 1400 Hz; after
/// Foote's novelty (ICME 2000), with a kernel of one row. Not thread-safe.
final class HarmonicChange {

    /// Frames on either side: .37 s.
    static final int SPAN = 32;

    private static final int FIRST_BIN = 4;
    private static final int BINS = 61;

    private final float[][] ring = new float[2 * SPAN][BINS];
    private final double[] before = new double[BINS];
    private final double[] after = new double[BINS];
    private final Curve curve = new Curve();
    private float peak = 1e-5f;
    private int frames;

    void frame(float[] magnitudes) {
        float[] slot = ring[frames % (2 * SPAN)];
        float[] middle = ring[(frames + SPAN) % (2 * SPAN)];
        peak *= .9995f;
        for (int k = 0; k < BINS; k++) {
            peak = Math.max(peak, magnitudes[FIRST_BIN + k]);
        }
        for (int k = 0; k < BINS; k++) {
            float value = (float) Math.sqrt(magnitudes[FIRST_BIN + k] / peak);
            before[k] += middle[k] - slot[k];
            after[k] += value - middle[k];
            slot[k] = value;
        }
        frames++;
        if (frames >= SPAN) { // `after` holds SPAN frames from frames - SPAN on
            curve.add(distance());
        }
    }

    private float distance() {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int k = 0; k < BINS; k++) {
            dot += before[k] * after[k];
            a += before[k] * before[k];
            b += after[k] * after[k];
        }
        double norm = Math.sqrt(a * b);
        return norm < 1e-9 ? 0 : (float) Math.clamp(1 - dot / norm, 0, 1);
    }

    /// One value a frame; the last ones, whose future is unknown, are 0.
    float[] curve(int length) {
        float[] all = new float[length];
        float[] known = curve.toArray();
        System.arraycopy(known, 0, all, 0, Math.min(length, known.length));
        return all;
    }
}
