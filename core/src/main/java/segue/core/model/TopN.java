package segue.core.model;

import java.util.BitSet;
import java.util.function.IntPredicate;
import segue.core.math.SparseVector;

/// Collects the `n` best of a stream of scored items, exactly: higher score first, among equals the
/// smaller item. A binary heap whose root is the worst kept, with a threshold to compare against
/// before anything is called. Not thread-safe; reusable after [#take()].
public final class TopN {

    private final int n;
    private final int[] items;
    private final float[] scores;
    private int size;
    private float best;

    public TopN(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, is " + n);
        }
        this.n = n;
        this.items = new int[n];
        this.scores = new float[n];
        this.best = Float.NEGATIVE_INFINITY;
    }

    /// The score below which nothing can enter any more; minus infinity while there is room.
    public float threshold() {
        return size < n ? Float.NEGATIVE_INFINITY : scores[0];
    }

    /// Notes that an item scores `score` without offering it: it counts for [Ranking#best()].
    public void see(float score) {
        if (score > best) {
            best = score;
        }
    }

    /// Offers an item. NaN never enters.
    public void offer(int item, float score) {
        see(score);
        if (size < n) {
            if (!Float.isNaN(score)) {
                up(size++, item, score);
            }
        } else if (worse(items[0], scores[0], item, score)) {
            down(item, score);
        }
    }

    /// Offers an item if it is admitted, which is asked only if its score is high enough.
    public void offerIf(int item, float score, IntPredicate admitted) {
        see(score);
        if (score >= threshold() && admitted.test(item)) {
            offer(item, score);
        }
    }

    /// The best so far in order, leaving this empty.
    public Ranking take() {
        int count = size;
        int[] outItems = new int[count];
        float[] outScores = new float[count];
        for (int i = count - 1; i >= 0; i--) {
            outItems[i] = items[0];
            outScores[i] = scores[0];
            size--;
            if (size > 0) {
                down(items[size], scores[size]);
            }
        }
        Ranking ranking = new Ranking(outItems, outScores, best);
        best = Float.NEGATIVE_INFINITY;
        return ranking;
    }

    /// Score → mask → top n: the only filter there is. Scores one number an item.
    static Ranking select(float[] scores, SparseVector known, Want want) {
        TopN top = new TopN(Math.min(want.n(), Math.max(1, scores.length)));
        BitSet banned = want.banned();
        int k = 0;
        for (int item = 0; item < scores.length; item++) {
            while (k < known.size() && known.column(k) < item) {
                k++;
            }
            float score = scores[item];
            boolean masked =
                    banned.get(item)
                            || (!want.known() && k < known.size() && known.column(k) == item);
            if (masked) {
                top.see(score);
            } else {
                top.offer(item, score);
            }
        }
        return top.take();
    }

    private static boolean worse(int itemA, float scoreA, int itemB, float scoreB) {
        return scoreA < scoreB || (scoreA == scoreB && itemA > itemB);
    }

    private void up(int at, int item, float score) {
        int i = at;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (!worse(item, score, items[parent], scores[parent])) {
                break;
            }
            items[i] = items[parent];
            scores[i] = scores[parent];
            i = parent;
        }
        items[i] = item;
        scores[i] = score;
    }

    private void down(int item, float score) {
        int i = 0;
        int child;
        while ((child = 2 * i + 1) < size) {
            if (child + 1 < size
                    && worse(items[child + 1], scores[child + 1], items[child], scores[child])) {
                child++;
            }
            if (!worse(items[child], scores[child], item, score)) {
                break;
            }
            items[i] = items[child];
            scores[i] = scores[child];
            i = child;
        }
        items[i] = item;
        scores[i] = score;
    }
}
