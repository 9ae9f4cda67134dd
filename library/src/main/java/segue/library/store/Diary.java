package segue.library.store;

import java.time.YearMonth;
import java.util.List;
import segue.library.ListenerPlays;

/// The plays of one listener, added up by the database.
public final class Diary {

    private static final String MINE = "listener = (SELECT listener FROM listeners WHERE id = ?)";

    private final Database database;

    public Diary(Database database) {
        this.database = database;
    }

    /// @param shiftSeconds what is added to times before they fall into months
    /// @param artists how many of the most played
    /// @param followed how many of these month by month
    public ListenerPlays of(String listener, long shiftSeconds, int artists, int followed) {
        try (Session session = database.session()) {
            return new ListenerPlays(
                    session.one(
                            "SELECT coalesce(sum(plays), 0) FROM plays WHERE played_at IS NULL AND "
                                    + MINE,
                            row -> row.getDouble(1),
                            listener),
                    session.list(
                            """
                            SELECT epoch_ms(played_at) // 900000 * 900 AS q, sum(plays)
                            FROM plays WHERE played_at IS NOT NULL AND %s GROUP BY q ORDER BY q
                            """
                                    .formatted(MINE),
                            row -> new ListenerPlays.Quarter(row.getLong(1), row.getDouble(2)),
                            listener),
                    artists(session, listener, artists),
                    months(session, listener, shiftSeconds, followed),
                    discoveries(session, listener, shiftSeconds),
                    eras(session, listener));
        }
    }

    private static List<ListenerPlays.Artist> artists(Session session, String listener, int n) {
        return session.list(
                """
                SELECT a.id, a.name, n FROM (
                    SELECT artist, sum(plays) AS n FROM plays
                    WHERE artist IS NOT NULL AND %s GROUP BY artist) JOIN artists a USING (artist)
                ORDER BY n DESC, a.id LIMIT %d
                """
                        .formatted(MINE, n),
                row ->
                        new ListenerPlays.Artist(
                                row.getString(1), row.getString(2), row.getDouble(3)),
                listener);
    }

    private static List<ListenerPlays.ArtistMonth> months(
            Session session, String listener, long shift, int n) {
        return session.list(
                """
                WITH mine AS (
                    SELECT artist, plays, played_at FROM plays WHERE artist IS NOT NULL AND %1$s),
                top AS (
                    SELECT m.artist, a.id FROM mine m JOIN artists a USING (artist)
                    GROUP BY m.artist, a.id ORDER BY sum(m.plays) DESC, a.id LIMIT %2$d)
                SELECT t.id, %3$s AS y, sum(plays)
                FROM mine JOIN top t USING (artist)
                WHERE played_at IS NOT NULL GROUP BY t.id, y ORDER BY t.id, y
                """
                        .formatted(MINE, n, month("played_at", shift)),
                row ->
                        new ListenerPlays.ArtistMonth(
                                row.getString(1),
                                YearMonth.parse(row.getString(2)),
                                row.getDouble(3)),
                listener);
    }

    private static List<ListenerPlays.Discoveries> discoveries(
            Session session, String listener, long shift) {
        return session.list(
                """
                WITH mine AS (
                    SELECT artist, track, played_at FROM plays
                    WHERE played_at IS NOT NULL AND %1$s),
                firsts AS (
                    SELECT 1 AS a, 0 AS t, min(played_at) AS f FROM mine
                    WHERE artist IS NOT NULL GROUP BY artist
                    UNION ALL SELECT 0, 1, min(played_at) FROM mine
                    WHERE track IS NOT NULL GROUP BY track)
                SELECT %2$s AS y, sum(a)::BIGINT, sum(t)::BIGINT FROM firsts GROUP BY y ORDER BY y
                """
                        .formatted(MINE, month("f", shift)),
                row ->
                        new ListenerPlays.Discoveries(
                                YearMonth.parse(row.getString(1)), row.getLong(2), row.getLong(3)),
                listener);
    }

    private static List<ListenerPlays.Era> eras(Session session, String listener) {
        return session.list(
                """
                WITH years AS (
                    SELECT track, min(year) AS year FROM (
                        SELECT track, year FROM track_features WHERE year > 0
                        UNION ALL SELECT track, year FROM files WHERE year > 0)
                    WHERE track IS NOT NULL GROUP BY track)
                SELECT year // 10 * 10 AS decade, sum(plays)
                FROM plays JOIN years USING (track) WHERE %s GROUP BY decade ORDER BY decade
                """
                        .formatted(MINE),
                row -> new ListenerPlays.Era(row.getInt(1), row.getDouble(2)),
                listener);
    }

    private static String month(String time, long shift) {
        return "strftime(%s + to_seconds(%d), '%%Y-%%m')".formatted(time, shift);
    }
}
