package segue.library.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.library.Feature;
import segue.library.browse.TrackRow;

/// Reads all tracks with what a table of music shows of each.
public final class TrackTable {

    private static final String MARK = "\u001f";

    /// How many columns stand before the features.
    private static final int NAMES = 11;

    private final Database database;

    public TrackTable(Database database) {
        this.database = database;
    }

    /// Hands over every track, by id. What was heard in a track's own file speaks before imports.
    public void read(TrackRow.Taker taker) {
        String columns =
                Feature.columns().stream()
                        .map(name -> "r." + name + "::DOUBLE")
                        .collect(Collectors.joining(", "));
        String sql =
                """
                WITH all_rows AS (
                    SELECT *, 0 AS source FROM (%s) UNION ALL BY NAME
                    SELECT *, 1 AS source FROM (%s)),
                chosen AS (
                    SELECT * FROM all_rows
                    QUALIFY row_number() OVER (PARTITION BY track ORDER BY source DESC) = 1),
                genres AS (%s),
                albums AS (
                    SELECT track, arg_max(album, bit_rate) AS album, max(year) AS year,
                        bool_or(state = 'heard') AS here
                    FROM files WHERE track IS NOT NULL GROUP BY track),
                played AS (
                    SELECT track, sum(plays) AS n FROM plays
                    WHERE track IS NOT NULL GROUP BY track),
                listed AS (
                    SELECT track, count(DISTINCT playlist) AS n FROM playlist_tracks
                    WHERE track IS NOT NULL GROUP BY track)
                SELECT t.id, t.title, coalesce(a.id, ''), coalesce(a.name, ''),
                    coalesce(t.album, f.album, ''), coalesce(g.genres, ''),
                    coalesce(r.year, f.year, 0)::INTEGER, coalesce(p.n, 0)::DOUBLE,
                    coalesce(l.n, 0)::BIGINT, coalesce(f.here, false),
                    coalesce(r.source, 0) = 1, %s
                FROM tracks t
                LEFT JOIN artists a ON a.artist = t.artist
                LEFT JOIN chosen r ON r.track = t.track
                LEFT JOIN genres g ON g.track = t.track
                LEFT JOIN albums f ON f.track = t.track
                LEFT JOIN played p ON p.track = t.track
                LEFT JOIN listed l ON l.track = t.track
                ORDER BY t.id
                """
                        .formatted(
                                FeatureRows.IMPORTED,
                                FeatureRows.HEARD,
                                FeatureRows.GENRES,
                                columns.replace(
                                        "r.duration_ms::DOUBLE",
                                        "coalesce(r.duration_ms, t.duration_millis)::DOUBLE"));
        try (Session session = database.session()) {
            session.chunks(sql, result -> hand(result, taker));
        }
    }

    private static void hand(DuckDBChunkedResult result, TrackRow.Taker taker) throws SQLException {
        float[] features = new float[Feature.values().length];
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            for (long row = 0; row < chunk.rowCount(); row++) {
                String genres = chunk.vector(5).getString(row);
                for (int i = 0; i < features.length; i++) {
                    features[i] = (float) chunk.vector(NAMES + i).getDouble(row, Double.NaN);
                }
                taker.take(
                        new TrackRow(
                                chunk.vector(0).getString(row),
                                chunk.vector(1).getString(row),
                                chunk.vector(2).getString(row),
                                chunk.vector(3).getString(row),
                                chunk.vector(4).getString(row),
                                genres.isEmpty() ? List.of() : List.of(genres.split(MARK, -1)),
                                chunk.vector(6).getInt(row),
                                chunk.vector(7).getDouble(row, 0),
                                chunk.vector(8).getLong(row),
                                chunk.vector(9).getBoolean(row),
                                chunk.vector(10).getBoolean(row)),
                        features);
            }
        }
    }
}
