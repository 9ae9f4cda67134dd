package segue.audio.feature;

/// What each kind of repetition says for a tempo, and how that changes with the tempo.
///
/// The score of a candidate is linear in its evidence; the exponentials of the scores, made to sum
/// to one, are the candidates' probabilities (multinomial logit, McFadden 1974). The weights were
/// fitted with an L2 penalty to composed and MIDI-rendered clips of known tempo, none of which is
/// used to measure accuracy. A row is an onset curve in the order of [OnsetCurves], a column a
/// lag in the order of [TempoCandidates#BEATS].
final class TempoWeights {

    /// The tempo at which [#AT_CENTRE] holds.
    private static final double CENTRE_BPM = 115;

    private static final double PRIOR = 0.87;

    private static final double[][] AT_CENTRE = {
        {0.39, 1.31, 0.41, 1.14, 0.73, 0.34, 1.24, -0.62, -0.57, 0.02, -0.23, -0.11},
        {0.72, 0.52, 0.58, 1.60, 0.08, 0.45, -0.05, -0.27, -0.08, 0.07, -0.13, 0.46},
        {1.10, -0.14, 0.79, 1.84, -0.76, 0.18, 0.32, 0.03, 0.34, 0.47, -0.19, 0.75},
        {0.36, 0.29, 0.15, 1.12, 0.34, 0.18, 0.60, 0.29, -0.15, 0.24, -0.05, 1.18},
        {0.92, 0.29, 0.82, 0.96, 0.12, 0.40, 0.83, -0.01, -0.34, 0.42, -0.19, 0.38}
    };

    /// Added for each octave above the centre, taken away below it.
    private static final double[][] PER_OCTAVE = {
        {0.05, -0.37, 1.39, -0.43, 1.50, -0.42, 0.65, -0.01, 0.37, 0.51, -0.45, 0.57},
        {-0.10, 0.11, 0.04, -0.54, 0.58, -0.75, 0.79, 0.44, 0.00, -0.30, 0.48, 0.23},
        {-0.76, -0.22, -0.40, 0.19, 0.92, 0.07, 0.30, 0.26, 0.42, -0.06, 0.39, 0.99},
        {-0.38, 0.31, 0.19, 0.90, 0.92, 0.58, 0.24, -0.98, 1.11, 0.15, -0.62, 1.83},
        {-0.63, -0.30, -0.18, 0.50, 0.37, 0.26, 0.60, -0.37, 0.79, 0.47, -0.14, 1.34}
    };

    private TempoWeights() {}

    /// The logarithm of a candidate's odds, up to a constant.
    static double score(double bpm, double[] evidence, TempoPrior prior) {
        double octaves = Math.log(bpm / CENTRE_BPM) / Math.log(2);
        int lags = TempoCandidates.BEATS.length;
        double score = PRIOR * prior.logDensity(bpm);
        for (int i = 0; i < evidence.length; i++) {
            int curve = i / lags;
            int lag = i % lags;
            score += (AT_CENTRE[curve][lag] + octaves * PER_OCTAVE[curve][lag]) * evidence[i];
        }
        return score;
    }
}
