package segue.core.math;

import java.util.Arrays;

/// A dense matrix of floats, `rows × columns`, row after row in one array.
///
/// The array is shared, not copied: whoever fills a matrix hands it on and lets go. After that it
/// is treated as immutable and may be read by any thread.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final float[] values;

    /// @throws IllegalArgumentException if the array's length is not `rows * columns`
    public Matrix(int rows, int columns, float[] values) {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "a matrix of %d × %d needs %d values, found %d"
                            .formatted(rows, columns, (long) rows * columns, values.length));
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// All zeros.
    ///
    /// @throws IllegalArgumentException if it would hold 2³¹ values or more
    public static Matrix zeros(int rows, int columns) {
        long length = (long) rows * columns;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a matrix of %d × %d is larger than one array can be; lower the rank"
                            .formatted(rows, columns));
        }
        return new Matrix(rows, columns, new float[(int) length]);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// The backing array itself; row `r` starts at `r * columns`.
    public float[] values() {
        return values;
    }

    /// Where row `row` starts in [#values()].
    public int offset(int row) {
        return row * columns;
    }

    public float at(int row, int column) {
        return values[row * columns + column];
    }

    /// A copy of one row.
    public float[] row(int row) {
        return Arrays.copyOfRange(values, offset(row), offset(row) + columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix " + rows + " × " + columns;
    }
}
