package segue.library.store;

import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.library.Kind;
import segue.library.browse.Names;

/// Reads every name in the library, for indexes.
public final class AllNames {

    private static final String ARTISTS =
            """
            WITH weight AS (
                SELECT artist, sum(n) AS n FROM (
                    SELECT artist, sum(plays) AS n FROM plays
                    WHERE artist IS NOT NULL GROUP BY artist
                    UNION ALL SELECT artist, count(*) FROM playlist_tracks
                    WHERE artist IS NOT NULL GROUP BY artist)
                GROUP BY artist)
            SELECT a.id, a.name, '', coalesce(w.n, 0)::DOUBLE
            FROM artists a LEFT JOIN weight w USING (artist) ORDER BY a.id
            """;

    private static final String TRACKS =
            """
            WITH weight AS (
                SELECT track, sum(n) AS n FROM (
                    SELECT track, sum(plays) AS n FROM plays
                    WHERE track IS NOT NULL GROUP BY track
                    UNION ALL SELECT track, count(*) FROM playlist_tracks
                    WHERE track IS NOT NULL GROUP BY track)
                GROUP BY track)
            SELECT t.id, t.title, coalesce(a.name, ''), coalesce(w.n, 0)::DOUBLE
            FROM tracks t LEFT JOIN artists a USING (artist) LEFT JOIN weight w USING (track)
            ORDER BY t.id
            """;

    private static final String LISTENERS =
            """
            SELECT l.id, l.id, '', coalesce(w.n, 0)::DOUBLE
            FROM listeners l LEFT JOIN (
                SELECT listener, sum(plays) AS n FROM plays GROUP BY listener) w USING (listener)
            ORDER BY l.id
            """;

    /// Tags and genres by their keys; the spelling that is used most.
    private static final String TAGS =
            """
            SELECT key, arg_max(name, n), '', sum(n)::DOUBLE FROM (
                SELECT g.key, g.name, count(t.tag) AS n
                FROM tags g LEFT JOIN taggings t USING (tag) GROUP BY g.key, g.name
                UNION ALL
                SELECT name_key(genre), genre, count(*) FROM (
                    SELECT genre FROM track_genres
                    UNION ALL SELECT subgenre FROM track_genres WHERE subgenre IS NOT NULL
                    UNION ALL SELECT unnest(genres) FROM files)
                GROUP BY ALL)
            WHERE key <> '' GROUP BY key ORDER BY key
            """;

    private final Database database;

    public AllNames(Database database) {
        this.database = database;
    }

    /// Hands over artists, tracks, listeners and tags.
    public void read(Names taker) {
        try (Session session = database.session()) {
            session.chunks(ARTISTS, result -> hand(result, Kind.ARTIST, taker));
            session.chunks(TRACKS, result -> hand(result, Kind.TRACK, taker));
            session.chunks(LISTENERS, result -> hand(result, Kind.LISTENER, taker));
            session.chunks(TAGS, result -> hand(result, Kind.TAG, taker));
        }
    }

    private static void hand(DuckDBChunkedResult result, Kind kind, Names taker)
            throws SQLException {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            for (long row = 0; row < chunk.rowCount(); row++) {
                taker.take(
                        kind,
                        chunk.vector(0).getString(row),
                        chunk.vector(1).getString(row),
                        chunk.vector(2).getString(row),
                        chunk.vector(3).getDouble(row, 0));
            }
        }
    }
}
