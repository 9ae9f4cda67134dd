package segue.audio.feature;

/// A track folded to one bar: how strongly each curve begins at each sixteenth, and how much the
/// harmony changes there. The bar may start at any sixteenth; [BarTemplate] says at which.
///
/// After the rhythmic patterns of Dixon, Gouyon and Widmer, "Towards characterisation of music via
/// rhythmic patterns" (ISMIR 2004).
final class BarProfile {

    /// Steps of a beat.
    static final int STEPS = 4;

    /// Rows: the onset curves, then the change of harmony.
    static final int ROWS = OnsetCurves.COUNT + 1;

    private static final int BINS = 64;

    private final double origin;
    private final double lag;
    private final float[][] rows = new float[ROWS][];
    private final int frames;

    /// @param lag frames a beat
    /// @param frames how many, from the beginning, the grid holds for
    BarProfile(OnsetCurves curves, double lag, int frames) {
        for (int r = 0; r < OnsetCurves.COUNT; r++) {
            rows[r] = curves.levelled(r);
        }
        rows[ROWS - 1] = curves.harmonicChange();
        this.lag = lag;
        this.frames = frames;
        origin = strongest(rows[OnsetCurves.SUM], lag, frames, 0, lag);
    }

    /// A moment of strong onsets, the origin of all steps, in frames: 0 up to one beat.
    double origin() {
        return origin;
    }

    /// The moment of the most onsets in a part of the beat, in frames from the beginning.
    ///
    /// @param from where in the beat the part begins
    /// @param width frames of the part
    double nearby(double from, double width) {
        return strongest(rows[OnsetCurves.SUM], lag, frames, from, width);
    }

    /// The profile: [#ROWS] rows of `beatsPerBar · STEPS` steps, each row of mean 0 and size 1.
    double[][] of(int beatsPerBar) {
        int steps = beatsPerBar * STEPS;
        double[][] profile = new double[ROWS][steps];
        int count = (int) ((frames - origin) / lag * STEPS);
        for (int r = 0; r < ROWS; r++) {
            int reach = r == ROWS - 1 ? 5 : 1;
            double[] sums = new double[steps];
            int[] counts = new int[steps];
            for (int k = 0; k < count; k++) {
                int middle = (int) Math.round(origin + k * lag / STEPS);
                sums[k % steps] += highest(rows[r], middle, reach);
                counts[k % steps]++;
            }
            for (int k = 0; k < steps; k++) {
                profile[r][k] = counts[k] > 0 ? sums[k] / counts[k] : 0;
            }
            standardize(profile[r]);
        }
        return profile;
    }

    private static float highest(float[] curve, int middle, int reach) {
        int from = Math.max(0, middle - reach);
        int to = Math.min(curve.length - 1, middle + reach);
        float best = curve[Math.min(from, curve.length - 1)];
        for (int n = from + 1; n <= to; n++) {
            best = Math.max(best, curve[n]);
        }
        return best;
    }

    private static void standardize(double[] values) {
        double mean = 0;
        for (double v : values) {
            mean += v / values.length;
        }
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean) / values.length;
        }
        double size = Math.sqrt(squares) + .01;
        for (int k = 0; k < values.length; k++) {
            values[k] = (values[k] - mean) / size;
        }
    }

    /// Folds a curve over one beat and finds the centre of its highest peak within a part.
    private static double strongest(
            float[] curve, double lag, int frames, double from, double width) {
        double[] fold = fold(curve, lag, frames);
        int first = (int) Math.ceil(from / lag * BINS);
        int count = Math.max(1, (int) (width / lag * BINS));
        int best = first;
        for (int p = first; p < first + count; p++) {
            best = fold[wrap(p)] > fold[wrap(best)] ? p : best;
        }
        double sum = 1e-9;
        double moment = 0;
        for (int d = -4; d <= 4; d++) {
            double weight = Math.max(0, fold[wrap(best + d)]);
            sum += weight * weight;
            moment += d * weight * weight;
        }
        double phase = best + moment / sum;
        return (phase - BINS * Math.floor(phase / BINS)) / BINS * lag;
    }

    private static int wrap(int bin) {
        return Math.floorMod(bin, BINS);
    }

    private static double[] fold(float[] curve, double lag, int frames) {
        double[] sums = new double[BINS];
        double[] counts = new double[BINS];
        for (int n = 0; n < frames; n++) {
            double beats = n / lag;
            double at = (beats - Math.floor(beats)) * BINS;
            int p = (int) at;
            double t = at - p;
            sums[wrap(p)] += (1 - t) * curve[n];
            counts[wrap(p)] += 1 - t;
            sums[wrap(p + 1)] += t * curve[n];
            counts[wrap(p + 1)] += t;
        }
        double[] fold = new double[BINS];
        for (int p = 0; p < BINS; p++) {
            double count = counts[wrap(p - 1)] + 2 * counts[p] + counts[wrap(p + 1)];
            double sum = sums[wrap(p - 1)] + 2 * sums[p] + sums[wrap(p + 1)];
            fold[p] = count > 0 ? sum / count : 0;
        }
        return fold;
    }
}
