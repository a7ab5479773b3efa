-- The registry's own identity: registry_id (given once), epoch (new at each restore).
CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- One row a document. The identity columns are empty where a field was not read:
-- such a document is never taken for a copy of another.
CREATE TABLE document (
  ordinal    INTEGER NOT NULL PRIMARY KEY, -- order of registration
  id         TEXT NOT NULL UNIQUE,
  registered TEXT NOT NULL,                -- UTC, ISO 8601
  kind       TEXT NOT NULL,
  number_key TEXT,
  issuer_key TEXT,
  year       INTEGER
);
CREATE INDEX document_number ON document (number_key);

-- One row a file that carries a document. Fields and structure, and both texts, are as read from
-- this very file. Large columns stand last, so that scans of the others pass them by.
CREATE TABLE copy (
  ordinal     INTEGER NOT NULL PRIMARY KEY, -- order of registration
  document    INTEGER NOT NULL REFERENCES document (ordinal),
  sha256      TEXT NOT NULL UNIQUE,         -- of the original's bytes
  bytes       INTEGER NOT NULL,
  source      TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  registered  TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,                -- of the repaired text, in UTF-8: what spans refer to
  record      BLOB NOT NULL,                -- JSON, packed
  repaired    BLOB NOT NULL,                -- packed
  extracted   BLOB                          -- packed; empty where it equals the repaired text
);
CREATE INDEX copy_document ON copy (document);

-- The change feed. Numbers run from 1 without gaps, in commit order.
CREATE TABLE change (
  sequence    INTEGER NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL,
  removed     INTEGER NOT NULL,
  at          TEXT NOT NULL
);

PRAGMA user_version = 1;
