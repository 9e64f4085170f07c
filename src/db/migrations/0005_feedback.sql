-- What an organisation said last of an opportunity, until it takes it back.
CREATE TABLE feedback (
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  opportunity_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  verdict         TEXT NOT NULL CHECK (verdict IN ('good_match', 'not_for_us')),
  -- Null when it does not say, and always for a good match.
  reason          TEXT CHECK (reason IS NULL OR verdict = 'not_for_us'),
  note            TEXT,
  given_at        TEXT NOT NULL,
  -- The version of the opportunity by which it was last learnt from.
  read_version    INTEGER NOT NULL DEFAULT 0,
  -- The moment at which it was taken back; null while it stands.
  withdrawn_at    TEXT,
  PRIMARY KEY (organisation_id, opportunity_id)
) STRICT, WITHOUT ROWID;
