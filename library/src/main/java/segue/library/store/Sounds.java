package segue.library.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import segue.core.math.Matrix;
import segue.library.sound.FileStamp;
import segue.library.sound.Fingerprints;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;
import segue.library.sound.KnownFile;

/// Reads what is known of files and their sound.
public final class Sounds {

    private static final String HERE =
            """
            FROM files f JOIN sounds s USING (file) JOIN tracks t USING (track)
            LEFT JOIN artists a ON a.artist = t.artist
            WHERE f.state = 'heard'
            """;

    /// How many columns stand before the measures.
    private static final int NAMES = 11;

    private static final String GENRE_MARK = "\u001f";

    private final Database database;

    public Sounds(Database database) {
        this.database = database;
    }

    /// All files, by path.
    public List<KnownFile> files() {
        try (Session session = database.session()) {
            return session.list(
                    """
                    SELECT file, path, bytes, modified_millis, content, state, version, failure_kind
                    FROM files ORDER BY path
                    """,
                    row ->
                            new KnownFile(
                                    row.getLong(1),
                                    new FileStamp(row.getString(2), row.getLong(3), row.getLong(4)),
                                    row.getString(5),
                                    KnownFile.State.valueOf(
                                            row.getString(6).toUpperCase(Locale.ROOT)),
                                    row.getInt(7),
                                    Optional.ofNullable(row.getString(8))));
        }
    }

    /// What was heard and is there. Vectors of another length than the most usual one (a file that
    /// an older version heard) are left out, with their tracks.
    public HeardTracks heard() {
        try (Session session = database.session()) {
            List<Integer> lengths =
                    session.list(
                            "SELECT len(s.vector) AS l, count(*) AS n "
                                    + HERE
                                    + " GROUP BY l ORDER BY n DESC, l DESC LIMIT 1",
                            row -> row.getInt(1));
            if (lengths.isEmpty()) {
                return new HeardTracks(List.of(), Matrix.zeros(0, 0));
            }
            int columns = lengths.getFirst();
            String known = HERE + " AND len(s.vector) = " + columns;
            List<HeardTrack> tracks = new ArrayList<>();
            session.chunks(
                    """
                    SELECT f.file, f.path, t.id, t.title, coalesce(a.name, ''),
                        coalesce(f.album, ''), coalesce(array_to_string(f.genres, chr(31)), ''),
                        coalesce(f.year, 0), coalesce(f.codec, ''), coalesce(f.bit_rate, 0),
                        f.bytes, %s %s
                    """
                            .formatted(Columns.names("s."), known + " ORDER BY f.path"),
                    result -> tracks(result, tracks));
            Matrix vectors = Matrix.zeros(tracks.size(), columns);
            Map<Long, Integer> rows = new HashMap<>();
            tracks.forEach(track -> rows.put(track.file(), rows.size()));
            session.chunks(
                    "SELECT file, unnest(vector) FROM (SELECT f.file, s.vector " + known + ")",
                    result -> vectors(result, rows, vectors));
            return new HeardTracks(tracks, vectors);
        }
    }

    private static void tracks(DuckDBChunkedResult result, List<HeardTrack> tracks)
            throws SQLException {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            List<DuckDBReadableVector> columns = new ArrayList<>();
            for (int i = 0; i < NAMES; i++) {
                columns.add(chunk.vector(i));
            }
            Columns.Reader measures = new Columns.Reader(chunk, NAMES);
            for (long row = 0; row < chunk.rowCount(); row++) {
                String genres = columns.get(6).getString(row);
                tracks.add(
                        new HeardTrack(
                                columns.get(0).getLong(row),
                                columns.get(1).getString(row),
                                columns.get(2).getString(row),
                                columns.get(3).getString(row),
                                columns.get(4).getString(row),
                                columns.get(5).getString(row),
                                genres.isEmpty()
                                        ? List.of()
                                        : Arrays.asList(genres.split(GENRE_MARK, -1)),
                                columns.get(7).getInt(row),
                                columns.get(8).getString(row),
                                columns.get(9).getLong(row),
                                columns.get(10).getLong(row),
                                measures.read(row)));
            }
        }
    }

    /// Components come file by file, but the files in any order.
    private static void vectors(DuckDBChunkedResult result, Map<Long, Integer> rows, Matrix vectors)
            throws SQLException {
        long file = -1;
        int at = 0;
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            DuckDBReadableVector files = chunk.vector(0);
            DuckDBReadableVector values = chunk.vector(1);
            for (long row = 0; row < chunk.rowCount(); row++) {
                if (files.getLong(row) != file) {
                    file = files.getLong(row);
                    at = vectors.offset(rows.getOrDefault(file, 0));
                }
                vectors.values()[at++] = values.getFloat(row, 0);
            }
        }
    }

    /// Hands over the keys of the fingerprints of all that is there, by the number of the file.
    public void fingerprintKeys(Fingerprints taker) {
        words("fingerprint_keys", "", taker);
    }

    /// Hands over the fingerprints of some files, by number; unknown ones are left out.
    public void fingerprints(Collection<Long> files, Fingerprints taker) {
        if (!files.isEmpty()) {
            String numbers =
                    files.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            words("fingerprint", "AND f.file IN (" + numbers + ")", taker);
        }
    }

    private void words(String column, String which, Fingerprints taker) {
        try (Session session = database.session()) {
            session.chunks(
                    "SELECT file, unnest(%1$s) FROM (SELECT f.file, s.%1$s %2$s %3$s ORDER BY f.file)"
                            .formatted(column, HERE, which),
                    result -> words(result, taker));
        }
    }

    private static void words(DuckDBChunkedResult result, Fingerprints taker) throws SQLException {
        long file = -1;
        int size = 0;
        int[] words = new int[1024];
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            DuckDBReadableVector files = chunk.vector(0);
            DuckDBReadableVector values = chunk.vector(1);
            for (long row = 0; row < chunk.rowCount(); row++) {
                if (files.getLong(row) != file) {
                    if (size > 0) {
                        taker.take(file, Arrays.copyOf(words, size));
                    }
                    file = files.getLong(row);
                    size = 0;
                }
                if (size == words.length) {
                    words = Arrays.copyOf(words, 2 * size);
                }
                words[size++] = values.getInt(row);
            }
        }
        if (size > 0) {
            taker.take(file, Arrays.copyOf(words, size));
        }
    }
}
