-- Files that came within others: archives, mail, portfolios. The outer file may carry no document.
CREATE TABLE enclosure (
  copy      INTEGER NOT NULL REFERENCES copy (ordinal),
  container TEXT NOT NULL, -- SHA-256 of the outer file, at whatever depth
  PRIMARY KEY (copy, container)
) WITHOUT ROWID;
CREATE INDEX enclosure_container ON enclosure (container);

-- What was registered before tells by its name; where two files had the outer name, nobody knows.
INSERT OR IGNORE INTO enclosure (copy, container)
SELECT i.ordinal, o.sha256 FROM copy i
JOIN (SELECT source, min(sha256) AS sha256 FROM copy GROUP BY source HAVING count(*) = 1) o
  ON o.source = substr(i.source, 1, instr(i.source, '!/') - 1)
WHERE instr(i.source, '!/') > 1;

PRAGMA user_version = 6;
