-- Retention of case files: what keeps one from being erased, how erasures were decided, and what was erased.
CREATE TABLE freezes (
  case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Erasures from the proposal on; no name of an employee stands in `json`.
CREATE TABLE erasures (
  id TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Files that are no more. The id of one is all that is left of it; nothing of it is taken in again.
CREATE TABLE erased_files (
  case_id TEXT PRIMARY KEY NOT NULL,
  -- Null: the backup that this vault was restored from still had it.
  erasure_id TEXT REFERENCES erasures (id),
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER erased_files_stay BEFORE DELETE ON erased_files
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays erased');
END;
--> statement-breakpoint
CREATE TRIGGER erased_files_keep BEFORE UPDATE ON erased_files
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays erased');
END;
--> statement-breakpoint
-- An act is deleted with its whole file alone, once the file is noted as erased.
DROP TRIGGER acts_stay;
--> statement-breakpoint
CREATE TRIGGER acts_stay BEFORE DELETE ON acts
WHEN NOT EXISTS (SELECT 1 FROM erased_files WHERE case_id = OLD.case_id)
BEGIN
  SELECT RAISE(ABORT, 'an act is never deleted');
END;
