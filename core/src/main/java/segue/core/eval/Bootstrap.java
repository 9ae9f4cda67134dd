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
        Counted counted = Counted.of(values);
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
                            double[] mean = counted.means(times);
                            for (int c = 0; c < columns; c++) {
                                means[c][r] = mean[c];
                            }
                        }
                    };
                });
        short[] once = new short[values.rows()];
        Arrays.fill(once, (short) 1);
        double[] mean = counted.means(once);
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

    /// The values with 0 for NaN, and behind them a column of ones where they count; columns that
    /// lack nothing share the first of those. Loops over them need no question.
    private static final class Counted {
        private final Matrix values;

        /// Which column tells whether a column's values count.
        private final int[] places;

        private Counted(Matrix values, int[] places) {
            this.values = values;
            this.places = places;
        }

        static Counted of(Matrix values) {
            int columns = values.columns();
            int[] places = new int[columns];
            int width = columns + 1;
            for (int c = 0; c < columns; c++) {
                places[c] = lacks(values, c) ? width++ : columns;
            }
            Matrix counted = Matrix.zeros(values.rows(), width);
            for (int row = 0; row < values.rows(); row++) {
                int to = counted.offset(row);
                counted.values()[to + columns] = 1;
                for (int c = 0; c < columns; c++) {
                    float value = values.at(row, c);
                    if (!Float.isNaN(value)) {
                        counted.values()[to + c] = value;
                        counted.values()[to + places[c]] = 1;
                    }
                }
            }
            return new Counted(counted, places);
        }

        private static boolean lacks(Matrix values, int column) {
            for (int row = 0; row < values.rows(); row++) {
                if (Float.isNaN(values.at(row, column))) {
                    return true;
                }
            }
            return false;
        }

        double[] means(short[] times) {
            double[] sum = new double[values.columns()];
            for (int row = 0; row < times.length; row++) {
                if (times[row] > 0) {
                    add(sum, times[row], values.values(), values.offset(row));
                }
            }
            double[] means = new double[places.length];
            Arrays.setAll(means, c -> sum[c] / sum[places[c]]);
            return means;
        }
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
