-- Files that came within others: archives, mail, portfolios. The outer file may carry no document.
CREATE TABLE enclosure (
  copy      INTEGER NOT NULL REFERENCES copy (ordinal),
  container TEXT NOT NULL, -- SHA-256 of the outer file, at whatever depth
  PRIMARY KEY (copy, container)
) WITHOUT ROWID;
CREATE INDEX enclosure_container ON enclosure (container);

PRAGMA user_version = 6;
