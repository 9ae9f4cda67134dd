package segue.core.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import segue.core.math.SparseMatrix;

/// A matrix parted into what a model may learn from, what it is shown when asked, and what it is
/// tested on. No cell that is tested is learned from or shown: such a split cannot be made.
///
/// Usually those who are tested are those who were learned from, and `shown` is `train` itself. The
/// other kind tests strangers: then `train` has rows of its own, and the rows of `shown` and `test`
/// are people of whom the model knows only what it is shown.
///
/// @param train counts to learn from, `users × items`
/// @param shown what the tested have been seen to like, `tested × items`: it is left out of what is
///   ranked; `train` itself unless strangers are tested
/// @param test counts held out, `tested × items`
/// @param unrankable per tested user, test items beyond the columns: no model can rank them, but
///   they count as relevant
/// @param candidates the items that are ranked, all of them; not to be changed
/// @param strangers whether the tested are people that the model was not trained on
/// @param who per tested user, the row of the matrix that was parted; where strangers are tested,
///   the rows of train are all others in their order
public record Split(
        SparseMatrix train,
        SparseMatrix shown,
        SparseMatrix test,
        Counts unrankable,
        BitSet candidates,
        boolean strangers,
        Counts who) {

    public Split {
        if (train.columns() != test.columns()
                || shown.columns() != test.columns()
                || shown.rows() != test.rows()) {
            throw new IllegalArgumentException(
                    "train is %s and shown is %s, but test is %s".formatted(train, shown, test));
        }
        if (unrankable.size() != test.rows() || who.size() != test.rows()) {
            throw new IllegalArgumentException(
                    "%d counts and %d rows for %d users"
                            .formatted(unrankable.size(), who.size(), test.rows()));
        }
        refuseOverlap(shown, test);
        if (!strangers) {
            if (train.rows() != test.rows()) {
                throw new IllegalArgumentException(
                        "train is %s, but test is %s".formatted(train, test));
            }
            refuseOverlap(train, test);
        }
    }

    /// The tested are those who were learned from, and what is ranked is what train contains.
    public Split(SparseMatrix train, SparseMatrix test, Counts unrankable) {
        this(train, test, unrankable, contained(train));
    }

    /// The same with other items to rank.
    public Split(SparseMatrix train, SparseMatrix test, Counts unrankable, BitSet candidates) {
        this(train, train, test, unrankable, candidates, false, Counts.from(0, test.rows()));
    }

    /// The tested are strangers to `train`, whose rows are other people.
    public static Split ofStrangers(
            SparseMatrix train,
            SparseMatrix shown,
            SparseMatrix test,
            Counts unrankable,
            Counts who) {
        return new Split(train, shown, test, unrankable, contained(train), true, who);
    }

    private static void refuseOverlap(SparseMatrix shown, SparseMatrix test) {
        for (int user = 0; user < test.rows(); user++) {
            int s = shown.start(user);
            for (int e = test.start(user); e < test.end(user); e++) {
                while (s < shown.end(user) && shown.column(s) < test.column(e)) {
                    s++;
                }
                if (s < shown.end(user) && shown.column(s) == test.column(e)) {
                    throw new IllegalArgumentException(
                            "user %d, item %d is both learned from or shown and tested on"
                                    .formatted(user, test.column(e)));
                }
            }
        }
    }

    private static BitSet contained(SparseMatrix train) {
        BitSet contained = new BitSet(train.columns());
        for (int column : train.columnArray()) {
            contained.set(column);
        }
        return contained;
    }

    /// One number a user. Immutable.
    public static final class Counts {
        private final int[] values;

        public Counts(int[] values) {
            this.values = values.clone();
        }

        /// 0 for each of `users`.
        public static Counts zeros(int users) {
            return new Counts(new int[users]);
        }

        /// `first`, `first + 1`, … for `users` users.
        public static Counts from(int first, int users) {
            int[] values = new int[users];
            Arrays.setAll(values, i -> first + i);
            return new Counts(values);
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
        return new Splitting.Share(share).split(matrix, Times.none(matrix), 0, random);
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
        return new Split(train.keepRows(stays), test.keepRows(stays), new Counts(unrankableLeft));
    }
}
