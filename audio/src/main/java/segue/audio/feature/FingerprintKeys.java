package segue.audio.feature;

import java.util.SplittableRandom;
import segue.audio.dsp.Moments;

/// Keys by which copies of a recording fall into the same drawer: signs of random projections
/// (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002) of the
/// long-term spectrum and its movement, both bent (each band against its neighbours), so that
/// neither level nor tilt counts.
final class FingerprintKeys {

    /// Bits a key.
    private static final int BITS = 18;

    /// Bands on either side that a band is set against.
    private static final int REACH = 2;

    /// Deviations vary less than means do from recording to recording.
    private static final double DEVIATIONS = 2;

    private static final long SEED = 2002;

    private FingerprintKeys() {}

    static int[] of(Moments levels, int bands) {
        double[] means = new double[bands];
        double[] deviations = new double[bands];
        for (int b = 0; b < bands; b++) {
            means[b] = levels.mean(b);
            deviations[b] = DEVIATIONS * levels.deviation(b);
        }
        int each = bands - 2 * REACH;
        double[] bent = new double[2 * each];
        for (int b = 0; b < each; b++) {
            bent[b] = bend(means, b + REACH);
            bent[each + b] = bend(deviations, b + REACH);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int[] keys = new int[Fingerprint.KEYS];
        for (int k = 0; k < keys.length; k++) {
            for (int bit = 0; bit < BITS; bit++) {
                double side = 0;
                for (double value : bent) {
                    side += value * (2 * random.nextDouble() - 1);
                }
                keys[k] |= side > 0 ? 1 << bit : 0;
            }
        }
        return keys;
    }

    private static double bend(double[] values, int at) {
        double around = 0;
        for (int d = 1; d <= REACH; d++) {
            around += values[at - d] + values[at + d];
        }
        return values[at] - around / (2 * REACH);
    }
}
