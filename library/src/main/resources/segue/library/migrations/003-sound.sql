-- Files of music that were listened to. A path that is no valid text stands as a file: URI.
CREATE TABLE files (
    file            BIGINT NOT NULL,
    path            VARCHAR NOT NULL,
    bytes           BIGINT NOT NULL,
    modified_millis BIGINT NOT NULL,
    content         VARCHAR NOT NULL,   -- hash of the size and of samples of the bytes
    state           VARCHAR NOT NULL,   -- 'heard', 'failed', 'gone'
    version         INTEGER NOT NULL,   -- of the analysis; what an older one heard is heard again
    failure_kind    VARCHAR,            -- null where it was heard, also while it is gone
    failure         VARCHAR,
    damage          VARCHAR,            -- what is wrong with a file that could be heard all the same
    track           BIGINT,
    album           VARCHAR,            -- from here on what its tags say
    genres          VARCHAR[],
    year            INTEGER,
    codec           VARCHAR,
    bit_rate        BIGINT
);

-- What was heard in a file: one row each. Scalars have columns of their own; unknown ones are null.
CREATE TABLE sounds (
    file                    BIGINT NOT NULL,
    duration_seconds        DOUBLE,
    bpm                     DOUBLE,
    bpm_confidence          DOUBLE,
    bpm_runner_up           DOUBLE,
    first_beat_seconds      DOUBLE,
    beats_per_bar           INTEGER,
    downbeat                INTEGER,
    steady                  BOOLEAN,
    key_tonic               INTEGER,     -- 0 = C … 11 = B; -1: none
    key_minor               BOOLEAN,
    key_confidence          DOUBLE,
    runner_up_tonic         INTEGER,
    runner_up_minor         BOOLEAN,
    tuning_cents            DOUBLE,
    integrated_lufs         DOUBLE,
    loudness_range_lu       DOUBLE,
    true_peak_dbtp          DOUBLE,
    energy                  DOUBLE,      -- 1..10
    danceability            DOUBLE,      -- 0..1, as the next ones
    acousticness            DOUBLE,
    instrumentalness        DOUBLE,
    speechiness             DOUBLE,
    valence                 DOUBLE,
    brightness_hertz        DOUBLE,      -- centre of the spectrum
    onset_rate              DOUBLE,      -- a second
    intro_seconds           DOUBLE,
    outro_seconds           DOUBLE,
    silence_start_seconds   DOUBLE,
    silence_end_seconds     DOUBLE,
    vector                  FLOAT[],     -- what likeness is measured on
    sections                FLOAT[],     -- start and end of each section, seconds
    fingerprint             INTEGER[],
    fingerprint_keys        INTEGER[],   -- two copies share one at its place
    waveform                BLOB
);
