-- A dialogue on work has a file of its own, before any coaching or mentoring.
CREATE TABLE guidance_with_dialogues (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('coaching', 'mentoring', 'learningCommunity', 'internship', 'dialogue')),
  json TEXT CHECK (json_valid(json)),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO guidance_with_dialogues (id, kind, json, revision, created_at, updated_at)
  SELECT id, kind, json, revision, created_at, updated_at FROM guidance;
--> statement-breakpoint
DROP TABLE guidance;
--> statement-breakpoint
ALTER TABLE guidance_with_dialogues RENAME TO guidance;
