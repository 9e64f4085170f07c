-- Places smaller than a council, from files that the operator imports; codes are GSS codes, and councils stand in data/reference.
CREATE TABLE wards (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name folded, as names are looked up.
  folded TEXT NOT NULL,
  -- The council in which it lies.
  authority TEXT NOT NULL,
  -- Of which file: "May 2026".
  edition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wards_by_name ON wards (folded, code);

-- Neighbourhoods of the census (LSOA; data zones in Scotland).
CREATE TABLE neighbourhoods (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  authority TEXT NOT NULL,
  edition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE postcodes (
  -- In capitals, without a space.
  postcode TEXT PRIMARY KEY,
  authority TEXT NOT NULL,
  -- NULL where the file does not say.
  ward TEXT,
  neighbourhood TEXT,
  -- The month, YYYY-MM, in which the post gave it up; NULL while it is in use.
  ended_in TEXT,
  edition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files that were imported, for their licence and day.
CREATE TABLE place_files (
  kind TEXT NOT NULL CHECK (kind IN ('wards', 'postcodes')),
  edition TEXT NOT NULL,
  name TEXT NOT NULL,
  licence TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  PRIMARY KEY (kind, edition)
) STRICT, WITHOUT ROWID;
