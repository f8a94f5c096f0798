-- Learning communities and magang have working papers and records like coaching and mentoring.
CREATE TABLE guidance_of_kinds (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('coaching', 'mentoring', 'learningCommunity', 'internship')),
  json TEXT CHECK (json_valid(json)),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO guidance_of_kinds (id, kind, json, revision, created_at, updated_at)
  SELECT id, kind, json, revision, created_at, updated_at FROM guidance;
--> statement-breakpoint
DROP TABLE guidance;
--> statement-breakpoint
ALTER TABLE guidance_of_kinds RENAME TO guidance;
