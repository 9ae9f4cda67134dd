package segue.core.model;

import java.util.Arrays;
import java.util.function.IntPredicate;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Exact top n by dot product for many users at once.
///
/// Items are sorted by falling norm and packed into panels of [Kernels#PAD]. A block of users walks
/// the panels together; by Cauchy and Schwarz no item of a panel can score more for a user than
/// ‖user‖ · (norm of the panel's first item), so a user whose `n`-th best already exceeds that has
/// finished, exactly (Teflioudi, Gemulla, Mykytiuk 2015, LEMP). Users who remain are kept densely
/// packed, so the tiled kernel stays full; a score reaches the heap only when it beats the user's
/// threshold.
///
/// Memory: one packed copy of the item factors. Immutable and thread-safe.
final class FactorSearch {

    private static final Kernels K = Kernels.BEST;
    private static final int PAD = Kernels.PAD;
    private static final int TILE = Kernels.TILE;

    /// Users of one block: with rank 128 their vectors fill 192 kB, a part of the L2 cache.
    private static final int BLOCK = TILE * 64;

    /// How often, in panels, finished users are looked for.
    private static final int CHECK = 8;

    /// Rounding in a score of `rank` fused steps stays far below this share of ‖user‖·‖item‖.
    private static final float SLACK = 1 + 1e-5f;

    private final int items;
    private final int rank;
    private final int[] order;
    private final float[] norms;
    private final float[] panels;

    private FactorSearch(int items, int rank, int[] order, float[] norms, float[] panels) {
        this.items = items;
        this.rank = rank;
        this.order = order;
        this.norms = norms;
        this.panels = panels;
    }

    static FactorSearch of(Matrix itemFactors) {
        int items = itemFactors.rows();
        int rank = itemFactors.columns();
        float[] values = itemFactors.values();
        float[] norm = new float[items];
        for (int i = 0; i < items; i++) {
            int at = itemFactors.offset(i);
            norm[i] = (float) Math.sqrt(K.dot(values, at, values, at, rank));
        }
        int[] order = byFallingNorm(norm);
        float[] sorted = new float[items];
        float[] panels = new float[Math.ceilDiv(items, PAD) * PAD * rank];
        for (int position = 0; position < items; position++) {
            int item = order[position];
            sorted[position] = norm[item];
            int to = position / PAD * PAD * rank + position % PAD;
            for (int k = 0; k < rank; k++) {
                panels[to + k * PAD] = values[itemFactors.offset(item) + k];
            }
        }
        return new FactorSearch(items, rank, order, sorted, panels);
    }

    private static int[] byFallingNorm(float[] norm) {
        // Norms are not negative, so their bits sort as they do; ties by item.
        long[] keys = new long[norm.length];
        for (int i = 0; i < norm.length; i++) {
            keys[i] = ((long) ~Float.floatToRawIntBits(norm[i]) << 32) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[norm.length];
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }

    Rankings topN(Matrix users, SparseMatrix history, Want want, Run run) {
        Rankings rankings = new Rankings(users.rows(), want.n());
        Parallel.rows(
                users.rows(),
                BLOCK,
                run,
                () -> {
                    Block block = new Block(want, history);
                    return (from, to) -> {
                        block.search(users, from, to, rankings);
                        run.report("recommend", to, users.rows(), "");
                    };
                });
        return rankings;
    }

    /// The best of one user.
    ///
    /// @param admitted asked only of items whose score is high enough
    Ranking top(float[] user, int n, IntPredicate admitted) {
        TopN top = new TopN(n);
        float[] scores = new float[PAD];
        float length = (float) Math.sqrt(K.dot(user, 0, user, 0, rank));
        for (int first = 0; first < items; first += PAD) {
            if (top.threshold() > length * norms[first] * SLACK) {
                break;
            }
            K.scores(user, 0, 1, rank, panels, first * rank, scores);
            int above = K.above(scores, 0, Math.nextDown(top.threshold()));
            while (above != 0) {
                int j = Integer.numberOfTrailingZeros(above);
                above &= above - 1;
                if (first + j < items) {
                    top.offerIf(order[first + j], scores[j], admitted);
                }
            }
        }
        return top.take();
    }

    /// A thread's working memory: the block's users, packed, and their heaps.
    private final class Block {
        private final Want want;
        private final SparseMatrix history;
        private final float[] packed = new float[BLOCK * rank];
        private final float[] norm = new float[BLOCK];
        private final int[] user = new int[BLOCK];
        private final TopN[] tops = new TopN[BLOCK];
        private final float[] scores = new float[TILE * PAD];

        Block(Want want, SparseMatrix history) {
            this.want = want;
            this.history = history;
            Arrays.setAll(tops, u -> new TopN(want.n()));
        }

        void search(Matrix users, int from, int to, Rankings rankings) {
            int active = to - from;
            System.arraycopy(users.values(), users.offset(from), packed, 0, active * rank);
            for (int u = 0; u < active; u++) {
                user[u] = from + u;
                norm[u] = (float) Math.sqrt(K.dot(packed, u * rank, packed, u * rank, rank));
            }
            for (int first = 0; first < items && active > 0; first += PAD) {
                if (first / PAD % CHECK == 0) {
                    active = dropFinished(active, norms[first] * SLACK, rankings);
                }
                for (int u = 0; u < active; u += TILE) {
                    int count = Math.min(TILE, active - u);
                    K.scores(packed, u * rank, count, rank, panels, first * rank, scores);
                    for (int t = 0; t < count; t++) {
                        collect(u + t, t * PAD, first);
                    }
                }
            }
            for (int u = 0; u < active; u++) {
                rankings.set(user[u], tops[u].take());
            }
        }

        /// Hands out the rankings of users whom no later item can change, and closes the gaps.
        private int dropFinished(int active, float bound, Rankings rankings) {
            int kept = 0;
            for (int u = 0; u < active; u++) {
                if (tops[u].threshold() > norm[u] * bound) {
                    rankings.set(user[u], tops[u].take());
                    continue;
                }
                if (kept < u) {
                    System.arraycopy(packed, u * rank, packed, kept * rank, rank);
                    user[kept] = user[u];
                    norm[kept] = norm[u];
                    TopN spare = tops[kept];
                    tops[kept] = tops[u];
                    tops[u] = spare;
                }
                kept++;
            }
            return kept;
        }

        /// Offers the scores of one panel that can still enter; ties go to the smaller item, so
        /// equal scores are offered too.
        private void collect(int u, int at, int first) {
            TopN top = tops[u];
            int above = K.above(scores, at, Math.nextDown(top.threshold()));
            while (above != 0) {
                int j = Integer.numberOfTrailingZeros(above);
                above &= above - 1;
                if (first + j < items) {
                    offer(top, user[u], order[first + j], scores[at + j]);
                }
            }
        }

        private void offer(TopN top, int of, int item, float score) {
            boolean masked =
                    want.banned().get(item) || (!want.known() && history.contains(of, item));
            if (masked) {
                top.see(score);
            } else {
                top.offer(item, score);
            }
        }
    }
}
