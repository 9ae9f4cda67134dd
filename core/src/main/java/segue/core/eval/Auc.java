package segue.core.eval;

import java.util.Arrays;
import java.util.BitSet;
import segue.core.math.SparseMatrix;

/// The area under the ROC curve of one user's whole ranking: the chance that a relevant item scores
/// above one that is not, ties counting half. Exact, by the scores of the whole catalogue:
/// O(items · log relevant).
final class Auc {

    private Auc() {}

    /// @param scores one number an item
    /// @param candidates the items that are ranked
    /// @param shown what the user is known to have, row `user` left out of the ranking
    /// @param test row `user` holds the relevant items; those that are no candidates do not count
    /// @return NaN if no candidate is relevant, or all are
    static double of(
            float[] scores, BitSet candidates, SparseMatrix shown, SparseMatrix test, int user) {
        float[] relevant = new float[test.count(user)];
        int count = 0;
        for (int e = test.start(user); e < test.end(user); e++) {
            if (candidates.get(test.column(e))) {
                relevant[count++] = scores[test.column(e)];
            }
        }
        relevant = Arrays.copyOf(relevant, count);
        Arrays.sort(relevant);
        long others = 0;
        double above = 0;
        int s = shown.start(user);
        int t = test.start(user);
        for (int item = candidates.nextSetBit(0);
                item >= 0;
                item = candidates.nextSetBit(item + 1)) {
            while (s < shown.end(user) && shown.column(s) < item) {
                s++;
            }
            while (t < test.end(user) && test.column(t) < item) {
                t++;
            }
            boolean known = s < shown.end(user) && shown.column(s) == item;
            boolean positive = t < test.end(user) && test.column(t) == item;
            if (!known && !positive) {
                others++;
                above += above(relevant, scores[item]);
            }
        }
        return above / ((double) count * others);
    }

    /// How many of the sorted numbers lie above `score`; equal ones count half.
    private static double above(float[] sorted, float score) {
        if (sorted.length == 0 || score < sorted[0]) {
            return sorted.length;
        }
        int above = firstFrom(sorted, Math.nextUp(score));
        int equal = above - firstFrom(sorted, score);
        return sorted.length - above + equal / 2.0;
    }

    /// The first place whose number is at least `bound`.
    private static int firstFrom(float[] sorted, float bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] >= bound) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
