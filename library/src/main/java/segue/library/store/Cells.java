package segue.library.store;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import segue.core.data.DatedInteractions;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.data.Times;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Items;
import segue.library.Past;
import segue.library.Rows;
import segue.library.Selection;

/// Who played what how often: plays and playlist entries as cells of a matrix.
public final class Cells {

    private final Database database;

    public Cells(Database database) {
        this.database = database;
    }

    /// The selected part of the library as a matrix; rows and columns in the order of their ids.
    ///
    /// @throws SegueException.NotFound if nothing is selected
    public Interactions interactions(Selection selection, Run run) {
        try (Session session = database.session(run, "read library")) {
            return read(session, selection, false, entries(selection));
        }
    }

    /// The same without plays, likes and skips at a known time that is not before `time`.
    ///
    /// @throws SegueException.NotFound if nothing is selected
    public Interactions interactionsBefore(Selection selection, LocalDateTime time, Run run) {
        String entries =
                "SELECT r, c, v FROM (%s) WHERE t IS NULL OR t < TIMESTAMP '%s'"
                        .formatted(entries(selection), TimedPlays.text(time));
        try (Session session = database.session(run, "read library")) {
            return read(session, selection, false, entries);
        }
    }

    /// The same with the time of the last play in each cell.
    ///
    /// @throws SegueException.NotFound if nothing is selected
    public DatedInteractions datedInteractions(Selection selection, Run run) {
        try (Session session = database.session(run, "read library")) {
            Interactions interactions = read(session, selection, true, entries(selection));
            return new DatedInteractions(
                    interactions, times(session, interactions.matrix().entries()));
        }
    }

    private static Interactions read(
            Session session, Selection selection, boolean dated, String entries) {
        session.step(0, 400, "summing plays");
        session.run(
                "CREATE TEMP TABLE cells AS SELECT r, c, sum(v)::FLOAT AS v"
                        + (dated ? ", max(t) AS t" : "")
                        + " FROM ("
                        + entries
                        + ") GROUP BY r, c HAVING v > 0 AND v >= "
                        + selection.minPlays());
        session.step(400, 500, "leaving out the rare");
        dropRare(session, selection);
        session.step(500, 600, "ordering");
        session.run(axis("row_axis", "r", Names.Table.of(selection.rows())));
        session.run(axis("column_axis", "c", Names.Table.of(selection.items())));
        Ids users = ids(session, "row_axis");
        Ids items = ids(session, "column_axis");
        if (users.size() == 0) {
            throw new SegueException.NotFound(nothing(session, selection));
        }
        session.step(600, 900, "filling the matrix");
        return new Interactions(users, items, matrix(session, users.size(), items.size()));
    }

    /// One row: item id → plays, in the order of the ids.
    ///
    /// What was skipped more than it was played is negative.
    public Map<String, Double> history(Selection selection, String id) {
        Rows rows = selection.rows();
        Items items = selection.items();
        try (Session session = database.session()) {
            Names.Table row = Names.Table.of(rows);
            Names.Table item = Names.Table.of(items);
            String sql =
                    """
                    SELECT i.id, sum(e.v) AS plays
                    FROM (%s) e JOIN %s i ON i.%s = e.c
                    WHERE e.r = (SELECT %s FROM %s WHERE id = ?)
                    GROUP BY i.id HAVING plays <> 0 ORDER BY i.id
                    """
                            .formatted(
                                    entries(selection),
                                    item.table(),
                                    item.number(),
                                    row.number(),
                                    row.table());
            Map<String, Double> history = new LinkedHashMap<>();
            for (Map.Entry<String, Double> cell :
                    session.list(sql, r -> Map.entry(r.getString(1), r.getDouble(2)), id)) {
                history.put(cell.getKey(), cell.getValue());
            }
            return history;
        }
    }

    /// How many rows have an item.
    public int audience(Selection selection, String id) {
        try (Session session = database.session()) {
            Names.Table item = Names.Table.of(selection.items());
            return session.one(
                    "SELECT count(DISTINCT r)::INTEGER FROM (%s) WHERE v > 0 AND c = (SELECT %s FROM %s WHERE id = ?)"
                            .formatted(entries(selection), item.number(), item.table()),
                    row -> row.getInt(1),
                    id);
        }
    }

    /// The same with ages.
    ///
    /// @param halfLifeDays 0: plays do not age
    /// @param now empty: the last play of all in the row
    public Past past(
            Selection selection, String id, double halfLifeDays, Optional<LocalDateTime> now) {
        Names.Table item = Names.Table.of(selection.items());
        OptionalLong number = number(selection, id);
        if (number.isEmpty()) {
            return new Past(Map.of(), Map.of());
        }
        String age =
                """
                CASE WHEN e.t IS NULL THEN 1 ELSE power(.5,
                    greatest(0, date_diff('second', e.t, coalesce(nullif(?, '')::TIMESTAMP, max(e.t) OVER ())))
                    / 86400.0 / %s) END
                """
                        .formatted(halfLifeDays);
        String sql =
                """
                WITH mine AS (
                    SELECT e.c, e.v, e.t FROM (%s) e WHERE e.r = %d),
                aged AS (SELECT e.c, e.v * %s AS v, e.t FROM mine e)
                SELECT i.id, sum(e.v) AS plays, max(e.t)
                FROM aged e JOIN %s i ON i.%s = e.c
                GROUP BY i.id HAVING plays <> 0 ORDER BY i.id
                """
                        .formatted(
                                entries(selection),
                                number.getAsLong(),
                                halfLifeDays > 0 ? age : "1",
                                item.table(),
                                item.number());
        List<Object> values = new ArrayList<>();
        if (halfLifeDays > 0) {
            values.add(now.map(LocalDateTime::toString).orElse(""));
        }
        Map<String, Double> plays = new LinkedHashMap<>();
        Map<String, LocalDateTime> last = new LinkedHashMap<>();
        try (Session session = database.session()) {
            session.list(
                    sql,
                    r -> {
                        plays.put(r.getString(1), r.getDouble(2));
                        LocalDateTime heard = r.getObject(3, LocalDateTime.class);
                        if (heard != null) {
                            last.put(r.getString(1), heard);
                        }
                        return r.getString(1);
                    },
                    values.toArray());
        }
        return new Past(plays, last);
    }

    /// What a listener or playlist is called inside. Asked beforehand, so that the database can
    /// skip the blocks in which only others stand.
    private OptionalLong number(Selection selection, String id) {
        Names.Table row = Names.Table.of(selection.rows());
        String sql = "SELECT %s FROM %s WHERE id = ?".formatted(row.number(), row.table());
        try (Session session = database.session()) {
            return session.list(sql, r -> r.getLong(1), id).stream()
                    .mapToLong(Long::longValue)
                    .findFirst();
        }
    }

    /// All (r, c, v) before they are summed.
    private static String entries(Selection selection) {
        String column = selection.items() == Items.ARTISTS ? "artist" : "track";
        return switch (selection.rows()) {
            case LISTENERS ->
                    """
                    SELECT listener AS r, %1$s AS c, plays AS v, played_at AS t
                    FROM plays WHERE %1$s IS NOT NULL
                    UNION ALL
                    SELECT p.owner, t.%1$s, 1, NULL
                    FROM playlist_tracks t JOIN playlists p USING (playlist)
                    WHERE p.owner IS NOT NULL AND t.%1$s IS NOT NULL
                    UNION ALL
                    SELECT listener, %1$s, CASE kind WHEN 'like' THEN %2$s ELSE -%3$s END, said_at
                    FROM feedback WHERE kind IN ('like', 'skip') AND %4$s
                    """
                            .formatted(
                                    column,
                                    selection.likePlays(),
                                    selection.skipPlays(),
                                    selection.items() == Items.ARTISTS
                                            ? "artist IS NOT NULL AND (track IS NULL OR kind = 'like')"
                                            : "track IS NOT NULL");
            case PLAYLISTS ->
                    """
                    SELECT playlist AS r, %1$s AS c, 1 AS v, NULL::TIMESTAMP AS t
                    FROM playlist_tracks WHERE %1$s IS NOT NULL
                    """
                            .formatted(column);
        };
    }

    private static void dropRare(Session session, Selection selection) {
        long dropped = 1;
        while (dropped > 0) {
            dropped = 0;
            if (selection.minUsersPerItem() > 1) {
                dropped += dropRare(session, "c", selection.minUsersPerItem());
            }
            if (selection.minItemsPerUser() > 1) {
                dropped += dropRare(session, "r", selection.minItemsPerUser());
            }
        }
    }

    private static long dropRare(Session session, String axis, int least) {
        return session.update(
                "DELETE FROM cells WHERE %1$s IN (SELECT %1$s FROM cells GROUP BY %1$s HAVING count(*) < ?)"
                        .formatted(axis),
                least);
    }

    private static String axis(String name, String column, Names.Table of) {
        return """
        CREATE TEMP TABLE %s AS
        SELECT e.%s AS number, e.id, (row_number() OVER (ORDER BY e.id) - 1)::INTEGER AS position
        FROM %s e SEMI JOIN cells ON cells.%s = e.%s
        """
                .formatted(name, of.number(), of.table(), column, of.number());
    }

    private static Ids ids(Session session, String axis) {
        return Ids.of(
                session.list("SELECT id FROM " + axis + " ORDER BY position", r -> r.getString(1)));
    }

    private static SparseMatrix matrix(Session session, int rows, int columns) {
        return Sparse.read(
                session,
                """
                SELECT u.position, i.position, cells.v
                FROM cells
                JOIN row_axis u ON u.number = cells.r
                JOIN column_axis i ON i.number = cells.c
                ORDER BY u.position, i.position
                """,
                rows,
                columns,
                session.number("SELECT count(*) FROM cells"));
    }

    private static Times times(Session session, int entries) {
        long[] seconds = new long[entries];
        session.chunks(
                """
                SELECT coalesce(epoch_ms(cells.t) // 1000, %s)
                FROM cells
                JOIN row_axis u ON u.number = cells.r
                JOIN column_axis i ON i.number = cells.c
                ORDER BY u.position, i.position
                """
                        .formatted(Times.UNKNOWN),
                result -> {
                    int entry = 0;
                    while (result.nextChunk()) {
                        DuckDBDataChunkReader chunk = result.chunk();
                        DuckDBReadableVector second = chunk.vector(0);
                        for (long i = 0; i < chunk.rowCount(); i++) {
                            seconds[entry++] = second.getLong(i);
                        }
                    }
                });
        return new Times(seconds);
    }

    private static String nothing(Session session, Selection selection) {
        if (session.number("SELECT count(*) FROM imports") == 0) {
            return "The library is empty. Fill it with: segue import plays FILE";
        }
        List<String> words =
                List.of(
                        selection.rows() == Rows.LISTENERS ? "listeners" : "playlists",
                        selection.items() == Items.ARTISTS ? "artists" : "tracks");
        return "The library has no %s with %s that meet the minimums. See: segue status"
                .formatted(words.get(0), words.get(1));
    }
}
