-- Where a copy was before a merge took it elsewhere, so that past states of both documents can be read.
CREATE TABLE moved (
  copy     INTEGER NOT NULL REFERENCES copy (ordinal),
  document INTEGER NOT NULL REFERENCES document (ordinal),
  sequence INTEGER NOT NULL, -- the change that had brought it there
  merged   INTEGER NOT NULL, -- 1: by an earlier merge
  until    INTEGER NOT NULL, -- the change that took it elsewhere
  PRIMARY KEY (copy, until)
);
CREATE INDEX moved_document ON moved (document);

PRAGMA user_version = 5;
