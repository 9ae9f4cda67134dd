-- What listeners said of music: 'like', 'skip', 'ban'. One opinion of a thing at a time: what is said
-- last holds. About an artist where `track` is null.
CREATE TABLE feedback (
    import      INTEGER NOT NULL,     -- 0: said, not imported
    listener    INTEGER NOT NULL,
    artist      BIGINT,
    track       BIGINT,
    kind        VARCHAR NOT NULL,
    said_at     TIMESTAMP
);
