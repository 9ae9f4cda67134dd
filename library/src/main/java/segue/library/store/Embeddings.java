package segue.library.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.core.math.Matrix;

/// What the neural listener made of files.
public final class Embeddings {

    private final Database database;

    public Embeddings(Database database) {
        this.database = database;
    }

    /// Replaces all there are.
    ///
    /// @param files their numbers, in the order of the rows
    /// @param vectors `files × size`
    public void write(List<Long> files, Matrix vectors) {
        if (files.size() != vectors.rows()) {
            throw new IllegalArgumentException("%d files, but %s".formatted(files.size(), vectors));
        }
        database.writing().lock();
        try (Session session = database.session()) {
            session.transaction(
                    () -> {
                        session.run("DELETE FROM embeddings");
                        session.run("CREATE TEMP TABLE made (file BIGINT, vector FLOAT[])");
                        session.append(
                                "made",
                                row -> {
                                    for (int i = 0; i < files.size(); i++) {
                                        row.add(files.get(i), list(vectors.row(i)));
                                    }
                                });
                        session.run("INSERT INTO embeddings SELECT * FROM made; DROP TABLE made");
                    });
        } finally {
            database.writing().unlock();
        }
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    /// The number of a file → its embedding; all of one length. Empty where none was trained.
    public Map<Long, Matrix> read() {
        Map<Long, List<Float>> lists = new HashMap<>();
        try (Session session = database.session()) {
            session.chunks(
                    "SELECT file, unnest(vector) FROM embeddings", result -> read(result, lists));
        }
        Map<Long, Matrix> embeddings = new HashMap<>();
        lists.forEach(
                (file, values) -> {
                    float[] row = new float[values.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = values.get(i);
                    }
                    embeddings.put(file, new Matrix(1, row.length, row));
                });
        return embeddings;
    }

    private static void read(DuckDBChunkedResult result, Map<Long, List<Float>> lists)
            throws java.sql.SQLException {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            for (long row = 0; row < chunk.rowCount(); row++) {
                lists.computeIfAbsent(chunk.vector(0).getLong(row), _ -> new ArrayList<>())
                        .add(chunk.vector(1).getFloat(row, 0));
            }
        }
    }
}
