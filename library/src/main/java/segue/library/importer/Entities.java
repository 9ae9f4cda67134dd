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
                SELECT number, id, name, key, key_fold(key), ?
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
                SELECT number, id, nullif(owner, -1), name, key, key_fold(key), album, duration, ?
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
                SELECT *, md5_number(coalesce('i' || source_id, 'k' || owner || '/' || key)) AS entity
                FROM (SELECT *, name_key(name) AS key FROM {e}_refs);
                DROP TABLE {e}_refs;

                -- usual: the row with the most usual spelling
                CREATE TEMP TABLE {e}_groups AS
                SELECT entity, min(first) AS first,
                    arg_max(first, n * 100000000000 - first) AS usual
                FROM {e}_keyed GROUP BY entity;

                CREATE TEMP TABLE {e}_known AS
                WITH known_keys AS (
                    SELECT k.entity, k.source_id, k.key, k.owner, g.first
                    FROM {e}_groups g JOIN {e}_keyed k ON k.first = g.usual
                    WHERE (SELECT count(*) FROM {e}s) > 0),
                by_id AS (
                    SELECT g.entity, min(o.number) AS number
                    FROM known_keys g
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
                    FROM known_keys g JOIN free ON free.key = g.key AND free.owner = g.owner
                    WHERE g.entity NOT IN (SELECT entity FROM by_id)
                    AND (g.source_id IS NULL OR free.number NOT IN (
                        SELECT number FROM outside_ids WHERE entity = '{e}' AND kind = {space}))
                    QUALIFY row_number() OVER (PARTITION BY free.number ORDER BY g.first) = 1)
                FROM by_id UNION ALL FROM by_name;

                CREATE TEMP TABLE {e}_numbers AS
                SELECT g.entity, g.usual, k.number IS NULL AS fresh,
                    coalesce(k.number,
                        (SELECT coalesce(max({e}), 0) FROM {e}s) + 1 + g.first) AS number
                FROM {e}_groups g LEFT JOIN {e}_known k ON k.entity = g.entity;
                DROP TABLE {e}_groups;

                CREATE TEMP TABLE {e}_new AS
                SELECT n.number, k.owner, k.key, k.album, k.duration,
                    coalesce(k.name, k.source_id) AS name,
                    coalesce(k.source_id, {long_name}) AS base
                FROM {e}_keyed k JOIN {e}_numbers n ON k.first = n.usual AND k.entity = n.entity
                {owner_join}
                WHERE n.fresh;

                CREATE TEMP TABLE {e}_taken AS
                SELECT base, min(number) AS number FROM {e}_new GROUP BY base HAVING count(*) > 1
                UNION ALL SELECT id, -1 FROM {e}s SEMI JOIN {e}_new ON base = id;

                CREATE TEMP TABLE {e}_named AS
                SELECT n.*, CASE
                    WHEN t.base IS NULL OR t.number = n.number THEN n.base
                    WHEN t.number = -1 AND {space} || ':' || n.base NOT IN (SELECT id FROM {e}s)
                        THEN {space} || ':' || n.base
                    ELSE {space} || ':' || n.base || '#' || n.number END AS id
                FROM {e}_new n
                LEFT JOIN (SELECT base, min(number) AS number FROM {e}_taken GROUP BY base) t
                    ON t.base = n.base;
                DROP TABLE {e}_new;

                CREATE TEMP TABLE {e}_map AS
                SELECT k.owner_ref, k.ref, n.number
                FROM {e}_keyed k JOIN {e}_numbers n ON n.entity = k.entity;
                """;
        String longName =
                entity.equals("artist") ? "k.name" : "coalesce(a.name || ' - ', '') || k.name";
        String ownerJoin =
                entity.equals("artist") ? "" : "LEFT JOIN artists a ON a.artist = k.owner";
        session.run(
                sql.replace("{e}", entity)
                        .replace("{space}", Sql.text(space))
                        .replace("{owner}", owner)
                        .replace("{owner_join}", ownerJoin)
                        .replace("{long_name}", longName));
    }

    private void ids(String entity) {
        String sql =
                """
                INSERT INTO outside_ids
                SELECT DISTINCT '{e}', n.number, {kind}, g.{value}, {import}
                FROM {e}_keyed g JOIN {e}_numbers n ON n.entity = g.entity
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
