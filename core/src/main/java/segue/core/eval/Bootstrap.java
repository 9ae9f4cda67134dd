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
                            double[] mean = means(values, times);
                            for (int c = 0; c < columns; c++) {
                                means[c][r] = mean[c];
                            }
                        }
                    };
                });
        short[] once = new short[values.rows()];
        Arrays.fill(once, (short) 1);
        double[] mean = means(values, once);
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

    private static double[] means(Matrix values, short[] times) {
        int columns = values.columns();
        float[] v = values.values();
        double[] sum = new double[columns];
        long[] count = new long[columns];
        for (int row = 0; row < times.length; row++) {
            int weight = times[row];
            if (weight > 0) {
                int at = values.offset(row);
                for (int c = 0; c < columns; c++) {
                    float value = v[at + c];
                    if (!Float.isNaN(value)) {
                        sum[c] += weight * (double) value;
                        count[c] += weight;
                    }
                }
            }
        }
        Arrays.setAll(sum, c -> sum[c] / count[c]);
        return sum;
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
