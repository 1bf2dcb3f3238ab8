-- What counts at the point the connection stands at, and what was known then: the only place that says so. The names stand
-- before those of the file, so every question asked through them is asked at that point.

-- `batch`: the newest batch known. `until`: up to when it is known what was taken out and brought back after that batch and
-- before the next.
CREATE TEMP TABLE point (batch INTEGER NOT NULL, until TEXT NOT NULL);
INSERT INTO temp.point VALUES (9223372036854775807, '9');

CREATE TEMP VIEW batch AS
SELECT * FROM main.batch WHERE id <= (SELECT batch FROM temp.point);

-- The last word about each batch (`file` is null) and each file of one, where it is that it is out.
CREATE TEMP VIEW out AS
SELECT batch, file, at, after FROM (
    SELECT word.batch, word.file, word.is_out, word.at, word.after, max(word.id)
    FROM main.taken AS word, temp.point AS point
    WHERE word.after < point.batch OR (word.after = point.batch AND word.at <= point.until)
    GROUP BY word.batch, word.file
) WHERE is_out;

CREATE TEMP VIEW live_batch AS
SELECT * FROM temp.batch WHERE id NOT IN (SELECT batch FROM temp.out WHERE file IS NULL);

-- The sheets that were not taken out, whether or not a later file replaced them.
CREATE TEMP VIEW standing_source AS
SELECT * FROM main.source
WHERE batch IN (SELECT id FROM temp.live_batch)
  AND (batch, file) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL);

CREATE TEMP VIEW live_source AS
SELECT * FROM temp.standing_source
WHERE id NOT IN (
    SELECT source FROM main.replaced
    WHERE batch IN (SELECT id FROM temp.live_batch)
      AND (batch, coalesce(by_file, '')) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL)
  );

-- How far a ledger is complete was said of the files that came in with it, and goes with the last of them that holds it.
CREATE TEMP VIEW live_stated AS
SELECT rowid AS id, * FROM main.stated AS said
WHERE batch IN (SELECT id FROM temp.live_batch)
  AND (NOT EXISTS (SELECT 1 FROM main.source WHERE batch = said.batch AND kind = said.kind)
    OR (batch, kind) IN (SELECT batch, kind FROM temp.standing_source));

CREATE TEMP VIEW completed_row AS
SELECT seq FROM main.completed
WHERE batch IN (SELECT id FROM temp.live_batch)
  AND (batch, by_file) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL);

CREATE TEMP VIEW staying_row AS
SELECT seq FROM main.stays
WHERE batch IN (SELECT id FROM temp.live_batch)
  AND (batch, by_file) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL);

-- What was dealt with counts from its moment on, as what was taken out does.
CREATE TEMP VIEW seen AS
SELECT noted.* FROM main.seen AS noted, temp.point AS point
WHERE noted.after < point.batch OR (noted.after = point.batch AND noted.at <= point.until);

CREATE TEMP VIEW settled AS
SELECT noted.* FROM main.settled AS noted, temp.point AS point
WHERE (noted.after < point.batch OR (noted.after = point.batch AND noted.at <= point.until))
  AND (noted.batch IS NULL OR (noted.batch IN (SELECT id FROM temp.live_batch)
    AND (noted.batch, coalesce(noted.by_file, '')) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL)));

-- Rows that were refused, unless the file they were refused of is out.
CREATE TEMP VIEW known_rejected AS
SELECT noted.* FROM main.rejected AS noted, temp.point AS point
WHERE (noted.after < point.batch OR (noted.after = point.batch AND noted.at <= point.until))
  AND (noted.batch IS NULL OR (noted.batch IN (SELECT id FROM temp.live_batch)
    AND (noted.batch, coalesce(noted.by_file, '')) NOT IN (SELECT batch, file FROM temp.out WHERE file IS NOT NULL)));

CREATE TEMP VIEW outstanding AS
SELECT * FROM temp.known_rejected WHERE id NOT IN (SELECT rejected FROM temp.settled);
