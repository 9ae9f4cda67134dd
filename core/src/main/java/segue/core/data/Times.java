package segue.core.data;

import segue.core.math.SparseMatrix;

/// When the cells of a matrix were last played: one time beside each entry, in the order of the
/// entries. Immutable and thread-safe; the array is shared, not copied.
public final class Times {

    /// The time of a cell that nobody dated.
    public static final long UNKNOWN = -Long.MAX_VALUE;

    private final int size;
    private final long[] seconds;

    private Times(int size, long[] seconds) {
        this.size = size;
        this.seconds = seconds;
    }

    /// @param seconds since 1970, one for each entry of the matrix, or [#UNKNOWN]
    public Times(long[] seconds) {
        this(seconds.length, seconds);
    }

    /// No cell has a time.
    public static Times none(SparseMatrix matrix) {
        return new Times(matrix.entries(), new long[0]);
    }

    /// The number of cells, dated or not.
    public int size() {
        return size;
    }

    /// Seconds since 1970 of an entry, or [#UNKNOWN].
    public long of(int entry) {
        return seconds.length == 0 ? UNKNOWN : seconds[entry];
    }

    /// Whether an entry has a time.
    public boolean isKnown(int entry) {
        return of(entry) != UNKNOWN;
    }

    /// How many days before the newest each cell of `matrix` was last played; cells without a time
    /// are not there.
    public SparseMatrix ages(SparseMatrix matrix) {
        long newest = UNKNOWN;
        for (long second : seconds) {
            newest = Math.max(newest, second);
        }
        int[] starts = new int[matrix.rows() + 1];
        int[] columns = new int[known()];
        float[] days = new float[columns.length];
        int size = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                if (isKnown(e)) {
                    columns[size] = matrix.column(e);
                    days[size++] = (newest - of(e)) / 86_400f;
                }
            }
            starts[row + 1] = size;
        }
        return new SparseMatrix(matrix.rows(), matrix.columns(), starts, columns, days);
    }

    /// How many cells have a time.
    public int known() {
        int known = 0;
        for (long second : seconds) {
            known += second == UNKNOWN ? 0 : 1;
        }
        return known;
    }
}
