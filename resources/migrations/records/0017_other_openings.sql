-- Files of version 0.3 have ids drawn by chance: two may have been opened under one. One of them counts; the acts of
-- another one are set aside with their file, by the hash of its opening.
ALTER TABLE acts ADD COLUMN other_opening BLOB;
--> statement-breakpoint
-- Opening of the file that counted until a decision let another one count in its place (hexadecimal).
ALTER TABLE decisions ADD COLUMN opening_before TEXT;
--> statement-breakpoint
CREATE INDEX acts_by_other_opening ON acts (case_id, other_opening) WHERE other_opening IS NOT NULL;
