-- How many items stood in the list that was read to its end; null for a source without a list, or a run that did
-- not come so far. Of earlier runs what the source offered in all, which was much the same.
ALTER TABLE harvest_runs ADD COLUMN listed INTEGER;
UPDATE harvest_runs SET listed = offered;

-- Who is just telling the operator of a pause, and until when nobody else may; null while nobody is.
ALTER TABLE source_pauses ADD COLUMN told_by TEXT;
ALTER TABLE source_pauses ADD COLUMN told_by_until TEXT;
