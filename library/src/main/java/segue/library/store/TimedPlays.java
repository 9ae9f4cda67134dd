package segue.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import segue.core.data.Ids;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.library.Items;
import segue.library.OwnSlots;
import segue.library.SlotCounts;
import segue.library.TimeSlots;
import segue.library.TimedCase;

/// When what was played. Everything is added up by the database: what comes out grows with items
/// times slots, or with the items of one listener, never with the plays.
public final class TimedPlays {

    private static final int WEEKDAYS = TimeSlots.HOURS;
    private static final int MONTHS = TimeSlots.HOURS + TimeSlots.WEEKDAYS;

    private final Database database;

    public TimedPlays(Database database) {
        this.database = database;
    }

    /// Counts of all items that were played at a known time.
    ///
    /// @param before only plays before that; empty: all
    public SlotCounts counts(Items items, Optional<LocalDateTime> before) {
        Names.Table item = Names.Table.of(items);
        try (Session session = database.session()) {
            session.run(
                    """
                    CREATE TEMP TABLE slots AS
                    WITH timed AS (
                        SELECT %1$s AS c, plays AS v, %2$s AS h, %3$s AS d, %4$s AS m
                        FROM plays WHERE %1$s IS NOT NULL AND %5$s)
                    SELECT c, h AS s, sum(v) AS v FROM timed GROUP BY c, h
                    UNION ALL SELECT c, d, sum(v) FROM timed GROUP BY c, d
                    UNION ALL SELECT c, m, sum(v) FROM timed GROUP BY c, m
                    """
                            .formatted(item.number(), hour(), weekday(), month(), timed(before)));
            session.run(
                    """
                    CREATE TEMP TABLE slot_items AS
                    SELECT i.%1$s AS number, i.id, %3$s AS artist,
                        row_number() OVER (ORDER BY i.id) - 1 AS position
                    FROM %2$s i SEMI JOIN slots ON slots.c = i.%1$s
                    LEFT JOIN artists a ON a.artist = i.artist
                    """
                            .formatted(item.number(), item.table(), artist(items)));
            Ids ids = ids(session, "SELECT id FROM slot_items ORDER BY position");
            Ids artists =
                    ids(
                            session,
                            "SELECT DISTINCT artist FROM slot_items WHERE artist <> '' ORDER BY artist");
            SparseMatrix artistOf =
                    matrix(
                            session,
                            """
                            WITH ranked AS (
                                SELECT artist, row_number() OVER (ORDER BY artist) - 1 AS place
                                FROM (SELECT DISTINCT artist FROM slot_items WHERE artist <> ''))
                            SELECT i.position::INTEGER, r.place::INTEGER, 1::FLOAT
                            FROM slot_items i JOIN ranked r USING (artist) ORDER BY i.position
                            """,
                            ids.size(),
                            artists.size());
            SparseMatrix counts =
                    matrix(
                            session,
                            """
                            SELECT i.position::INTEGER, s.s::INTEGER, s.v::FLOAT
                            FROM slots s JOIN slot_items i ON i.number = s.c
                            ORDER BY i.position, s.s
                            """,
                            ids.size(),
                            TimeSlots.COUNT);
            return new SlotCounts(ids, artists, artistOf, counts);
        }
    }

    /// The counts of one listener, in the order of the items' ids.
    ///
    /// @param before only plays before that; empty: all
    public List<OwnSlots> of(String listener, Items items, Optional<LocalDateTime> before) {
        Names.Table item = Names.Table.of(items);
        List<OwnSlots> own = new ArrayList<>();
        try (Session session = database.session()) {
            session.list(
                    """
                    WITH mine AS (
                        SELECT %1$s AS c, plays AS v, %2$s AS h, %3$s AS d, %4$s AS m
                        FROM plays
                        WHERE listener = (SELECT listener FROM listeners WHERE id = ?)
                            AND %1$s IS NOT NULL AND %5$s),
                    slots AS (
                        SELECT c, h AS s, sum(v) AS v FROM mine GROUP BY c, h
                        UNION ALL SELECT c, d, sum(v) FROM mine GROUP BY c, d
                        UNION ALL SELECT c, m, sum(v) FROM mine GROUP BY c, m)
                    SELECT i.id, %6$s, list(s ORDER BY s), list(v ORDER BY s)
                    FROM slots JOIN %7$s i ON i.%1$s = slots.c
                    LEFT JOIN artists a ON a.artist = i.artist
                    GROUP BY ALL ORDER BY i.id
                    """
                            .formatted(
                                    item.number(),
                                    hour(),
                                    weekday(),
                                    month(),
                                    timed(before),
                                    artist(items),
                                    item.table()),
                    row -> own.add(own(row)),
                    listener);
        }
        return own;
    }

    /// The time before which all but the latest share of the timed plays lie; empty where no play
    /// has a time.
    public Optional<LocalDateTime> latest(double share) {
        try (Session session = database.session()) {
            return session
                    .list(
                            "SELECT quantile_disc(played_at, %s)::VARCHAR FROM plays WHERE played_at IS NOT NULL HAVING count(*) > 0"
                                    .formatted(1 - share),
                            row -> row.getString(1))
                    .stream()
                    .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                    .findFirst();
        }
    }

    /// What listeners played from a time on, an hour of a listener together.
    ///
    /// @param most hours of a listener; which ones is drawn by lot, always the same
    /// @param limit on all cases, drawn in the same way
    public List<TimedCase> cases(Items items, LocalDateTime from, int most, int limit) {
        Names.Table item = Names.Table.of(items);
        String sql =
                """
                WITH hours AS (
                    SELECT listener, date_trunc('hour', played_at) AS h, min(played_at) AS began,
                        list(DISTINCT %1$s) AS cs
                    FROM plays
                    WHERE %1$s IS NOT NULL AND played_at >= TIMESTAMP '%2$s'
                    GROUP BY listener, h),
                drawn AS (
                    SELECT l.id, h.began, h.cs, md5(l.id || h.h::VARCHAR) AS lot
                    FROM hours h JOIN listeners l USING (listener)
                    QUALIFY row_number() OVER (PARTITION BY l.id ORDER BY lot) <= %3$d),
                kept AS (SELECT * FROM drawn ORDER BY lot LIMIT %4$d)
                SELECT k.id, k.began::VARCHAR, string_agg(i.id, chr(31) ORDER BY i.id)
                FROM (SELECT id, began, unnest(cs) AS c FROM kept) k
                JOIN %5$s i ON i.%1$s = k.c
                GROUP BY k.id, k.began ORDER BY k.id, k.began
                """
                        .formatted(item.number(), text(from), most, limit, item.table());
        try (Session session = database.session()) {
            return session.list(
                    sql,
                    row ->
                            new TimedCase(
                                    row.getString(1),
                                    LocalDateTime.parse(row.getString(2).replace(' ', 'T')),
                                    Stream.of(row.getString(3).split("\u001f", -1)).toList()));
        }
    }

    /// The artist of an item, if that is another thing than the item itself.
    private static String artist(Items items) {
        return items == Items.TRACKS ? "coalesce(a.id, '')" : "''";
    }

    /// The condition of plays with a time.
    private static String timed(Optional<LocalDateTime> before) {
        return "played_at IS NOT NULL"
                + before.map(time -> " AND played_at < TIMESTAMP '" + text(time) + "'").orElse("");
    }

    static String text(LocalDateTime time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").format(time);
    }

    private static String hour() {
        return "(hour(played_at) + CASE WHEN isodow(played_at) >= 6 THEN 24 ELSE 0 END)";
    }

    private static String weekday() {
        return "(%d + isodow(played_at) - 1)".formatted(WEEKDAYS);
    }

    private static String month() {
        return "(%d + month(played_at) - 1)".formatted(MONTHS);
    }

    private static OwnSlots own(ResultSet row) throws SQLException {
        Object[] slots = (Object[]) row.getArray(3).getArray();
        Object[] plays = (Object[]) row.getArray(4).getArray();
        int[] places = new int[slots.length];
        float[] counts = new float[slots.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = ((Number) slots[i]).intValue();
            counts[i] = ((Number) plays[i]).floatValue();
        }
        return new OwnSlots(row.getString(1), row.getString(2), new SparseVector(places, counts));
    }

    private static Ids ids(Session session, String sql) {
        return Ids.of(session.list(sql, row -> row.getString(1)));
    }

    /// Reads (row, column, value) in their order.
    private static SparseMatrix matrix(Session session, String sql, int rows, int columns) {
        long entries = session.number("SELECT count(*) FROM (%s)".formatted(sql));
        return Sparse.read(session, sql, rows, columns, entries);
    }
}
