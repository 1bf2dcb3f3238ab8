-- What lets a household's rows be found among a million. Both are made of the rows and of nothing else; no foreign keys,
-- since a row never goes.

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
