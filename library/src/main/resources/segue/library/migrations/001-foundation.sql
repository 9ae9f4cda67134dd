-- Names as keys: composed, one case, single spaces. The costly expression runs only where a name
-- has spaces to squeeze.
CREATE MACRO name_key(s) AS
    lower(nfc_normalize(trim(
        CASE
            WHEN contains(s, '  ') OR contains(s, chr(9)) OR contains(s, chr(10))
                OR contains(s, chr(160)) OR contains(s, chr(8201)) OR contains(s, chr(8239))
                OR contains(s, chr(8195)) OR contains(s, chr(12288))
            THEN regexp_replace(s, '[\s\p{Z}]+', ' ', 'g')
            ELSE s
        END)));

-- Keys as people type them: no accents, no punctuation; the key itself where nothing would remain.
CREATE MACRO key_fold(k) AS
    CASE
        WHEN regexp_full_match(k, '[a-z0-9 ]+') THEN replace(k, ' ', '')
        WHEN regexp_full_match(strip_accents(k), '[a-z0-9 ]+') THEN replace(strip_accents(k), ' ', '')
        ELSE coalesce(
            nullif(
                regexp_replace(
                    replace(replace(replace(
                        translate(strip_accents(k), 'øłđðıþ', 'olddip'),
                        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
                    '[^\p{L}\p{N}]+', '', 'g'),
                ''),
            k)
    END;

CREATE MACRO name_fold(s) AS key_fold(name_key(s));

-- Finished imports. The highest number is the revision of the library.
CREATE TABLE imports (
    import      INTEGER NOT NULL,
    path        VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    hash        VARCHAR NOT NULL,
    bytes       BIGINT NOT NULL,
    started     TIMESTAMP NOT NULL,
    finished    TIMESTAMP NOT NULL,
    read        BIGINT NOT NULL,
    kept        BIGINT NOT NULL,
    duplicates  BIGINT NOT NULL,
    rejected    BIGINT NOT NULL
);

-- `import` is the one that brought the row first; `space` the kind of source that the id is from.
-- No indexes: they cost memory in bulk loads, and the tables are scanned at gigabytes a second.
CREATE TABLE listeners (
    listener    INTEGER NOT NULL,
    id          VARCHAR NOT NULL,
    space       VARCHAR NOT NULL,
    source_id   VARCHAR NOT NULL,
    import      INTEGER NOT NULL
);

CREATE TABLE artists (
    artist      BIGINT NOT NULL,
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    key         VARCHAR,             -- null where the name is only an id
    fold        VARCHAR,
    import      INTEGER NOT NULL
);

CREATE TABLE tracks (
    track           BIGINT NOT NULL,
    id              VARCHAR NOT NULL,
    artist          BIGINT,
    title           VARCHAR NOT NULL,
    key             VARCHAR,
    fold            VARCHAR,
    album           VARCHAR,
    duration_millis BIGINT,
    import          INTEGER NOT NULL
);

-- Identities elsewhere: entity 'artist' or 'track', kind 'mbid', 'hetrec', 'plays'.
CREATE TABLE outside_ids (
    entity      VARCHAR NOT NULL,
    number      BIGINT NOT NULL,
    kind        VARCHAR NOT NULL,
    value       VARCHAR NOT NULL,
    import      INTEGER NOT NULL
);

-- A count has no time; an event has one.
CREATE TABLE plays (
    import      INTEGER NOT NULL,
    listener    INTEGER NOT NULL,
    artist      BIGINT,
    track       BIGINT,
    plays       DOUBLE NOT NULL,
    played_at   TIMESTAMP
);

CREATE TABLE tags (
    tag         INTEGER NOT NULL,
    name        VARCHAR NOT NULL,
    key         VARCHAR NOT NULL,
    import      INTEGER NOT NULL
);

CREATE TABLE taggings (
    import      INTEGER NOT NULL,
    listener    INTEGER NOT NULL,
    artist      BIGINT,
    track       BIGINT,
    tag         INTEGER NOT NULL,
    tagged_at   TIMESTAMP
);

CREATE TABLE friends (
    import      INTEGER NOT NULL,
    listener    INTEGER NOT NULL,
    friend      INTEGER NOT NULL
);

CREATE TABLE playlists (
    playlist    BIGINT NOT NULL,
    id          VARCHAR NOT NULL,
    owner       BIGINT,
    name        VARCHAR NOT NULL,
    fold        VARCHAR,
    import      INTEGER NOT NULL
);

CREATE TABLE playlist_tracks (
    import      INTEGER NOT NULL,
    playlist    BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    artist      BIGINT,
    track       BIGINT
);
