-- Copies of single acts that an employee erased by an own decision. They may be taken again, so a row says how often it
-- was erased: by that the lists beside backups tell which erasure they mean.
CREATE TABLE erased_copies (
  hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
  times INTEGER NOT NULL CHECK (times >= 1),
  -- When it was erased last; null: it was taken again since.
  at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER erased_copies_stay BEFORE DELETE ON erased_copies
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays known');
END;
--> statement-breakpoint
CREATE TRIGGER erased_copies_keep BEFORE UPDATE ON erased_copies
WHEN NEW.hash IS NOT OLD.hash OR NEW.times < OLD.times
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays known');
END;
--> statement-breakpoint
-- An act is deleted with its whole file, once that is noted as erased; a copy by itself, with what was said of it.
DROP TRIGGER acts_stay;
--> statement-breakpoint
CREATE TRIGGER acts_stay BEFORE DELETE ON acts
WHEN NOT EXISTS (SELECT 1 FROM erased_files WHERE case_id = OLD.case_id)
  AND NOT EXISTS (
    SELECT 1 FROM erased_copies WHERE at IS NOT NULL
      AND lower(hex(hash)) IN (lower(hex(OLD.hash)), json_extract(CAST(OLD.header AS TEXT), '$.about'))
  )
BEGIN
  SELECT RAISE(ABORT, 'an act is never deleted');
END;
