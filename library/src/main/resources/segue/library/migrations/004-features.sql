-- What files of audio features say of tracks, in the units and by the names of Spotify. One row for
-- a track and an import: what several say is kept side by side. Unknown values are null.
CREATE TABLE track_features (
    import              INTEGER NOT NULL,
    track               BIGINT NOT NULL,
    popularity          DOUBLE,      -- 0..100
    danceability        DOUBLE,      -- 0..1, as energy and those from speechiness to valence
    energy              DOUBLE,
    key                 DOUBLE,      -- 0 = C … 11 = B
    loudness            DOUBLE,      -- decibels
    mode                DOUBLE,      -- 1 major, 0 minor
    speechiness         DOUBLE,
    acousticness        DOUBLE,
    instrumentalness    DOUBLE,
    liveness            DOUBLE,
    valence             DOUBLE,
    tempo               DOUBLE,      -- beats a minute
    duration_ms         DOUBLE,
    time_signature      DOUBLE,
    year                INTEGER,
    release_date        VARCHAR
);

CREATE TABLE track_genres (
    import      INTEGER NOT NULL,
    track       BIGINT NOT NULL,
    genre       VARCHAR NOT NULL,
    subgenre    VARCHAR
);
