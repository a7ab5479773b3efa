-- Who may write: programs by tokens, people by accounts and their sessions. Only hashes of secrets are kept.
CREATE TABLE token (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  hash    TEXT NOT NULL UNIQUE,
  scopes  TEXT NOT NULL, -- names parted by commas
  made    TEXT NOT NULL,
  used    TEXT,          -- within the hour
  expires TEXT
);
CREATE TABLE account (
  name     TEXT PRIMARY KEY,
  password TEXT NOT NULL, -- with the parameters of its hash
  scopes   TEXT NOT NULL,
  made     TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE session (
  hash    TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  made    TEXT NOT NULL,
  used    TEXT NOT NULL -- within the minute
);
CREATE INDEX session_account ON session (account);

PRAGMA user_version = 7;
