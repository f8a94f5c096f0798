-- Signed profiles of institutions, every number that came: papers show the one of their day.
CREATE TABLE office_profiles (
  root_key BLOB NOT NULL CHECK (length(root_key) = 32),
  directory_id TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  issued_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  file BLOB NOT NULL,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (root_key, directory_id, serial)
) STRICT;
--> statement-breakpoint
-- Number of the profile that the vault behind a key has shown to have.
ALTER TABLE peers ADD COLUMN profile_serial INTEGER NOT NULL DEFAULT 0;
