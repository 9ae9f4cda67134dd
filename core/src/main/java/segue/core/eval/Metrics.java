package segue.core.eval;

/// The metrics of one user's top k, binary relevance. A relevant item is one of the user's test
/// items, whether or not the model can rank it.
///
/// @param precision hits / k
/// @param recall hits / relevant
/// @param averagePrecision Σ over hits of (hits so far / position), divided by min(k, relevant)
/// @param ndcg Σ over hits of 1/log₂(position + 1), divided by that sum for min(k, relevant) hits
///   at the top (Järvelin and Kekäläinen 2002)
public record Metrics(double precision, double recall, double averagePrecision, double ndcg) {

    /// @param hit whether the item at each position was relevant, best position first; shorter than
    ///   `k` where the model had no more to offer
    /// @param k the length of list that is judged
    /// @param relevant how many relevant items there are, at least 1
    public static Metrics of(boolean[] hit, int k, int relevant) {
        int hits = 0;
        double precisions = 0;
        double gain = 0;
        for (int i = 0; i < Math.min(k, hit.length); i++) {
            if (hit[i]) {
                hits++;
                precisions += (double) hits / (i + 1);
                gain += discount(i);
            }
        }
        int ideal = Math.min(k, relevant);
        double best = 0;
        for (int i = 0; i < ideal; i++) {
            best += discount(i);
        }
        return new Metrics(
                (double) hits / k, (double) hits / relevant, precisions / ideal, gain / best);
    }

    private static double discount(int position) {
        return Math.log(2) / Math.log(position + 2);
    }
}
