package segue.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// What was learned: immutable and thread-safe. A closed family, so that saving, loading and
/// explaining are exhaustive switches; many algorithms end in few shapes.
public sealed interface Model
        permits FactorModel, NeighbourModel, UserNeighbourModel, BlendModel, PopularityModel {

    /// How many users the model was trained on.
    int users();

    /// How many items the model ranks.
    int items();

    /// One number an item, higher is better, into `out[0..items)`.
    void score(Taste taste, float[] out);

    /// The scores of several tastes at once: what [#score] gives for each, and sooner where a
    /// model's numbers can be read once for all of them.
    ///
    /// @param out one row of `items` numbers a taste
    default void scoreAll(List<Taste> tastes, float[][] out) {
        for (int i = 0; i < tastes.size(); i++) {
            score(tastes.get(i), out[i]);
        }
    }

    /// How many tastes are scored at once.
    int TOGETHER = 16;

    /// The `n` items most like `item`, itself left out.
    Ranking similar(int item, int n);

    /// The items of the taste's history that carried `item`, strongest first, at most `n`. Empty
    /// where there is nothing honest to say.
    List<Reason> explain(Taste taste, int item, int n);

    /// Reasons for several items: what [#explain] gives for each, and sooner where what is the same
    /// for all need be done once.
    default List<List<Reason>> explainAll(Taste taste, int[] items, int n) {
        return Arrays.stream(items).mapToObj(item -> explain(taste, item, n)).toList();
    }

    /// The same taste with what this model would otherwise work out whenever it is asked about it;
    /// for who asks more than once. Of no use to another model.
    default Taste settled(Taste taste) {
        return taste;
    }

    /// Finds the best items for one taste after another. Immutable and thread-safe.
    @FunctionalInterface
    interface Search {

        /// @param admitted asked only of items whose score is high enough
        Ranking top(Taste taste, int n, IntPredicate admitted);
    }

    /// Made once and kept by who asks often: it may hold a copy of the model's numbers.
    default Search search() {
        return (taste, n, admitted) -> {
            float[] scores = new float[items()];
            score(taste, scores);
            TopN top = new TopN(Math.min(n, Math.max(1, scores.length)));
            for (int item = 0; item < scores.length; item++) {
                top.offerIf(item, scores[item], admitted);
            }
            return top.take();
        };
    }

    /// The best items for a taste: score → mask → top n.
    default Ranking recommend(Taste taste, Want want) {
        float[] scores = new float[items()];
        score(taste, scores);
        return TopN.select(scores, taste.history(), want);
    }

    /// The best items for every user the model was trained on.
    ///
    /// @param history what each user knows, `users × items`, in the units the model was trained on
    default Rankings recommendAll(SparseMatrix history, Want want, Run run) {
        Rankings rankings = new Rankings(users(), want.n());
        Parallel.rows(
                users(),
                TOGETHER,
                run,
                () -> {
                    float[][] scores = new float[TOGETHER][items()];
                    return (from, to) -> {
                        List<Taste> tastes =
                                IntStream.range(from, to)
                                        .mapToObj(user -> Taste.ofUser(user, history.row(user)))
                                        .toList();
                        scoreAll(tastes, scores);
                        for (int i = 0; i < tastes.size(); i++) {
                            rankings.set(
                                    from + i,
                                    TopN.select(scores[i], tastes.get(i).history(), want));
                        }
                    };
                });
        return rankings;
    }

    /// The best items for people the model was not trained on, each known by a history alone.
    ///
    /// @param histories `people × items`, in the units the model was trained on
    default Rankings recommendNew(SparseMatrix histories, Want want, Run run) {
        Rankings rankings = new Rankings(histories.rows(), want.n());
        Parallel.rows(
                histories.rows(),
                64,
                run,
                () -> {
                    float[] scores = new float[items()];
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            Taste taste = Taste.ofHistory(histories.row(row));
                            score(taste, scores);
                            rankings.set(row, TopN.select(scores, taste.history(), want));
                        }
                    };
                });
        return rankings;
    }
}
