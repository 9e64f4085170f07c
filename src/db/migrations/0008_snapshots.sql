-- What ranks all current opportunities, in bytes, so that nobody who needs it reads every text again. A row of D1 holds
-- two million bytes at most, so it is kept in parts, written before the row that tells of them.
CREATE TABLE snapshots (
  -- What it was made of: another edition, another snapshot.
  edition TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  parts   INTEGER NOT NULL CHECK (parts > 0)
) STRICT;

CREATE TABLE snapshot_parts (
  edition TEXT NOT NULL,
  part    INTEGER NOT NULL CHECK (part >= 0),
  -- Base64: bytes come back from the two engines in different shapes, text does not.
  body    TEXT NOT NULL,
  PRIMARY KEY (edition, part)
) STRICT;
