package segue.core.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import segue.core.math.SparseMatrix;

/// What users say of items, word by word: who gave which item which label. Kept word by word, and
/// not as counts, so that what a user said of an item that is held out from them can be taken back.
/// Immutable and thread-safe; 8 bytes a statement.
///
/// Users are rows of a matrix; numbers beyond its rows are people who are not in it.
public final class Labels {

    private final int users;
    private final int items;
    private final int labels;
    private final List<String> names;

    /// `(item · labels + label) · users + user`, ascending and distinct.
    private final long[] statements;

    private Labels(int users, int items, List<String> names, long[] statements) {
        this.users = users;
        this.items = items;
        this.labels = names.size();
        this.names = names;
        this.statements = statements;
    }

    /// Nobody said anything.
    public static Labels none(int items) {
        return new Labels(0, items, List.of(), new long[0]);
    }

    /// Takes statements one by one; repeated ones count once. Not thread-safe.
    public static final class Builder {
        private final int users;
        private final int items;
        private final List<String> names;
        private long[] statements = new long[1024];
        private int size;

        /// @param users one more than the highest user
        /// @param names of the labels
        public Builder(int users, int items, List<String> names) {
            Math.multiplyExact(Math.multiplyExact((long) users, items), names.size());
            this.users = users;
            this.items = items;
            this.names = List.copyOf(names);
        }

        public void add(int user, int item, int label) {
            if (size == statements.length) {
                statements = Arrays.copyOf(statements, Math.addExact(size, size >> 1));
            }
            statements[size++] = ((long) item * names.size() + label) * users + user;
        }

        public Labels build() {
            return new Labels(
                    users,
                    items,
                    names,
                    Arrays.stream(statements, 0, size).sorted().distinct().toArray());
        }
    }

    /// How many statements there are.
    public int size() {
        return statements.length;
    }

    public int items() {
        return items;
    }

    /// The items that somebody gave a label, whose name is found without regard to case; none for
    /// a label that nobody gave.
    public BitSet itemsWith(String name) {
        BitSet found = new BitSet();
        for (long statement : statements) {
            if (names.get((int) (statement / users % labels)).equalsIgnoreCase(name.strip())) {
                found.set(item(statement));
            }
        }
        return found;
    }

    /// What may be known of items while `split` is tested: whatever a tested user said of an item
    /// that is held out from them is gone. Users are then the rows of its train part.
    public Labels trainOf(Split split) {
        int[] tested = inverse(split);
        Labels left =
                keep(
                        statement -> {
                            int row = tested[(int) (statement % users)];
                            return row < 0 || !split.test().contains(row, item(statement));
                        });
        return split.strangers() ? left.withoutRows(tested, split.train().rows()) : left;
    }

    /// The tested row of each user; -1 where they are not tested.
    private int[] inverse(Split split) {
        int[] tested = new int[users];
        Arrays.fill(tested, -1);
        for (int row = 0; row < split.who().size(); row++) {
            if (split.who().of(row) < users) {
                tested[split.who().of(row)] = row;
            }
        }
        return tested;
    }

    private Labels keep(LongPredicate wanted) {
        return new Labels(users, items, names, Arrays.stream(statements).filter(wanted).toArray());
    }

    /// The others move up, the tested become people beyond the matrix.
    private Labels withoutRows(int[] tested, int rows) {
        int[] moved = new int[users];
        int next = 0;
        int beyond = rows;
        for (int user = 0; user < users; user++) {
            moved[user] = tested[user] < 0 && next < rows ? next++ : beyond++;
        }
        int all = Math.max(users, beyond);
        LongUnaryOperator move = s -> s / users * all + moved[(int) (s % users)];
        return new Labels(
                all, items, names, Arrays.stream(statements).map(move).sorted().toArray());
    }

    private int item(long statement) {
        return (int) (statement / users / labels);
    }

    /// The labels of items, `items × labels`: √(users who gave it) · idf, each item's then scaled
    /// to length 1.
    public SparseMatrix features() {
        int[] starts = new int[items + 1];
        int[] columns = new int[statements.length];
        float[] counts = new float[statements.length];
        int size = 0;
        for (int s = 0; s < statements.length; s++) {
            long cell = statements[s] / users;
            if (s == 0 || cell != statements[s - 1] / users) {
                starts[(int) (cell / labels) + 1]++;
                columns[size++] = (int) (cell % labels);
            }
            counts[size - 1]++;
        }
        for (int item = 0; item < items; item++) {
            starts[item + 1] += starts[item];
        }
        SparseMatrix matrix =
                new SparseMatrix(
                        items,
                        labels,
                        starts,
                        Arrays.copyOf(columns, size),
                        Arrays.copyOf(counts, size));
        return new Weighting.TfIdf().fit(matrix).apply(matrix);
    }
}
