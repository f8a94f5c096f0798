-- What the trail tells of the clock is asked for with every entry (`trail/clock-doubt.ts`).
CREATE INDEX audit_clock ON audit (seq) WHERE kind IN ('clockJumped', 'clockReturned', 'clockStated');
--> statement-breakpoint
CREATE INDEX learning_records_by_day ON learning_records (to_day);
--> statement-breakpoint
-- Versions of the conversion table that were published by a wrong clock, and taken back.
CREATE TABLE conversion_withdrawals (
  version_no INTEGER PRIMARY KEY NOT NULL REFERENCES conversion_versions (version_no),
  reason TEXT NOT NULL,
  withdrawn_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER conversion_withdrawals_keep BEFORE UPDATE ON conversion_withdrawals
BEGIN
  SELECT RAISE(ABORT, 'a withdrawal never changes');
END;
--> statement-breakpoint
CREATE TRIGGER conversion_withdrawals_stay BEFORE DELETE ON conversion_withdrawals
BEGIN
  SELECT RAISE(ABORT, 'a withdrawal is never deleted');
END;
