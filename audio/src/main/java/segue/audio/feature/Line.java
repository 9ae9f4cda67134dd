package segue.audio.feature;

import java.util.Arrays;

/// A straight line through weighted points, drawn by those that agree. Immutable.
final class Line {

    /// Tukey's constant: 95 % as good as least squares where errors are normal.
    private static final double TUKEY = 4.685;

    private final double intercept;
    private final double slope;
    private final double slopeError;
    private final double[] residuals;
    private final double[] given;

    private Line(
            double intercept, double slope, double slopeError, double[] residuals, double[] given) {
        this.intercept = intercept;
        this.slope = slope;
        this.slopeError = slopeError;
        this.residuals = residuals;
        this.given = given;
    }

    /// The value at 0.
    double intercept() {
        return intercept;
    }

    /// Change of the value by one.
    double slope() {
        return slope;
    }

    /// Standard error of the slope.
    double slopeError() {
        return slopeError;
    }

    /// Iterated weighted least squares with Tukey's biweight, starting from the plain line.
    static Line robust(double[] x, double[] y, double[] weights) {
        double[] w = weights.clone();
        Line line = fit(x, y, w, weights);
        for (int round = 0; round < 8; round++) {
            double scale = Math.max(1e-4, 1.4826 * median(line.residuals, weights));
            for (int i = 0; i < x.length; i++) {
                double u = line.residuals[i] / (TUKEY * scale);
                w[i] = Math.abs(u) < 1 ? weights[i] * (1 - u * u) * (1 - u * u) : 0;
            }
            line = fit(x, y, w, weights);
        }
        return line;
    }

    private static Line fit(double[] x, double[] y, double[] w, double[] given) {
        double sum = 1e-300;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i];
            meanX += w[i] * x[i];
            meanY += w[i] * y[i];
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 1e-300;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += w[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += w[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double intercept = meanY - slope * meanX;
        double[] residuals = new double[x.length];
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            residuals[i] = y[i] - intercept - slope * x[i];
            squares += w[i] * residuals[i] * residuals[i];
        }
        double error = Math.sqrt(squares / xx / Math.max(1, x.length - 2));
        return new Line(intercept, slope, error, residuals, given);
    }

    /// The share of the weight, as given, whose residual is at most `limit` either way.
    double within(double limit) {
        double inside = 0;
        double all = 1e-300;
        for (int i = 0; i < residuals.length; i++) {
            all += given[i];
            inside += Math.abs(residuals[i]) <= limit ? given[i] : 0;
        }
        return inside / all;
    }

    private static double median(double[] residuals, double[] weights) {
        double[] sizes = new double[residuals.length];
        int n = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (weights[i] > 0) {
                sizes[n++] = Math.abs(residuals[i]);
            }
        }
        Arrays.sort(sizes, 0, n);
        return n == 0 ? 0 : sizes[n / 2];
    }
}
