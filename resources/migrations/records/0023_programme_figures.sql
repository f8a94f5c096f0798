-- Figures of a half-year of the programme that have left: they are told so ever after, whatever is written later.
CREATE TABLE figures_told (
  period TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  told_at TEXT NOT NULL,
  -- 0 while the first package with them is written; what was given up is taken away again.
  has_left INTEGER NOT NULL CHECK (has_left IN (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER figures_told_keep BEFORE UPDATE ON figures_told WHEN OLD.has_left = 1
BEGIN
  SELECT RAISE(ABORT, 'figures that have left never change');
END;
--> statement-breakpoint
CREATE TRIGGER figures_told_stay BEFORE DELETE ON figures_told WHEN OLD.has_left = 1
BEGIN
  SELECT RAISE(ABORT, 'what has left stays told');
END;
--> statement-breakpoint
-- Figures of other vaults: of each person of the directory the latest of a half-year.
CREATE TABLE figures_received (
  entry_id TEXT NOT NULL,
  period TEXT NOT NULL,
  name TEXT NOT NULL,
  package_id TEXT NOT NULL,
  sealed_at TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  PRIMARY KEY (entry_id, period)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Nameless sheets that were counted together; by a random id, so that nothing tells which came first.
CREATE TABLE benefit_tallies (
  id TEXT PRIMARY KEY NOT NULL,
  period TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT, WITHOUT ROWID;
