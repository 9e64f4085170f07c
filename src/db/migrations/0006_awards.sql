-- What funders have paid for: awards to organisations, never to persons.
CREATE TABLE awards (
  id               TEXT PRIMARY KEY,
  -- Its 360Giving id, or another that stays the same.
  key              TEXT NOT NULL UNIQUE,
  -- The funder's id in a register; null when the list gives none.
  funder_org_id    TEXT,
  -- The funder's name in small letters and digits.
  funder_name      TEXT NOT NULL,
  awarded_on       TEXT NOT NULL,
  -- Minor units of the currency.
  amount           INTEGER NOT NULL CHECK (amount >= 0),
  currency         TEXT NOT NULL,
  source_name      TEXT NOT NULL,
  licence          TEXT,
  -- The award as a whole.
  content          TEXT NOT NULL CHECK (json_valid(content)),
  first_seen_at    TEXT NOT NULL,
  last_changed_at  TEXT NOT NULL
) STRICT;

-- Each has at its end what the sums of a funder need, so that they read no row: some funders have 200,000 awards.
CREATE INDEX awards_by_funder ON awards
  (funder_org_id, awarded_on DESC, key, currency, amount, source_name, licence) WHERE funder_org_id IS NOT NULL;

CREATE INDEX awards_by_funder_name ON awards
  (funder_name, funder_org_id, awarded_on DESC, key, currency, amount, source_name, licence);

-- Tells at once whether any award is new or changed.
CREATE INDEX awards_by_change ON awards (last_changed_at);
