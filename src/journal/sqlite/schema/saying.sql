-- From here on `cells.warnings` and `rejected.reasons` hold what was said as keys and values, in no language; before, they held
-- words, and those that were kept read as such. The tables are the same, but an earlier version would not understand them.
SELECT 1;
