-- Documents whose texts may be nearly the same: those that share a band of their MinHash signatures.
-- Follow from the texts; made anew by Registry.repair().
CREATE TABLE band (
  hash     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (ordinal),
  PRIMARY KEY (hash, document)
) WITHOUT ROWID;
CREATE INDEX band_document ON band (document);

PRAGMA user_version = 3;
