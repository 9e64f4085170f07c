-- Records that could not be read, as they were received without the names of persons. Nothing is thrown away.
CREATE TABLE quarantine (
  id              TEXT PRIMARY KEY,
  source_id       TEXT NOT NULL,
  source_key      TEXT,
  -- Of the record as received: the same bad record is kept once.
  fingerprint     TEXT NOT NULL,
  reason          TEXT NOT NULL,
  record          TEXT NOT NULL,
  -- When the source released it; null when that could not be read.
  released_at     TEXT,
  tries           INTEGER NOT NULL DEFAULT 1,
  first_failed_at TEXT NOT NULL,
  last_failed_at  TEXT NOT NULL,
  -- When a later try read it, or a newer release of it was read; null while it waits.
  settled_at      TEXT,
  UNIQUE (source_id, fingerprint)
) STRICT;

CREATE INDEX quarantine_waiting ON quarantine (source_id, source_key) WHERE settled_at IS NULL;

-- How far each source has been read, so that a harvest resumes where the last one stopped.
CREATE TABLE harvest_progress (
  source_id     TEXT PRIMARY KEY,
  -- What the connector needs to go on; its own business.
  state         TEXT NOT NULL CHECK (json_valid(state)),
  -- The source asked for silence until then; null when it did not.
  not_before    TEXT,
  last_good_at  TEXT,
  updated_at    TEXT NOT NULL
) STRICT;

-- What each harvest of each source brought.
CREATE TABLE harvest_runs (
  id          TEXT PRIMARY KEY,
  source_id   TEXT NOT NULL,
  started_at  TEXT NOT NULL,
  ended_at    TEXT NOT NULL,
  pages       INTEGER NOT NULL,
  seen        INTEGER NOT NULL,
  new         INTEGER NOT NULL,
  changed     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL,
  skipped     INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  -- Whether it reached the end of what the source offers; 0 when its budget ran out or it failed.
  finished    INTEGER NOT NULL CHECK (finished IN (0, 1)),
  error       TEXT
) STRICT;

CREATE INDEX harvest_runs_by_source ON harvest_runs (source_id, started_at);

-- Who runs a job now, so that two processes run a tick once.
CREATE TABLE job_leases (
  job        TEXT PRIMARY KEY,
  tick       TEXT NOT NULL,
  holder     TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;

-- How each job went.
CREATE TABLE job_runs (
  id         TEXT PRIMARY KEY,
  job        TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ms         INTEGER NOT NULL,
  counts     TEXT NOT NULL CHECK (json_valid(counts)),
  error      TEXT
) STRICT;

CREATE INDEX job_runs_by_job ON job_runs (job, started_at);
