package segue.library.importer;

import segue.library.store.Session;

/// From the artists, tracks and listeners of a source to those of the library: known ones are
/// found, new ones get the next numbers in the order of their first row.
///
/// A source tells of entities in a temporary table `artist_refs` or `track_refs` with the columns
///
/// | column | meaning |
/// |---|---|
/// | ref, owner_ref | how rows of the source name the entity; owner_ref is a track's artist |
/// | owner | the number of a track's artist, or -1 |
/// | source_id | the source's own id, or null |
/// | name | what it is called, or null where only the id is known |
/// | mbid | the MusicBrainz id, or null |
/// | album, duration | of tracks |
/// | first, n | its first row, and how many rows |
///
/// and is given `artist_map` or `track_map` with owner_ref, ref and number. An entity is known by
/// its id in this kind of source, else by its name; each known entity is given to one id of a
/// source only, so that two artists of one name in one source stay two.
final class Entities {

    private final Session session;
    private final String space;
    private final int number;

    /// @param space the kind of source whose ids these are ("hetrec")
    /// @param number the import
    Entities(Session session, String space, int number) {
        this.session = session;
        this.space = space;
        this.number = number;
    }

    void artists() {
        resolve("artist", "-1");
        session.update(
                """
                INSERT INTO artists
                SELECT number, id, name, key, CASE WHEN key IS NOT NULL THEN name_fold(name) END, ?
                FROM artist_named
                """,
                number);
        ids("artist");
    }

    void tracks() {
        resolve("track", "coalesce(artist, -1)");
        session.update(
                """
                INSERT INTO tracks
                SELECT number, id, nullif(owner, -1), name, key,
                    CASE WHEN key IS NOT NULL THEN name_fold(name) END, album, duration, ?
                FROM track_named
                """,
                number);
        ids("track");
    }

    /// Reads `listener_refs` (ref, first) and makes `listener_map` (ref, listener).
    void listeners() {
        session.update(
                """
                INSERT INTO listeners
                WITH fresh AS (
                    SELECT nfc_normalize(ref) AS source_id, min(first) AS first
                    FROM listener_refs GROUP BY ALL
                    HAVING source_id NOT IN (SELECT source_id FROM listeners WHERE space = $1))
                SELECT
                    (SELECT coalesce(max(listener), 0) FROM listeners)
                        + row_number() OVER (ORDER BY first),
                    CASE WHEN source_id IN (SELECT id FROM listeners)
                        THEN $1 || ':' || source_id ELSE source_id END,
                    $1, source_id, $2
                FROM fresh
                """,
                space,
                number);
        session.run(
                """
                CREATE TEMP TABLE listener_map AS
                SELECT r.ref, l.listener
                FROM listener_refs r
                JOIN listeners l ON l.source_id = nfc_normalize(r.ref) AND l.space = %s
                """
                        .formatted(Sql.text(space)));
    }

    private void resolve(String entity, String owner) {
        String sql =
                """
                CREATE TEMP TABLE {e}_keyed AS
                SELECT *, name_key(name) AS key,
                    coalesce('i' || source_id, 'k' || owner || '/' || name_key(name)) AS entity
                FROM {e}_refs;

                CREATE TEMP TABLE {e}_groups AS
                SELECT entity, any_value(owner) AS owner, any_value(source_id) AS source_id,
                    arg_max(name, row(n, -first)) AS name, arg_max(key, row(n, -first)) AS key,
                    arg_min(mbid, first) AS mbid, arg_min(album, first) AS album,
                    arg_min(duration, first) AS duration, min(first) AS first
                FROM {e}_keyed GROUP BY entity;

                CREATE TEMP TABLE {e}_known AS
                WITH by_id AS (
                    SELECT g.entity, min(o.number) AS number
                    FROM {e}_groups g
                    JOIN outside_ids o
                        ON o.entity = '{e}' AND o.kind = {space} AND o.value = g.source_id
                    GROUP BY g.entity),
                free AS (
                    SELECT key, {owner} AS owner, min({e}) AS number
                    FROM {e}s
                    WHERE key IS NOT NULL AND {e} NOT IN (SELECT number FROM by_id)
                    GROUP BY ALL),
                by_name AS (
                    SELECT g.entity, free.number
                    FROM {e}_groups g JOIN free ON free.key = g.key AND free.owner = g.owner
                    WHERE g.entity NOT IN (SELECT entity FROM by_id)
                    AND (g.source_id IS NULL OR free.number NOT IN (
                        SELECT number FROM outside_ids WHERE entity = '{e}' AND kind = {space}))
                    QUALIFY row_number() OVER (PARTITION BY free.number ORDER BY g.first) = 1)
                FROM by_id UNION ALL FROM by_name;

                CREATE TEMP TABLE {e}_new AS
                SELECT g.* EXCLUDE (name), coalesce(name, source_id) AS name,
                    ((SELECT coalesce(max({e}), 0) FROM {e}s)
                        + row_number() OVER (ORDER BY g.first))::INTEGER AS number,
                    coalesce(g.source_id, {long_name}) AS base
                FROM {e}_groups g ANTI JOIN {e}_known k ON k.entity = g.entity;

                CREATE TEMP TABLE {e}_named AS
                SELECT * EXCLUDE (base), CASE
                    WHEN turn = 1 AND base NOT IN (SELECT id FROM {e}s) THEN base
                    WHEN turn = 1 AND {space} || ':' || base NOT IN (SELECT id FROM {e}s)
                        THEN {space} || ':' || base
                    ELSE {space} || ':' || base || '#' || number END AS id
                FROM (SELECT *, row_number() OVER (PARTITION BY base ORDER BY number) AS turn
                    FROM {e}_new);

                CREATE TEMP TABLE {e}_numbers AS
                SELECT entity, number FROM {e}_known
                UNION ALL SELECT entity, number FROM {e}_new;

                CREATE TEMP TABLE {e}_map AS
                SELECT k.owner_ref, k.ref, n.number
                FROM {e}_keyed k JOIN {e}_numbers n ON n.entity = k.entity;
                """;
        String longName =
                entity.equals("artist")
                        ? "g.name"
                        : "coalesce((SELECT a.name FROM artists a WHERE a.artist = g.owner) || ' - ', '') || g.name";
        session.run(
                sql.replace("{e}", entity)
                        .replace("{space}", Sql.text(space))
                        .replace("{owner}", owner)
                        .replace("{long_name}", longName));
    }

    private void ids(String entity) {
        String sql =
                """
                INSERT INTO outside_ids
                SELECT DISTINCT '{e}', n.number, {kind}, g.{value}, {import}
                FROM {e}_groups g JOIN {e}_numbers n ON n.entity = g.entity
                WHERE g.{value} IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM outside_ids o WHERE o.entity = '{e}' AND o.kind = {kind}
                    AND o.value = g.{value} AND o.number = n.number)
                """
                        .replace("{e}", entity)
                        .replace("{import}", String.valueOf(number));
        session.run(sql.replace("{kind}", Sql.text(space)).replace("{value}", "source_id"));
        session.run(sql.replace("{kind}", "'mbid'").replace("{value}", "mbid"));
    }
}
