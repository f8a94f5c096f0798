-- Coaching and mentoring. Working papers are JSON that the person changes; null where only records came from others.
CREATE TABLE guidance (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('coaching', 'mentoring')),
  json TEXT CHECK (json_valid(json)),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- What both sides sign: RFC 8785 bytes that never change.
CREATE TABLE guidance_records (
  hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
  guidance_id TEXT NOT NULL REFERENCES guidance (id),
  record_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('made', 'received')),
  created_at TEXT NOT NULL,
  -- Signed by hand or outside: how and when; both or none.
  paper_medium TEXT CHECK (paper_medium IN ('ink', 'tte')),
  paper_signed_on TEXT CHECK ((paper_signed_on IS NULL) = (paper_medium IS NULL)),
  -- The signed PDF that was made of it here.
  document_id TEXT REFERENCES documents (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX guidance_records_by_file ON guidance_records (guidance_id);
--> statement-breakpoint
CREATE TRIGGER guidance_records_keep BEFORE UPDATE ON guidance_records
WHEN NEW.hash IS NOT OLD.hash OR NEW.guidance_id IS NOT OLD.guidance_id OR NEW.record_id IS NOT OLD.record_id
  OR NEW.kind IS NOT OLD.kind OR NEW.bytes IS NOT OLD.bytes
BEGIN
  SELECT RAISE(ABORT, 'a record of guidance never changes');
END;
--> statement-breakpoint
CREATE TABLE guidance_signatures (
  record_hash BLOB NOT NULL REFERENCES guidance_records (hash),
  -- 0 is the leader, then the participants in order.
  party INTEGER NOT NULL CHECK (party >= 0),
  key BLOB NOT NULL CHECK (length(key) = 32),
  statement BLOB NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (record_hash, party)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER guidance_signatures_keep BEFORE UPDATE ON guidance_signatures
BEGIN
  SELECT RAISE(ABORT, 'a signature never changes');
END;
--> statement-breakpoint
CREATE TRIGGER guidance_signatures_stay BEFORE DELETE ON guidance_signatures
BEGIN
  SELECT RAISE(ABORT, 'a signature is never deleted');
END;
--> statement-breakpoint
-- Scans and PDFs of a record that was signed on paper or outside.
CREATE TABLE guidance_attachments (
  record_hash BLOB NOT NULL REFERENCES guidance_records (hash),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (record_hash, attachment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX guidance_attachments_by_file ON guidance_attachments (attachment_id);
--> statement-breakpoint
-- Register of coaches and mentors.
CREATE TABLE coaches (
  id TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  archived_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
