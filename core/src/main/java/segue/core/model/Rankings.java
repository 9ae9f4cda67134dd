package segue.core.model;

import java.util.Arrays;

/// The rankings of many users in two flat arrays. Safe to fill from several threads as long as each
/// user is filled by one.
public final class Rankings {

    private final int n;
    private final int[] items;
    private final float[] scores;
    private final int[] sizes;
    private final float[] best;

    /// Room for `users` rankings of at most `n` items: 8 bytes an item.
    public Rankings(int users, int n) {
        if ((long) users * n > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%d users × top %d is more than one array can hold; ask in parts"
                            .formatted(users, n));
        }
        this.n = n;
        this.items = new int[users * n];
        this.scores = new float[users * n];
        this.sizes = new int[users];
        this.best = new float[users];
    }

    public int users() {
        return sizes.length;
    }

    /// How many items were asked for; a user may have fewer.
    public int n() {
        return n;
    }

    /// How many items a user got.
    public int size(int user) {
        return sizes[user];
    }

    public int item(int user, int i) {
        return items[user * n + i];
    }

    public float score(int user, int i) {
        return scores[user * n + i];
    }

    void set(int user, Ranking ranking) {
        for (int i = 0; i < ranking.size(); i++) {
            items[user * n + i] = ranking.item(i);
            scores[user * n + i] = ranking.score(i);
        }
        sizes[user] = ranking.size();
        best[user] = ranking.best();
    }

    /// One user's ranking as a value of its own.
    public Ranking of(int user) {
        int from = user * n;
        return new Ranking(
                Arrays.copyOfRange(items, from, from + sizes[user]),
                Arrays.copyOfRange(scores, from, from + sizes[user]),
                best[user]);
    }
}
