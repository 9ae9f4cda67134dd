package segue.core.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.SparseMatrix;

/// A matrix parted into what a model may learn from and what it is tested on. Both parts have the
/// same users and items.
///
/// @param train counts to learn from, `users × items`
/// @param test counts held out, `users × items`; no cell is in both
/// @param unrankable per user, test items beyond the columns: train contains nobody who has them,
///   so
///   no model can rank them, but they count as relevant
public record Split(SparseMatrix train, SparseMatrix test, Counts unrankable) {

    public Split {
        if (train.rows() != test.rows() || train.columns() != test.columns()) {
            throw new IllegalArgumentException("train is " + train + ", but test is " + test);
        }
        if (unrankable.size() != train.rows()) {
            throw new IllegalArgumentException(
                    "%d counts for %d users".formatted(unrankable.size(), train.rows()));
        }
    }

    /// One number a user. Immutable.
    public static final class Counts {
        private final int[] values;

        public Counts(int[] values) {
            this.values = values.clone();
        }

        public int size() {
            return values.length;
        }

        public int of(int user) {
            return values[user];
        }
    }

    /// Holds out `share` of each user's items at random, rounded down. Items that end up with
    /// nobody in train stay as columns.
    ///
    /// @param share in (0, 1)
    public static Split random(SparseMatrix matrix, double share, SplittableRandom random) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share held out must be in 0..1, is " + share);
        }
        boolean[] held = new boolean[matrix.entries()];
        for (int user = 0; user < matrix.rows(); user++) {
            int count = matrix.count(user);
            int take = (int) (count * share);
            int[] order = new int[count];
            Arrays.setAll(order, i -> i);
            for (int i = 0; i < take; i++) {
                int j = i + random.nextInt(count - i);
                int chosen = order[j];
                order[j] = order[i];
                order[i] = chosen;
                held[matrix.start(user) + chosen] = true;
            }
        }
        return new Split(
                part(matrix, held, false),
                part(matrix, held, true),
                new Counts(new int[matrix.rows()]));
    }

    /// The cells of a share of the users, at least one; the others stay as empty rows.
    ///
    /// @param share in (0, 1]
    public Split thinned(double share, SplittableRandom random) {
        int[] order = new int[train.rows()];
        Arrays.setAll(order, i -> i);
        boolean[] stays = new boolean[order.length];
        int size = Math.max(1, (int) Math.round(share * order.length));
        int[] unrankableLeft = new int[order.length];
        for (int i = 0; i < Math.min(size, order.length); i++) {
            int j = i + random.nextInt(order.length - i);
            int chosen = order[j];
            order[j] = order[i];
            stays[chosen] = true;
            unrankableLeft[chosen] = unrankable.of(chosen);
        }
        return new Split(rows(train, stays), rows(test, stays), new Counts(unrankableLeft));
    }

    private static SparseMatrix rows(SparseMatrix matrix, boolean[] stays) {
        boolean[] held = new boolean[matrix.entries()];
        for (int user = 0; user < matrix.rows(); user++) {
            Arrays.fill(held, matrix.start(user), matrix.end(user), stays[user]);
        }
        return part(matrix, held, true);
    }

    private static SparseMatrix part(SparseMatrix matrix, boolean[] held, boolean which) {
        int size = 0;
        for (boolean h : held) {
            size += h == which ? 1 : 0;
        }
        int[] starts = new int[matrix.rows() + 1];
        int[] columns = new int[size];
        float[] values = new float[size];
        int to = 0;
        for (int user = 0; user < matrix.rows(); user++) {
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                if (held[e] == which) {
                    columns[to] = matrix.column(e);
                    values[to++] = matrix.value(e);
                }
            }
            starts[user + 1] = to;
        }
        return new SparseMatrix(matrix.rows(), matrix.columns(), starts, columns, values);
    }
}
