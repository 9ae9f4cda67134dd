package segue.audio.feature;

/// How much each piece of [KeyEvidence] speaks for a major and for a minor key: what a softmax over
/// the 24 keys learned from 710 clips of known key (300 of our composer, 240 songs of
/// `ProgressionMidi` and 170 chorales by Bach, both played by fluidsynth), each whole and cut.
/// Columns count semitones above the tonic. Made by `KeyTraining` in the tests; do not edit.
final class KeyWeights {

    private static final double[] MAJOR = {
        // pitch classes
        .49, -.12, .19, -.30, .09, .88, -.56, -.01, -.34, .05, -.74, .28,
        // bass
        .57, -.05, -.25, -.10, -.05, .22, -.02, .18, -.10, -.10, -.22, -.10,
        // major chords
        1.06, -.01, -.31, -.13, -.60, .42, -.09, .93, -.18, -.44, -.63, -.25,
        // minor chords
        -.30, -.03, .40, -.04, .25, .04, -.21, -.56, -.08, .35, .22, .08,
        // first: major
        .70, -.00, -.07, -.00, -.32, -.04, -.01, .29, -.10, -.22, -.17, .05,
        // first: minor
        .09, .01, .26, -.02, .12, -.09, -.03, -.23, -.04, -.15, -.04, -.02,
        // last: major
        .68, .09, -.32, -.08, -.26, .09, -.05, .19, .02, -.14, -.26, -.08,
        // last: minor
        -.02, .00, .13, -.00, .05, .01, -.10, -.27, -.08, .29, .05, .01,
        // steps to the major tonic, from the root
        .15, -.00, -.32, -.07, -.08, .35, -.10, .46, -.05, .05, -.70, .38,
        // steps to the minor tonic
        -.10, .02, -.18, -.10, .07, .08, -.02, -.05, -.05, .02, -.01, -.06,
        // steps from the major tonic, to the root
        -.10, -.08, -.07, -.05, .76, -.20, -.09, -.25, .11, .11, .21, .05,
        // steps from the minor tonic
        .15, -.02, -.18, -.01, .11, -.24, -.01, -.10, -.10, .09, .04, -.02,
    };

    private static final double[] MINOR = {
        // pitch classes
        .14, -.44, .29, .27, -.40, .23, -.28, .15, .19, -.13, .02, .06,
        // bass
        .21, -.06, .25, -.07, -.05, -.04, -.04, .13, .08, -.22, -.19, .03,
        // major chords
        -.29, -.35, -.19, -.16, -.16, -.11, -.23, .94, .72, -.24, .35, -.06,
        // minor chords
        .79, -.20, -.07, -.23, -.30, .69, -.17, -.13, -.20, -.30, -.11, .11,
        // first: major
        .38, -.13, -.05, .09, -.02, -.02, -.14, -.28, .09, -.07, .06, -.03,
        // first: minor
        .54, -.03, .05, -.06, -.05, .24, -.07, -.24, -.09, -.09, -.05, -.01,
        // last: major
        1.20, -.15, -.23, -.11, -.08, -.38, -.05, -.18, .11, -.07, .06, .00,
        // last: minor
        .34, -.03, .14, -.09, -.12, -.06, -.07, -.05, -.09, -.09, -.09, .13,
        // steps to the major tonic, from the root
        .04, -.17, -.08, -.19, -.08, .01, .03, .06, -.11, -.11, -.11, .03,
        // steps to the minor tonic
        .23, .12, -.25, -.27, .00, .39, -.02, .32, .45, -.18, .01, .19,
        // steps from the major tonic, to the root
        .23, .04, -.11, .07, -.15, -.21, -.01, -.27, -.16, -.24, -.04, -.04,
        // steps from the minor tonic
        .04, -.05, -.22, .72, -.09, .16, .03, .46, .22, -.04, .02, .05,
    };

    private static final double MINOR_BIAS = 1.198;

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
