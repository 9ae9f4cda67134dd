package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.SparseMatrix;
import segue.core.math.Steps;

/// One thread's walk through blocks of entries for [Warp].
final class WarpWalk implements Strata.Walk {

    private static final Steps S = Steps.BEST;

    /// The longest step, as LightFM has it: ln of the rank goes no higher.
    private static final double LONGEST = 10;

    private final Warp warp;
    private final SparseMatrix matrix;
    private final Strata strata;
    private final Embeddings users;
    private final Embeddings items;
    private final int stride;
    private final Embeddings.View x;
    private final Embeddings.View had;
    private final Embeddings.View other;
    private final float[] difference;
    private final float[] before;

    WarpWalk(Warp warp, SparseMatrix matrix, Strata strata, Embeddings users, Embeddings items) {
        this.warp = warp;
        this.matrix = matrix;
        this.strata = strata;
        this.users = users;
        this.items = items;
        this.stride = users.stride();
        this.x = new Embeddings.View(stride);
        this.had = new Embeddings.View(stride);
        this.other = new Embeddings.View(stride);
        this.difference = new float[stride];
        this.before = new float[stride];
    }

    @Override
    public double block(int part, int from, int to, SplittableRandom random) {
        int count = to - from;
        if (count == 0) {
            return 0;
        }
        Ahead others = items.ahead(random, strata.itemsOf(part));
        int step = Strata.stride(count, random);
        int at = random.nextInt(count);
        double loss = 0;
        for (int n = 0; n < count; n++) {
            loss += visit(strata.user(from + at), strata.item(from + at), others);
            at = at + step < count ? at + step : at + step - count;
        }
        return others.finite() ? loss : Double.NaN;
    }

    private double visit(int user, int item, Ahead others) {
        users.look(user, x);
        items.look(item, had);
        float score = had.bias + S.dot(x.values, x.at, had.values, had.at, stride);
        if (!Float.isFinite(score)) {
            return Double.NaN;
        }
        return warp.loss() == Warp.Loss.WARP
                ? warp(user, item, score, others)
                : bpr(user, item, score, others);
    }

    private double warp(int user, int item, float score, Ahead others) {
        for (int sampled = 1; sampled <= warp.maxSampled(); sampled++) {
            int j = others.next();
            items.look(j, other);
            float rival = other.bias + S.dot(x.values, x.at, other.values, other.at, stride);
            if (rival > score - 1 && !matrix.contains(user, j)) {
                int rank = Math.max(1, (strata.playedItems() - 1) / sampled);
                double weight = Math.min(LONGEST, Math.log(rank));
                step(user, item, j, (float) weight);
                return weight * (1 + rival - score);
            }
        }
        return 0;
    }

    private double bpr(int user, int item, float score, Ahead others) {
        int j = others.next();
        if (matrix.contains(user, j)) {
            return 0;
        }
        items.look(j, other);
        float ahead = score - other.bias - S.dot(x.values, x.at, other.values, other.at, stride);
        double slope = 1 / (1 + Math.exp(ahead));
        step(user, item, j, (float) slope);
        return -Math.log1p(-slope);
    }

    /// Brings the user and the item closer by `weight`, and the user and item `j` apart.
    private void step(int user, int item, int j, float weight) {
        float rate = (float) warp.learningRate();
        float userDecay = (float) warp.userRegularization();
        float itemDecay = (float) warp.itemRegularization();
        for (int k = 0; k < stride; k++) {
            difference[k] = other.values[other.at + k] - had.values[had.at + k];
        }
        System.arraycopy(x.values, x.at, before, 0, stride);
        users.step(user, difference, weight, rate, userDecay);
        items.step(item, before, -weight, rate, itemDecay);
        items.step(j, before, weight, rate, itemDecay);
        items.stepBias(item, -weight, rate, itemDecay);
        items.stepBias(j, weight, rate, itemDecay);
    }
}
