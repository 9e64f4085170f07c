-- What was learnt from the texts that this database holds, one row a kind: the newest replaces the one before.
CREATE TABLE learnt (
  key       TEXT PRIMARY KEY,
  body      TEXT NOT NULL CHECK (json_valid(body)),
  -- How many texts it was learnt from.
  texts     INTEGER NOT NULL CHECK (texts >= 0),
  learnt_at TEXT NOT NULL
) STRICT;
