package segue.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import segue.library.Status;

/// Counts what is in the library.
public final class Contents {

    private final Database database;

    public Contents(Database database) {
        this.database = database;
    }

    /// One pass over each table.
    public Status status() {
        try (Session session = database.session()) {
            List<Status.Source> sources = new Journal(database).sources(session);
            return session.one(
                    """
                    SELECT
                        (SELECT count(*) FROM listeners),
                        (SELECT count(*) FROM artists),
                        (SELECT count(*) FROM tracks),
                        (SELECT coalesce(sum(plays), 0) FROM plays),
                        (SELECT count(*) FROM (
                            SELECT DISTINCT listener, artist FROM plays WHERE artist IS NOT NULL)),
                        (SELECT count(*) FROM (
                            SELECT DISTINCT listener, track FROM plays WHERE track IS NOT NULL)),
                        (SELECT count(*) FROM tags),
                        (SELECT count(*) FROM taggings),
                        (SELECT count(*) FROM friends),
                        (SELECT count(*) FROM playlists),
                        (SELECT count(*) FROM playlist_tracks),
                        (SELECT count(DISTINCT track) FROM track_features),
                        (SELECT min(played_at) FROM plays),
                        (SELECT max(played_at) FROM plays),
                        (SELECT count(*) FROM files WHERE state = 'heard'),
                        (SELECT count(*) FROM files WHERE state = 'failed'),
                        (SELECT count(*) FROM files WHERE state = 'gone'),
                        (SELECT coalesce(sum(duration_seconds), 0) FROM sounds)
                    """,
                    row ->
                            new Status(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getDouble(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getLong(10),
                                    row.getLong(11),
                                    row.getLong(12),
                                    time(row, 13),
                                    time(row, 14),
                                    sources,
                                    new Status.Files(
                                            row.getLong(15),
                                            row.getLong(16),
                                            row.getLong(17),
                                            row.getDouble(18)),
                                    database.bytes()));
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null
                ? Optional.empty()
                : Optional.of(row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
