-- What counts depends on the moment it is asked for, so each connection says it for itself: see `live.sql`.
DROP VIEW live_source;
DROP VIEW live_batch;

-- The policies that batches and reports were made under, by their digest, so that a report can be made again when the
-- house has changed its file since.
CREATE TABLE policy (
    digest TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER policy_stays BEFORE DELETE ON policy BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER policy_is_final BEFORE UPDATE ON policy BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
