-- What was noted while a server ran, one row each, in the order it was noted. What holds of it stands
-- in `plays` and `feedback` with import 0 as well; this table knows each event by its key, so that
-- none counts twice and each can be undone. About an artist where `track` is null.
CREATE TABLE events (
    event       BIGINT NOT NULL,
    key         VARCHAR PRIMARY KEY,
    listener    INTEGER NOT NULL,
    kind        VARCHAR NOT NULL,    -- 'play', 'like', 'skip', 'ban'
    artist      BIGINT,
    track       BIGINT,
    happened    TIMESTAMP NOT NULL,
    undone      BOOLEAN NOT NULL
);
