-- Ids in signed bytes are chosen by whoever signs, so none of them is a key here: acts and records of guidance are
-- known by their hash, and what an act calls a file is kept beside the file's own id.
CREATE TABLE acts_by_hash (
  received_seq INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  case_id TEXT NOT NULL REFERENCES cases (id),
  type TEXT NOT NULL,
  header BLOB NOT NULL,
  body BLOB,
  salt BLOB CHECK (salt IS NULL OR length(salt) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  author_key BLOB NOT NULL CHECK (length(author_key) = 32),
  recorded_at TEXT NOT NULL,
  CHECK ((body IS NULL) = (salt IS NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO acts_by_hash (received_seq, hash, case_id, type, header, body, salt, signature, author_key, recorded_at)
  SELECT received_seq, hash, case_id, type, header, body, salt, signature, author_key, recorded_at
  FROM acts ORDER BY received_seq;
--> statement-breakpoint
DROP TABLE acts;
--> statement-breakpoint
ALTER TABLE acts_by_hash RENAME TO acts;
--> statement-breakpoint
CREATE INDEX acts_by_case ON acts (case_id, received_seq);
--> statement-breakpoint
CREATE TRIGGER acts_keep_header BEFORE UPDATE ON acts
WHEN NEW.received_seq IS NOT OLD.received_seq OR NEW.hash IS NOT OLD.hash OR NEW.case_id IS NOT OLD.case_id
  OR NEW.type IS NOT OLD.type OR NEW.header IS NOT OLD.header OR NEW.signature IS NOT OLD.signature
  OR NEW.author_key IS NOT OLD.author_key OR NEW.recorded_at IS NOT OLD.recorded_at
  OR (OLD.body IS NOT NULL AND NEW.body IS NOT NULL AND (NEW.body IS NOT OLD.body OR NEW.salt IS NOT OLD.salt))
BEGIN
  SELECT RAISE(ABORT, 'an act never changes');
END;
--> statement-breakpoint
CREATE TRIGGER acts_stay BEFORE DELETE ON acts
BEGIN
  SELECT RAISE(ABORT, 'an act is never deleted');
END;
--> statement-breakpoint
CREATE TABLE act_attachments_by_name (
  act_hash BLOB NOT NULL REFERENCES acts (hash),
  -- What the body of the act calls the file.
  body_id TEXT NOT NULL,
  -- What it is called here.
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (act_hash, body_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO act_attachments_by_name (act_hash, body_id, attachment_id)
  SELECT act_hash, attachment_id, attachment_id FROM act_attachments;
--> statement-breakpoint
DROP TABLE act_attachments;
--> statement-breakpoint
ALTER TABLE act_attachments_by_name RENAME TO act_attachments;
--> statement-breakpoint
CREATE INDEX act_attachments_by_attachment ON act_attachments (attachment_id);
--> statement-breakpoint
CREATE TABLE guidance_records_by_hash (
  hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
  -- The file here; not always the one that the record names.
  guidance_id TEXT NOT NULL REFERENCES guidance (id),
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
INSERT INTO guidance_records_by_hash
  (hash, guidance_id, kind, bytes, origin, created_at, paper_medium, paper_signed_on, document_id)
  SELECT hash, guidance_id, kind, bytes, origin, created_at, paper_medium, paper_signed_on, document_id
  FROM guidance_records;
--> statement-breakpoint
DROP TABLE guidance_records;
--> statement-breakpoint
ALTER TABLE guidance_records_by_hash RENAME TO guidance_records;
--> statement-breakpoint
CREATE INDEX guidance_records_by_file ON guidance_records (guidance_id);
--> statement-breakpoint
CREATE TRIGGER guidance_records_keep BEFORE UPDATE ON guidance_records
WHEN NEW.hash IS NOT OLD.hash OR NEW.guidance_id IS NOT OLD.guidance_id OR NEW.kind IS NOT OLD.kind
  OR NEW.bytes IS NOT OLD.bytes
BEGIN
  SELECT RAISE(ABORT, 'a record of guidance never changes');
END;
