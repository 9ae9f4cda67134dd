package segue.library.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.library.Feedback;
import segue.library.Items;
import segue.library.Kind;

/// What listeners said of music: likes, skips and bans.
public final class Opinions {

    /// What was said, and who played something while a server ran.
    private static final String SAID =
            """
            SELECT listener, artist, track, kind FROM feedback
            UNION ALL SELECT DISTINCT listener, NULL, NULL, kind FROM events
            WHERE kind = 'play' AND NOT undone
            """;

    private final Database database;

    public Opinions(Database database) {
        this.database = database;
    }

    /// Notes an opinion; an earlier one of the same thing is forgotten.
    ///
    /// @param kind artist or track
    /// @param id of the artist or track
    public void add(String listener, Feedback feedback, Kind kind, String id) {
        database.noting().lock();
        try (Session session = database.session()) {
            Names.Table table = Names.Table.of(kind);
            String column = table.number();
            session.transaction(
                    () -> {
                        session.update(
                                """
                                DELETE FROM feedback
                                WHERE listener = (SELECT listener FROM listeners WHERE id = ?)
                                AND %1$s = (SELECT %1$s FROM %2$s WHERE id = ?) %3$s
                                """
                                        .formatted(
                                                column,
                                                table.table(),
                                                kind == Kind.ARTIST ? "AND track IS NULL" : ""),
                                listener,
                                id);
                        session.update(
                                """
                                INSERT INTO feedback
                                SELECT 0, l.listener, i.artist, %s, ?, now()::TIMESTAMP
                                FROM listeners l, %s i WHERE l.id = ? AND i.id = ?
                                """
                                        .formatted(
                                                kind == Kind.ARTIST ? "NULL" : "i.track",
                                                table.table()),
                                feedback.word(),
                                listener,
                                id);
                    });
        } finally {
            database.noting().unlock();
        }
    }

    /// The ids of items never to show someone; empty if they said nothing at all.
    public Optional<Set<String>> bans(Items items, String listener) {
        return Optional.ofNullable(read(items, "WHERE l.id = ?", listener).get(listener));
    }

    /// Who said anything, or played something while a server ran: listener → the ids of items never
    /// to show them. The ban of an artist is one of all their tracks.
    public Map<String, Set<String>> bans(Items items) {
        return read(items, "");
    }

    private Map<String, Set<String>> read(Items items, String whose, Object... values) {
        try (Session session = database.session()) {
            String sql =
                    (items == Items.ARTISTS
                                            ? """
                                    SELECT l.id, a.id FROM (%s) f JOIN listeners l USING (listener)
                                    LEFT JOIN artists a
                                        ON f.kind = 'ban' AND f.track IS NULL AND a.artist = f.artist
                                    """
                                            : """
                                    SELECT l.id, t.id FROM (%s) f JOIN listeners l USING (listener)
                                    LEFT JOIN tracks t ON f.kind = 'ban' AND (t.track = f.track
                                        OR (f.track IS NULL AND t.artist = f.artist))
                                    """)
                                    .formatted(SAID)
                            + whose;
            Map<String, Set<String>> bans = new HashMap<>();
            for (List<String> row :
                    session.list(
                            sql,
                            r ->
                                    r.getString(2) == null
                                            ? List.of(r.getString(1))
                                            : List.of(r.getString(1), r.getString(2)),
                            values)) {
                bans.computeIfAbsent(row.getFirst(), _ -> new HashSet<>())
                        .addAll(row.subList(1, row.size()));
            }
            return bans;
        }
    }
}
