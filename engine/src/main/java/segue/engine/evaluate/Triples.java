package segue.engine.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import segue.core.math.SparseMatrix;

/// Cells in the order they come, to be sorted into a matrix. 12 bytes a cell. Not thread-safe.
final class Triples {

    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;

    void add(int row, int column, float value) {
        if (size == rows.length) {
            int larger = Math.addExact(size, Math.max(1, size >> 1));
            rows = Arrays.copyOf(rows, larger);
            columns = Arrays.copyOf(columns, larger);
            values = Arrays.copyOf(values, larger);
        }
        rows[size] = row;
        columns[size] = column;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /// All cells, those of the same place added up. O(cells + rows + columns): sorted by column,
    /// then by row.
    SparseMatrix matrix(int rowCount, int columnCount) {
        int[] byColumn = order(columns, columnCount, null);
        int[] byRow = order(rows, rowCount, byColumn);
        int[] starts = new int[rowCount + 1];
        int[] outColumns = new int[size];
        float[] outValues = new float[size];
        int out = 0;
        int next = 0;
        for (int row = 0; row < rowCount; row++) {
            int from = out;
            for (; next < size && rows[byRow[next]] == row; next++) {
                int cell = byRow[next];
                if (out > from && outColumns[out - 1] == columns[cell]) {
                    outValues[out - 1] += values[cell];
                } else {
                    outColumns[out] = columns[cell];
                    outValues[out++] = values[cell];
                }
            }
            starts[row + 1] = out;
        }
        return new SparseMatrix(
                rowCount,
                columnCount,
                starts,
                Arrays.copyOf(outColumns, out),
                Arrays.copyOf(outValues, out));
    }

    /// The cells of `before` (or as they came) in the order of their keys, equal ones as they were.
    private int[] order(int[] keys, int count, int @Nullable [] before) {
        int[] starts = new int[count + 1];
        for (int cell = 0; cell < size; cell++) {
            starts[keys[cell] + 1]++;
        }
        for (int key = 0; key < count; key++) {
            starts[key + 1] += starts[key];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int cell = before == null ? i : before[i];
            order[starts[keys[cell]]++] = cell;
        }
        return order;
    }
}
