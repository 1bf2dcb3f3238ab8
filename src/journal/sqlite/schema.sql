-- Rows are only ever added: what no longer counts is said in a row of its own, and the triggers below hold it so.

CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    command TEXT NOT NULL
) STRICT;

-- A sheet of a file, as one import saw it.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch (id),
    file TEXT NOT NULL,
    path TEXT NOT NULL,
    hash BLOB NOT NULL,
    sheet TEXT,
    kind TEXT NOT NULL,
    headings TEXT NOT NULL
) STRICT;

CREATE TABLE row (
    seq INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key BLOB NOT NULL,
    at TEXT,
    phone TEXT,
    record TEXT NOT NULL
) STRICT;

-- Read only when somebody asks for evidence, and so kept out of the way of the rows themselves.
CREATE TABLE cells (
    seq INTEGER PRIMARY KEY REFERENCES row (seq),
    cells TEXT NOT NULL,
    warnings TEXT
) STRICT;

CREATE TABLE stated (
    batch INTEGER NOT NULL REFERENCES batch (id),
    kind TEXT NOT NULL,
    department TEXT,
    through TEXT NOT NULL
) STRICT;

-- `after`: the newest batch at that time, so that the books can be read as they stood at any batch.
CREATE TABLE reverted (
    batch INTEGER PRIMARY KEY REFERENCES batch (id),
    at TEXT NOT NULL,
    after INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- Every earlier sheet of the file's name, also those replaced before: reverting one replacement must not bring back
-- what a later one replaced again.
CREATE TABLE replaced (
    source INTEGER NOT NULL REFERENCES source (id),
    batch INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (source, batch)
) STRICT, WITHOUT ROWID;

CREATE INDEX row_key ON row (key, source);
CREATE INDEX row_staff ON row (seq) WHERE kind = 'staff';

CREATE VIEW live_batch AS
SELECT * FROM batch WHERE id NOT IN (SELECT batch FROM reverted);

CREATE VIEW live_source AS
SELECT * FROM source
WHERE batch IN (SELECT id FROM live_batch)
  AND id NOT IN (SELECT source FROM replaced WHERE batch IN (SELECT id FROM live_batch));

CREATE TRIGGER batch_stays BEFORE DELETE ON batch BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER source_stays BEFORE DELETE ON source BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER row_stays BEFORE DELETE ON row BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER cells_stay BEFORE DELETE ON cells BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER stated_stays BEFORE DELETE ON stated BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER row_is_final BEFORE UPDATE ON row BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER cells_are_final BEFORE UPDATE ON cells BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
