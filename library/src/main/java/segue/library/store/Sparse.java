package segue.library.store;

import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import segue.core.math.SparseMatrix;

/// Answers of the database as sparse matrices.
final class Sparse {

    private Sparse() {}

    /// Reads (row, column, value) in the order of rows and columns.
    ///
    /// @param entries how many there are
    static SparseMatrix read(Session session, String sql, int rows, int columns, long entries) {
        int[] starts = new int[rows + 1];
        int[] columnOf = new int[Math.toIntExact(entries)];
        float[] values = new float[columnOf.length];
        session.chunks(sql, result -> fill(result, starts, columnOf, values));
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        return new SparseMatrix(rows, columns, starts, columnOf, values);
    }

    /// Leaves the number of entries of row `r` in `starts[r + 1]`.
    private static void fill(
            DuckDBChunkedResult result, int[] starts, int[] columnOf, float[] values)
            throws SQLException {
        int entry = 0;
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            DuckDBReadableVector row = chunk.vector(0);
            DuckDBReadableVector column = chunk.vector(1);
            DuckDBReadableVector value = chunk.vector(2);
            long size = chunk.rowCount();
            for (long i = 0; i < size; i++, entry++) {
                starts[row.getInt(i) + 1]++;
                columnOf[entry] = column.getInt(i);
                values[entry] = value.getFloat(i);
            }
        }
    }
}
