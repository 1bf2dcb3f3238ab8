-- What rows are found by, made anew: equal rows are now found whatever task they answer, and a row that shows a ledger kept
-- is told apart by its own day too, since its staff may have worked elsewhere on that day than later.
DELETE FROM known;
DELETE FROM sheet_digest;
DELETE FROM mention;
DROP TABLE reach;
CREATE TABLE reach (
    ledger TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    source INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ledger, day, at, source)
) STRICT, WITHOUT ROWID;
