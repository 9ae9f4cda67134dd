package segue.core.math;

import java.util.Arrays;

/// A sparse matrix of floats in compressed rows (CSR): the entries of row `r` are those from
/// `start(r)` to `end(r)`, their columns ascending. Immutable and thread-safe; the arrays are
/// shared, not copied.
public final class SparseMatrix {

    private final int rows;
    private final int columns;
    private final int[] starts;
    private final int[] columnOf;
    private final float[] values;

    /// @param starts `rows + 1` offsets into the other two, from 0 to their length
    /// @param columnOf the column of each entry, ascending and distinct within a row
    /// @param values the value of each entry, finite
    public SparseMatrix(int rows, int columns, int[] starts, int[] columnOf, float[] values) {
        if (starts.length != rows + 1
                || starts[0] != 0
                || starts[rows] != columnOf.length
                || columnOf.length != values.length) {
            throw new IllegalArgumentException(
                    "offsets do not fit: %d rows, %d offsets, %d columns, %d values"
                            .formatted(rows, starts.length, columnOf.length, values.length));
        }
        for (int r = 0; r < rows; r++) {
            int previous = -1;
            for (int e = starts[r]; e < starts[r + 1]; e++) {
                if (columnOf[e] <= previous || columnOf[e] >= columns) {
                    throw new IllegalArgumentException(
                            "row %d: column %d after %d, of %d columns"
                                    .formatted(r, columnOf[e], previous, columns));
                }
                if (!Float.isFinite(values[e])) {
                    throw new IllegalArgumentException(
                            "row %d, column %d: value %s is not a finite number"
                                    .formatted(r, columnOf[e], values[e]));
                }
                previous = columnOf[e];
            }
        }
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.columnOf = columnOf;
        this.values = values;
    }

    /// No entries.
    public static SparseMatrix empty(int rows, int columns) {
        return new SparseMatrix(rows, columns, new int[rows + 1], new int[0], new float[0]);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// The number of stored entries.
    public int entries() {
        return columnOf.length;
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    /// The number of entries in a row.
    public int count(int row) {
        return starts[row + 1] - starts[row];
    }

    public int column(int entry) {
        return columnOf[entry];
    }

    public float value(int entry) {
        return values[entry];
    }

    /// Whether the cell has an entry. O(log of the row's entries).
    public boolean contains(int row, int column) {
        // Without a branch that could be guessed wrong: this is the inner loop of sampling.
        int at = starts[row];
        int left = starts[row + 1] - at;
        while (left > 1) {
            int half = left >>> 1;
            at += columnOf[at + half] <= column ? half : 0;
            left -= half;
        }
        return left == 1 && columnOf[at] == column;
    }

    /// The value of a cell, 0 where nothing is stored. O(log of the row's entries).
    public float at(int row, int column) {
        int entry = Arrays.binarySearch(columnOf, starts[row], starts[row + 1], column);
        return entry >= 0 ? values[entry] : 0;
    }

    /// Where each row's entries begin, and the end: the backing array itself.
    public int[] startArray() {
        return starts;
    }

    /// The columns of all entries, the backing array itself.
    public int[] columnArray() {
        return columnOf;
    }

    /// The values of all entries, the backing array itself.
    public float[] valueArray() {
        return values;
    }

    /// One row as a vector of its own.
    public SparseVector row(int row) {
        return new SparseVector(
                Arrays.copyOfRange(columnOf, starts[row], starts[row + 1]),
                Arrays.copyOfRange(values, starts[row], starts[row + 1]));
    }

    /// The same entries with other values, in the same order.
    public SparseMatrix withValues(float[] newValues) {
        return new SparseMatrix(rows, columns, starts, columnOf, newValues);
    }

    /// The same shape with only some of the rows filled.
    ///
    /// @param keep whether each row stays
    public SparseMatrix keepRows(boolean[] keep) {
        int[] newStarts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            newStarts[row + 1] = newStarts[row] + (keep[row] ? count(row) : 0);
        }
        int[] newColumns = new int[newStarts[rows]];
        float[] newValues = new float[newStarts[rows]];
        for (int row = 0; row < rows; row++) {
            int size = newStarts[row + 1] - newStarts[row];
            System.arraycopy(columnOf, starts[row], newColumns, newStarts[row], size);
            System.arraycopy(values, starts[row], newValues, newStarts[row], size);
        }
        return new SparseMatrix(rows, columns, newStarts, newColumns, newValues);
    }

    /// The same entries in renumbered columns.
    ///
    /// @param to the new number of each column, in which columns keep their order; -1: its entries
    ///   are left out
    public SparseMatrix withColumns(int[] to, int newColumns) {
        int[] newStarts = new int[rows + 1];
        int[] newColumnOf = new int[columnOf.length];
        float[] newValues = new float[columnOf.length];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                int column = to[columnOf[entry]];
                if (column >= 0) {
                    newColumnOf[at] = column;
                    newValues[at++] = values[entry];
                }
            }
            newStarts[row + 1] = at;
        }
        return at == columnOf.length
                ? new SparseMatrix(rows, newColumns, newStarts, newColumnOf, values)
                : new SparseMatrix(
                        rows,
                        newColumns,
                        newStarts,
                        Arrays.copyOf(newColumnOf, at),
                        Arrays.copyOf(newValues, at));
    }

    /// Columns become rows. Two passes over the entries, O(entries + columns).
    public SparseMatrix transpose() {
        int[] newStarts = new int[columns + 1];
        for (int column : columnOf) {
            newStarts[column + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            newStarts[c + 1] += newStarts[c];
        }
        int[] next = Arrays.copyOf(newStarts, columns);
        int[] newColumns = new int[columnOf.length];
        float[] newValues = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int e = starts[r]; e < starts[r + 1]; e++) {
                int to = next[columnOf[e]]++;
                newColumns[to] = r;
                newValues[to] = values[e];
            }
        }
        return new SparseMatrix(columns, rows, newStarts, newColumns, newValues);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(columnOf, that.columnOf)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columnOf) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SparseMatrix " + rows + " × " + columns + ", " + entries() + " entries";
    }
}
