package segue.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Lookup;
import segue.library.Rows;

/// Finds listeners, artists, tracks and playlists by what people call them.
public final class Names {

    /// From this likeness on (Jaro-Winkler, 0..1) a name is worth suggesting.
    private static final double NEAR = 0.85;

    private static final int SUGGESTIONS = 5;

    private final Database database;

    public Names(Database database) {
        this.database = database;
    }

    /// Selects id, name and detail of all things of a kind, for joins.
    public static String view(Kind kind) {
        return "SELECT id, name, detail FROM (%s)".formatted(Table.of(kind).view());
    }

    /// Exact name, exact id, then the name without regard to case, then without regard to accents
    /// and punctuation. A listener's id comes before all. Where several match alike, the most
    /// played.
    public Lookup find(Kind kind, String text) {
        return find(Table.of(kind), Table.of(kind).view(), text);
    }

    /// The same among the tracks whose sound is known.
    public Lookup findHeard(String text) {
        return find(
                Table.TRACKS,
                "SELECT * FROM (%s) WHERE number IN (SELECT track FROM files WHERE state = 'heard')"
                        .formatted(Table.TRACKS.view()),
                text);
    }

    private Lookup find(Table table, String view, String text) {
        try (Session session = database.session()) {
            for (String condition : table.conditions()) {
                List<Entry> found = matching(session, table, view, condition, text);
                if (!found.isEmpty()) {
                    return new Lookup.Found(found.getFirst());
                }
            }
            return new Lookup.Unclear(nearest(session, view, text));
        }
    }

    /// The entries of `ids`, in their order; unknown ids are left out.
    public Map<String, Entry> entries(Kind kind, Collection<String> ids) {
        try (Session session = database.session()) {
            Map<String, Entry> found = new HashMap<>();
            for (Entry entry :
                    session.list(
                            "SELECT id, name, detail FROM (%s) WHERE id IN (SELECT unnest(?))"
                                    .formatted(Table.of(kind).view()),
                            Names::entry,
                            (Object) ids.toArray(String[]::new))) {
                found.put(entry.id(), entry);
            }
            Map<String, Entry> ordered = new LinkedHashMap<>();
            for (String id : ids) {
                Entry entry = found.get(id);
                if (entry != null) {
                    ordered.put(id, entry);
                }
            }
            return ordered;
        }
    }

    private static List<Entry> matching(
            Session session, Table table, String view, String condition, String text) {
        return session.list(
                """
                WITH matched AS (SELECT * FROM (%s) WHERE %s)
                SELECT id, name, detail FROM matched
                ORDER BY (%s) DESC, id LIMIT 1
                """
                        .formatted(
                                view,
                                condition.formatted("$1"),
                                table.weight().formatted("matched.number")),
                Names::entry,
                text);
    }

    private static List<Entry> nearest(Session session, String view, String text) {
        return session.list(
                """
                SELECT id, name, detail
                FROM (
                    SELECT *, greatest(
                        jaro_winkler_similarity(fold, name_fold($1)),
                        jaro_winkler_similarity(full_fold, name_fold($1))) AS likeness
                    FROM (%s))
                WHERE likeness >= %s
                ORDER BY likeness DESC, damerau_levenshtein(fold, name_fold($1)), id
                LIMIT %d
                """
                        .formatted(view, NEAR, SUGGESTIONS),
                Names::entry,
                text);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString(1), row.getString(2), row.getString(3));
    }

    /// Where a kind of thing is stored.
    enum Table {
        LISTENERS(
                "listeners",
                "listener",
                """
                SELECT listener AS number, id, id AS name, '' AS detail, name_key(id) AS key,
                    name_fold(id) AS fold, name_fold(id) AS full_fold
                FROM listeners
                """,
                "SELECT count(*) FROM plays p WHERE p.listener = %s"),
        ARTISTS(
                "artists",
                "artist",
                """
                SELECT artist AS number, id, name, '' AS detail, key, fold, fold AS full_fold
                FROM artists
                """,
                """
                (SELECT coalesce(sum(p.plays), 0) FROM plays p WHERE p.artist = %1$s)
                + (SELECT count(*) FROM playlist_tracks t WHERE t.artist = %1$s)
                """),
        TRACKS(
                "tracks",
                "track",
                """
                SELECT t.track AS number, t.id, t.title AS name, coalesce(a.name, '') AS detail,
                    t.key, t.fold, coalesce(a.fold, '') || t.fold AS full_fold
                FROM tracks t LEFT JOIN artists a USING (artist)
                """,
                """
                (SELECT coalesce(sum(p.plays), 0) FROM plays p WHERE p.track = %1$s)
                + (SELECT count(*) FROM playlist_tracks t WHERE t.track = %1$s)
                """),
        PLAYLISTS(
                "playlists",
                "playlist",
                """
                SELECT p.playlist AS number, p.id, p.name, coalesce(l.id, '') AS detail,
                    name_key(p.name) AS key, p.fold, p.fold AS full_fold
                FROM playlists p LEFT JOIN listeners l ON l.listener = p.owner
                """,
                "SELECT count(*) FROM playlist_tracks t WHERE t.playlist = %s"),
        TAGS(
                "tags",
                "tag",
                """
                SELECT tag AS number, key AS id, name, '' AS detail, key, key_fold(key) AS fold,
                    key_fold(key) AS full_fold
                FROM tags
                """,
                "SELECT count(*) FROM taggings t WHERE t.tag = %s");

        private final String table;
        private final String number;
        private final String view;
        private final String weight;

        Table(String table, String number, String view, String weight) {
            this.table = table;
            this.number = number;
            this.view = view;
            this.weight = weight;
        }

        static Table of(Kind kind) {
            return switch (kind) {
                case LISTENER -> LISTENERS;
                case ARTIST -> ARTISTS;
                case TRACK -> TRACKS;
                case PLAYLIST -> PLAYLISTS;
                case TAG -> TAGS;
            };
        }

        static Table of(Rows rows) {
            return of(Kind.of(rows));
        }

        static Table of(Items items) {
            return of(Kind.of(items));
        }

        String table() {
            return table;
        }

        /// The column of the number that joins use.
        String number() {
            return number;
        }

        /// Selects number, id, name, detail, key, fold and full_fold (with what stands before the
        /// name).
        String view() {
            return view;
        }

        /// How much a number is played, as a query.
        String weight() {
            return weight;
        }

        /// Ways to match a text, best first.
        List<String> conditions() {
            return List.of(
                    this == LISTENERS ? "id = %s" : "name = %s",
                    "id = %s",
                    "key = name_key(%s)",
                    "fold = name_fold(%s)",
                    "full_fold = name_fold(%s)");
        }
    }
}
