package segue.audio.feature;

/// How often each loudness was met, in steps of .01 LU: all that gating needs to know of a
/// sound of any length. Not thread-safe.
final class LoudnessHistogram {

    /// Nothing quieter counts (the absolute gate), LUFS.
    static final double FLOOR = -70;

    private static final double CEILING = 90;
    private static final int STEPS_PER_LU = 100;
    private static final int BINS = (int) ((CEILING - FLOOR) * STEPS_PER_LU) + 1;

    private final long[] counts = new long[BINS];
    private final double[] powers = new double[BINS];

    /// Loudness of a K-weighted mean square, LUFS (BS.1770-4, equation 2).
    static double lufs(double power) {
        return -.691 + 10 * Math.log10(power);
    }

    /// Counts a block by its K-weighted mean square, unless it is below the absolute gate.
    void add(double power) {
        double lufs = lufs(power);
        if (lufs >= FLOOR) {
            int bin = bin(lufs);
            counts[bin]++;
            powers[bin] += power;
        }
    }

    /// The loudness of the mean power of all blocks from `gate` up; [#FLOOR] where there is
    /// none.
    double mean(double gate) {
        long count = 0;
        double power = 0;
        for (int bin = bin(gate); bin < BINS; bin++) {
            count += counts[bin];
            power += powers[bin];
        }
        return count == 0 ? FLOOR : lufs(power / count);
    }

    /// The distance between two percentiles (0..1) of the blocks from `gate` up, LU.
    double range(double gate, double low, double high) {
        int first = bin(gate);
        long total = 0;
        for (int bin = first; bin < BINS; bin++) {
            total += counts[bin];
        }
        if (total == 0) {
            return 0;
        }
        long lower = Math.max(1, Math.round(total * low));
        long upper = Math.max(1, Math.round(total * high));
        return (double) (rank(first, upper) - rank(first, lower)) / STEPS_PER_LU;
    }

    /// The bin that holds the block of this rank, counted from 1 at `first`, as FFmpeg counts
    /// it.
    private int rank(int first, long rank) {
        long seen = 0;
        for (int bin = first; bin < BINS; bin++) {
            seen += counts[bin];
            if (seen >= rank) {
                return bin;
            }
        }
        return BINS - 1;
    }

    private static int bin(double lufs) {
        return Math.clamp((long) Math.floor((lufs - FLOOR) * STEPS_PER_LU), 0, BINS - 1);
    }
}
