package segue.core.model;

import java.util.Arrays;

/// Items in falling order of score; among equal scores the smaller item first. Immutable and
/// thread-safe.
public final class Ranking {

    private final int[] items;
    private final float[] scores;
    private final float best;

    /// @param best the highest raw score of any item for this taste, also of items left out: what
    ///   [#relative(int)] calls 1
    public Ranking(int[] items, float[] scores, float best) {
        if (items.length != scores.length) {
            throw new IllegalArgumentException(
                    "%d items but %d scores".formatted(items.length, scores.length));
        }
        this.items = items;
        this.scores = scores;
        this.best = best;
    }

    public int size() {
        return items.length;
    }

    public int item(int i) {
        return items[i];
    }

    /// The model's own number.
    public float score(int i) {
        return scores[i];
    }

    /// The score on 0..1, where 1 is as strong as the strongest item of the whole catalogue for
    /// this taste, known ones included.
    public float relative(int i) {
        return best > 0 ? Math.clamp(scores[i] / best, 0f, 1f) : 0f;
    }

    public float best() {
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranking that
                && best == that.best
                && Arrays.equals(items, that.items)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(items) + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "Ranking " + Arrays.toString(items);
    }
}
