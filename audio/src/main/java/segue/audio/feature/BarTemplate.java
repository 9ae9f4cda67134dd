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
        {
            0.70, -0.36, -0.53, 0.02, -0.26, -0.54, 0.18, -0.25, 0.19, 0.07, 0.03, -0.06, 0.32,
            0.01, 0.28, 0.18
        },
        {
            0.10, -0.39, -0.14, -0.19, -0.32, -0.11, 0.13, -0.02, -0.24, 0.09, 0.04, 0.02, 0.40,
            0.41, 0.20, 0.01
        },
        {
            0.30, -0.24, -0.19, 0.05, -0.08, 0.02, -0.37, -0.01, 0.08, 0.08, 0.16, 0.05, -0.07,
            0.26, -0.06, 0.01
        },
        {
            -0.31, -0.37, -0.20, 0.05, 0.39, -0.31, -0.06, -0.04, 0.02, 0.11, 0.13, 0.22, 0.25,
            -0.09, 0.09, 0.12
        },
        {
            -0.17, -0.38, -0.22, 0.01, -0.04, -0.18, 0.20, -0.05, -0.17, 0.07, 0.23, 0.05, 0.26,
            0.19, 0.12, 0.08
        },
        {
            0.81, 0.61, 0.08, -0.24, -0.30, -0.41, 0.21, -0.20, 0.00, -0.49, 0.27, -0.05, -0.29,
            -0.06, -0.34, 0.40
        }
    };

    private static final double[][] THREE = {
        {0.46, -0.05, -0.07, -0.02, -0.20, -0.04, 0.07, -0.03, -0.14, -0.01, 0.06, -0.04},
        {0.20, -0.02, -0.03, -0.04, -0.00, -0.04, -0.00, -0.02, 0.04, -0.02, -0.04, -0.03},
        {0.16, -0.04, -0.02, -0.02, 0.06, -0.05, -0.02, -0.03, 0.06, -0.02, -0.05, -0.03},
        {0.11, -0.03, -0.09, -0.03, 0.15, -0.05, -0.09, -0.04, 0.15, -0.03, -0.02, -0.03},
        {0.21, -0.04, -0.07, -0.03, 0.05, -0.05, -0.03, -0.04, 0.07, -0.03, -0.01, -0.04},
        {0.24, 0.13, -0.04, -0.02, -0.01, -0.02, -0.07, -0.16, -0.20, -0.12, 0.08, 0.19}
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
