-- One call that several sources tell: what was compared, what was found, and which of them is shown.

-- Under what each opportunity that is not over is filed, so that it is compared only with those that share something.
CREATE TABLE duplicate_keys (
  key            TEXT NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  PRIMARY KEY (key, opportunity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX duplicate_keys_by_opportunity ON duplicate_keys (opportunity_id);

-- The version of each that was compared last, and by which comparer.
CREATE TABLE compared (
  opportunity_id TEXT PRIMARY KEY REFERENCES opportunities (id) ON DELETE CASCADE,
  version        INTEGER NOT NULL,
  comparer       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Two opportunities that are, or may be, one call. What people have decided is never asked again.
CREATE TABLE duplicate_pairs (
  first_id   TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  second_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  -- Whether comparing them left no doubt.
  found      TEXT NOT NULL CHECK (found IN ('same', 'maybe')),
  state      TEXT NOT NULL CHECK (state IN ('waiting', 'merged', 'kept_apart')),
  decided_by TEXT CHECK (decided_by IN ('sure', 'person')),
  found_at   TEXT NOT NULL,
  decided_at TEXT,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id),
  CHECK ((state = 'waiting') = (decided_by IS NULL AND decided_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX duplicate_pairs_by_second ON duplicate_pairs (second_id);
CREATE INDEX duplicate_pairs_waiting ON duplicate_pairs (found_at) WHERE state = 'waiting';
CREATE INDEX duplicate_pairs_decided ON duplicate_pairs (decided_at) WHERE state <> 'waiting';

-- Opportunities that are not shown, since another of the same call is. Their sources go on telling them, so that
-- taking the row away gives each back as it is by then.
CREATE TABLE merges (
  absorbed_id  TEXT PRIMARY KEY REFERENCES opportunities (id) ON DELETE CASCADE,
  kept_id      TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  -- Of the one that is shown, when it came to stand for the other: who was told of the other knows that much.
  kept_version INTEGER NOT NULL,
  merged_at    TEXT NOT NULL,
  CHECK (absorbed_id <> kept_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX merges_by_kept ON merges (kept_id);

-- What each organisation says now, of the opportunities that are shown: what it said of one that another stands for
-- is said of that other, and the last that it said of a call counts.
CREATE VIEW feedback_now AS
SELECT f.organisation_id, coalesce(m.kept_id, f.opportunity_id) AS opportunity_id,
  f.verdict, f.reason, f.note, f.given_at, f.read_version
FROM feedback f LEFT JOIN merges m ON m.absorbed_id = f.opportunity_id
WHERE f.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM feedback g
  WHERE g.organisation_id = f.organisation_id AND g.withdrawn_at IS NULL
    AND g.opportunity_id IN (
      SELECT coalesce(m.kept_id, f.opportunity_id)
      UNION ALL SELECT n.absorbed_id FROM merges n WHERE n.kept_id = coalesce(m.kept_id, f.opportunity_id))
    AND (g.given_at, g.opportunity_id) > (f.given_at, f.opportunity_id));
