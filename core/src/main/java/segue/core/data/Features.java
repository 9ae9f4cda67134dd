package segue.core.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;
import segue.core.math.SparseMatrix;

/// What is known of users and items besides who has to do with what. Immutable and thread-safe.
///
/// @param users what is known of users, `users × user features`; no columns where nothing is
/// @param labels what users say of items
/// @param ages how many days ago users last had to do with items, `users × items`; cells without a
///   time are not there
/// @param measures what was measured of items, `items × measures`; rows without cells are items of
///   which nothing was measured
public record Features(
        SparseMatrix users, Labels labels, SparseMatrix ages, SparseMatrix measures) {

    /// No times are known, and nothing was measured.
    public Features(SparseMatrix users, Labels labels) {
        this(
                users,
                labels,
                SparseMatrix.empty(users.rows(), labels.items()),
                SparseMatrix.empty(labels.items(), 0));
    }

    public Features withAges(SparseMatrix other) {
        return new Features(users, labels, other, measures);
    }

    public Features withMeasures(SparseMatrix other) {
        return new Features(users, labels, ages, other);
    }

    /// Nothing is known.
    public static Features none(SparseMatrix matrix) {
        return new Features(SparseMatrix.empty(matrix.rows(), 0), Labels.none(matrix.columns()));
    }

    /// Nothing is known of those who were parted.
    public static Features none(Split split) {
        return none(split.train());
    }

    /// Users who know each other, as features: the people someone knows and, so that friends have
    /// one another in common, themselves.
    ///
    /// @param pairs `one · users + other`; each counts in both directions
    public static SparseMatrix ofFriends(int users, LongStream pairs) {
        long[] cells =
                pairs.flatMap(
                                pair -> {
                                    long one = pair / users;
                                    long other = pair % users;
                                    return LongStream.of(
                                            pair,
                                            other * users + one,
                                            one * users + one,
                                            other * users + other);
                                })
                        .sorted()
                        .distinct()
                        .toArray();
        int[] starts = new int[users + 1];
        int[] columns = new int[cells.length];
        float[] values = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            starts[(int) (cells[i] / users) + 1]++;
            columns[i] = (int) (cells[i] % users);
            values[i] = 1;
        }
        for (int user = 0; user < users; user++) {
            starts[user + 1] += starts[user];
        }
        return new SparseMatrix(users, users, starts, columns, values);
    }

    /// What may be known while `split` is tested: rows are those of its train part, and what tested
    /// users said of items held out from them is gone.
    public Features trainOf(Split split) {
        return split.strangers()
                ? new Features(
                        rowsOfTrain(users, split),
                        labels.trainOf(split),
                        rowsOfTrain(ages, split),
                        measures)
                : new Features(users, labels.trainOf(split), ages, measures);
    }

    private static SparseMatrix rowsOfTrain(SparseMatrix users, Split split) {
        if (users.entries() == 0) {
            return SparseMatrix.empty(split.train().rows(), users.columns());
        }
        BitSet tested = new BitSet();
        for (int row = 0; row < split.who().size(); row++) {
            tested.set(split.who().of(row));
        }
        int[] starts = new int[split.train().rows() + 1];
        int[] columns = new int[users.entries()];
        float[] values = new float[users.entries()];
        int size = 0;
        int to = 0;
        for (int user = 0; user < users.rows(); user++) {
            if (!tested.get(user)) {
                for (int e = users.start(user); e < users.end(user); e++) {
                    columns[size] = users.column(e);
                    values[size++] = users.value(e);
                }
                starts[++to] = size;
            }
        }
        return new SparseMatrix(
                split.train().rows(),
                users.columns(),
                starts,
                Arrays.copyOf(columns, size),
                Arrays.copyOf(values, size));
    }
}
