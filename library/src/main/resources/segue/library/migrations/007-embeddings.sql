-- What the neural listener made of files: one row each, all of one training.
CREATE TABLE embeddings (
    file   BIGINT NOT NULL,
    vector FLOAT[] NOT NULL
);
