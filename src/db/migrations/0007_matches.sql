-- Matches are kept without their reasons, which are worked out when they are shown. The job makes the rows afresh.
DROP TABLE matches;

-- The opportunities that suit each organisation best and that it may be able to bid for.
CREATE TABLE matches (
  organisation_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  opportunity_id  TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  -- The score, in whole units of which the code knows how many make 1.
  units           INTEGER NOT NULL,
  verdict         TEXT NOT NULL CHECK (verdict IN ('eligible', 'unclear')),
  PRIMARY KEY (organisation_id, opportunity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX matches_by_opportunity ON matches (opportunity_id, units DESC);

-- Runs of the matching job that some list is still of, and the newest.
CREATE TABLE match_runs (
  run    INTEGER PRIMARY KEY CHECK (run >= 1),
  -- The moment that it judged by.
  moment TEXT NOT NULL,
  -- What it scored by: lists of another epoch cannot be carried on.
  epoch  TEXT NOT NULL
) STRICT;

-- The opportunities that the newest run judged, and the run that first judged this version of each.
CREATE TABLE match_versions (
  opportunity_id TEXT PRIMARY KEY REFERENCES opportunities (id) ON DELETE CASCADE,
  version        INTEGER NOT NULL,
  run            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The run that an organisation's list is of; 0 or less when it must be made afresh.
ALTER TABLE organisations ADD COLUMN match_run INTEGER NOT NULL DEFAULT 0;
-- Below this place its list may lack something; both null when nothing was left out.
ALTER TABLE organisations ADD COLUMN match_floor_units INTEGER;
ALTER TABLE organisations ADD COLUMN match_floor_id TEXT;

DROP INDEX organisations_by_match;
CREATE INDEX organisations_by_match_run ON organisations (match_run, id);
UPDATE organisations SET matched_at = NULL;

-- Says at once whether any opportunity is another than before.
CREATE INDEX opportunities_by_version ON opportunities (version);
