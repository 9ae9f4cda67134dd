package segue.library.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.core.math.Matrix;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.FeatureTrack;
import segue.library.TrackFeatures;

/// Reads the audio features of tracks: those imported beside those heard, one row for a track.
public final class FeatureRows {

    private static final String MARK = "\u001f";

    /// Sound as Spotify would tell it. A track with several files is heard in the best one.
    static final String HEARD =
            """
            SELECT f.track, NULL::DOUBLE AS popularity, s.danceability,
                (s.energy - 1) / 9 AS energy,
                CASE WHEN s.key_tonic >= 0 THEN s.key_tonic END AS key,
                s.integrated_lufs AS loudness,
                CASE WHEN s.key_tonic >= 0 THEN 1 - s.key_minor::INTEGER END AS mode,
                s.speechiness, s.acousticness, s.instrumentalness, NULL::DOUBLE AS liveness,
                s.valence, s.bpm AS tempo, s.duration_seconds * 1000 AS duration_ms,
                s.beats_per_bar AS time_signature, f.year, NULL::VARCHAR AS release_date
            FROM files f JOIN sounds s USING (file)
            WHERE f.state = 'heard' AND f.track IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY f.track ORDER BY f.bit_rate DESC, f.path) = 1
            """;

    static final String IMPORTED =
            """
            SELECT * EXCLUDE (import) FROM track_features
            QUALIFY row_number() OVER (PARTITION BY track ORDER BY import DESC) = 1
            """;

    /// The genres of each track, from imports and files.
    static final String GENRES =
            """
            SELECT track, string_agg(genre, chr(31) ORDER BY genre) AS genres FROM (
                SELECT track, genre FROM track_genres
                UNION SELECT track, subgenre FROM track_genres WHERE subgenre IS NOT NULL
                UNION SELECT track, unnest(genres) FROM files WHERE track IS NOT NULL)
            GROUP BY track
            """;

    private final Database database;

    public FeatureRows(Database database) {
        this.database = database;
    }

    /// All tracks of which features are known.
    ///
    /// @param preferred which source speaks where both know a track
    public TrackFeatures read(FeatureSource preferred) {
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
                    QUALIFY row_number() OVER (PARTITION BY track ORDER BY source = %d DESC) = 1),
                genres AS (%s)
                SELECT t.id, t.title, coalesce(a.name, ''), coalesce(r.year, 0),
                    coalesce(g.genres, ''), r.source, %s
                FROM chosen r JOIN tracks t USING (track)
                LEFT JOIN artists a ON a.artist = t.artist
                LEFT JOIN genres g ON g.track = r.track
                ORDER BY t.id
                """
                        .formatted(
                                IMPORTED,
                                HEARD,
                                preferred == FeatureSource.IMPORTED ? 0 : 1,
                                GENRES,
                                columns);
        List<FeatureTrack> tracks = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        try (Session session = database.session()) {
            session.chunks(sql, result -> read(result, tracks, values));
        }
        int width = Feature.values().length;
        Matrix matrix = Matrix.zeros(tracks.size(), width);
        for (int row = 0; row < values.size(); row++) {
            System.arraycopy(values.get(row), 0, matrix.values(), matrix.offset(row), width);
        }
        return new TrackFeatures(tracks, matrix);
    }

    private static void read(
            DuckDBChunkedResult result, List<FeatureTrack> tracks, List<float[]> values)
            throws SQLException {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            for (long row = 0; row < chunk.rowCount(); row++) {
                String genres = chunk.vector(4).getString(row);
                tracks.add(
                        new FeatureTrack(
                                chunk.vector(0).getString(row),
                                chunk.vector(1).getString(row),
                                chunk.vector(2).getString(row),
                                chunk.vector(3).getInt(row),
                                genres.isEmpty()
                                        ? List.of()
                                        : Stream.of(genres.split(MARK, -1)).toList(),
                                chunk.vector(5).getInt(row) == 0
                                        ? FeatureSource.IMPORTED
                                        : FeatureSource.HEARD));
                float[] features = new float[Feature.values().length];
                for (int i = 0; i < features.length; i++) {
                    features[i] = (float) chunk.vector(6 + i).getDouble(row, Double.NaN);
                }
                values.add(features);
            }
        }
    }
}
