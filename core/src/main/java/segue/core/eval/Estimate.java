package segue.core.eval;

/// A mean over users with its 95 % bootstrap interval: had other users of the same kind been asked,
/// the mean would likely lie there.
///
/// @param low the lower end; NaN where the number is no mean over users
/// @param high the upper end, or NaN
public record Estimate(double mean, double low, double high) {

    /// A number of the whole catalogue, which no interval belongs to.
    public static Estimate exact(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /// Whether there is an interval.
    public boolean hasInterval() {
        return !Double.isNaN(low);
    }
}
