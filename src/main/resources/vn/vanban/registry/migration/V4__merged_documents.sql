-- State MERGED: it was found to be one with another document, to which its copies went.
ALTER TABLE document ADD COLUMN merged INTEGER REFERENCES document (ordinal);
CREATE INDEX document_merged ON document (merged) WHERE merged IS NOT NULL;
-- 1: it came by a merge, and gives no fields.
ALTER TABLE copy ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 4;
