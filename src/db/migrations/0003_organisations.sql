-- Local organisations with their capability profiles.
CREATE TABLE organisations (
  id         TEXT PRIMARY KEY,
  -- The key of the list that it came from.
  reference  TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  email      TEXT,
  profile    TEXT NOT NULL CHECK (json_valid(profile)),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  -- The day in London on which it was last seen to what a digest could tell it.
  digest_on  TEXT,
  -- The moment of which its matches are; null when its profile has changed since.
  matched_at TEXT
) STRICT;

CREATE INDEX organisations_by_match ON organisations (matched_at, id);

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
  -- No try before then; null once it is sent or given up.
  next_try_at     TEXT,
  error           TEXT
) STRICT;

CREATE INDEX digests_waiting ON digests (next_try_at, id) WHERE next_try_at IS NOT NULL;
CREATE INDEX digests_by_organisation ON digests (organisation_id, created_at);

-- The send ledger: what each organisation has been told, each once.
CREATE TABLE digest_items (
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  opportunity_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind            TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'closing')),
  -- What makes it another thing to tell: nothing for new, the version for a change, the day for a deadline.
  about           TEXT NOT NULL,
  -- Of the opportunity, as it was told.
  version         INTEGER NOT NULL,
  digest_id       TEXT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
  PRIMARY KEY (organisation_id, opportunity_id, kind, about)
) STRICT, WITHOUT ROWID;
