package segue.core.math;

import java.util.Arrays;

/// A few columns with a value each: one row of a [SparseMatrix]. Columns ascend. Immutable and
/// thread-safe.
public final class SparseVector {

    /// No entries.
    public static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    private final int[] columns;
    private final float[] values;

    /// @throws IllegalArgumentException unless columns ascend strictly and values are finite
    public SparseVector(int[] columns, float[] values) {
        if (columns.length != values.length) {
            throw new IllegalArgumentException(
                    "%d columns but %d values".formatted(columns.length, values.length));
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0 || (i > 0 && columns[i] <= columns[i - 1])) {
                throw new IllegalArgumentException(
                        "columns must ascend: position " + i + " holds " + columns[i]);
            }
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "column %d: value %s is not a finite number"
                                .formatted(columns[i], values[i]));
            }
        }
        this.columns = columns;
        this.values = values;
    }

    public int size() {
        return columns.length;
    }

    public int column(int i) {
        return columns[i];
    }

    public float value(int i) {
        return values[i];
    }

    /// Whether `column` has an entry. O(log size).
    public boolean contains(int column) {
        return Arrays.binarySearch(columns, column) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector that
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SparseVector of " + columns.length;
    }
}
