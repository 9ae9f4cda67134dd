package segue.core.eval;

/// How relevant one user's top k was. The formulas are those of [Metric].
public record Metrics(
        double precision,
        double recall,
        double recallCapped,
        double averagePrecision,
        double ndcg,
        double reciprocalRank,
        double hitRate) {

    /// @param hit whether the item at each position was relevant, best position first; shorter than
    ///   `k` where the model had no more to offer
    /// @param k the length of list that is judged
    /// @param relevant how many relevant items there are, at least 1
    public static Metrics of(boolean[] hit, int k, int relevant) {
        int hits = 0;
        double precisions = 0;
        double gain = 0;
        double first = 0;
        for (int i = 0; i < Math.min(k, hit.length); i++) {
            if (hit[i]) {
                hits++;
                precisions += (double) hits / (i + 1);
                gain += discount(i);
                first = first == 0 ? 1.0 / (i + 1) : first;
            }
        }
        int ideal = Math.min(k, relevant);
        double best = 0;
        for (int i = 0; i < ideal; i++) {
            best += discount(i);
        }
        return new Metrics(
                (double) hits / k,
                (double) hits / relevant,
                (double) hits / ideal,
                precisions / ideal,
                gain / best,
                first,
                hits > 0 ? 1 : 0);
    }

    private static double discount(int position) {
        return Math.log(2) / Math.log(position + 2);
    }
}
