package segue.library.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segue.library.Items;

/// Of which items something is known besides plays.
public final class Descriptions {

    /// Tracks that were measured: heard, or with imported features.
    private static final String MEASURED =
            """
            SELECT track FROM track_features
            UNION SELECT track FROM files WHERE state = 'heard' AND track IS NOT NULL
            """;

    private final Database database;

    public Descriptions(Database database) {
        this.database = database;
    }

    /// The ids of all artists or tracks that have tags, sound or features, in order.
    public List<String> described(Items items) {
        String sql =
                items == Items.TRACKS
                        ? """
                          SELECT id FROM tracks WHERE track IN (
                              SELECT track FROM taggings WHERE track IS NOT NULL UNION %s)
                          ORDER BY id
                          """
                                .formatted(MEASURED)
                        : """
                          SELECT id FROM artists WHERE artist IN (
                              SELECT artist FROM taggings WHERE artist IS NOT NULL
                              UNION SELECT artist FROM tracks WHERE track IN (%s))
                          ORDER BY id
                          """
                                .formatted(MEASURED);
        try (Session session = database.session()) {
            return session.list(sql, row -> row.getString(1));
        }
    }

    /// The ids of tracks of which a genre, a tag or a feature is known → those of their artists.
    public Map<String, String> described() {
        return performers(
                MEASURED
                        + """
                         UNION SELECT track FROM track_genres
                         UNION SELECT track FROM taggings WHERE track IS NOT NULL
                        """);
    }

    /// The ids of tracks that were measured → those of their artists, where they have one.
    public Map<String, String> performers() {
        return performers(MEASURED);
    }

    private Map<String, String> performers(String which) {
        Map<String, String> performers = new LinkedHashMap<>();
        try (Session session = database.session()) {
            session.each(
                    """
                    SELECT t.id, a.id FROM tracks t JOIN artists a ON a.artist = t.artist
                    WHERE t.track IN (%s) ORDER BY t.id
                    """
                            .formatted(which),
                    row -> performers.put(row.getString(1), row.getString(2)));
        }
        return performers;
    }
}
