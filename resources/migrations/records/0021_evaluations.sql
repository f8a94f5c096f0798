-- Yearly plan of the institution for the development of competence. People stand in it as counts.
CREATE TABLE institution_plans (
  year INTEGER PRIMARY KEY NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  -- What employees' plans came to when it was set; null: it is not set, and they are added up as they are.
  counted TEXT CHECK (json_valid(counted)),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Evaluations of plans: RFC 8785 bytes that never change. A later one replaces an earlier one, which stays.
CREATE TABLE plan_evaluations (
  -- Order in which they were made.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  -- Whose plan; null: the institution's.
  person_id TEXT REFERENCES persons (id),
  year INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  -- Each is replaced once.
  replaces BLOB UNIQUE REFERENCES plan_evaluations (hash),
  -- The official's signature in this vault; all or none.
  key BLOB CHECK (length(key) = 32),
  statement BLOB CHECK ((statement IS NULL) = (key IS NULL)),
  signature BLOB CHECK (length(signature) = 64),
  -- Signed by hand or outside: how and when. Either this or a signature.
  paper_medium TEXT CHECK (paper_medium IN ('ink', 'tte')),
  paper_signed_on TEXT CHECK ((paper_signed_on IS NULL) = (paper_medium IS NULL)),
  -- The signed PDF that was made of it here.
  document_id TEXT REFERENCES documents (id),
  created_at TEXT NOT NULL,
  CHECK ((signature IS NULL) = (key IS NULL)),
  CHECK ((key IS NULL) <> (paper_medium IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX plan_evaluations_by_plan ON plan_evaluations (year, person_id);
--> statement-breakpoint
CREATE TRIGGER plan_evaluations_keep BEFORE UPDATE ON plan_evaluations
WHEN NEW.hash IS NOT OLD.hash OR NEW.person_id IS NOT OLD.person_id OR NEW.year IS NOT OLD.year
  OR NEW.bytes IS NOT OLD.bytes OR NEW.replaces IS NOT OLD.replaces OR NEW.key IS NOT OLD.key
  OR NEW.statement IS NOT OLD.statement OR NEW.signature IS NOT OLD.signature
  OR NEW.paper_medium IS NOT OLD.paper_medium OR NEW.paper_signed_on IS NOT OLD.paper_signed_on
BEGIN
  SELECT RAISE(ABORT, 'an evaluation never changes');
END;
--> statement-breakpoint
-- An employee's goes with the whole year of learning records alone, once that is noted.
CREATE TRIGGER plan_evaluations_stay BEFORE DELETE ON plan_evaluations
WHEN OLD.person_id IS NULL
  OR NOT EXISTS (SELECT 1 FROM erased_records WHERE kind = 'learning' AND id = CAST(OLD.year AS TEXT))
BEGIN
  SELECT RAISE(ABORT, 'an evaluation is never deleted');
END;
--> statement-breakpoint
-- Scans and PDFs of an evaluation that was signed on paper or outside.
CREATE TABLE plan_evaluation_attachments (
  evaluation_hash BLOB NOT NULL REFERENCES plan_evaluations (hash),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (evaluation_hash, attachment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX plan_evaluation_attachments_by_file ON plan_evaluation_attachments (attachment_id);
--> statement-breakpoint
-- Year for which training of the coach was put into a plan.
ALTER TABLE coaches ADD COLUMN training_planned INTEGER;
