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

    private static final double PRIOR = 0.27;

    private static final double[][] AT_CENTRE = {
        {
            -0.56, 1.08, 2.15, 3.95, -0.00, 0.08, 3.48, -1.96, -0.37, -0.64, 1.08, -2.02, -0.72,
            2.34, -1.90, -1.50
        },
        {
            -1.06, -1.39, 3.16, 1.55, -0.09, 0.82, -1.35, -2.58, 0.47, 1.23, 2.69, 0.71, -0.45,
            -1.03, 3.18, -0.96
        },
        {
            2.10, 0.86, 0.29, 3.35, -1.37, -0.86, 1.76, 0.95, 0.34, 0.89, -0.41, -0.22, -0.71,
            -3.31, 0.83, -2.14
        },
        {
            0.22, 0.02, 0.87, 4.54, 0.32, 0.16, 0.61, 1.53, -0.21, 0.79, 0.93, 3.58, -2.86, 1.82,
            -0.46, -0.14
        },
        {
            3.50, 3.09, 2.14, 3.07, 1.13, 2.49, 1.77, 0.61, -0.48, 0.15, -0.56, 0.11, -2.98, -2.22,
            -1.89, 2.36
        }
    };

    /// Added for each octave above the centre, taken away below it.
    private static final double[][] PER_OCTAVE = {
        {
            -1.05, -1.77, 2.85, -0.79, 3.30, -2.36, -0.06, -0.42, -0.92, 1.75, -5.68, 0.32, 0.16,
            -1.26, -3.95, 1.42
        },
        {
            -0.66, -0.44, 1.21, 0.81, 0.82, -2.91, 1.20, 1.24, 0.43, -0.68, 2.57, 2.20, -2.24, 0.96,
            2.00, 1.94
        },
        {
            -2.56, -1.91, 1.47, 1.41, 3.56, 2.70, 1.30, -0.85, 0.04, -0.45, -0.51, 2.92, -0.54,
            1.27, 0.92, -1.27
        },
        {
            -1.91, 0.99, -0.41, 0.76, 0.87, 0.35, -1.21, -2.87, 1.88, -0.61, -0.04, 5.25, 0.49,
            2.38, 1.81, 1.05
        },
        {
            -1.09, -0.13, 0.56, 0.90, 1.23, -0.35, -0.55, -0.36, 1.39, -0.31, 0.77, 3.52, -0.26,
            0.73, 1.67, 1.15
        }
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
