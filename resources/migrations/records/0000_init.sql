-- What the vault knows of itself: vault id, hashes and generation of the key files, recovery recipient.
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE persons (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  nip TEXT NOT NULL,
  rank TEXT NOT NULL,
  position TEXT NOT NULL,
  unit TEXT NOT NULL,
  employment_status TEXT NOT NULL,
  archived_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX persons_by_name ON persons (name);
--> statement-breakpoint
CREATE INDEX persons_by_nip ON persons (nip) WHERE nip <> '';
--> statement-breakpoint
CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL,
  employee_id TEXT NOT NULL REFERENCES persons (id),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX cases_by_employee ON cases (employee_id);
--> statement-breakpoint
-- Signed acts. A row never changes, but for body and salt: erasure empties them together, and an act that came
-- as a bare header may get them later (who writes them checks them against the commitment in the header).
CREATE TABLE acts (
  received_seq INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  act_id TEXT NOT NULL UNIQUE,
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
CREATE INDEX acts_by_case ON acts (case_id, received_seq);
--> statement-breakpoint
CREATE TRIGGER acts_keep_header BEFORE UPDATE ON acts
WHEN NEW.received_seq IS NOT OLD.received_seq OR NEW.hash IS NOT OLD.hash OR NEW.act_id IS NOT OLD.act_id
  OR NEW.case_id IS NOT OLD.case_id OR NEW.type IS NOT OLD.type OR NEW.header IS NOT OLD.header
  OR NEW.signature IS NOT OLD.signature OR NEW.author_key IS NOT OLD.author_key OR NEW.recorded_at IS NOT OLD.recorded_at
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
CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT REFERENCES cases (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
  created_at TEXT NOT NULL,
  -- 0 while chunks still arrive; such a row is no attachment yet and is removed when the vault opens.
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  CHECK (complete = 0 OR sha256 IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX attachments_by_case ON attachments (case_id);
--> statement-breakpoint
-- 256 KiB a row, the last one shorter.
CREATE TABLE attachment_chunks (
  attachment_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL CHECK (idx >= 0),
  data BLOB NOT NULL CHECK (length(data) <= 262144),
  PRIMARY KEY (attachment_id, idx)
) STRICT;
--> statement-breakpoint
CREATE TABLE act_attachments (
  act_hash BLOB NOT NULL REFERENCES acts (hash),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (act_hash, attachment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX act_attachments_by_attachment ON act_attachments (attachment_id);
--> statement-breakpoint
-- Papers made from the vault (or brought back signed); the bytes lie in attachments.
CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT REFERENCES cases (id),
  kind TEXT NOT NULL,
  act_hash BLOB REFERENCES acts (hash),
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('unsigned', 'signed', 'external')),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX documents_by_case ON documents (case_id);
--> statement-breakpoint
CREATE INDEX documents_by_act ON documents (act_hash);
--> statement-breakpoint
-- Last document number given out, for each series and year.
CREATE TABLE numbers (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= 0),
  PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry never changes');
END;
--> statement-breakpoint
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry is never deleted');
END;
