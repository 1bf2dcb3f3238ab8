-- What was refused goes with the file it was refused of when that is taken out, and what settled it with the file that did.
ALTER TABLE rejected ADD COLUMN batch INTEGER REFERENCES batch (id);
ALTER TABLE rejected ADD COLUMN by_file TEXT;
-- Which of the cells were wrong, counted from 0.
ALTER TABLE rejected ADD COLUMN wrong TEXT NOT NULL DEFAULT '[]';
ALTER TABLE settled ADD COLUMN by_file TEXT;
