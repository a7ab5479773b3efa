-- What happened, beside that something did.
ALTER TABLE change ADD COLUMN action TEXT NOT NULL DEFAULT 'REGISTERED';
ALTER TABLE change ADD COLUMN actor  TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX change_document ON change (document_id, sequence);
UPDATE change SET action = 'COPY_ADDED'
WHERE EXISTS (SELECT 1 FROM change e WHERE e.document_id = change.document_id AND e.sequence < change.sequence);

-- LIVE, REMOVED (a tombstone: kept, but shown to nobody) or ERASED (its content is gone).
ALTER TABLE document ADD COLUMN state TEXT NOT NULL DEFAULT 'LIVE';
-- Follow from the record with its corrections; made anew by Registry.repair().
ALTER TABLE document ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0; -- not for guests
ALTER TABLE document ADD COLUMN doubts   INTEGER NOT NULL DEFAULT 0; -- warnings that wait for review
-- The longest index wins: by body and year alone a busy office's whole year would be looked through.
DROP INDEX document_number;
CREATE INDEX document_identity ON document (number_key, issuer_key, year, kind);
CREATE INDEX document_issuer ON document (issuer_key, year);
CREATE INDEX document_doubts ON document (ordinal) WHERE doubts > 0;

-- In the first version of the schema each copy made exactly one change, in the same order.
ALTER TABLE copy ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0; -- the change that brought it
UPDATE copy SET sequence = ordinal;
ALTER TABLE copy ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;   -- warnings of its own record

-- What a later parser read from a copy; the latest one counts.
CREATE TABLE reading (
  copy        INTEGER NOT NULL REFERENCES copy (ordinal),
  sequence    INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  doubts      INTEGER NOT NULL,
  record      BLOB NOT NULL,
  repaired    BLOB NOT NULL,
  extracted   BLOB,
  PRIMARY KEY (copy, sequence)
);

-- What officials say of a field; overrules what was read until it is withdrawn.
CREATE TABLE correction (
  number    INTEGER NOT NULL PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document (ordinal),
  field     TEXT NOT NULL,
  accepted  INTEGER NOT NULL,   -- 1: what was read is right as it is
  value     TEXT,               -- empty: there is none
  made      INTEGER NOT NULL,   -- the changes that made and withdrew it
  withdrawn INTEGER
);
CREATE INDEX correction_document ON correction (document);

-- How a document can be cited, and what documents cite; follow from the records.
CREATE TABLE cited_as (
  key      TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (ordinal),
  PRIMARY KEY (key, document)
);
CREATE INDEX cited_as_document ON cited_as (document);
CREATE TABLE reference (
  document INTEGER NOT NULL REFERENCES document (ordinal),
  key      TEXT NOT NULL,
  label    TEXT NOT NULL,
  times    INTEGER NOT NULL,
  acts     INTEGER NOT NULL,    -- 1: a relation, not only a citation
  PRIMARY KEY (document, key)
);
CREATE INDEX reference_key ON reference (key, document);

-- Small originals; the others are files.
CREATE TABLE original (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes  BLOB NOT NULL
);

PRAGMA user_version = 2;
