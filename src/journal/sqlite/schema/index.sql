-- What rows are found by. All of it is made of the rows and of nothing else, and is written in bulk and in order, which a
-- B-tree takes several times as fast as row by row; no foreign keys, since a row never goes.

-- Whether a row is there already.
DROP INDEX row_key;
CREATE TABLE known (
    key BLOB NOT NULL,
    source INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, source, seq)
) STRICT, WITHOUT ROWID;

-- Of each sheet a digest of its rows, so that the digest of all does not take reading all.
CREATE TABLE sheet_digest (
    source INTEGER PRIMARY KEY,
    digest BLOB NOT NULL
) STRICT;

-- The rows that name somebody or something.
CREATE TABLE mention (
    word TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (word, seq)
) STRICT, WITHOUT ROWID;

-- Of each ledger and member of staff a row that shows it kept up to that day, for each sheet with one.
CREATE TABLE reach (
    ledger TEXT NOT NULL,
    day TEXT NOT NULL,
    source INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ledger, day, source)
) STRICT, WITHOUT ROWID;
