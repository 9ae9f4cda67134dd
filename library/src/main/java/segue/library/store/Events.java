package segue.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.run.SegueException;
import segue.library.Kind;
import segue.library.event.Event;
import segue.library.event.EventKind;
import segue.library.event.Noted;

/// Notes what listeners do: whole batches in one transaction, which is on disk when it ends. One
/// thread at a time.
public final class Events {

    private static final String SHOWN =
            """
            SELECT e.key, l.id, e.kind, e.track IS NULL, coalesce(t.id, a.id), e.happened, e.undone,
                coalesce(a.name || CASE WHEN t.id IS NULL THEN '' ELSE ' - ' || t.title END, t.title)
            FROM events e JOIN listeners l USING (listener)
            LEFT JOIN tracks t ON t.track = e.track
            LEFT JOIN artists a ON a.artist = e.artist
            """;

    private final Database database;

    public Events(Database database) {
        this.database = database;
    }

    /// Notes a batch with no key twice in it. On return all of it is on disk.
    ///
    /// @return for each event, in order, what became of it
    /// @throws SegueException.Busy if a listener is new while an import is running
    public List<Noted> write(List<Event> batch) {
        try (Session session = database.session()) {
            stage(session, batch);
            boolean strangers =
                    session.number(
                                    """
                                    SELECT count(*) FROM batch
                                    WHERE listener NOT IN (SELECT id FROM listeners)
                                    """)
                            > 0;
            if (strangers && !database.writing().tryLock()) {
                throw new SegueException.Busy(
                        "An import is running, and until it ends new listeners cannot be noted. Try again then.");
            }
            try {
                session.transaction(() -> note(session, strangers));
                return answers(session, batch);
            } finally {
                if (strangers) {
                    database.writing().unlock();
                }
            }
        }
    }

    private static void stage(Session session, List<Event> batch) {
        session.run(
                """
                CREATE TEMP TABLE batch (
                    place INTEGER, key VARCHAR, listener VARCHAR, kind VARCHAR, of_artist BOOLEAN,
                    item VARCHAR, millis BIGINT)
                """);
        session.append(
                "batch",
                rows -> {
                    int place = 0;
                    for (Event event : batch) {
                        rows.add(
                                place++,
                                event.key(),
                                event.listener(),
                                event.kind().word(),
                                event.item() == Kind.ARTIST,
                                event.id(),
                                event.at().toEpochMilli());
                    }
                });
        session.run(
                "CREATE TEMP TABLE known AS SELECT key FROM events WHERE key IN (SELECT key FROM batch)");
    }

    private static void note(Session session, boolean strangers) {
        if (strangers) {
            session.run(
                    """
                    INSERT INTO listeners
                    SELECT (SELECT coalesce(max(listener), 0) FROM listeners) + row_number() OVER (),
                        listener, 'plays', listener, 0
                    FROM (SELECT DISTINCT listener FROM batch
                        WHERE listener NOT IN (SELECT id FROM listeners))
                    """);
        }
        session.run(
                """
                CREATE TEMP TABLE fresh AS
                SELECT b.place, b.key, l.listener, b.kind, coalesce(a.artist, t.artist) AS artist,
                    t.track, make_timestamp(b.millis * 1000) AS happened
                FROM batch b JOIN listeners l ON l.id = b.listener
                LEFT JOIN artists a ON b.of_artist AND a.id = b.item
                LEFT JOIN tracks t ON NOT b.of_artist AND t.id = b.item
                WHERE (a.artist IS NOT NULL OR t.track IS NOT NULL)
                    AND b.key NOT IN (SELECT key FROM known);
                INSERT INTO events
                SELECT (SELECT coalesce(max(event), 0) FROM events) + row_number() OVER (ORDER BY place),
                    key, listener, kind, artist, track, happened, false
                FROM fresh ORDER BY place;
                INSERT INTO plays
                SELECT 0, listener, artist, track, 1, happened FROM fresh
                WHERE kind = 'play' ORDER BY place;
                CREATE TEMP TABLE said AS
                SELECT listener, artist, track, arg_max(kind, place) AS kind,
                    arg_max(happened, place) AS happened
                FROM fresh WHERE kind <> 'play' GROUP BY listener, artist, track
                """);
        replaceOpinions(session);
    }

    /// What was said last of a thing holds.
    private static void replaceOpinions(Session session) {
        session.run(
                """
                DELETE FROM feedback WHERE EXISTS (
                    FROM said s WHERE s.listener = feedback.listener
                    AND s.artist IS NOT DISTINCT FROM feedback.artist
                    AND s.track IS NOT DISTINCT FROM feedback.track);
                INSERT INTO feedback
                SELECT 0, listener, artist, track, kind, happened FROM said WHERE kind IS NOT NULL
                """);
    }

    private static List<Noted> answers(Session session, List<Event> batch) {
        Map<String, Noted.Kept> kept = new HashMap<>();
        for (Noted.Kept one :
                session.list(
                        SHOWN + "WHERE e.key IN (SELECT key FROM batch)",
                        row -> kept(row, false))) {
            kept.put(one.event().key(), one);
        }
        List<String> known = session.list("SELECT key FROM known", row -> row.getString(1));
        for (String key : known) {
            kept.computeIfPresent(
                    key, (_, one) -> new Noted.Kept(one.event(), one.name(), true, one.undone()));
        }
        List<Noted> answers = new ArrayList<>();
        for (Event event : batch) {
            Noted.Kept one = kept.get(event.key());
            answers.add(one == null ? new Noted.Unknown(event) : one);
        }
        return answers;
    }

    private static Noted.Kept kept(ResultSet row, boolean repeated) throws SQLException {
        return new Noted.Kept(
                new Event(
                        row.getString(1),
                        row.getString(2),
                        EventKind.of(row.getString(3)),
                        row.getBoolean(4) ? Kind.ARTIST : Kind.TRACK,
                        row.getString(5),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                row.getString(8),
                repeated,
                row.getBoolean(7));
    }

    /// Undoes an event: a play never was, and of the item holds what was said before.
    ///
    /// @return the event; empty for an unknown key
    public Optional<Noted.Kept> undo(String key) {
        try (Session session = database.session()) {
            Optional<Noted.Kept> found = find(session, key);
            if (found.isEmpty() || found.get().undone()) {
                return found;
            }
            session.transaction(
                    () -> {
                        session.update("UPDATE events SET undone = true WHERE key = ?", key);
                        if (found.get().event().kind() == EventKind.PLAY) {
                            unplay(session, key);
                        } else {
                            unsay(session, key);
                        }
                    });
            return find(session, key);
        }
    }

    private static Optional<Noted.Kept> find(Session session, String key) {
        return session.list(SHOWN + "WHERE e.key = ?", row -> kept(row, false), key).stream()
                .findFirst();
    }

    private static void unplay(Session session, String key) {
        session.update(
                """
                DELETE FROM plays WHERE rowid = (
                    SELECT min(p.rowid) FROM plays p JOIN events e ON e.key = ?
                    AND p.import = 0 AND p.listener = e.listener AND p.played_at = e.happened
                    AND p.artist IS NOT DISTINCT FROM e.artist
                    AND p.track IS NOT DISTINCT FROM e.track)
                """,
                key);
    }

    private static void unsay(Session session, String key) {
        session.update(
                """
                CREATE TEMP TABLE said AS
                SELECT u.listener, u.artist, u.track, arg_max(e.kind, e.event) AS kind,
                    arg_max(e.happened, e.event) AS happened
                FROM events u LEFT JOIN events e ON e.listener = u.listener
                    AND e.artist IS NOT DISTINCT FROM u.artist
                    AND e.track IS NOT DISTINCT FROM u.track
                    AND NOT e.undone AND e.kind <> 'play'
                WHERE u.key = ?
                GROUP BY u.listener, u.artist, u.track
                """,
                key);
        replaceOpinions(session);
    }

    /// What a listener did and said, the last first, without what was undone.
    public List<Noted.Kept> of(String listener, int offset, int limit) {
        try (Session session = database.session()) {
            return session.list(
                    SHOWN
                            + "WHERE l.id = ? AND NOT e.undone ORDER BY e.event DESC LIMIT %d OFFSET %d"
                                    .formatted(limit, offset),
                    row -> kept(row, false),
                    listener);
        }
    }
}
