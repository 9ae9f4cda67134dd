package segue.audio.feature;

/// What a bar looks like: how much strong onsets, and a new harmony, at each sixteenth after a
/// moment speak for that moment's being the first of a bar.
///
/// Kick and bass like the first beat and the third, the snare the second and fourth; harmonies
/// change on the first. Rows are those of [BarProfile], columns sixteenths. The weights are a
/// multinomial logit over all rotations of the profile, fitted with an L2 penalty to composed and
/// MIDI-rendered clips, none of which is used to measure accuracy.
final class BarTemplate {

    private static final double[][] FOUR = {
        {0.61, -0.17, -0.56, 0.01, -0.27, -0.32, 0.22, -0.04, 0.25, -0.03, 0.04, -0.00, 0.19, -0.12, 0.16, 0.04},
        {0.04, -0.28, -0.22, -0.12, -0.30, -0.09, 0.21, -0.13, -0.22, 0.03, 0.14, -0.04, 0.53, 0.20, 0.19, 0.08},
        {0.24, -0.25, -0.16, -0.04, -0.03, -0.06, -0.15, -0.03, 0.18, -0.08, 0.18, -0.02, 0.01, 0.16, 0.04, 0.00},
        {-0.15, -0.25, -0.02, 0.10, 0.37, -0.38, -0.06, -0.06, -0.01, 0.07, 0.05, 0.11, 0.16, -0.11, 0.09, 0.08},
        {-0.04, -0.29, -0.14, -0.02, 0.01, -0.20, 0.18, -0.05, -0.12, -0.01, 0.18, -0.01, 0.22, 0.09, 0.16, 0.05},
        {0.74, 0.69, 0.01, 0.04, -0.36, -0.34, 0.05, -0.11, -0.24, -0.43, 0.22, -0.01, -0.31, -0.18, -0.13, 0.37}
    };

    private static final double[][] THREE = {
        {0.38, -0.04, -0.06, -0.01, -0.16, -0.04, 0.06, -0.03, -0.11, -0.00, 0.06, -0.04},
        {0.17, -0.03, -0.02, -0.03, 0.01, -0.03, -0.00, -0.01, 0.04, -0.01, -0.04, -0.04},
        {0.17, -0.03, -0.02, -0.02, 0.05, -0.04, 0.00, -0.02, 0.03, -0.02, -0.06, -0.04},
        {0.14, -0.03, -0.08, -0.02, 0.12, -0.04, -0.08, -0.03, 0.12, -0.03, -0.04, -0.03},
        {0.21, -0.04, -0.06, -0.02, 0.04, -0.05, -0.01, -0.03, 0.05, -0.03, -0.02, -0.04},
        {0.19, 0.11, -0.05, -0.00, 0.01, 0.01, -0.03, -0.15, -0.19, -0.13, 0.06, 0.16}
    };

    private BarTemplate() {}

    /// The step of a profile at which bars begin, the likeliest.
    static int firstStep(double[][] profile) {
        int steps = profile[0].length;
        int best = 0;
        for (int step = 1; step < steps; step++) {
            if (score(profile, step) > score(profile, best)) {
                best = step;
            }
        }
        return best;
    }

    /// The logarithm of the odds that bars begin at a step, up to a constant.
    static double score(double[][] profile, int step) {
        int steps = profile[0].length;
        double[][] weights = steps == 3 * BarProfile.STEPS ? THREE : FOUR;
        double sum = 0;
        for (int r = 0; r < profile.length; r++) {
            for (int k = 0; k < steps; k++) {
                sum += weights[r][k] * profile[r][(step + k) % steps];
            }
        }
        return sum;
    }
}
