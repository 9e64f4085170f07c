-- Of the opportunities that a harvest read, how many told each fact, as JSON: {"opportunities": 48, "deadline": 40, …}.
ALTER TABLE harvest_runs ADD COLUMN facts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts));
-- How many items the source offered in all; null when it did not say, or was not read to its end.
ALTER TABLE harvest_runs ADD COLUMN offered INTEGER;
-- How many of its opportunities were open when the harvest ended; null for one before this was counted.
ALTER TABLE harvest_runs ADD COLUMN open INTEGER;
-- Whether the source asked for silence, which is no failure.
ALTER TABLE harvest_runs ADD COLUMN resting INTEGER NOT NULL DEFAULT 0 CHECK (resting IN (0, 1));
UPDATE harvest_runs SET resting = 1
  WHERE error LIKE '%asks for no more requests until%' OR error LIKE '%asked for no requests before%';

CREATE INDEX opportunities_by_source ON opportunities (source_id, ended, open_until);

-- When sources were paused because they kept failing, and what each was told of. Kept for ever.
CREATE TABLE source_pauses (
  id         TEXT PRIMARY KEY,
  source_id  TEXT NOT NULL,
  paused_at  TEXT NOT NULL,
  -- The failures that led to it, newest first: [{"at": …, "error": …}].
  errors     TEXT NOT NULL CHECK (json_valid(errors)),
  -- When a mail server took the mail to the operator; null until then.
  told_at    TEXT,
  -- When it was started again; null while it is paused.
  resumed_at TEXT
) STRICT;

CREATE UNIQUE INDEX source_pauses_now ON source_pauses (source_id) WHERE resumed_at IS NULL;
CREATE INDEX source_pauses_by_source ON source_pauses (source_id, resumed_at);
