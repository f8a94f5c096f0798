-- Guidance and learning records can be erased too: a guidance by the id of its file, learning by the year of the last
-- day. What was erased is not taken in again.
CREATE TABLE erased_records (
  kind TEXT NOT NULL CHECK (kind IN ('guidance', 'learning')),
  id TEXT NOT NULL,
  -- Null: the backup that this vault was restored from still had it.
  erasure_id TEXT REFERENCES erasures (id),
  at TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER erased_records_stay BEFORE DELETE ON erased_records
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays erased');
END;
--> statement-breakpoint
CREATE TRIGGER erased_records_keep BEFORE UPDATE ON erased_records
BEGIN
  SELECT RAISE(ABORT, 'what was erased stays erased');
END;
--> statement-breakpoint
-- Guidance, and years of learning records, of which nothing may be erased just now.
CREATE TABLE record_freezes (
  kind TEXT NOT NULL CHECK (kind IN ('guidance', 'learning')),
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX learning_records_by_year ON learning_records (substr(to_day, 1, 4));
--> statement-breakpoint
-- A signature is deleted with the whole guidance alone, a learning record with its whole year, once that is noted.
DROP TRIGGER guidance_signatures_stay;
--> statement-breakpoint
CREATE TRIGGER guidance_signatures_stay BEFORE DELETE ON guidance_signatures
WHEN NOT EXISTS (
  SELECT 1 FROM guidance_records r JOIN erased_records e ON e.kind = 'guidance' AND e.id = r.guidance_id
  WHERE r.hash = OLD.record_hash
)
BEGIN
  SELECT RAISE(ABORT, 'a signature is never deleted');
END;
--> statement-breakpoint
DROP TRIGGER learning_records_stay;
--> statement-breakpoint
CREATE TRIGGER learning_records_stay BEFORE DELETE ON learning_records
WHEN NOT EXISTS (SELECT 1 FROM erased_records WHERE kind = 'learning' AND id = substr(OLD.to_day, 1, 4))
BEGIN
  SELECT RAISE(ABORT, 'a learning record is never deleted');
END;
