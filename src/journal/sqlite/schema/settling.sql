-- What is settled beside the rows: which sheets are versions of one another, which rows another one completes, what waits for
-- somebody, and what somebody has dealt with. `after` is the newest batch at that time, as in `reverted`.

-- A sheet that holds all of an earlier one of its file's name, or was put beside it on purpose.
CREATE TABLE version (
    source INTEGER NOT NULL REFERENCES source (id),
    earlier INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (source, earlier)
) STRICT, WITHOUT ROWID;

-- Rows that a later version no longer has and that stay all the same, because somebody said so.
CREATE TABLE stays (
    seq INTEGER NOT NULL REFERENCES row (seq),
    batch INTEGER NOT NULL REFERENCES batch (id),
    by_file TEXT NOT NULL,
    PRIMARY KEY (seq, batch)
) STRICT, WITHOUT ROWID;

-- Rows whose place another one has taken that says the same and more.
CREATE TABLE completed (
    seq INTEGER NOT NULL REFERENCES row (seq),
    batch INTEGER NOT NULL REFERENCES batch (id),
    by_file TEXT NOT NULL,
    PRIMARY KEY (seq, batch)
) STRICT, WITHOUT ROWID;

-- Files that wait for somebody to say what becomes of the rows of before.
CREATE TABLE held (
    path TEXT PRIMARY KEY,
    hash BLOB NOT NULL,
    at TEXT NOT NULL,
    there INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    twins INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A row that was refused, by the file it stood in first, and where it was written to be corrected.
CREATE TABLE rejected (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    after INTEGER NOT NULL,
    file TEXT NOT NULL,
    sheet TEXT,
    kind TEXT NOT NULL,
    line INTEGER NOT NULL,
    cells TEXT NOT NULL,
    reasons TEXT NOT NULL,
    written TEXT
) STRICT;

-- By the batch that took the corrected row in, or by whom.
CREATE TABLE settled (
    rejected INTEGER NOT NULL REFERENCES rejected (id),
    at TEXT NOT NULL,
    after INTEGER NOT NULL,
    batch INTEGER REFERENCES batch (id),
    by TEXT
) STRICT;

-- What `check` listed and somebody has dealt with.
CREATE TABLE seen (
    item TEXT NOT NULL,
    at TEXT NOT NULL,
    after INTEGER NOT NULL,
    by TEXT NOT NULL
) STRICT;

-- Every task ever put on a list (回访单号), and whose it was then.
CREATE TABLE given (
    task TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    phone TEXT NOT NULL,
    customer TEXT,
    members TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX rejected_file ON rejected (file);
CREATE INDEX settled_rejected ON settled (rejected);

CREATE TRIGGER version_stays BEFORE DELETE ON version BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER stays_stays BEFORE DELETE ON stays BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER completed_stays BEFORE DELETE ON completed BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER rejected_stays BEFORE DELETE ON rejected BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER settled_stays BEFORE DELETE ON settled BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER seen_stays BEFORE DELETE ON seen BEGIN SELECT raise(ABORT, 'the journal only grows'); END;

-- Between which places in the journal a sheet's rows lie.
CREATE TABLE span (
    source INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
INSERT INTO span SELECT source, min(seq), max(seq) FROM row GROUP BY source;
