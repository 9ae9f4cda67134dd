package segue.audio.feature;

/// The K filter of ITU-R BS.1770-4 for one channel: a shelf that lifts the treble as the head
/// does, then a high pass. The coefficients of the recommendation hold for 48 kHz; those of any
/// other rate come from the same analog prototypes by the bilinear transform (as in De Man,
/// "Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018). Not
/// thread-safe.
final class KWeighting {

    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_DECIBELS = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_SLOPE = 0.4996667741545416;
    private static final double PASS_HERTZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;

    /// A state this small is silence; left alone it would decay into denormals, which are slow.
    private static final double NOTHING = 1e-18;

    // b0, b1, b2, a1, a2 of the shelf; a1, a2 of the high pass, whose b are 1, -2, 1.
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private final double p1;
    private final double p2;

    private double s1;
    private double s2;
    private double t1;
    private double t2;

    /// @param sampleRate hertz
    KWeighting(int sampleRate) {
        double hertz = Math.min(SHELF_HERTZ, .45 * sampleRate);
        double k = Math.tan(Math.PI * hertz / sampleRate);
        double high = Math.pow(10, SHELF_DECIBELS / 20);
        double band = Math.pow(high, SHELF_SLOPE);
        double norm = 1 + k / SHELF_Q + k * k;
        b0 = (high + band * k / SHELF_Q + k * k) / norm;
        b1 = 2 * (k * k - high) / norm;
        b2 = (high - band * k / SHELF_Q + k * k) / norm;
        a1 = 2 * (k * k - 1) / norm;
        a2 = (1 - k / SHELF_Q + k * k) / norm;
        double q = Math.tan(Math.PI * PASS_HERTZ / sampleRate);
        double passNorm = 1 + q / PASS_Q + q * q;
        p1 = 2 * (q * q - 1) / passNorm;
        p2 = (1 - q / PASS_Q + q * q) / passNorm;
    }

    /// Filters `samples[from..to)` as the next of the channel and returns the sum of the
    /// squares.
    double energy(float[] samples, int from, int to) {
        double u1 = s1;
        double u2 = s2;
        double v1 = t1;
        double v2 = t2;
        double sum = 0;
        for (int i = from; i < to; i++) {
            double x = samples[i];
            double y = b0 * x + u1;
            u1 = b1 * x + u2 - a1 * y;
            u2 = b2 * x - a2 * y;
            double z = y + v1;
            v1 = v2 - 2 * y - p1 * z;
            v2 = y - p2 * z;
            sum += z * z;
        }
        s1 = settle(u1);
        s2 = settle(u2);
        t1 = settle(v1);
        t2 = settle(v2);
        return sum;
    }

    /// The same for two channels at once, in half the time: neither waits for the other.
    ///
    /// @param sums gets the two sums
    static void energies(
            KWeighting left,
            float[] leftSamples,
            KWeighting right,
            float[] rightSamples,
            int from,
            int to,
            double[] sums) {
        double b0 = left.b0;
        double b1 = left.b1;
        double b2 = left.b2;
        double a1 = left.a1;
        double a2 = left.a2;
        double p1 = left.p1;
        double p2 = left.p2;
        double lu1 = left.s1;
        double lu2 = left.s2;
        double lv1 = left.t1;
        double lv2 = left.t2;
        double ru1 = right.s1;
        double ru2 = right.s2;
        double rv1 = right.t1;
        double rv2 = right.t2;
        double leftSum = 0;
        double rightSum = 0;
        for (int i = from; i < to; i++) {
            double lx = leftSamples[i];
            double rx = rightSamples[i];
            double ly = b0 * lx + lu1;
            double ry = b0 * rx + ru1;
            lu1 = b1 * lx + lu2 - a1 * ly;
            ru1 = b1 * rx + ru2 - a1 * ry;
            lu2 = b2 * lx - a2 * ly;
            ru2 = b2 * rx - a2 * ry;
            double lz = ly + lv1;
            double rz = ry + rv1;
            lv1 = lv2 - 2 * ly - p1 * lz;
            rv1 = rv2 - 2 * ry - p1 * rz;
            lv2 = ly - p2 * lz;
            rv2 = ry - p2 * rz;
            leftSum += lz * lz;
            rightSum += rz * rz;
        }
        left.s1 = settle(lu1);
        left.s2 = settle(lu2);
        left.t1 = settle(lv1);
        left.t2 = settle(lv2);
        right.s1 = settle(ru1);
        right.s2 = settle(ru2);
        right.t1 = settle(rv1);
        right.t2 = settle(rv2);
        sums[0] = leftSum;
        sums[1] = rightSum;
    }

    private static double settle(double state) {
        return Math.abs(state) < NOTHING ? 0 : state;
    }
}
