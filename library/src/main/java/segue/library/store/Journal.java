package segue.library.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import segue.library.ImportReport;
import segue.library.Status;

/// Which imports the library has finished.
public final class Journal {

    private final Database database;

    public Journal(Database database) {
        this.database = database;
    }

    /// The number of the newest import; grows with each. 0 for a new library.
    public long revision() {
        try (Session session = database.session()) {
            return session.number("SELECT coalesce(max(import), 0) FROM imports");
        }
    }

    /// A text that changes with the revision, and when files were heard, moved or lost.
    public String stamp() {
        try (Session session = database.session()) {
            return session.one(
                    """
                    SELECT (SELECT coalesce(max(import), 0) FROM imports) || '-' || (
                        SELECT count(*) || '-' || coalesce(
                            bit_xor(hash(file, path, coalesce(track, -1), state, content)), 0)
                        FROM files)
                    """,
                    row -> row.getString(1));
        }
    }

    /// The finished imports in their order.
    List<Status.Source> sources(Session session) {
        return session.list(
                """
                SELECT path, kind, finished, read, kept, duplicates, rejected
                FROM imports ORDER BY import
                """,
                row ->
                        new Status.Source(
                                row.getString(1),
                                row.getString(2),
                                instant(row.getObject(3, LocalDateTime.class)),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)));
    }

    /// The report of an import of the same content, if there was one.
    public Optional<ImportReport> finished(Session session, String kind, String hash) {
        return session
                .list(
                        """
                        SELECT path, read, kept, duplicates, rejected, finished
                        FROM imports WHERE kind = ? AND hash = ?
                        """,
                        row ->
                                new ImportReport(
                                        row.getString(1),
                                        kind,
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        List.of(),
                                        List.of(),
                                        Optional.of(instant(row.getObject(6, LocalDateTime.class))),
                                        0),
                        kind,
                        hash)
                .stream()
                .findFirst();
    }

    /// Begins an import: forgets what an older version of the same path brought.
    ///
    /// @return the number of the new import
    public int begin(Session session, String kind, String path) {
        int next = (int) session.number("SELECT coalesce(max(import), 0) + 1 FROM imports");
        for (Integer old :
                session.list(
                        "SELECT import FROM imports WHERE kind = ? AND path = ?",
                        row -> row.getInt(1),
                        kind,
                        path)) {
            forget(session, old);
        }
        return next;
    }

    /// Ends an import within its transaction.
    public void end(
            Session session,
            int number,
            String hash,
            long bytes,
            Instant started,
            ImportReport report) {
        session.update(
                "INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                report.source(),
                report.kind(),
                hash,
                bytes,
                utc(started),
                utc(Instant.now()),
                report.read(),
                report.kept(),
                report.duplicates(),
                report.rejected());
    }

    /// Takes back an import. What it brought first and others use too stays.
    private static void forget(Session session, int old) {
        for (String table :
                List.of(
                        "plays",
                        "taggings",
                        "friends",
                        "playlist_tracks",
                        "track_features",
                        "track_genres")) {
            session.update("DELETE FROM " + table + " WHERE import = ?", old);
        }
        session.update(
                """
                DELETE FROM playlists WHERE import = ?
                AND playlist NOT IN (SELECT playlist FROM playlist_tracks)
                """,
                old);
        session.update(
                """
                DELETE FROM tags WHERE import = ? AND tag NOT IN (SELECT tag FROM taggings)
                """,
                old);
        session.update(
                """
                DELETE FROM tracks WHERE import = ?
                AND track NOT IN (SELECT track FROM plays WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM playlist_tracks WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM taggings WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM files WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM own_playlist_entries WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM track_features
                    UNION ALL SELECT track FROM track_genres)
                """,
                old);
        session.update(
                """
                DELETE FROM artists WHERE import = ?
                AND artist NOT IN (SELECT artist FROM plays WHERE artist IS NOT NULL
                    UNION ALL SELECT artist FROM playlist_tracks WHERE artist IS NOT NULL
                    UNION ALL SELECT artist FROM taggings WHERE artist IS NOT NULL
                    UNION ALL SELECT artist FROM own_playlist_entries WHERE artist IS NOT NULL
                    UNION ALL SELECT artist FROM tracks WHERE artist IS NOT NULL)
                """,
                old);
        session.update(
                """
                DELETE FROM listeners WHERE import = ?
                AND listener NOT IN (SELECT listener FROM plays
                    UNION ALL SELECT listener FROM taggings
                    UNION ALL SELECT listener FROM friends
                    UNION ALL SELECT friend FROM friends
                    UNION ALL SELECT owner FROM playlists WHERE owner IS NOT NULL)
                """,
                old);
        session.run(
                """
                DELETE FROM outside_ids WHERE (entity, number) NOT IN (
                    SELECT ('artist', artist) FROM artists
                    UNION ALL SELECT ('track', track) FROM tracks)
                """);
        session.update("DELETE FROM imports WHERE import = ?", old);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
