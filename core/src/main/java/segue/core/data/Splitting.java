package segue.core.data;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// How what is known is parted into train and test. Users with too little to part stay in train and
/// are not tested.
public sealed interface Splitting {

    /// A share of each user's items, at random, rounded down.
    ///
    /// @param share in (0, 1)
    record Share(double share) implements Splitting {
        public Share {
            checkShare(share);
        }
    }

    /// The item that each user came to last; ties go to the larger item. Users with a single item
    /// keep it.
    record Last() implements Splitting {}

    /// Whatever was last played after a moment that leaves `share` of the dated cells behind it:
    /// one moment for all, so that nobody's future is known from others. Cells without a time are
    /// learned from.
    ///
    /// @param share in (0, 1)
    record Latest(double share) implements Splitting {
        public Latest {
            checkShare(share);
        }
    }

    /// All plays of a share of the items, at random. Those items are ranked among themselves, all
    /// of them: a model must know them by something else than plays.
    ///
    /// @param share of the items, in (0, 1)
    record ColdItems(double share) implements Splitting {
        public ColdItems {
            checkShare(share);
        }
    }

    /// Strong generalisation (Marlin 2004; Liang et al. 2018): a share of the users is no part of
    /// train. Of each one's items a part is shown, the rest is tested.
    ///
    /// @param share of the users, in (0, 1)
    /// @param tested share of each held-out user's items that is tested, in (0, 1)
    record ColdUsers(double share, double tested) implements Splitting {
        public ColdUsers {
            checkShare(share);
            checkShare(tested);
        }
    }

    /// Each user's items are dealt into `count` parts; each part is tested once, with the others to
    /// learn from.
    ///
    /// @param count at least 2
    record Folds(int count) implements Splitting {
        public Folds {
            if (count < 2 || count > 100) {
                throw new IllegalArgumentException("folds must be 2..100, is " + count);
            }
        }
    }

    private static void checkShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share held out must be in 0..1, is " + share);
        }
    }

    /// How many splits there are: one, or as many as folds.
    default int parts() {
        return this instanceof Folds(int count) ? count : 1;
    }

    /// Whether times are needed.
    default boolean timed() {
        return this instanceof Last || this instanceof Latest;
    }

    /// One of the splits. The same source of random numbers gives the same split; all folds need
    /// sources that start alike.
    ///
    /// @param matrix counts, `users × items`
    /// @param times of its cells; only for what is [#timed()]
    /// @param part which fold, from 0
    default Split split(SparseMatrix matrix, Times times, int part, SplittableRandom random) {
        return Parting.of(this, matrix, times, part, random);
    }

    /// All splits, each made when it is asked for, so that only one is in memory at a time. The
    /// same seed gives the same splits.
    default List<Split> splits(SparseMatrix matrix, Times times, Run run) {
        Splitting splitting = this;
        return new AbstractList<>() {
            @Override
            public Split get(int part) {
                Objects.checkIndex(part, size());
                return splitting.split(matrix, times, part, run.random("split"));
            }

            @Override
            public int size() {
                return splitting.parts();
            }
        };
    }
}
