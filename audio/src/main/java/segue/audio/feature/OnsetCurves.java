package segue.audio.feature;

import segue.audio.dsp.OnsetStrength;

/// The onset curves of a whole track, levelled: slow changes of loudness taken out, each stretch
/// of some seconds of equal weight. One more curve is the weighted sum of the regions.
final class OnsetCurves {

    /// Regions, then their sum.
    static final int COUNT = OnsetStrength.REGIONS + 1;

    /// The index of the sum.
    static final int SUM = OnsetStrength.REGIONS;

    /// What each region counts in the sum: higher regions have more mel bands.
    private static final float[] WEIGHT = {2, 1.2f, .8f, .5f};

    /// Half a window, frames: for the mean (.5 s) and for the size (6 s).
    private static final int MEAN_REACH = 43;

    private static final int SIZE_REACH = 516;

    private final float[][] levelled = new float[COUNT][];
    private final float[] harmonicChange;

    OnsetCurves(OnsetStrength onsets) {
        int frames = onsets.frames();
        float[][] raw = new float[COUNT][];
        raw[SUM] = new float[frames];
        for (int r = 0; r < OnsetStrength.REGIONS; r++) {
            raw[r] = onsets.region(r);
            for (int n = 0; n < frames; n++) {
                raw[SUM][n] += WEIGHT[r] * raw[r][n];
            }
        }
        for (int c = 0; c < COUNT; c++) {
            levelled[c] = level(raw[c]);
        }
        harmonicChange = onsets.harmonicChange();
    }

    /// Mean about 0, size about 1 everywhere.
    float[] levelled(int curve) {
        return levelled[curve];
    }

    float[] harmonicChange() {
        return harmonicChange;
    }

    int frames() {
        return harmonicChange.length;
    }

    private static float[] level(float[] curve) {
        int length = curve.length;
        float[] smooth = new float[length];
        for (int n = 0; n < length; n++) {
            float left = curve[Math.max(0, n - 1)];
            float right = curve[Math.min(length - 1, n + 1)];
            smooth[n] = (left + 2 * curve[n] + right) / 4;
        }
        double[] mean = means(smooth, MEAN_REACH);
        float[] out = new float[length];
        double whole = 0;
        for (int n = 0; n < length; n++) {
            out[n] = (float) (smooth[n] - mean[n]);
            whole += (double) out[n] * out[n];
        }
        float[] squares = new float[length];
        for (int n = 0; n < length; n++) {
            squares[n] = out[n] * out[n];
        }
        double[] size = means(squares, SIZE_REACH);
        double floor = .02 * whole / Math.max(1, length) + 1e-12;
        for (int n = 0; n < length; n++) {
            out[n] /= (float) Math.sqrt(size[n] + floor);
        }
        return out;
    }

    /// Means over `reach` values either way, fewer at the ends.
    private static double[] means(float[] curve, int reach) {
        int length = curve.length;
        double[] sums = new double[length + 1];
        for (int n = 0; n < length; n++) {
            sums[n + 1] = sums[n] + curve[n];
        }
        double[] means = new double[length];
        for (int n = 0; n < length; n++) {
            int from = Math.max(0, n - reach);
            int to = Math.min(length, n + reach + 1);
            means[n] = (sums[to] - sums[from]) / (to - from);
        }
        return means;
    }
}
