package segue.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.run.Run;

/// A vector for each user and each item; the score is their dot product.
///
/// @param userFactors `users × rank`
/// @param itemFactors `items × rank`
/// @param foldIn how a new user gets a vector
public record FactorModel(Matrix userFactors, Matrix itemFactors, FoldIn foldIn) implements Model {

    private static final Kernels K = Kernels.BEST;

    /// Floats of item factors that stay in the cache of a core beside a taste.
    private static final int CACHED = 32 * 1024;

    public FactorModel {
        if (userFactors.columns() != itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "rank differs: users %d, items %d"
                            .formatted(userFactors.columns(), itemFactors.columns()));
        }
    }

    public int rank() {
        return itemFactors.columns();
    }

    @Override
    public int users() {
        return userFactors.rows();
    }

    @Override
    public int items() {
        return itemFactors.rows();
    }

    @Override
    public void score(Taste taste, float[] out) {
        scoreAll(List.of(taste), new float[][] {out});
    }

    /// In blocks of items that stay in the cache while all tastes pass over them.
    @Override
    public void scoreAll(List<Taste> tastes, float[][] out) {
        float[][] users = new float[tastes.size()][];
        for (int i = 0; i < users.length; i++) {
            users[i] = vector(tastes.get(i));
        }
        int block = Math.max(1, CACHED / rank());
        for (int first = 0; first < items(); first += block) {
            int end = Math.min(items(), first + block);
            for (int i = 0; i < users.length; i++) {
                for (int item = first; item < end; item++) {
                    out[i][item] =
                            K.dot(
                                    users[i],
                                    0,
                                    itemFactors.values(),
                                    itemFactors.offset(item),
                                    rank());
                }
            }
        }
    }

    @Override
    public Taste settled(Taste taste) {
        return new Taste(
                taste.user(), taste.history(), Optional.of(new Matrix(1, rank(), vector(taste))));
    }

    private float[] vector(Taste taste) {
        if (taste.vector().isPresent()) {
            return taste.vector().get().values();
        }
        return taste.user().isPresent()
                ? userFactors.row(taste.user().getAsInt())
                : foldIn.user(itemFactors, taste.history());
    }

    @Override
    public Rankings recommendAll(SparseMatrix history, Want want, Run run) {
        return FactorSearch.of(itemFactors).topN(userFactors, history, want, run);
    }

    @Override
    public Rankings recommendNew(SparseMatrix histories, Want want, Run run) {
        Matrix vectors = Matrix.zeros(histories.rows(), rank());
        Parallel.rows(
                histories.rows(),
                64,
                run,
                () ->
                        (from, to) -> {
                            for (int row = from; row < to; row++) {
                                float[] vector = foldIn.user(itemFactors, histories.row(row));
                                System.arraycopy(
                                        vector, 0, vectors.values(), vectors.offset(row), rank());
                            }
                        });
        return FactorSearch.of(itemFactors).topN(vectors, histories, want, run);
    }

    /// By cosine of what the factors say about taste, so that fame alone makes nobody similar.
    @Override
    public Ranking similar(int item, int n) {
        float[] scores = new float[items()];
        float[] values = itemFactors.values();
        int seed = itemFactors.offset(item);
        float seedNorm = norm(item);
        for (int other = 0; other < items(); other++) {
            float lengths = seedNorm * norm(other);
            scores[other] =
                    lengths > 0
                            ? K.dot(values, seed, values, itemFactors.offset(other), tastes())
                                    / lengths
                            : 0;
        }
        SparseVector itself = new SparseVector(new int[] {item}, new float[] {1});
        return TopN.select(scores, itself, Want.top(n));
    }

    private float norm(int item) {
        int at = itemFactors.offset(item);
        float[] values = itemFactors.values();
        return (float) Math.sqrt(K.dot(values, at, values, at, tastes()));
    }

    private int tastes() {
        return foldIn.tasteColumns(rank());
    }

    @Override
    public List<Reason> explain(Taste taste, int item, int n) {
        return explainAll(taste, new int[] {item}, n).getFirst();
    }

    @Override
    public List<List<Reason>> explainAll(Taste taste, int[] items, int n) {
        List<List<Reason>> all = new ArrayList<>();
        for (float[] parts : foldIn.partsAll(itemFactors, taste.history(), items)) {
            all.add(strongest(taste.history(), parts, n));
        }
        return all;
    }

    private static List<Reason> strongest(SparseVector history, float[] parts, int n) {
        TopN top = new TopN(n);
        for (int i = 0; i < parts.length; i++) {
            top.offer(history.column(i), parts[i]);
        }
        Ranking best = top.take();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < best.size() && best.score(i) > 0; i++) {
            reasons.add(new Reason(Reason.Kind.PLAYED, best.item(i), best.score(i)));
        }
        return reasons;
    }

    /// Passes over the items by falling norm and stops where none can enter any more.
    @Override
    public Search search() {
        FactorSearch search = FactorSearch.of(itemFactors);
        return (taste, n, admitted) -> {
            float[] user = vector(taste);
            Ranking found = search.top(user, Math.min(n, Math.max(1, items())), admitted);
            // The exact numbers of [#score], which the tiled kernel rounds in another order.
            TopN top = new TopN(Math.max(1, found.size()));
            for (int i = 0; i < found.size(); i++) {
                int at = itemFactors.offset(found.item(i));
                top.offer(found.item(i), K.dot(user, 0, itemFactors.values(), at, rank()));
            }
            top.see(found.best());
            return top.take();
        };
    }
}
