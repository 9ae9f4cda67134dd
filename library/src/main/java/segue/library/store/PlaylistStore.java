package segue.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.library.Kind;
import segue.library.browse.PlaylistEntry;
import segue.library.browse.PlaylistHead;

/// Keeps playlists. Those made here can be changed; imported ones can be read. Each change is whole
/// or does not happen. Thread-safe.
public final class PlaylistStore {

    /// What was deleted can be taken back for so long.
    private static final int DAYS_KEPT = 30;

    private static final Pattern OWN = Pattern.compile("own-(\\d{1,18})");

    private static final String ALL =
            """
            SELECT 'own-' || p.playlist AS id, p.name, true AS own, '' AS owner, p.notes, p.recipe,
                (SELECT count(*) FROM own_playlist_entries e WHERE e.playlist = p.playlist) AS n,
                p.created, p.changed
            FROM own_playlists p WHERE p.deleted IS NULL
            UNION ALL
            SELECT p.id, p.name, false, coalesce(l.id, ''), '', '', coalesce(e.n, 0), NULL, NULL
            FROM playlists p LEFT JOIN listeners l ON l.listener = p.owner
            LEFT JOIN (SELECT playlist, count(*) AS n FROM playlist_tracks GROUP BY playlist) e
                ON e.playlist = p.playlist
            """;

    private final Database database;

    public PlaylistStore(Database database) {
        this.database = database;
    }

    /// What stands in a playlist.
    ///
    /// @param kind track or artist
    public record Item(Kind kind, String id) {}

    /// Own ones first, the last changed before others; then imported ones by name.
    ///
    /// @param containing part of the name, any case and accents; empty: all
    public List<PlaylistHead> list(String containing, int offset, int limit) {
        try (Session session = database.session()) {
            return session.list(
                    """
                    SELECT * FROM (%s)
                    WHERE contains(strip_accents(lower(name)), strip_accents(lower(?)))
                    ORDER BY own DESC, changed DESC, name, id LIMIT ? OFFSET ?
                    """
                            .formatted(ALL),
                    PlaylistStore::head,
                    containing,
                    limit,
                    offset);
        }
    }

    /// Empty for an unknown id, and for one that was deleted.
    public Optional<PlaylistHead> head(String id) {
        try (Session session = database.session()) {
            return head(session, id);
        }
    }

    private static Optional<PlaylistHead> head(Session session, String id) {
        return session
                .list("SELECT * FROM (%s) WHERE id = ?".formatted(ALL), PlaylistStore::head, id)
                .stream()
                .findFirst();
    }

    private static PlaylistHead head(ResultSet row) throws SQLException {
        return new PlaylistHead(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                time(row, 8),
                time(row, 9));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /// In their order; empty for an unknown id.
    public List<PlaylistEntry> entries(String id) {
        boolean own = OWN.matcher(id).matches();
        String entries =
                own
                        ? "SELECT position, artist, track FROM own_playlist_entries WHERE playlist = "
                                + "(SELECT playlist FROM own_playlists WHERE 'own-' || playlist = ?)"
                        : "SELECT position, artist, track FROM playlist_tracks WHERE playlist = "
                                + "(SELECT playlist FROM playlists WHERE id = ?)";
        return read(entries, id);
    }

    /// The same of items that stand in no playlist; unknown ids are left out.
    public List<PlaylistEntry> entries(List<Item> items) {
        try (Session session = database.session()) {
            stage(session, items);
            return read(session, "SELECT * FROM staged_entries");
        }
    }

    private List<PlaylistEntry> read(String entries, Object... values) {
        try (Session session = database.session()) {
            return read(session, entries, values);
        }
    }

    private static List<PlaylistEntry> read(Session session, String entries, Object... values) {
        return session.list(
                """
                WITH e AS (%s),
                best AS (
                    SELECT f.track, arg_max(f.path, coalesce(f.bit_rate, 0)) AS path,
                        arg_max(f.album, coalesce(f.bit_rate, 0)) AS album,
                        max(s.duration_seconds) AS seconds
                    FROM files f JOIN sounds s USING (file)
                    WHERE f.state = 'heard' AND f.track IN (SELECT track FROM e) GROUP BY f.track),
                imported AS (
                    SELECT track, max(duration_ms) / 1000 AS seconds FROM track_features
                    WHERE track IN (SELECT track FROM e) GROUP BY track)
                SELECT e.track IS NOT NULL, coalesce(t.id, a.id), coalesce(t.title, a.name),
                    coalesce(ta.name, a.name, ''), coalesce(t.album, b.album, ''),
                    coalesce(b.seconds, t.duration_millis / 1000, i.seconds, 0)::DOUBLE,
                    coalesce(b.path, '')
                FROM e LEFT JOIN tracks t ON t.track = e.track
                LEFT JOIN artists ta ON ta.artist = t.artist
                LEFT JOIN artists a ON a.artist = e.artist
                LEFT JOIN best b ON b.track = e.track
                LEFT JOIN imported i ON i.track = e.track
                WHERE t.id IS NOT NULL OR a.id IS NOT NULL
                ORDER BY e.position
                """
                        .formatted(entries),
                row ->
                        new PlaylistEntry(
                                row.getBoolean(1) ? Kind.TRACK : Kind.ARTIST,
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getDouble(6),
                                row.getString(7)),
                values);
    }

    /// Makes a playlist.
    ///
    /// @return its id
    public String create(String name, String notes, String recipe, List<Item> items) {
        return write(
                session -> {
                    long number =
                            session.number(
                                    "SELECT coalesce(max(playlist), 0) + 1 FROM own_playlists");
                    session.update(
                            """
                            INSERT INTO own_playlists
                            VALUES (?, ?, ?, ?, now()::TIMESTAMP, now()::TIMESTAMP, NULL)
                            """,
                            number,
                            name,
                            notes,
                            recipe);
                    fill(session, number, items);
                    return "own-" + number;
                });
    }

    /// Gives a playlist another name, notes, recipe and entries.
    ///
    /// @return whether there is one of that id that can be changed
    public boolean replace(String id, String name, String notes, String recipe, List<Item> items) {
        return change(
                id,
                "name = ?, notes = ?, recipe = ?, changed = now()::TIMESTAMP",
                "deleted IS NULL",
                session -> fill(session, number(id), items),
                name,
                notes,
                recipe);
    }

    /// Takes a playlist away; it can be restored for thirty days.
    ///
    /// @return whether there was one of that id that can be changed
    public boolean delete(String id) {
        return change(
                id,
                "deleted = now()::TIMESTAMP",
                "deleted IS NULL",
                session -> {
                    String old =
                            "(SELECT playlist FROM own_playlists WHERE deleted < now()::TIMESTAMP"
                                    + " - INTERVAL %d DAY)".formatted(DAYS_KEPT);
                    session.run("DELETE FROM own_playlist_entries WHERE playlist IN " + old);
                    session.run("DELETE FROM own_playlists WHERE playlist IN " + old);
                });
    }

    /// Brings a deleted playlist back.
    ///
    /// @return whether there was one
    public boolean restore(String id) {
        return change(id, "deleted = NULL", "deleted IS NOT NULL", _ -> {});
    }

    private boolean change(
            String id, String what, String which, Consumer<Session> then, Object... values) {
        if (!OWN.matcher(id).matches()) {
            return false;
        }
        return write(
                session -> {
                    long changed =
                            session.update(
                                    "UPDATE own_playlists SET %s WHERE playlist = %d AND %s"
                                            .formatted(what, number(id), which),
                                    values);
                    if (changed > 0) {
                        then.accept(session);
                    }
                    return changed > 0;
                });
    }

    private static long number(String id) {
        Matcher matcher = OWN.matcher(id);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static void fill(Session session, long number, List<Item> items) {
        session.update("DELETE FROM own_playlist_entries WHERE playlist = ?", number);
        stage(session, items);
        session.update("INSERT INTO own_playlist_entries SELECT ?, * FROM staged_entries", number);
    }

    /// Leaves `staged_entries`: position, artist, track.
    private static void stage(Session session, List<Item> items) {
        session.run(
                """
                CREATE OR REPLACE TEMP TABLE wanted_entries (
                    position INTEGER, is_track BOOLEAN, id VARCHAR)
                """);
        session.append(
                "wanted_entries",
                row -> {
                    for (int i = 0; i < items.size(); i++) {
                        row.add(i, items.get(i).kind() == Kind.TRACK, items.get(i).id());
                    }
                });
        session.run(
                """
                CREATE OR REPLACE TEMP TABLE staged_entries AS
                SELECT w.position, coalesce(t.artist, a.artist) AS artist, t.track
                FROM wanted_entries w
                LEFT JOIN tracks t ON w.is_track AND t.id = w.id
                LEFT JOIN artists a ON NOT w.is_track AND a.id = w.id
                WHERE t.track IS NOT NULL OR a.artist IS NOT NULL
                ORDER BY w.position
                """);
    }

    private interface Work<T> {
        T in(Session session);
    }

    private <T> T write(Work<T> work) {
        database.writing().lock();
        try (Session session = database.session()) {
            AtomicReference<T> result = new AtomicReference<>();
            session.transaction(() -> result.set(work.in(session)));
            return Objects.requireNonNull(result.get());
        } finally {
            database.writing().unlock();
        }
    }
}
