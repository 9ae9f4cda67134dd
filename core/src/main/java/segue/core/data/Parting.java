package segue.core.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import segue.core.math.SparseMatrix;

/// Carries out a [Splitting]: marks the cells that are held out, then takes the matrix apart.
final class Parting {

    private final SparseMatrix matrix;
    private final SplittableRandom random;
    private final BitSet held;

    private Parting(SparseMatrix matrix, SplittableRandom random) {
        this.matrix = matrix;
        this.random = random;
        this.held = new BitSet(matrix.entries());
    }

    static Split of(
            Splitting splitting,
            SparseMatrix matrix,
            Times times,
            int part,
            SplittableRandom random) {
        if (times.size() != matrix.entries()) {
            throw new IllegalArgumentException("%d times for %s".formatted(times.size(), matrix));
        }
        Parting parting = new Parting(matrix, random);
        return switch (splitting) {
            case Splitting.Share(double share) -> parting.share(share).apart();
            case Splitting.Last() -> parting.last(times).apart();
            case Splitting.Latest(double share) -> parting.latest(times, share).apart();
            case Splitting.Folds(int count) -> parting.fold(count, part).apart();
            case Splitting.ColdItems(double share) -> parting.coldItems(share);
            case Splitting.ColdUsers(double share, double tested) ->
                    parting.coldUsers(share, tested);
        };
    }

    private Parting share(double share) {
        for (int user = 0; user < matrix.rows(); user++) {
            int take = (int) (matrix.count(user) * share);
            int[] order = chosen(matrix.count(user), take);
            for (int i = 0; i < take; i++) {
                held.set(matrix.start(user) + order[i]);
            }
        }
        return this;
    }

    /// Numbers below `count`, the first `take` of them drawn at random without repetition.
    private int[] chosen(int count, int take) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < take; i++) {
            int j = i + random.nextInt(count - i);
            int chosen = order[j];
            order[j] = order[i];
            order[i] = chosen;
        }
        return order;
    }

    private Parting last(Times times) {
        for (int user = 0; user < matrix.rows(); user++) {
            int last = -1;
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                if (times.isKnown(e) && (last < 0 || times.of(e) >= times.of(last))) {
                    last = e;
                }
            }
            if (last >= 0 && matrix.count(user) > 1) {
                held.set(last);
            }
        }
        return this;
    }

    private Parting latest(Times times, double share) {
        long[] sorted = new long[times.known()];
        int to = 0;
        for (int e = 0; e < times.size(); e++) {
            if (times.isKnown(e)) {
                sorted[to++] = times.of(e);
            }
        }
        Arrays.sort(sorted);
        if (sorted.length > 0) {
            long moment = sorted[Math.max(0, (int) (sorted.length * (1 - share)) - 1)];
            for (int e = 0; e < times.size(); e++) {
                held.set(e, times.isKnown(e) && times.of(e) > moment);
            }
        }
        return this;
    }

    /// Deals each user's items in random order, beginning where the last user ended.
    private Parting fold(int count, int part) {
        int next = 0;
        for (int user = 0; user < matrix.rows(); user++) {
            int[] order = chosen(matrix.count(user), matrix.count(user));
            for (int place : order) {
                held.set(matrix.start(user) + place, next == part);
                next = next + 1 == count ? 0 : next + 1;
            }
        }
        return this;
    }

    private Split coldItems(double share) {
        int items = matrix.columns();
        int take = (int) (items * share);
        int[] order = chosen(items, take);
        BitSet cold = new BitSet(items);
        for (int i = 0; i < take; i++) {
            cold.set(order[i]);
        }
        for (int e = 0; e < matrix.entries(); e++) {
            held.set(e, cold.get(matrix.column(e)));
        }
        return new Split(
                part(matrix, false), part(matrix, true), Split.Counts.zeros(matrix.rows()), cold);
    }

    private Split coldUsers(double share, double tested) {
        int users = matrix.rows();
        int take = (int) (users * share);
        int[] order = chosen(users, take);
        BitSet strangers = new BitSet(users);
        for (int i = 0; i < take; i++) {
            strangers.set(order[i]);
        }
        BitSet others = new BitSet(users);
        others.set(0, users);
        others.andNot(strangers);
        share(tested);
        return Split.ofStrangers(
                rows(matrix, others),
                rows(part(matrix, false), strangers),
                rows(part(matrix, true), strangers),
                Split.Counts.zeros(take),
                new Split.Counts(strangers.stream().toArray()));
    }

    private Split apart() {
        return new Split(
                part(matrix, false), part(matrix, true), Split.Counts.zeros(matrix.rows()));
    }

    /// The entries that are held out, or those that are not.
    private SparseMatrix part(SparseMatrix of, boolean which) {
        int size = which ? held.cardinality() : of.entries() - held.cardinality();
        int[] starts = new int[of.rows() + 1];
        int[] columns = new int[size];
        float[] values = new float[size];
        int to = 0;
        for (int user = 0; user < of.rows(); user++) {
            for (int e = of.start(user); e < of.end(user); e++) {
                if (held.get(e) == which) {
                    columns[to] = of.column(e);
                    values[to++] = of.value(e);
                }
            }
            starts[user + 1] = to;
        }
        return new SparseMatrix(of.rows(), of.columns(), starts, columns, values);
    }

    /// Some of the rows, in their order.
    private static SparseMatrix rows(SparseMatrix of, BitSet wanted) {
        int[] starts = new int[wanted.cardinality() + 1];
        int row = 0;
        for (int r = wanted.nextSetBit(0); r >= 0; r = wanted.nextSetBit(r + 1)) {
            starts[row + 1] = starts[row] + of.count(r);
            row++;
        }
        int[] columns = new int[starts[row]];
        float[] values = new float[starts[row]];
        row = 0;
        for (int r = wanted.nextSetBit(0); r >= 0; r = wanted.nextSetBit(r + 1)) {
            System.arraycopy(of.columnArray(), of.start(r), columns, starts[row], of.count(r));
            System.arraycopy(of.valueArray(), of.start(r), values, starts[row], of.count(r));
            row++;
        }
        return new SparseMatrix(row, of.columns(), starts, columns, values);
    }
}
