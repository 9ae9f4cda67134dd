package segue.core.rank;

import segue.core.model.Ranking;

/// Maximal marginal relevance (Carbonell, Goldstein 1998): each next item is the one with the best
/// `(1 - strength) · score - strength · likeness to the most alike before it`. Scores are first
/// stretched to 0..1 over the items at hand. Among equals the order stays. O(places · items).
///
/// @param strength 0..1; 0 leaves everything as it is
/// @param places how many places at the front are filled this way; the rest keeps its order
/// @param likeness how alike two items are
public record Diversify(double strength, int places, Likeness likeness) implements Reranker {

    public Diversify {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("diversity must be between 0 and 1, is " + strength);
        }
    }

    /// How alike two items are.
    @FunctionalInterface
    public interface Likeness {
        /// @return 1 the same, 0 nothing in common or nothing known
        double of(int one, int other);
    }

    @Override
    public Ranking rerank(Ranking ranking) {
        int size = ranking.size();
        if (strength == 0 || size < 2) {
            return ranking;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            low = Math.min(low, ranking.score(i));
            high = Math.max(high, ranking.score(i));
        }
        double[] relevance = new double[size];
        double[] nearest = new double[size];
        for (int i = 0; i < size; i++) {
            relevance[i] = high > low ? (ranking.score(i) - low) / (high - low) : 1;
        }
        boolean[] taken = new boolean[size];
        int[] order = new int[size];
        int filled = 0;
        while (filled < Math.min(places, size)) {
            int best = -1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                double value = (1 - strength) * relevance[i] - strength * nearest[i];
                if (!taken[i] && value > bestValue) {
                    best = i;
                    bestValue = value;
                }
            }
            taken[best] = true;
            order[filled++] = best;
            for (int i = 0; i < size; i++) {
                if (!taken[i]) {
                    nearest[i] =
                            Math.max(nearest[i], likeness.of(ranking.item(best), ranking.item(i)));
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (!taken[i]) {
                order[filled++] = i;
            }
        }
        return Orders.of(ranking, order);
    }
}
