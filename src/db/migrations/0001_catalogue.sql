-- What the whole database is for. One row says whether it holds sample data, which never mixes with harvested data.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who gives.
CREATE TABLE funders (
  id     TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  org_id TEXT
) STRICT;

-- Every call that a funder has published, as it stands now. Closed ones stay: history feeds matching.
CREATE TABLE opportunities (
  id               TEXT PRIMARY KEY,
  version          INTEGER NOT NULL CHECK (version >= 1),
  material_version INTEGER NOT NULL CHECK (material_version BETWEEN 1 AND version),
  title            TEXT NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('grant', 'contract', 'loan', 'in_kind', 'support')),
  funder_id        TEXT NOT NULL REFERENCES funders (id),
  forecast         INTEGER NOT NULL CHECK (forecast IN (0, 1)),
  ended            TEXT CHECK (ended IN ('awarded', 'withdrawn', 'closed_early')),
  -- The moment at which the last round is over; null when it has no known end.
  open_until       TEXT,
  -- Everything that the funder says, as in the newest version.
  content          TEXT NOT NULL CHECK (json_valid(content)),
  source_id        TEXT NOT NULL,
  source_key       TEXT NOT NULL,
  source_name      TEXT NOT NULL,
  licence          TEXT NOT NULL,
  first_seen_at    TEXT NOT NULL,
  last_checked_at  TEXT NOT NULL,
  last_changed_at  TEXT NOT NULL
) STRICT;

CREATE INDEX opportunities_by_end ON opportunities (ended, open_until);

-- The spells in which an opportunity takes bids, so that the next deadline can be asked for at any moment.
CREATE TABLE opportunity_rounds (
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  opens_at       TEXT,
  closes_at      TEXT,
  PRIMARY KEY (opportunity_id, position)
) STRICT, WITHOUT ROWID;

-- What each opportunity said, from the first time it was seen. Never changed, never deleted.
CREATE TABLE opportunity_versions (
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id),
  version        INTEGER NOT NULL,
  content        TEXT NOT NULL CHECK (json_valid(content)),
  -- Names of the fields that differ from the version before; empty for the first.
  changed        TEXT NOT NULL CHECK (json_valid(changed)),
  revision       TEXT NOT NULL,
  seen_at        TEXT NOT NULL,
  PRIMARY KEY (opportunity_id, version)
) STRICT, WITHOUT ROWID;

-- Which item of which source an opportunity was read from.
CREATE TABLE records (
  source_id      TEXT NOT NULL,
  source_key     TEXT NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id),
  revision       TEXT NOT NULL,
  released_at    TEXT NOT NULL,
  first_seen_at  TEXT NOT NULL,
  checked_at     TEXT NOT NULL,
  PRIMARY KEY (source_id, source_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX records_by_opportunity ON records (opportunity_id);

-- Items that ended before they were ever seen as an opportunity: sources that list the newest first
-- tell the end before the call.
CREATE TABLE endings (
  source_id   TEXT NOT NULL,
  source_key  TEXT NOT NULL,
  released_at TEXT NOT NULL,
  seen_at     TEXT NOT NULL,
  PRIMARY KEY (source_id, source_key)
) STRICT, WITHOUT ROWID;
