package segue.library.importer;

import java.util.ArrayList;
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
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        for (Map.Entry<Role, String> role : file.roles().entrySet()) {
            String name = "r_" + role.getKey().column();
            inner.add(Sql.filled(role.getValue()) + " AS " + name);
            if (TEXTS.contains(role.getKey())) {
                outer.add(name + " AS " + role.getKey().column());
            }
        }
        if (file.has(Role.PLAYS)) {
            inner.add("try_cast(r_plays AS DOUBLE) AS number");
            outer.add("CASE WHEN problem IS NULL THEN number END AS plays");
        }
        if (file.has(Role.KIND)) {
            inner.add(OPINION + " AS opinion");
            outer.add("opinion");
        }
        if (file.has(Role.TIME)) {
            inner.add(Sql.time("r_time") + " AS played_at");
            outer.add("played_at");
        }
        if (file.has(Role.DURATION)) {
            outer.add(
                    """
                    CASE WHEN try_cast(r_duration AS DOUBLE) < 10000
                        THEN try_cast(r_duration AS DOUBLE) * 1000
                        ELSE try_cast(r_duration AS DOUBLE) END::BIGINT AS duration""");
        }
        if (file.form() == Staged.Form.NUMBERED) {
            outer.add("line");
        } else {
            outer.add(moreLines(file) + " AS more_lines");
        }
        outer.add("problem");
        outer.add("CASE WHEN problem IS NOT NULL THEN " + file.all() + " END AS told");
        session.load(
                """
                CREATE TABLE scratch.plays AS
                SELECT %s
                FROM (SELECT *, %s AS problem FROM (SELECT *, %s FROM %s))
                """
                        .formatted(
                                String.join(", ", outer),
                                problem(file),
                                String.join(", ", inner),
                                file.from()),
                source.name());
    }

    /// Lines of a row beyond its first, which only quotes make possible.
    private static String moreLines(PlaysFile file) {
        if (!file.quoted()) {
            return "0";
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < file.columns(); i++) {
            columns.add("(" + Sql.moreLines("c" + i) + ")");
        }
        return String.join(" + ", columns);
    }

    /// Why a row cannot be used; null where it can.
    private static String problem(PlaysFile file) {
        StringBuilder sql = new StringBuilder("CASE");
        if (file.all().equals("text")) {
            when(sql, "NOT valid", "not JSON");
        }
        if (file.has(Role.LISTENER)) {
            when(sql, "r_listener IS NULL", "no listener");
        }
        when(sql, file.itemIsMissing(), "no artist or track");
        if (file.isOfPlaylists()) {
            String name = file.has(Role.PLAYLIST) ? "r_playlist IS NULL" : "true";
            String id = file.has(Role.PLAYLIST_ID) ? "r_playlist_id IS NULL" : "true";
            when(sql, name + " AND " + id, "no playlist");
        }
        if (file.has(Role.KIND)) {
            when(sql, "opinion IS NULL", "neither like, skip nor ban");
        }
        if (file.has(Role.PLAYS)) {
            when(sql, "number IS NULL OR isnan(number) OR isinf(number)", "plays is not a number");
            when(sql, "number < 0", "negative plays");
            when(sql, "number = 0", "no plays");
        }
        if (file.has(Role.TIME)) {
            when(sql, "r_time IS NOT NULL AND played_at IS NULL", "time not understood");
            when(sql, "played_at < TIMESTAMP '1990-01-01'", "time before 1990");
            when(sql, "played_at > now()::TIMESTAMP + INTERVAL 1 DAY", "time in the future");
        }
        return sql.append(" END").toString();
    }

    private static void when(StringBuilder sql, String condition, String problem) {
        sql.append(" WHEN ").append(condition).append(" THEN ").append(Sql.text(problem));
    }
}
