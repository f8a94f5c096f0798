-- Learning records: what an employee took part in. Changed or taken back, never deleted.
CREATE TABLE learning_records (
  -- Order in which they were entered.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES persons (id),
  json TEXT NOT NULL CHECK (json_valid(json)),
  to_day TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('typed', 'csv', 'guidance')),
  -- The record of coaching or mentoring that it is about.
  guidance_hash BLOB CHECK (length(guidance_hash) = 32),
  -- Why it was taken back; null: it stands.
  withdrawn TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX learning_records_by_person ON learning_records (person_id);
--> statement-breakpoint
-- Each record of guidance stands once for each who took part; one that was taken back can be entered anew.
CREATE UNIQUE INDEX learning_records_guidance ON learning_records (person_id, guidance_hash)
  WHERE guidance_hash IS NOT NULL AND withdrawn IS NULL;
--> statement-breakpoint
CREATE TRIGGER learning_records_stay BEFORE DELETE ON learning_records
BEGIN
  SELECT RAISE(ABORT, 'a learning record is never deleted');
END;
--> statement-breakpoint
CREATE TABLE learning_evidence (
  record_id TEXT NOT NULL REFERENCES learning_records (id),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (record_id, attachment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX learning_evidence_by_file ON learning_evidence (attachment_id);
--> statement-breakpoint
-- What each record counts, derived from records and conversion table in the transaction that changes them. JP in hundredths.
CREATE TABLE learning_counts (
  record_id TEXT NOT NULL REFERENCES learning_records (id),
  person_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  jp INTEGER NOT NULL CHECK (jp >= 0),
  verdict TEXT NOT NULL,
  citation TEXT NOT NULL,
  counts_as TEXT,
  overlaps INTEGER NOT NULL CHECK (overlaps IN (0, 1)),
  -- Last day of a record that counts nothing because it has not ended yet.
  planned_until TEXT,
  -- By person first, so that what is counted anew together lies together.
  PRIMARY KEY (person_id, record_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX learning_counts_planned ON learning_counts (planned_until) WHERE planned_until IS NOT NULL;
--> statement-breakpoint
-- Sums of the counts by person and year.
CREATE TABLE learning_totals (
  year INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  jp INTEGER NOT NULL,
  records INTEGER NOT NULL,
  uncounted INTEGER NOT NULL,
  PRIMARY KEY (year, person_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Names in the order of the ledger.
CREATE INDEX persons_in_order ON persons (name COLLATE NOCASE, id);
--> statement-breakpoint
-- Versions of the conversion table, as published.
CREATE TABLE conversion_versions (
  version_no INTEGER PRIMARY KEY NOT NULL CHECK (version_no >= 1),
  json TEXT NOT NULL CHECK (json_valid(json)),
  published_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER conversion_versions_keep BEFORE UPDATE ON conversion_versions
BEGIN
  SELECT RAISE(ABORT, 'a published version never changes');
END;
--> statement-breakpoint
CREATE TRIGGER conversion_versions_stay BEFORE DELETE ON conversion_versions
BEGIN
  SELECT RAISE(ABORT, 'a published version is never deleted');
END;
--> statement-breakpoint
-- Standar kompetensi jabatan, one for each position.
CREATE TABLE competence_standards (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL UNIQUE COLLATE NOCASE,
  json TEXT NOT NULL CHECK (json_valid(json)),
  revision INTEGER NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- What a person is able to do, as last assessed.
CREATE TABLE present_competences (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES persons (id),
  json TEXT NOT NULL CHECK (json_valid(json)),
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Annual development plans; closed once they are evaluated.
CREATE TABLE development_plans (
  person_id TEXT NOT NULL REFERENCES persons (id),
  year INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  evaluation TEXT CHECK (json_valid(evaluation)),
  revision INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (person_id, year)
) STRICT;
