package segue.audio.feature;

/// How much each piece of [KeyEvidence] speaks for a major and for a minor key: what a softmax over
/// the 24 keys learned from 836 clips of known key (300 of our composer, 366 songs of
/// `ProgressionMidi` and 170 chorales by Bach, both played by fluidsynth), each whole and cut.
/// Columns count semitones above the tonic. Made by `KeyTraining` in the tests; do not edit.
final class KeyWeights {

    private static final double[] MAJOR = {
        // pitch classes
        .61, -.12, .10, -.33, .24, .91, -.69, .11, -.40, .03, -.83, .25,
        // bass
        .46, -.07, -.26, -.10, -.12, .31, .01, .10, -.09, -.06, -.14, -.08,
        // major chords
        1.08, -.09, -.35, -.10, -.65, .27, -.06, .93, -.16, -.35, -.68, -.21,
        // minor chords
        -.24, .02, .49, -.09, .25, .06, -.16, -.52, -.09, .35, .22, -.02,
        // first: major
        .51, -.02, -.09, -.01, -.22, .05, -.02, .11, -.03, -.17, -.24, .20,
        // first: minor
        .22, .01, .14, -.03, .21, -.12, -.01, -.23, .05, -.26, -.01, -.08,
        // last: major
        .73, .01, -.30, -.09, -.42, .05, -.03, .39, -.04, -.28, -.20, -.11,
        // last: minor
        .00, -.01, .16, -.02, .06, .16, -.05, -.26, -.06, .13, .11, .03,
        // steps to the major tonic, from the root
        .09, .06, -.39, -.06, .05, .36, -.08, .47, .00, .15, -.70, .38,
        // steps to the minor tonic
        -.09, .02, -.19, -.06, .11, -.06, -.02, -.06, -.08, .21, -.04, -.08,
        // steps from the major tonic, to the root
        -.09, -.11, -.16, -.02, .62, -.02, -.11, -.28, .13, .27, .20, -.04,
        // steps from the minor tonic
        .09, -.02, -.14, .01, .16, -.30, -.01, -.00, -.08, .07, .08, -.01,
    };

    private static final double[] MINOR = {
        // pitch classes
        .28, -.46, .45, .20, -.43, .22, -.28, .09, .17, -.19, -.02, .09,
        // bass
        .13, -.12, .16, -.08, -.02, .14, -.06, .23, -.07, -.27, -.05, .05,
        // major chords
        -.26, -.41, -.17, .01, -.16, -.12, -.24, .95, .80, -.30, .36, -.08,
        // minor chords
        .86, -.30, -.04, -.15, -.34, .68, -.16, -.14, -.33, -.32, -.15, .14,
        // first: major
        .11, -.19, -.03, .20, -.04, .00, -.10, -.11, .24, -.10, -.01, -.06,
        // first: minor
        .45, -.08, -.17, .03, -.04, .10, -.05, -.12, -.11, .01, .17, -.06,
        // last: major
        1.08, -.24, -.12, -.07, -.06, -.31, -.06, -.06, .11, -.08, .10, -.02,
        // last: minor
        .20, -.07, .12, -.15, -.11, .11, -.04, .02, -.18, -.14, -.10, .10,
        // steps to the major tonic, from the root
        .13, -.22, -.06, -.17, -.07, .06, .03, .21, -.03, -.17, -.12, .02,
        // steps to the minor tonic
        .13, .16, -.15, -.23, -.00, .37, -.02, .43, .24, -.20, -.02, .11,
        // steps from the major tonic, to the root
        .13, .06, -.05, .09, -.14, -.14, -.02, -.21, -.13, -.26, -.00, -.03,
        // steps from the minor tonic
        .13, -.07, -.26, .96, -.13, .25, .00, .23, .21, -.11, .11, .05,
    };

    private static final double MINOR_BIAS = 0.803;

    private KeyWeights() {}

    /// The belief in each key, summing to 1: C major … B major, C minor … B minor.
    ///
    /// @param rows the evidence as seen from the twelve tonics
    static double[] shares(double[][] rows) {
        double[] shares = new double[24];
        double top = Double.NEGATIVE_INFINITY;
        for (int key = 0; key < 24; key++) {
            double[] weights = key < 12 ? MAJOR : MINOR;
            double sum = key < 12 ? 0 : MINOR_BIAS;
            for (int i = 0; i < KeyEvidence.SIZE; i++) {
                sum += weights[i] * rows[key % 12][i];
            }
            shares[key] = sum;
            top = Math.max(top, sum);
        }
        double total = 0;
        for (int key = 0; key < 24; key++) {
            shares[key] = Math.exp(shares[key] - top);
            total += shares[key];
        }
        for (int key = 0; key < 24; key++) {
            shares[key] /= total;
        }
        return shares;
    }
}
