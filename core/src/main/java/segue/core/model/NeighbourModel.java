package segue.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.run.Run;

/// Items linked to items: the score of an item is the sum over the history of
/// `weight of the known item · strength of its link to this one`.
///
/// @param users how many users it was trained on; they need nothing stored
/// @param links `items × items`, row `i` holds what item `i` speaks for, without itself
public record NeighbourModel(int users, SparseMatrix links) implements Model {

    public NeighbourModel {
        if (links.rows() != links.columns()) {
            throw new IllegalArgumentException("links must be square, are " + links);
        }
    }

    @Override
    public int items() {
        return links.rows();
    }

    @Override
    public void score(Taste taste, float[] out) {
        Arrays.fill(out, 0, items(), 0);
        SparseVector history = taste.history();
        for (int i = 0; i < history.size(); i++) {
            int known = history.column(i);
            float weight = history.value(i);
            for (int e = links.start(known); e < links.end(known); e++) {
                out[links.column(e)] += weight * links.value(e);
            }
        }
    }

    /// Strongest links first.
    @Override
    public Ranking similar(int item, int n) {
        SparseVector itself = new SparseVector(new int[] {item}, new float[] {1});
        return recommend(Taste.ofHistory(itself), Want.top(n));
    }

    @Override
    public List<Reason> explain(Taste taste, int item, int n) {
        List<Reason> reasons = new ArrayList<>();
        SparseVector history = taste.history();
        for (int i = 0; i < history.size(); i++) {
            float part = history.value(i) * links.at(history.column(i), item);
            if (part > 0) {
                reasons.add(new Reason(Reason.Kind.PLAYED, history.column(i), part));
            }
        }
        return Reason.strongest(reasons, n);
    }

    /// Visits only items that some known item links to, so that a user costs as much as the links
    /// of the history and not the whole catalogue.
    @Override
    public Rankings recommendAll(SparseMatrix history, Want want, Run run) {
        return recommendNew(history, want, run);
    }

    /// A history is all the model ever asks for.
    @Override
    public Rankings recommendNew(SparseMatrix history, Want want, Run run) {
        int people = history.rows();
        Rankings rankings = new Rankings(people, want.n());
        Parallel.rows(
                people,
                64,
                run,
                () -> {
                    Touched touched = new Touched(items());
                    return (from, to) -> {
                        for (int user = from; user < to; user++) {
                            rankings.set(user, touched.rank(history, user, want));
                        }
                        run.report("recommend", to, people, "");
                    };
                });
        return rankings;
    }

    /// A thread's sums and the items they belong to.
    private final class Touched {
        private final float[] sum;
        private final boolean[] touched;
        private final int[] items;
        private int size;

        Touched(int catalogue) {
            this.sum = new float[catalogue];
            this.touched = new boolean[catalogue];
            this.items = new int[catalogue];
        }

        Ranking rank(SparseMatrix history, int user, Want want) {
            for (int h = history.start(user); h < history.end(user); h++) {
                int known = history.column(h);
                float weight = history.value(h);
                for (int e = links.start(known); e < links.end(known); e++) {
                    int item = links.column(e);
                    if (!touched[item]) {
                        touched[item] = true;
                        items[size++] = item;
                    }
                    sum[item] += weight * links.value(e);
                }
            }
            Ranking ranking = top(history.row(user), want);
            for (int i = 0; i < size; i++) {
                sum[items[i]] = 0;
                touched[items[i]] = false;
            }
            size = 0;
            return ranking;
        }

        private Ranking top(SparseVector known, Want want) {
            TopN top = new TopN(want.n());
            int offered = 0;
            for (int i = 0; i < size; i++) {
                if (want.banned().get(items[i]) || (!want.known() && known.contains(items[i]))) {
                    top.see(sum[items[i]]);
                } else {
                    top.offer(items[i], sum[items[i]]);
                    offered += sum[items[i]] > 0 ? 1 : 0;
                }
            }
            // Too few links to fill the list: the rest of the catalogue scores 0, as everywhere.
            return offered >= want.n() ? top.take() : TopN.select(sum, known, want);
        }
    }
}
