-- A batch, or one file of it, is taken out and brought back as often as somebody errs; the last word about each counts (see
-- `live.sql`). Files are told apart by their names within a batch.
CREATE TABLE taken (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch (id),
    -- None: the whole batch.
    file TEXT,
    is_out INTEGER NOT NULL,
    at TEXT NOT NULL,
    -- The newest batch at that time, so that the books can be read as they stood at any batch.
    after INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

INSERT INTO taken (batch, file, is_out, at, after) SELECT batch, NULL, 1, at, after FROM reverted ORDER BY after, at, batch;
DROP TABLE reverted;

CREATE TRIGGER taken_stays BEFORE DELETE ON taken BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER taken_is_final BEFORE UPDATE ON taken BEGIN SELECT raise(ABORT, 'the journal only grows'); END;

-- Which file of the batch replaced the sheet; until now always one of the same name.
ALTER TABLE replaced ADD COLUMN by_file TEXT;
UPDATE replaced SET by_file = (SELECT file FROM source WHERE id = replaced.source);

-- Files some rows of which stood in a sheet of before, and so were not taken again. When that sheet is taken out, these files
-- have to come in again. They need not belong to a batch: one that brought nothing new made none.
CREATE TABLE leant (
    batch INTEGER,
    file TEXT NOT NULL,
    path TEXT NOT NULL,
    hash BLOB NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY (source, hash, path)
) STRICT, WITHOUT ROWID;
