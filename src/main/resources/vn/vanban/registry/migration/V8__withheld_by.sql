-- The change by which guests lost a document that they had seen; empty for what they see, and for
-- what they never saw. Follows from the document's past; found there by Registry.repair() where it
-- is not written down.
ALTER TABLE document ADD COLUMN withheld_by INTEGER;

PRAGMA user_version = 8;
