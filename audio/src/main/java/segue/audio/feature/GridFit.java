package segue.audio.feature;

import java.util.Arrays;

/// One constant grid laid through a whole track, to a hundredth of a BPM.
///
/// The onset curve is cut into stretches of 6 s. Each is described by its Fourier coefficients at
/// the beat and its harmonics, once; a little other tempo only turns these by the stretch's place
/// in time, so that a search over fine steps of tempo costs a few operations a stretch. The tempo
/// with the strongest sum is kept (the periodogram's maximum, which is the maximum-likelihood
/// estimate of a frequency: Rife and Boorstyn, IEEE Trans. Inf. Theory 1974). Then each stretch
/// says how far it is from the grid, and a straight line through these offsets, with Tukey's
/// weights against stretches that disagree, corrects tempo and phase (Holland and Welsch,
/// "Robust regression using iteratively reweighted least-squares", 1977).
final class GridFit {

    /// What was found.
    ///
    /// @param bpm unrounded
    /// @param standardError of `bpm`, from the scatter of the stretches
    /// @param agreeing share of the music, by weight, that lies within a tenth of a beat
    record Fit(double bpm, double standardError, double agreeing) {}

    /// How far the tempo of a candidate may be off.
    private static final double SHARE = .015;

    /// How far it may still be off when the grid is laid a second time, nearer.
    private static final double AGAIN = .0005;

    private static final double CLEAR = .85;
    /// Frames of a stretch, unless the track is short: 6 s.
    private static final int STRETCH = 512;

    /// A short track has at least so many stretches, each of at least [#SHORTEST] frames.
    private static final int STRETCHES = 16;

    private static final int SHORTEST = 64;
    private static final int HARMONICS = 4;

    /// Stretches in the first search: ten minutes.
    private static final int SEARCHED = 100;

    /// Steps of phase when a stretch is compared with the whole.
    private static final int PHASES = 96;

    private final int stretch;
    private final int stretches;
    private final double cyclesAFrame;
    private final double[] middle;
    private final double[][] re;
    private final double[][] im;

    private GridFit(float[] curve, double bpm) {
        cyclesAFrame = 1 / Periodicity.lag(bpm);
        stretch = Math.clamp(curve.length / STRETCHES, SHORTEST, STRETCH);
        stretches = Math.max(1, (curve.length + stretch / 2) / stretch);
        middle = new double[stretches];
        re = new double[HARMONICS][stretches];
        im = new double[HARMONICS][stretches];
        for (int s = 0; s < stretches; s++) {
            int from = s * stretch;
            int to = s == stretches - 1 ? curve.length : from + stretch;
            middle[s] = (from + to) / 2.0;
            for (int h = 0; h < HARMONICS; h++) {
                transform(curve, from, to, h, s);
            }
        }
    }

    /// The grid of beats near a tempo. Where accents move from the beat to the off-beat and back,
    /// sections cancel each other; then the grid of half-beats is taken.
    static Fit best(float[] curve, double bpm) {
        Fit beats = near(curve, bpm, SHARE);
        if (beats.agreeing() >= CLEAR) {
            return near(curve, beats.bpm(), AGAIN);
        }
        Fit halves = near(curve, 2 * bpm, SHARE);
        if (halves.agreeing() < CLEAR) {
            return beats;
        }
        Fit again = near(curve, halves.bpm(), AGAIN);
        return new Fit(again.bpm() / 2, again.standardError() / 2, again.agreeing());
    }

    /// Lays a grid near a tempo.
    ///
    /// @param curve levelled onsets
    /// @param bpm the tempo, to about `share`
    static Fit near(float[] curve, double bpm, double share) {
        GridFit fit = new GridFit(curve, bpm);
        double tempo = fit.search(Math.min(fit.stretches, SEARCHED), 0, share);
        if (fit.stretches > SEARCHED) {
            double step = 2.0 / (SEARCHED * fit.stretch * fit.cyclesAFrame);
            tempo = fit.search(fit.stretches, tempo, step);
        }
        return fit.regress(bpm, tempo);
    }

    private void transform(float[] curve, int from, int to, int h, int s) {
        double turn = -2 * Math.PI * (h + 1) * cyclesAFrame;
        double stepRe = Math.cos(turn);
        double stepIm = Math.sin(turn);
        double cos = Math.cos(turn * from);
        double sin = Math.sin(turn * from);
        double sumRe = 0;
        double sumIm = 0;
        for (int n = from; n < to; n++) {
            sumRe += curve[n] * cos;
            sumIm += curve[n] * sin;
            double next = cos * stepRe - sin * stepIm;
            sin = sin * stepRe + cos * stepIm;
            cos = next;
        }
        re[h][s] = sumRe;
        im[h][s] = sumIm;
    }

    /// The relative change of tempo, within `reach` of `around`, whose grid collects most.
    private double search(int used, double around, double reach) {
        double span = used * (double) stretch;
        double step = .12 / (HARMONICS * cyclesAFrame * span);
        int steps = (int) Math.ceil(reach / step);
        double best = around;
        double most = -1;
        for (int i = -steps; i <= steps; i++) {
            double change = around + i * step;
            double power = power(used, change);
            if (power > most) {
                most = power;
                best = change;
            }
        }
        double left = power(used, best - step);
        double right = power(used, best + step);
        double curvature = left - 2 * most + right;
        return curvature < 0 ? best + step * (left - right) / (2 * curvature) : best;
    }

    private double power(int used, double change) {
        double sum = 0;
        for (int h = 0; h < HARMONICS; h++) {
            double turn = -2 * Math.PI * (h + 1) * cyclesAFrame * change;
            double sumRe = 0;
            double sumIm = 0;
            for (int s = 0; s < used; s++) {
                double cos = Math.cos(turn * middle[s]);
                double sin = Math.sin(turn * middle[s]);
                sumRe += re[h][s] * cos - im[h][s] * sin;
                sumIm += re[h][s] * sin + im[h][s] * cos;
            }
            sum += sumRe * sumRe + sumIm * sumIm;
        }
        return sum;
    }

    private Fit regress(double bpm, double start) {
        double change = start;
        double error = 0;
        double agreeing = 1;
        for (int round = 0; round < 3 && stretches > 2; round++) {
            double[] offsets = new double[stretches];
            double[] weights = new double[stretches];
            offsets(change, offsets, weights);
            Line line = Line.robust(middle, offsets, weights);
            agreeing = line.within(.1);
            if (agreeing < .5) {
                break;
            }
            change -= line.slope() / cyclesAFrame;
            error = line.slopeError() / cyclesAFrame;
        }
        return new Fit(bpm * (1 + change), bpm * error, agreeing);
    }

    /// How far each stretch lies behind the grid, in beats, and how much it has to say.
    private void offsets(double change, double[] offsets, double[] weights) {
        double[][] turnedRe = new double[HARMONICS][stretches];
        double[][] turnedIm = new double[HARMONICS][stretches];
        double[] wholeRe = new double[HARMONICS];
        double[] wholeIm = new double[HARMONICS];
        for (int h = 0; h < HARMONICS; h++) {
            double turn = -2 * Math.PI * (h + 1) * cyclesAFrame * change;
            for (int s = 0; s < stretches; s++) {
                double cos = Math.cos(turn * middle[s]);
                double sin = Math.sin(turn * middle[s]);
                turnedRe[h][s] = re[h][s] * cos - im[h][s] * sin;
                turnedIm[h][s] = re[h][s] * sin + im[h][s] * cos;
                wholeRe[h] += turnedRe[h][s];
                wholeIm[h] += turnedIm[h][s];
            }
        }
        double[] match = new double[PHASES];
        for (int s = 0; s < stretches; s++) {
            Arrays.fill(match, 0);
            for (int h = 0; h < HARMONICS; h++) {
                double crossRe = turnedRe[h][s] * wholeRe[h] + turnedIm[h][s] * wholeIm[h];
                double crossIm = turnedIm[h][s] * wholeRe[h] - turnedRe[h][s] * wholeIm[h];
                for (int p = 0; p < PHASES; p++) {
                    double angle = 2 * Math.PI * (h + 1) * p / PHASES;
                    match[p] += crossRe * Math.cos(angle) - crossIm * Math.sin(angle);
                }
            }
            peak(match, s, offsets, weights);
        }
    }

    private static void peak(double[] match, int s, double[] offsets, double[] weights) {
        int best = 0;
        for (int p = 1; p < PHASES; p++) {
            if (match[p] > match[best]) {
                best = p;
            }
        }
        double left = match[(best + PHASES - 1) % PHASES];
        double right = match[(best + 1) % PHASES];
        double curvature = left - 2 * match[best] + right;
        double p = best + (curvature < 0 ? (left - right) / (2 * curvature) : 0);
        double offset = p / PHASES;
        offsets[s] = offset > .5 ? offset - 1 : offset;
        weights[s] = Math.sqrt(Math.max(0, match[best]));
    }
}
