package segue.library.importer;

import java.util.List;
import java.util.Map;
import segue.library.store.Session;

/// Loads a plays file into `scratch.plays`: texts trimmed, numbers and times understood, and each
/// row that cannot be used marked with its problem.
final class PlaysStaging {

    private static final List<Role> TEXTS =
            List.of(
                    Role.LISTENER,
                    Role.ARTIST,
                    Role.ARTIST_ID,
                    Role.ARTIST_MBID,
                    Role.TRACK,
                    Role.TRACK_ID,
                    Role.TRACK_MBID,
                    Role.ALBUM,
                    Role.PLAYLIST,
                    Role.PLAYLIST_ID);

    /// The word of an opinion: by name, or by score (ListenBrainz).
    private static final String OPINION =
            """
            CASE WHEN lower(r_kind) IN ('like', 'love', 'loved', '1') THEN 'like'
                WHEN lower(r_kind) IN ('skip', 'dislike', 'hate', '-1') THEN 'skip'
                WHEN lower(r_kind) IN ('ban', 'banned', 'block') THEN 'ban' END""";

    private PlaysStaging() {}

    static void load(Session session, SourceFile source, PlaysFile file) {
        StagingTable table = new StagingTable(file);
        for (Map.Entry<Role, String> role : file.roles().entrySet()) {
            String name = "r_" + role.getKey().column();
            table.value(Sql.filled(role.getValue()) + " AS " + name);
            if (TEXTS.contains(role.getKey())) {
                table.column(name + " AS " + role.getKey().column());
            }
        }
        if (file.has(Role.PLAYS)) {
            table.value("try_cast(r_plays AS DOUBLE) AS number");
            table.column("CASE WHEN problem IS NULL THEN number END AS plays");
        }
        if (file.has(Role.KIND)) {
            table.value(OPINION + " AS opinion");
            table.column("opinion");
        }
        if (file.has(Role.TIME)) {
            table.value(Sql.time("r_time") + " AS played_at");
            table.column("played_at");
        }
        if (file.has(Role.DURATION)) {
            table.column(
                    """
                    CASE WHEN try_cast(r_duration AS DOUBLE) < 10000
                        THEN try_cast(r_duration AS DOUBLE) * 1000
                        ELSE try_cast(r_duration AS DOUBLE) END::BIGINT AS duration""");
        }
        problems(table, file);
        table.load(session, source);
    }

    private static void problems(StagingTable table, PlaysFile file) {
        if (file.all().equals("text")) {
            table.unfit("NOT valid", "not JSON");
        }
        if (file.has(Role.LISTENER)) {
            table.unfit("r_listener IS NULL", "no listener");
        }
        table.unfit(file.itemIsMissing(), "no artist or track");
        if (file.isOfPlaylists()) {
            String name = file.has(Role.PLAYLIST) ? "r_playlist IS NULL" : "true";
            String id = file.has(Role.PLAYLIST_ID) ? "r_playlist_id IS NULL" : "true";
            table.unfit(name + " AND " + id, "no playlist");
        }
        if (file.has(Role.KIND)) {
            table.unfit("opinion IS NULL", "neither like, skip nor ban");
        }
        if (file.has(Role.PLAYS)) {
            table.unfit(
                    "number IS NULL OR isnan(number) OR isinf(number)", "plays is not a number");
            table.unfit("number < 0", "negative plays");
            table.unfit("number = 0", "no plays");
        }
        if (file.has(Role.TIME)) {
            table.unfit("r_time IS NOT NULL AND played_at IS NULL", "time not understood");
            table.unfit("played_at < TIMESTAMP '1990-01-01'", "time before 1990");
            table.unfit("played_at > now()::TIMESTAMP + INTERVAL 1 DAY", "time in the future");
        }
    }
}
