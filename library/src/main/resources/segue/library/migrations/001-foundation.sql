-- Names as keys: composed, one case, single spaces.
CREATE MACRO name_key(s) AS
    lower(nfc_normalize(trim(regexp_replace(s, '[\s\p{Z}]+', ' ', 'g'))));

-- Names as people type them: no accents, no punctuation; the key itself where nothing would remain.
CREATE MACRO name_fold(s) AS
    coalesce(
        nullif(
            regexp_replace(
                replace(replace(replace(
                    translate(strip_accents(name_key(s)), 'øłđðıþ', 'olddip'),
                    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
                '[^\p{L}\p{N}]+', '', 'g'),
            ''),
        name_key(s));

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
    artist      INTEGER NOT NULL,
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    key         VARCHAR,             -- null where the name is only an id
    fold        VARCHAR,
    import      INTEGER NOT NULL
);

CREATE TABLE tracks (
    track           INTEGER NOT NULL,
    id              VARCHAR NOT NULL,
    artist          INTEGER,
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
    number      INTEGER NOT NULL,
    kind        VARCHAR NOT NULL,
    value       VARCHAR NOT NULL,
    import      INTEGER NOT NULL
);

-- A count has no time; an event has one.
CREATE TABLE plays (
    import      INTEGER NOT NULL,
    listener    INTEGER NOT NULL,
    artist      INTEGER,
    track       INTEGER,
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
    artist      INTEGER,
    track       INTEGER,
    tag         INTEGER NOT NULL,
    tagged_at   TIMESTAMP
);

CREATE TABLE friends (
    import      INTEGER NOT NULL,
    listener    INTEGER NOT NULL,
    friend      INTEGER NOT NULL
);

CREATE TABLE playlists (
    playlist    INTEGER NOT NULL,
    id          VARCHAR NOT NULL,
    owner       INTEGER,
    name        VARCHAR NOT NULL,
    fold        VARCHAR,
    import      INTEGER NOT NULL
);

CREATE TABLE playlist_tracks (
    import      INTEGER NOT NULL,
    playlist    INTEGER NOT NULL,
    position    BIGINT NOT NULL,
    artist      INTEGER,
    track       INTEGER
);
