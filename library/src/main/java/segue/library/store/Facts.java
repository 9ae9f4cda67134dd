package segue.library.store;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBDataChunkReader;
import segue.library.Entry;
import segue.library.Items;
import segue.library.browse.ArtistFacts;
import segue.library.browse.ArtistHead;
import segue.library.browse.ListenerRow;
import segue.library.browse.TagCount;
import segue.library.browse.TopItem;
import segue.library.browse.TrackFacts;
import segue.library.sound.Measures;

/// Reads what pages show of one artist, one track, one listener. Each answer scans the columns it
/// needs once.
public final class Facts {

    private static final int TAGS = 30;

    private final Database database;

    public Facts(Database database) {
        this.database = database;
    }

    /// Empty for an unknown id.
    public Optional<ArtistFacts> artist(String id) {
        try (Session session = database.session()) {
            Optional<Long> number =
                    session
                            .list("SELECT artist FROM artists WHERE id = ?", r -> r.getLong(1), id)
                            .stream()
                            .findFirst();
            return number.map(artist -> artist(session, artist));
        }
    }

    private static ArtistFacts artist(Session session, long artist) {
        List<TagCount> tags = tags(session, "t.artist = ?", artist);
        return session.one(
                """
                SELECT a.id, a.name,
                    (SELECT count(DISTINCT listener) FROM plays WHERE artist = $1),
                    (SELECT coalesce(sum(plays), 0) FROM plays WHERE artist = $1),
                    (SELECT count(*) FROM playlist_tracks WHERE artist = $1),
                    (SELECT count(*) FROM tracks WHERE artist = $1),
                    (SELECT count(DISTINCT f.track) FROM files f JOIN tracks t USING (track)
                        WHERE t.artist = $1 AND f.state = 'heard')
                FROM artists a WHERE a.artist = $1
                """,
                row ->
                        new ArtistFacts(
                                new Entry(row.getString(1), row.getString(2), ""),
                                tags,
                                row.getLong(3),
                                row.getDouble(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                artist);
    }

    private static List<TagCount> tags(Session session, String which, long number) {
        return session.list(
                """
                SELECT g.name, count(*) AS n FROM taggings t JOIN tags g USING (tag)
                WHERE %s GROUP BY g.tag, g.name ORDER BY n DESC, g.name LIMIT %d
                """
                        .formatted(which, TAGS),
                row -> new TagCount(row.getString(1), row.getLong(2)),
                number);
    }

    /// Empty for an unknown id.
    public Optional<TrackFacts> track(String id) {
        try (Session session = database.session()) {
            Optional<Long> number =
                    session
                            .list("SELECT track FROM tracks WHERE id = ?", r -> r.getLong(1), id)
                            .stream()
                            .findFirst();
            return number.map(track -> track(session, track));
        }
    }

    private static TrackFacts track(Session session, long track) {
        List<TrackFacts.TrackFile> files =
                session.list(
                        """
                        SELECT path, coalesce(codec, ''), coalesce(bit_rate, 0), bytes, state,
                            coalesce(failure, damage, '')
                        FROM files WHERE track = ?
                        ORDER BY state = 'heard' DESC, bit_rate DESC, path
                        """,
                        row ->
                                new TrackFacts.TrackFile(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getString(5),
                                        row.getString(6)),
                        track);
        String best =
                """
                FROM files f JOIN sounds s USING (file)
                WHERE f.track = %d AND f.state = 'heard'
                ORDER BY f.bit_rate DESC, f.path LIMIT 1
                """
                        .formatted(track);
        List<Measures> measures = new ArrayList<>();
        session.chunks(
                "SELECT %s %s".formatted(Columns.names("s."), best),
                result -> {
                    while (result.nextChunk()) {
                        DuckDBDataChunkReader chunk = result.chunk();
                        for (long row = 0; row < chunk.rowCount(); row++) {
                            measures.add(new Columns.Reader(chunk, 0).read(row));
                        }
                    }
                });
        record Drawing(List<Double> sections, ByteBuffer waveform) {}
        Drawing drawing =
                session
                        .list(
                                "SELECT s.sections, s.waveform " + best,
                                row -> new Drawing(numbers(row.getArray(1)), bytes(row)))
                        .stream()
                        .findFirst()
                        .orElse(new Drawing(List.of(), ByteBuffer.allocate(0)));
        return new TrackFacts(
                files,
                tags(session, "t.track = ?", track),
                session.number("SELECT count(DISTINCT listener) FROM plays WHERE track = ?", track),
                measures.stream().findFirst(),
                drawing.sections(),
                drawing.waveform());
    }

    private static List<Double> numbers(Array array) throws SQLException {
        List<Double> numbers = new ArrayList<>();
        if (array != null) {
            for (Object number : (Object[]) array.getArray()) {
                numbers.add(((Number) number).doubleValue());
            }
        }
        return numbers;
    }

    private static ByteBuffer bytes(ResultSet row) throws SQLException {
        Blob blob = row.getBlob(2);
        return blob == null
                ? ByteBuffer.allocate(0)
                : ByteBuffer.wrap(blob.getBytes(1, (int) blob.length()));
    }

    /// Listeners by plays, the most first.
    ///
    /// @param containing part of the id, any case; empty: all
    public List<ListenerRow> listeners(String containing, int offset, int limit) {
        try (Session session = database.session()) {
            return session.list(
                    """
                    SELECT l.id, coalesce(p.n, 0), coalesce(p.artists, 0), coalesce(p.tracks, 0),
                        p.first, p.last
                    FROM listeners l LEFT JOIN (
                        SELECT listener, sum(plays) AS n, count(DISTINCT artist) AS artists,
                            count(DISTINCT track) AS tracks, min(played_at) AS first,
                            max(played_at) AS last
                        FROM plays GROUP BY listener) p USING (listener)
                    WHERE contains(lower(l.id), lower(?))
                    ORDER BY p.n DESC NULLS LAST, l.id LIMIT ? OFFSET ?
                    """,
                    Facts::listener,
                    containing,
                    limit,
                    offset);
        }
    }

    /// One listener; empty for an unknown id.
    public Optional<ListenerRow> listener(String id) {
        try (Session session = database.session()) {
            return session
                    .list(
                            """
                            SELECT l.id, coalesce(sum(p.plays), 0), count(DISTINCT p.artist),
                                count(DISTINCT p.track), min(p.played_at), max(p.played_at)
                            FROM listeners l LEFT JOIN plays p USING (listener)
                            WHERE l.id = ? GROUP BY l.id
                            """,
                            Facts::listener,
                            id)
                    .stream()
                    .findFirst();
        }
    }

    private static ListenerRow listener(ResultSet row) throws SQLException {
        return new ListenerRow(
                row.getString(1),
                row.getDouble(2),
                row.getLong(3),
                row.getLong(4),
                time(row, 5),
                time(row, 6));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /// Artists by id, each with how much it is played and the tag that most people give it, or
    /// empty. Unknown ids are left out.
    public List<ArtistHead> artistHeads(Collection<String> ids) {
        try (Session session = database.session()) {
            return session.list(
                    """
                    WITH wanted AS (
                        SELECT artist, id, name FROM artists WHERE id IN (SELECT unnest(?))),
                    played AS (
                        SELECT artist, sum(plays) AS n FROM plays
                        WHERE artist IN (SELECT artist FROM wanted) GROUP BY artist),
                    tagged AS (
                        SELECT artist, arg_max(name, n) AS name FROM (
                            SELECT t.artist, g.name, count(*) AS n
                            FROM taggings t JOIN tags g USING (tag)
                            WHERE t.artist IN (SELECT artist FROM wanted)
                            GROUP BY t.artist, g.name ORDER BY g.name)
                        GROUP BY artist)
                    SELECT w.id, w.name, coalesce(p.n, 0), coalesce(t.name, '')
                    FROM wanted w LEFT JOIN played p USING (artist) LEFT JOIN tagged t USING (artist)
                    """,
                    row ->
                            new ArtistHead(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getDouble(3),
                                    row.getString(4)),
                    (Object) ids.toArray(String[]::new));
        }
    }

    /// What a listener played most.
    public List<TopItem> top(String listener, Items items, int offset, int limit) {
        return tops(
                items,
                "p.listener = (SELECT listener FROM listeners WHERE id = $1)",
                listener,
                offset,
                limit);
    }

    private List<TopItem> tops(Items items, String which, String id, int offset, int limit) {
        String column = items == Items.ARTISTS ? "artist" : "track";
        String name = items == Items.ARTISTS ? "i.name, ''" : "i.title, coalesce(a.name, '')";
        String join = items == Items.ARTISTS ? "" : "LEFT JOIN artists a ON a.artist = i.artist";
        try (Session session = database.session()) {
            return session.list(
                    """
                    SELECT i.id, %2$s, w.n FROM (
                        SELECT p.%1$s, sum(p.plays) AS n FROM plays p
                        WHERE %3$s AND p.%1$s IS NOT NULL GROUP BY p.%1$s) w
                    JOIN %1$ss i USING (%1$s) %4$s ORDER BY w.n DESC, i.id
                    LIMIT %5$d OFFSET %6$d
                    """
                            .formatted(column, name, which, join, limit, offset),
                    row ->
                            new TopItem(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getDouble(4)),
                    id);
        }
    }
}
