package segue.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.core.data.Weights;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;

/// Users linked to users: an item scores by how much the `neighbours` users most like the person
/// have to do with it, each counted by likeness.
///
/// @param histories `users × items`, what each user contributes
/// @param profiles `items × users`: the likeness of a person to user `u` is the sum over the
///   history
///   of `weight · profiles(item, u)`, the weights being those of `weights`
/// @param weights how a history is weighed to be compared with profiles
/// @param neighbours how many users are asked, at least 1
/// @param links `users × users`: whom to ask for a known user, and how much they count; users
///   without links are compared by profiles
public record UserNeighbourModel(
        SparseMatrix histories,
        SparseMatrix profiles,
        Weights weights,
        int neighbours,
        SparseMatrix links)
        implements Model {

    public UserNeighbourModel {
        if (profiles.rows() != histories.columns() || profiles.columns() != histories.rows()) {
            throw new IllegalArgumentException(
                    "profiles " + profiles + " do not fit histories " + histories);
        }
        if (links.rows() != histories.rows() || links.columns() != histories.rows()) {
            throw new IllegalArgumentException("links must be users × users, are " + links);
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, is " + neighbours);
        }
    }

    @Override
    public int users() {
        return histories.rows();
    }

    @Override
    public int items() {
        return histories.columns();
    }

    @Override
    public void score(Taste taste, float[] out) {
        Arrays.fill(out, 0, items(), 0);
        Ranking nearest = nearest(taste);
        for (int i = 0; i < nearest.size(); i++) {
            int user = nearest.item(i);
            for (int e = histories.start(user); e < histories.end(user); e++) {
                out[histories.column(e)] += nearest.score(i) * histories.value(e);
            }
        }
    }

    /// The users asked for a taste, nearest first; the person itself is not asked.
    private Ranking nearest(Taste taste) {
        float[] likeness = new float[users()];
        if (isLinked(taste)) {
            int user = taste.user().getAsInt();
            for (int e = links.start(user); e < links.end(user); e++) {
                likeness[links.column(e)] = links.value(e);
            }
        } else {
            compare(taste, likeness);
        }
        SparseVector itself =
                taste.user().isPresent()
                        ? new SparseVector(new int[] {taste.user().getAsInt()}, new float[] {1})
                        : SparseVector.EMPTY;
        return TopN.select(likeness, itself, Want.top(neighbours));
    }

    private boolean isLinked(Taste taste) {
        return taste.user().isPresent() && links.count(taste.user().getAsInt()) > 0;
    }

    private void compare(Taste taste, float[] likeness) {
        SparseVector history = weights.apply(taste.history());
        for (int i = 0; i < history.size(); i++) {
            int item = history.column(i);
            for (int e = profiles.start(item); e < profiles.end(item); e++) {
                likeness[profiles.column(e)] += history.value(i) * profiles.value(e);
            }
        }
    }

    /// By cosine over the users who have both.
    @Override
    public Ranking similar(int item, int n) {
        float[] together = new float[items()];
        double[] squares = new double[items()];
        for (int e = 0; e < histories.entries(); e++) {
            squares[histories.column(e)] += (double) histories.value(e) * histories.value(e);
        }
        for (int p = profiles.start(item); p < profiles.end(item); p++) {
            int user = profiles.column(p);
            float weight = histories.at(user, item);
            for (int e = histories.start(user); e < histories.end(user); e++) {
                together[histories.column(e)] += weight * histories.value(e);
            }
        }
        for (int other = 0; other < items(); other++) {
            double lengths = Math.sqrt(squares[item] * squares[other]);
            together[other] = lengths > 0 ? (float) (together[other] / lengths) : 0;
        }
        SparseVector itself = new SparseVector(new int[] {item}, new float[] {1});
        return TopN.select(together, itself, Want.top(n));
    }

    /// What someone is linked for has nothing to do with their plays: nothing to say then.
    @Override
    public List<Reason> explain(Taste taste, int item, int n) {
        if (isLinked(taste)) {
            return List.of();
        }
        float[] strength = new float[users()];
        Ranking nearest = nearest(taste);
        for (int i = 0; i < nearest.size(); i++) {
            strength[nearest.item(i)] = histories.at(nearest.item(i), item);
        }
        List<Reason> reasons = new ArrayList<>();
        SparseVector history = weights.apply(taste.history());
        for (int i = 0; i < history.size(); i++) {
            int known = history.column(i);
            float part = 0;
            for (int e = profiles.start(known); e < profiles.end(known); e++) {
                part += history.value(i) * profiles.value(e) * strength[profiles.column(e)];
            }
            if (part > 0) {
                reasons.add(new Reason(Reason.Kind.PLAYED, known, part));
            }
        }
        return Reason.strongest(reasons, n);
    }
}
