-- What counts at the point the connection stands at, and what was known then: the only place that says so. The names stand
-- before those of the file, so every question asked through them is asked at that point.

-- `batch`: the newest batch known. `until`: up to when it is known what was taken out after that batch and before the next.
CREATE TEMP TABLE point (batch INTEGER NOT NULL, until TEXT NOT NULL);
INSERT INTO temp.point VALUES (9223372036854775807, '9');

CREATE TEMP VIEW batch AS
SELECT * FROM main.batch WHERE id <= (SELECT batch FROM temp.point);

CREATE TEMP VIEW reverted AS
SELECT taken_out.* FROM main.reverted AS taken_out, temp.point AS point
WHERE taken_out.after < point.batch OR (taken_out.after = point.batch AND taken_out.at <= point.until);

CREATE TEMP VIEW live_batch AS
SELECT * FROM temp.batch WHERE id NOT IN (SELECT batch FROM temp.reverted);

CREATE TEMP VIEW live_source AS
SELECT * FROM main.source
WHERE batch IN (SELECT id FROM temp.live_batch)
  AND id NOT IN (SELECT source FROM main.replaced WHERE batch IN (SELECT id FROM temp.live_batch));
