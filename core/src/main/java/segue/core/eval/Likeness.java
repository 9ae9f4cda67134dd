package segue.core.eval;

import segue.core.math.SparseMatrix;

/// How alike the items of a list are: the mean cosine of all pairs, by the training users who have
/// them. With unit vectors `v_i`, the pairs of the first `n` items sum to Σ_i v_i · (v_1 + … +
/// v_{i−1}), so one pass over the users of the list's items gives every prefix. Not thread-safe.
final class Likeness {

    private final SparseMatrix byItem;
    private final float[] sum;

    Likeness(SparseMatrix byItem) {
        this.byItem = byItem;
        this.sum = new float[byItem.columns()];
    }

    /// Of the first 1, 2, … items of a list, the mean cosine of the pairs; NaN for the first.
    double[] ofPrefixes(int[] items) {
        double[] means = new double[items.length];
        double pairs = 0;
        for (int i = 0; i < items.length; i++) {
            int item = items[i];
            double unit = 1 / Math.sqrt(Math.max(1, byItem.count(item)));
            double dot = 0;
            for (int e = byItem.start(item); e < byItem.end(item); e++) {
                int user = byItem.column(e);
                dot += sum[user];
                sum[user] += (float) unit;
            }
            pairs += dot * unit;
            means[i] = i == 0 ? Double.NaN : pairs / (i * (i + 1) / 2.0);
        }
        for (int item : items) {
            for (int e = byItem.start(item); e < byItem.end(item); e++) {
                sum[byItem.column(e)] = 0;
            }
        }
        return means;
    }
}
