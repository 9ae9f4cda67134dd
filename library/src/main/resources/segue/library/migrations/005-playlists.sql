-- Playlists that people made or kept in Segue. Those that came with imports stand in `playlists`:
-- they are replaced when their file is imported again, and models learn from them. These are not:
-- what was recommended and kept must not count as played.
CREATE TABLE own_playlists (
    playlist    BIGINT NOT NULL,
    name        VARCHAR NOT NULL,
    notes       VARCHAR NOT NULL,
    recipe      VARCHAR NOT NULL,     -- the wish that made it, as JSON; or empty
    created     TIMESTAMP NOT NULL,
    changed     TIMESTAMP NOT NULL,
    deleted     TIMESTAMP             -- null while it is there
);

CREATE TABLE own_playlist_entries (
    playlist    BIGINT NOT NULL,
    position    INTEGER NOT NULL,
    artist      BIGINT,
    track       BIGINT                -- null: the entry is an artist
);
