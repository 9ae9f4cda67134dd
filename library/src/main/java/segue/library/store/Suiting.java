package segue.library.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import segue.library.Items;
import segue.library.TagVotes;

/// What people's tags say for and against a use of music, and whose the tracks with features are.
public final class Suiting {

    private final Database database;

    public Suiting(Database database) {
        this.database = database;
    }

    /// How often items were given tags of one kind and of the other: id → both. A track has those
    /// of its artist.
    public Map<String, TagVotes> votes(
            Items items, Collection<String> good, Collection<String> bad) {
        String votes =
                """
                SELECT g.%1$s AS c, count(*) FILTER (list_contains(?::VARCHAR[], lower(t.name))) AS good,
                    count(*) FILTER (list_contains(?::VARCHAR[], lower(t.name))) AS bad
                FROM taggings g JOIN tags t USING (tag)
                WHERE g.%1$s IS NOT NULL GROUP BY c HAVING good + bad > 0
                """;
        String sql =
                switch (items) {
                    case ARTISTS ->
                            "SELECT a.id, v.good, v.bad FROM (%s) v JOIN artists a ON a.artist = v.c"
                                    .formatted(votes.formatted("artist"));
                    case TRACKS ->
                            "SELECT t.id, v.good, v.bad FROM (%s) v JOIN tracks t ON t.artist = v.c"
                                    .formatted(votes.formatted("artist"));
                };
        Map<String, TagVotes> all = new HashMap<>();
        try (Session session = database.session()) {
            session.list(
                    sql,
                    row ->
                            all.put(
                                    row.getString(1),
                                    new TagVotes(row.getDouble(2), row.getDouble(3))),
                    good.toArray(String[]::new),
                    bad.toArray(String[]::new));
        }
        return all;
    }

    /// Track id → artist id, of all tracks that features are known of.
    public Map<String, String> artists() {
        Map<String, String> artists = new HashMap<>();
        try (Session session = database.session()) {
            session.each(
                    """
                    SELECT t.id, a.id FROM tracks t JOIN artists a ON a.artist = t.artist
                    WHERE t.track IN (
                        SELECT track FROM track_features
                        UNION SELECT track FROM files WHERE track IS NOT NULL)
                    """,
                    row -> artists.put(row.getString(1), row.getString(2)));
        }
        return artists;
    }
}
