package segue.library.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.library.Items;
import segue.library.MusicItem;
import segue.library.TagCount;

/// Reads all artists or all tracks at once, for catalogues that are kept in memory.
public final class Shelves {

    private static final String LISTENED =
            """
            SELECT %1$s, sum(n) AS n FROM (
                SELECT %1$s, count(DISTINCT listener) AS n FROM plays
                WHERE %1$s IS NOT NULL GROUP BY %1$s
                UNION ALL
                SELECT %1$s, count(DISTINCT playlist) FROM playlist_tracks
                WHERE %1$s IS NOT NULL GROUP BY %1$s)
            GROUP BY %1$s
            """;

    private static final String ARTISTS =
            """
            SELECT a.id, a.name, '', '', '', NULL::DOUBLE, coalesce(h.path, ''),
                coalesce(p.n, 0)::BIGINT
            FROM artists a LEFT JOIN (%s) p USING (artist)
            LEFT JOIN (
                SELECT t.artist, min(f.path) AS path FROM files f JOIN tracks t USING (track)
                WHERE f.state = 'heard' GROUP BY t.artist) h ON h.artist = a.artist
            ORDER BY a.id
            """
                    .formatted(LISTENED.formatted("artist"));

    private static final String TRACKS =
            """
            WITH best AS (
                SELECT f.track, f.path, f.album, s.duration_seconds
                FROM files f LEFT JOIN sounds s USING (file)
                WHERE f.state = 'heard' AND f.track IS NOT NULL
                QUALIFY row_number() OVER (
                    PARTITION BY f.track ORDER BY f.bit_rate DESC, f.path) = 1)
            SELECT t.id, t.title, coalesce(a.id, ''), coalesce(a.name, ''),
                coalesce(t.album, b.album, ''),
                coalesce(b.duration_seconds, t.duration_millis / 1000.0)::DOUBLE,
                coalesce(b.path, ''), coalesce(p.n, 0)::BIGINT
            FROM tracks t LEFT JOIN artists a ON a.artist = t.artist
            LEFT JOIN best b ON b.track = t.track
            LEFT JOIN (%s) p ON p.track = t.track
            ORDER BY t.id
            """
                    .formatted(LISTENED.formatted("track"));

    private static final String ARTIST_TAGS =
            """
            SELECT a.id, g.name, count(DISTINCT x.listener) AS n
            FROM taggings x JOIN tags g USING (tag) JOIN artists a ON a.artist = x.artist
            GROUP BY a.id, g.name ORDER BY a.id, n DESC, g.name
            """;

    private static final String TRACK_TAGS =
            """
            SELECT t.id, x.name, max(x.n) AS n FROM (
                SELECT x.track, g.name, count(DISTINCT x.listener) AS n
                FROM taggings x JOIN tags g USING (tag)
                WHERE x.track IS NOT NULL GROUP BY ALL
                UNION ALL SELECT track, genre, 0 FROM track_genres
                UNION ALL SELECT track, subgenre, 0 FROM track_genres WHERE subgenre IS NOT NULL
                UNION ALL SELECT track, unnest(genres), 0 FROM files
                    WHERE track IS NOT NULL AND state = 'heard') x
            JOIN tracks t USING (track)
            GROUP BY t.id, x.name ORDER BY t.id, n DESC, x.name
            """;

    private final Database database;

    public Shelves(Database database) {
        this.database = database;
    }

    /// All artists or tracks, in the order of their ids.
    public List<MusicItem> items(Items items) {
        List<MusicItem> all = new ArrayList<>();
        try (Session session = database.session()) {
            session.chunks(items == Items.ARTISTS ? ARTISTS : TRACKS, result -> items(result, all));
        }
        return all;
    }

    private static void items(DuckDBChunkedResult result, List<MusicItem> all) throws SQLException {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            for (long row = 0; row < chunk.rowCount(); row++) {
                all.add(
                        new MusicItem(
                                chunk.vector(0).getString(row),
                                chunk.vector(1).getString(row),
                                chunk.vector(2).getString(row),
                                chunk.vector(3).getString(row),
                                chunk.vector(4).getString(row),
                                chunk.vector(5).getDouble(row, Double.NaN),
                                chunk.vector(6).getString(row),
                                chunk.vector(7).getLong(row)));
            }
        }
    }

    /// All tags and genres, in the order of the items, of each the most given first.
    public List<TagCount> tags(Items items) {
        List<TagCount> all = new ArrayList<>();
        try (Session session = database.session()) {
            session.chunks(
                    items == Items.ARTISTS ? ARTIST_TAGS : TRACK_TAGS,
                    result -> {
                        while (result.nextChunk()) {
                            DuckDBDataChunkReader chunk = result.chunk();
                            for (long row = 0; row < chunk.rowCount(); row++) {
                                all.add(
                                        new TagCount(
                                                chunk.vector(0).getString(row),
                                                chunk.vector(1).getString(row),
                                                chunk.vector(2).getLong(row)));
                            }
                        }
                    });
        }
        return all;
    }
}
