package segue.core.math;

import java.util.Arrays;

/// What a column of numbers is like. NaN stands for a missing value; all figures are NaN where none
/// is there.
///
/// @param count values that are there
/// @param missing values that are not
/// @param deviation the standard deviation, divided by `count`
/// @param lowerQuartile quantiles lie on the line between the two nearest values
public record Summary(
        long count,
        long missing,
        double mean,
        double deviation,
        double min,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double max) {

    /// Costs a sort of `values`, which stay as they are.
    public static Summary of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        return new Summary(
                sorted.length,
                values.length - sorted.length,
                mean,
                sorted.length == 0 ? Double.NaN : Math.sqrt(squares / sorted.length),
                quantile(sorted, 0),
                quantile(sorted, .25),
                quantile(sorted, .5),
                quantile(sorted, .75),
                quantile(sorted, 1));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// Pearson's correlation over the pairs in which both are there; NaN where one of them does not
    /// vary.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static double correlation(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "lengths differ: %d and %d".formatted(a.length, b.length));
        }
        double n = 0;
        double meanA = 0;
        double meanB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                n++;
                double fromA = a[i] - meanA;
                double fromB = b[i] - meanB;
                meanA += fromA / n;
                meanB += fromB / n;
                squaresA += fromA * (a[i] - meanA);
                squaresB += fromB * (b[i] - meanB);
                products += fromA * (b[i] - meanB);
            }
        }
        double spread = Math.sqrt(squaresA * squaresB);
        return spread > 0 ? Math.clamp(products / spread, -1, 1) : Double.NaN;
    }
}
