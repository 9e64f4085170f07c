-- Whether anybody could apply, 0 or 1; null when the funder does not say.
ALTER TABLE awards ADD COLUMN open_call INTEGER CHECK (open_call IN (0, 1));
-- Codes of where the work is, or else of where the recipient is, with spaces between; empty when not known.
ALTER TABLE awards ADD COLUMN areas TEXT NOT NULL DEFAULT '';

UPDATE awards SET areas = coalesce((SELECT group_concat(value, ' ') FROM json_each(content, '$.areas')), '');

-- As before, with what the figures of a funder need besides.
DROP INDEX awards_by_funder;
DROP INDEX awards_by_funder_name;

CREATE INDEX awards_by_funder ON awards
  (funder_org_id, awarded_on DESC, key, currency, amount, source_name, licence, open_call, areas)
  WHERE funder_org_id IS NOT NULL;

CREATE INDEX awards_by_funder_name ON awards
  (funder_name, funder_org_id, awarded_on DESC, key, currency, amount, source_name, licence, open_call, areas);

-- Which ids in registers bodies of a name have, as lists and calls state them.
CREATE TABLE org_names (
  -- In small letters and digits, without a leading "the".
  name   TEXT NOT NULL,
  org_id TEXT NOT NULL,
  PRIMARY KEY (name, org_id)
) STRICT, WITHOUT ROWID;

INSERT INTO org_names (name, org_id)
  SELECT DISTINCT funder_name, funder_org_id FROM awards WHERE funder_org_id IS NOT NULL;
