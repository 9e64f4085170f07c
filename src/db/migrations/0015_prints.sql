-- A fingerprint of all that a record was read from, so that one that has not changed is known before it is read;
-- null when it must be read each time.
ALTER TABLE records ADD COLUMN print TEXT;

CREATE INDEX records_by_print ON records (print, source_id, opportunity_id);
