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

-- What a person found who read a funder's own page.
CREATE TABLE checks (
  id             TEXT PRIMARY KEY,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  outcome        TEXT NOT NULL CHECK (outcome IN ('still_right', 'closed')),
  -- The version that was found right, or the one that says that it has closed.
  version        INTEGER NOT NULL,
  checked_at     TEXT NOT NULL,
  -- When it was taken back; null while it stands.
  undone_at      TEXT
) STRICT;

CREATE INDEX checks_by_opportunity ON checks (opportunity_id, checked_at);

-- What readers reported as wrong. Nothing of who they are.
CREATE TABLE mistakes (
  id             TEXT PRIMARY KEY,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  what           TEXT NOT NULL,
  words          TEXT,
  reported_at    TEXT NOT NULL,
  -- When somebody looked into it, and what came of it; null while it waits.
  settled_at     TEXT,
  note           TEXT
) STRICT;

CREATE INDEX mistakes_by_opportunity ON mistakes (opportunity_id, reported_at);
CREATE INDEX mistakes_waiting ON mistakes (opportunity_id) WHERE settled_at IS NULL;
