package segue.audio.dsp;

/// The power of each frame of the shared transform in eight bands, about an octave each, computed
/// once for all that listen afterwards. Not thread-safe.
public final class OctaveBands implements Stft.Listener {

    /// How many bands.
    public static final int COUNT = 8;

    /// Bands below this index are bass: to 150 Hz.
    public static final int MID = 2;

    /// Bands from this index on are treble: above 2400 Hz.
    public static final int HIGH = 6;

    private static final double[] EDGES_HERTZ = {75, 150, 300, 600, 1200, 2400, 4800};

    private final int[] end = new int[COUNT];
    private final float[] power = new float[COUNT];
    private float total;

    public OctaveBands() {
        double binHertz = (double) Stft.SAMPLE_RATE / Stft.SIZE;
        for (int b = 0; b < EDGES_HERTZ.length; b++) {
            end[b] = (int) Math.ceil(EDGES_HERTZ[b] / binHertz);
        }
        end[COUNT - 1] = Stft.SIZE / 2 + 1;
    }

    @Override
    public void frame(float[] magnitudes) {
        total = 0;
        int bin = 1; // without the constant part
        for (int b = 0; b < COUNT; b++) {
            float even = 0;
            float odd = 0;
            for (; bin + 1 < end[b]; bin += 2) {
                even += magnitudes[bin] * magnitudes[bin];
                odd += magnitudes[bin + 1] * magnitudes[bin + 1];
            }
            for (; bin < end[b]; bin++) {
                even += magnitudes[bin] * magnitudes[bin];
            }
            power[b] = even + odd;
            total += power[b];
        }
    }

    /// Sum of squared magnitudes of a band in the latest frame.
    public float power(int band) {
        return power[band];
    }

    /// The same of the bands `from` to `to - 1`.
    public float power(int from, int to) {
        float sum = 0;
        for (int b = from; b < to; b++) {
            sum += power[b];
        }
        return sum;
    }

    /// The same of all bands.
    public float total() {
        return total;
    }
}
