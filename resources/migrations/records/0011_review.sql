-- What is held, and what a person decided about it and about what lies in a case without counting as it stands.
CREATE TABLE held_packages (
  manifest_hash BLOB PRIMARY KEY NOT NULL,
  package_id TEXT NOT NULL,
  sender_key BLOB NOT NULL,
  -- A case that this vault need not have.
  case_id TEXT,
  code TEXT NOT NULL,
  details TEXT NOT NULL,
  manifest BLOB NOT NULL,
  -- The acts as they came, as JSON.
  acts TEXT NOT NULL,
  -- The sealed file as it came, all parts in order.
  file BLOB NOT NULL,
  at TEXT NOT NULL
);
--> statement-breakpoint
CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Hash of the manifest of a held package, or of an act.
  item TEXT NOT NULL,
  choice TEXT NOT NULL,
  -- Hashes of the acts that a package brought by it, as JSON.
  acts TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT
);
--> statement-breakpoint
CREATE INDEX decisions_by_item ON decisions (item);
--> statement-breakpoint
-- An act is never deleted: one that was taken on the own judgement and taken back counts for nothing from then on.
ALTER TABLE acts ADD COLUMN set_aside_at TEXT;
