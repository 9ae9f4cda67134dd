package segue.core.model;

import java.util.List;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;

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
