package segue.core.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.core.math.Matrix;
import segue.core.run.Run;

/// Two models on the same users, compared user by user. The p-value is that of a paired
/// randomisation test (Fisher 1935; Smucker, Allan, Carterette 2007): how often the mean difference
/// is as large when the sign of each user's difference is drawn by lot, two-sided.
///
/// @param difference mean of (this − the best), with its bootstrap interval
/// @param p in (0, 1]; adjusted by Holm (1979) where several models are compared
public record Comparison(Estimate difference, double p) {

    /// Below this, a difference is called one.
    public static final double LEVEL = .05;

    private static final int LOTS = 9_999;

    /// Beyond so many signs in all fewer lots are drawn, at least 999.
    private static final long SIGNS = 500_000_000L;

    /// Whether the two differ by more than chance would explain.
    public boolean significant() {
        return p < LEVEL;
    }

    /// Compares two reports of the same test users.
    ///
    /// @throws IllegalArgumentException if their users differ
    public static Comparison of(Report one, Report best, String metric, Run run) {
        if (one.scores().size() != best.scores().size()
                || IntStream.range(0, one.scores().size())
                        .anyMatch(u -> one.scores().users().of(u) != best.scores().users().of(u))) {
            throw new IllegalArgumentException(
                    "only models tested on the same users can be compared");
        }
        return paired(one.scores().column(metric), best.scores().column(metric), run);
    }

    /// Compares two figures of each user: the mean of (one − other).
    ///
    /// @throws IllegalArgumentException if there are not as many of both
    public static Comparison paired(float[] one, float[] other, Run run) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "figures of %d users do not pair with those of %d"
                            .formatted(one.length, other.length));
        }
        float[] differences = one.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= other[i];
        }
        Matrix column = new Matrix(differences.length, 1, differences);
        return new Comparison(
                Bootstrap.of(column, run)[0], p(differences, run.random("comparison")));
    }

    /// The mean of a figure of each user, with its interval.
    public static Estimate mean(float[] figures, Run run) {
        return Bootstrap.of(new Matrix(figures.length, 1, figures.clone()), run)[0];
    }

    private static double p(float[] differences, SplittableRandom random) {
        double observed = 0;
        for (float difference : differences) {
            observed += difference;
        }
        double bound = Math.abs(observed) * (1 - 1e-9);
        int lots = Math.clamp(SIGNS / differences.length, 999, LOTS);
        int asLarge = 0;
        for (int lot = 0; lot < lots; lot++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < differences.length; i++) {
                signs = (i & 63) == 0 ? random.nextLong() : signs >>> 1;
                sum += (signs & 1) == 0 ? differences[i] : -differences[i];
            }
            asLarge += Math.abs(sum) >= bound ? 1 : 0;
        }
        return (asLarge + 1.0) / (lots + 1.0);
    }

    /// Which report has the highest mean, the first of equal ones.
    ///
    /// @throws IllegalArgumentException if there are none
    public static int best(List<Report> reports, String metric) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("no reports to compare");
        }
        int best = 0;
        for (int i = 1; i < reports.size(); i++) {
            if (reports.get(i).mean(metric) > reports.get(best).mean(metric)) {
                best = i;
            }
        }
        return best;
    }

    /// Each report against the best, p-values adjusted by Holm for how many there are. The best is
    /// compared with itself: difference 0, p 1.
    public static List<Comparison> toBest(List<Report> reports, String metric, Run run) {
        int best = best(reports, metric);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            comparisons.add(
                    i == best
                            ? new Comparison(new Estimate(0, 0, 0), 1)
                            : of(reports.get(i), reports.get(best), metric, run));
        }
        List<Integer> order =
                IntStream.range(0, reports.size())
                        .filter(i -> i != best)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> comparisons.get(i).p()))
                        .toList();
        double least = 0;
        for (int i = 0; i < order.size(); i++) {
            Comparison comparison = comparisons.get(order.get(i));
            least = Math.max(least, Math.min(1, comparison.p() * (order.size() - i)));
            comparisons.set(order.get(i), new Comparison(comparison.difference(), least));
        }
        return comparisons;
    }
}
