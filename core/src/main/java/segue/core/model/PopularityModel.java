package segue.core.model;

import java.util.Arrays;
import java.util.List;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.run.Run;

/// The same for everybody: what most users have. The baseline that every other model must beat.
///
/// @param users how many users it was counted over
/// @param popularity `1 × items`, the score of each item
public record PopularityModel(int users, Matrix popularity) implements Model {

    public PopularityModel {
        if (popularity.rows() != 1) {
            throw new IllegalArgumentException("popularity must be 1 × items, is " + popularity);
        }
    }

    @Override
    public int items() {
        return popularity.columns();
    }

    @Override
    public void score(Taste taste, float[] out) {
        System.arraycopy(popularity.values(), 0, out, 0, items());
    }

    /// One order for all; each user skips what is known.
    @Override
    public Rankings recommendAll(SparseMatrix history, Want want, Run run) {
        return recommendNew(history, want, run);
    }

    @Override
    public Rankings recommendNew(SparseMatrix histories, Want want, Run run) {
        Want everything = new Want(Math.max(1, items()), true, want.banned());
        Ranking order = TopN.select(popularity.values(), SparseVector.EMPTY, everything);
        Rankings rankings = new Rankings(histories.rows(), want.n());
        Parallel.rows(
                histories.rows(),
                1024,
                run,
                () ->
                        (from, to) -> {
                            for (int row = from; row < to; row++) {
                                rankings.set(row, without(order, histories, row, want));
                            }
                        });
        return rankings;
    }

    private static Ranking without(Ranking order, SparseMatrix histories, int row, Want want) {
        int[] items = new int[Math.min(want.n(), order.size())];
        float[] scores = new float[items.length];
        int size = 0;
        for (int i = 0; i < order.size() && size < items.length; i++) {
            if (want.known() || !histories.contains(row, order.item(i))) {
                items[size] = order.item(i);
                scores[size++] = order.score(i);
            }
        }
        return new Ranking(Arrays.copyOf(items, size), Arrays.copyOf(scores, size), order.best());
    }

    /// Popularity knows no likeness: the most popular other items.
    @Override
    public Ranking similar(int item, int n) {
        return recommend(
                Taste.ofHistory(new SparseVector(new int[] {item}, new float[] {1})), Want.top(n));
    }

    @Override
    public List<Reason> explain(Taste taste, int item, int n) {
        return List.of();
    }
}
