package segue.library.importer;

import segue.library.store.Session;

/// From `scratch.plays` and the maps of [Entities] into plays and playlists.
final class Facts {

    private final Session session;
    private final PlaysFile file;
    private final int number;
    private final String listener;
    private final String joins;

    /// @param listener, artist, track how rows name theirs
    Facts(
            Session session,
            PlaysFile file,
            int number,
            String listener,
            String artist,
            String track) {
        this.session = session;
        this.file = file;
        this.number = number;
        this.listener = listener;
        this.joins =
                """
                LEFT JOIN artist_map a ON a.ref = %1$s
                LEFT JOIN track_map t ON t.owner_ref = coalesce(%1$s, '') AND t.ref = %2$s
                """
                        .formatted(artist, track);
    }

    /// Events, each once, and counts, summed.
    ///
    /// @return how many rows were kept
    long plays() {
        String plays = file.has(Role.PLAYS) ? "coalesce(s.plays, 1)" : "1";
        String at = file.has(Role.TIME) ? "s.played_at" : "NULL::TIMESTAMP";
        String rows =
                """
                SELECT l.listener, a.number AS artist, t.number AS track, %s AS plays, %s AS played_at,
                    s.rowid AS n
                FROM scratch.plays s
                JOIN listener_map l ON l.ref = %s
                %s
                WHERE s.problem IS NULL
                """
                        .formatted(plays, at, listener, joins);
        long kept = 0;
        if (file.has(Role.TIME)) {
            boolean first =
                    session.number("SELECT count(*) FROM plays WHERE played_at IS NOT NULL") == 0;
            kept +=
                    session.update(
                            """
                            INSERT INTO plays
                            SELECT %d, listener, artist, track, arg_min(plays, n), played_at
                            FROM (%s) e WHERE played_at IS NOT NULL %s
                            GROUP BY listener, artist, track, played_at
                            """
                                    .formatted(
                                            number,
                                            rows,
                                            first
                                                    ? ""
                                                    : """
                                                    AND NOT EXISTS (
                                                        SELECT 1 FROM plays p
                                                        WHERE p.played_at = e.played_at
                                                        AND p.listener = e.listener
                                                        AND p.artist IS NOT DISTINCT FROM e.artist
                                                        AND p.track IS NOT DISTINCT FROM e.track)
                                                    """));
        }
        session.update(
                """
                INSERT INTO plays
                SELECT %d, listener, artist, track, sum(plays), NULL
                FROM (%s) WHERE played_at IS NULL
                GROUP BY listener, artist, track
                """
                        .formatted(number, rows));
        return kept
                + session.number(
                        "SELECT count(*) FROM scratch.plays s WHERE problem IS NULL AND "
                                + at
                                + " IS NULL");
    }

    /// Opinions, the last of each listener on each thing; they replace earlier ones.
    ///
    /// @return how many rows were kept
    long feedback() {
        String at = file.has(Role.TIME) ? "s.played_at" : "NULL::TIMESTAMP";
        session.run(
                """
                CREATE TEMP TABLE opinions AS
                SELECT l.listener, a.number AS artist, t.number AS track,
                    arg_max(s.opinion, (coalesce(%1$s, TIMESTAMP '1970-01-01'), s.rowid)) AS kind,
                    max(%1$s) AS said_at
                FROM scratch.plays s JOIN listener_map l ON l.ref = %2$s %3$s
                WHERE s.problem IS NULL GROUP BY ALL;

                DELETE FROM feedback f WHERE EXISTS (
                    SELECT 1 FROM opinions o
                    WHERE o.listener = f.listener AND o.artist IS NOT DISTINCT FROM f.artist
                    AND o.track IS NOT DISTINCT FROM f.track);
                """
                        .formatted(at, listener, joins));
        return session.update(
                "INSERT INTO feedback SELECT ?, listener, artist, track, kind, said_at FROM opinions",
                number);
    }

    /// Playlist entries, each once in its playlist.
    ///
    /// @return how many rows were kept
    long playlists() {
        String owner = file.has(Role.LISTENER) ? "l.listener" : "NULL::INTEGER";
        String owners = file.has(Role.LISTENER) ? "JOIN listener_map l ON l.ref = s.listener" : "";
        String ref = file.firstOf(Role.PLAYLIST_ID, Role.PLAYLIST);
        String name = file.firstOf(Role.PLAYLIST, Role.PLAYLIST_ID);
        session.run(
                """
                CREATE TEMP TABLE playlist_refs AS
                SELECT b.*, coalesce(x.id || '/', '') || nfc_normalize(b.ref) AS id
                FROM (
                    SELECT %1$s AS owner, %4$s AS ref, min(s.rowid) AS first,
                        arg_min(%5$s, s.rowid) AS name
                    FROM scratch.plays s %2$s
                    WHERE s.problem IS NULL GROUP BY 1, 2) b
                LEFT JOIN listeners x ON x.listener = b.owner;

                INSERT INTO playlists
                SELECT (SELECT coalesce(max(playlist), 0) FROM playlists) + 1 + min(first),
                    id, any_value(owner), nfc_normalize(any_value(name)),
                    name_fold(any_value(name)), %3$d
                FROM playlist_refs WHERE id NOT IN (SELECT id FROM playlists) GROUP BY id;

                CREATE TEMP TABLE playlist_map AS
                SELECT r.owner, r.ref, p.playlist FROM playlist_refs r JOIN playlists p USING (id);
                """
                        .formatted(owner, owners, number, ref, name));
        boolean first = session.number("SELECT count(*) FROM playlist_tracks") == 0;
        return session.update(
                """
                INSERT INTO playlist_tracks
                SELECT %d, playlist, min(n), artist, track
                FROM (
                    SELECT p.playlist, a.number AS artist, t.number AS track, s.rowid AS n
                    FROM scratch.plays s
                    %s
                    JOIN playlist_map p ON p.ref = %s AND p.owner IS NOT DISTINCT FROM %s
                    %s
                    WHERE s.problem IS NULL) e
                %s
                GROUP BY playlist, artist, track
                """
                        .formatted(
                                number,
                                owners,
                                ref,
                                owner,
                                joins,
                                first
                                        ? ""
                                        : """
                                        WHERE NOT EXISTS (
                                            SELECT 1 FROM playlist_tracks x
                                            WHERE x.playlist = e.playlist
                                            AND x.artist IS NOT DISTINCT FROM e.artist
                                            AND x.track IS NOT DISTINCT FROM e.track)
                                        """));
    }
}
