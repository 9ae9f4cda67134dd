package segue.library.importer;

import java.util.Set;
import segue.library.store.Session;

/// From the staged HetRec files into the library.
final class HetrecFacts {

    private final Session session;
    private final Set<HetrecFile> files;

    HetrecFacts(Session session, Set<HetrecFile> files) {
        this.session = session;
        this.files = files;
    }

    /// Marks rows that speak of artists or tags that their own files do not know.
    void markStrangers() {
        for (HetrecFile file : files) {
            switch (file) {
                case PLAYS, TAGGINGS, TIMED_TAGGINGS ->
                        mark(file, "artistID", HetrecFile.ARTISTS, "id", "unknown artist");
                case ARTISTS, TAGS, FRIENDS -> {}
            }
            switch (file) {
                case TAGGINGS, TIMED_TAGGINGS ->
                        mark(file, "tagID", HetrecFile.TAGS, "tagID", "unknown tag");
                case ARTISTS, TAGS, PLAYS, FRIENDS -> {}
            }
        }
    }

    private void mark(HetrecFile file, String column, HetrecFile known, String id, String problem) {
        session.update(
                """
                UPDATE %1$s SET problem = ?, told = concat_ws(chr(9), userID, artistID)
                WHERE problem IS NULL AND %2$s NOT IN (
                    SELECT %3$s FROM %4$s WHERE problem IS NULL)
                """
                        .formatted(file.table(), column, id, known.table()),
                problem);
    }

    /// The rows without a problem, in all files.
    long good() {
        long good = 0;
        for (HetrecFile file : files) {
            good +=
                    session.number(
                            "SELECT count(*) FROM " + file.table() + " WHERE problem IS NULL");
        }
        return good;
    }

    /// @return how many rows were kept
    long store(int number) {
        Entities entities = new Entities(session, "hetrec", number);
        session.run(
                """
                CREATE TEMP TABLE artist_refs AS
                SELECT id AS ref, '' AS owner_ref, -1 AS owner, id AS source_id,
                    arg_min(name, rowid) AS name, NULL::VARCHAR AS mbid, NULL::VARCHAR AS album,
                    NULL::BIGINT AS duration, min(rowid) AS first, count(*) AS n
                FROM scratch.artists WHERE problem IS NULL GROUP BY id
                """);
        entities.artists();
        listeners();
        entities.listeners();
        long kept = session.number("SELECT count(*) FROM artist_map");
        kept += plays(number);
        if (files.contains(HetrecFile.TAGS)) {
            kept += tags(number);
        }
        if (files.contains(HetrecFile.TAGGINGS)) {
            kept += taggings(number, HetrecFile.TAGGINGS, DAY);
        }
        if (files.contains(HetrecFile.TIMED_TAGGINGS)) {
            kept += taggings(number, HetrecFile.TIMED_TAGGINGS, MOMENT);
        }
        if (files.contains(HetrecFile.FRIENDS)) {
            kept += friends(number);
        }
        return kept;
    }

    /// The set began in 2005; years like 1956 are dirt, and the date is left open.
    private static final String DAY =
            """
            CASE WHEN try_cast(s.year AS INTEGER) BETWEEN 1990 AND 2100
                THEN try_strptime(s.year || '-' || s.month || '-' || s.day, '%Y-%m-%d') END""";

    private static final String MOMENT =
            """
            CASE WHEN make_timestamp(try_cast(s.timestamp AS BIGINT) * 1000)
                    BETWEEN TIMESTAMP '1990-01-01' AND TIMESTAMP '2100-01-01'
                THEN make_timestamp(try_cast(s.timestamp AS BIGINT) * 1000) END""";

    private void listeners() {
        StringBuilder all =
                new StringBuilder(
                        "SELECT userID AS ref, rowid AS first FROM scratch.plays WHERE problem IS NULL");
        for (HetrecFile file : files) {
            if (file == HetrecFile.TAGGINGS || file == HetrecFile.TIMED_TAGGINGS) {
                all.append(" UNION ALL SELECT userID, 1000000000 + rowid FROM ")
                        .append(file.table())
                        .append(" WHERE problem IS NULL");
            } else if (file == HetrecFile.FRIENDS) {
                all.append(
                        """
                         UNION ALL SELECT userID, 2000000000 + 2 * rowid
                        FROM scratch.friends WHERE problem IS NULL
                         UNION ALL SELECT friendID, 2000000001 + 2 * rowid
                        FROM scratch.friends WHERE problem IS NULL
                        """);
            }
        }
        session.run(
                "CREATE TEMP TABLE listener_refs AS SELECT ref, min(first) AS first FROM ("
                        + all
                        + ") GROUP BY ref");
    }

    private long plays(int number) {
        session.update(
                """
                INSERT INTO plays
                SELECT ?, l.listener, a.number, NULL, sum(s.weight::DOUBLE), NULL
                FROM scratch.plays s
                JOIN listener_map l ON l.ref = s.userID
                JOIN artist_map a ON a.ref = s.artistID
                WHERE s.problem IS NULL GROUP BY l.listener, a.number
                """,
                number);
        return session.number("SELECT count(*) FROM scratch.plays WHERE problem IS NULL");
    }

    private long tags(int number) {
        session.update(
                """
                INSERT INTO tags
                SELECT (SELECT coalesce(max(tag), 0) FROM tags) + row_number() OVER (ORDER BY first),
                    name, key, ?
                FROM (
                    SELECT name_key(tagValue) AS key, arg_min(tagValue, rowid) AS name,
                        min(rowid) AS first
                    FROM scratch.tags WHERE problem IS NULL GROUP BY ALL)
                WHERE key NOT IN (SELECT key FROM tags)
                """,
                number);
        session.run(
                """
                CREATE TEMP TABLE tag_map AS
                SELECT s.tagID AS ref, min(t.tag) AS tag
                FROM scratch.tags s JOIN tags t ON t.key = name_key(s.tagValue)
                WHERE s.problem IS NULL GROUP BY s.tagID
                """);
        return session.number("SELECT count(*) FROM scratch.tags WHERE problem IS NULL");
    }

    private long taggings(int number, HetrecFile file, String time) {
        return session.update(
                """
                INSERT INTO taggings
                SELECT DISTINCT %d, l.listener, a.number, NULL::BIGINT, t.tag, %s
                FROM %s s
                JOIN listener_map l ON l.ref = s.userID
                JOIN artist_map a ON a.ref = s.artistID
                JOIN tag_map t ON t.ref = s.tagID
                WHERE s.problem IS NULL
                """
                        .formatted(number, time, file.table()));
    }

    private long friends(int number) {
        return session.update(
                """
                INSERT INTO friends
                SELECT DISTINCT ?, l.listener, f.listener
                FROM scratch.friends s
                JOIN listener_map l ON l.ref = s.userID
                JOIN listener_map f ON f.ref = s.friendID
                WHERE s.problem IS NULL
                """,
                number);
    }
}
