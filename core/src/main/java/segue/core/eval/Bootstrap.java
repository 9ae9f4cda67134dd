package segue.core.eval;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.run.Run;

/// Percentile bootstrap over users (Efron and Tibshirani 1993): 1,000 times as many users as there
/// are, drawn with repetition; the middle 95 % of the means. All columns share the draws. The same
/// seed gives the same intervals at any number of threads.
final class Bootstrap {

    static final int RESAMPLES = 1_000;

    private static final double LEVEL = .95;

    private Bootstrap() {}

    /// The mean of each column with its interval; NaNs are left out.
    static Estimate[] of(Matrix values, Run run) {
        int columns = values.columns();
        Matrix counted = counted(values);
        double[][] means = new double[columns][RESAMPLES];
        long seed = run.random("bootstrap").nextLong();
        Parallel.rows(
                RESAMPLES,
                4,
                run,
                () -> {
                    short[] times = new short[values.rows()];
                    return (from, to) -> {
                        for (int r = from; r < to; r++) {
                            draw(times, new SplittableRandom(seed + r));
                            double[] mean = means(counted, times);
                            for (int c = 0; c < columns; c++) {
                                means[c][r] = mean[c];
                            }
                        }
                    };
                });
        short[] once = new short[values.rows()];
        Arrays.fill(once, (short) 1);
        double[] mean = means(counted, once);
        Estimate[] estimates = new Estimate[columns];
        Arrays.setAll(estimates, c -> estimate(mean[c], means[c]));
        return estimates;
    }

    private static void draw(short[] times, SplittableRandom random) {
        Arrays.fill(times, (short) 0);
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
    }

    /// The values with 0 for NaN, and behind them for each column whether it counts: loops over
    /// them need no question.
    private static Matrix counted(Matrix values) {
        int columns = values.columns();
        Matrix counted = Matrix.zeros(values.rows(), 2 * columns);
        for (int row = 0; row < values.rows(); row++) {
            int to = counted.offset(row);
            for (int c = 0; c < columns; c++) {
                float value = values.at(row, c);
                if (!Float.isNaN(value)) {
                    counted.values()[to + c] = value;
                    counted.values()[to + columns + c] = 1;
                }
            }
        }
        return counted;
    }

    private static double[] means(Matrix counted, short[] times) {
        double[] sum = new double[counted.columns()];
        for (int row = 0; row < times.length; row++) {
            if (times[row] > 0) {
                add(sum, times[row], counted.values(), counted.offset(row));
            }
        }
        double[] means = new double[sum.length / 2];
        Arrays.setAll(means, c -> sum[c] / sum[means.length + c]);
        return means;
    }

    private static void add(double[] sum, double weight, float[] values, int at) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += weight * values[at + c];
        }
    }

    private static Estimate estimate(double mean, double[] means) {
        double[] sorted = Arrays.stream(means).filter(m -> !Double.isNaN(m)).sorted().toArray();
        if (sorted.length == 0) {
            return Estimate.exact(mean);
        }
        int out = (int) Math.round(sorted.length * (1 - LEVEL) / 2);
        return new Estimate(
                mean, sorted[Math.min(out, sorted.length - 1)], sorted[sorted.length - 1 - out]);
    }
}
