-- Local organisations with their capability profiles.
CREATE TABLE organisations (
  id         TEXT PRIMARY KEY,
  -- The key of the list that it came from.
  reference  TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  email      TEXT,
  profile    TEXT NOT NULL CHECK (json_valid(profile)),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX organisations_by_name ON organisations (name COLLATE NOCASE, id);

-- Each opportunity that an organisation may be able to bid for, judged.
CREATE TABLE matches (
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  opportunity_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  verdict         TEXT NOT NULL CHECK (verdict IN ('eligible', 'unclear')),
  score           REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  -- Eligibility by rule, parts of the score and reasons.
  judgement       TEXT NOT NULL CHECK (json_valid(judgement)),
  judged_at       TEXT NOT NULL,
  PRIMARY KEY (organisation_id, opportunity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX matches_by_score ON matches (organisation_id, score DESC, opportunity_id);
CREATE INDEX matches_by_opportunity ON matches (opportunity_id, score DESC);

-- One mail to one organisation, written before it is sent.
CREATE TABLE digests (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  message_id      TEXT NOT NULL UNIQUE,
  recipient       TEXT NOT NULL,
  subject         TEXT NOT NULL,
  html            TEXT NOT NULL,
  text            TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  sent_at         TEXT,
  tries           INTEGER NOT NULL DEFAULT 0,
  error           TEXT
) STRICT;

CREATE INDEX digests_unsent ON digests (created_at) WHERE sent_at IS NULL;
CREATE INDEX digests_by_organisation ON digests (organisation_id, created_at);

-- The send ledger: what each organisation has been told, once for each kind and version.
CREATE TABLE digest_items (
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  opportunity_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind            TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'closing')),
  version         INTEGER NOT NULL,
  digest_id       TEXT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
  PRIMARY KEY (organisation_id, opportunity_id, kind, version)
) STRICT, WITHOUT ROWID;
