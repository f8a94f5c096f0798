CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Private notes of a counsellor. case_id names a case of records.db (no foreign key across two databases).
CREATE TABLE notes (
  row_id INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT,
  title TEXT NOT NULL,
  -- Rich text of the editor, as JSON.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- The same as plain text, for search.
  plain TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX notes_by_case ON notes (case_id, updated_at);
--> statement-breakpoint
CREATE VIRTUAL TABLE notes_fts USING fts5 (
  title, plain, content = 'notes', content_rowid = 'row_id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
--> statement-breakpoint
-- A deleted word leaves no trace in the index.
INSERT INTO notes_fts (notes_fts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER notes_indexed AFTER INSERT ON notes
BEGIN
  INSERT INTO notes_fts (rowid, title, plain) VALUES (NEW.row_id, NEW.title, NEW.plain);
END;
--> statement-breakpoint
CREATE TRIGGER notes_reindexed AFTER UPDATE OF row_id, title, plain ON notes
BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, title, plain) VALUES ('delete', OLD.row_id, OLD.title, OLD.plain);
  INSERT INTO notes_fts (rowid, title, plain) VALUES (NEW.row_id, NEW.title, NEW.plain);
END;
--> statement-breakpoint
CREATE TRIGGER notes_unindexed AFTER DELETE ON notes
BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, title, plain) VALUES ('delete', OLD.row_id, OLD.title, OLD.plain);
END;
--> statement-breakpoint
CREATE TABLE note_attachments (
  id TEXT PRIMARY KEY NOT NULL,
  -- Null while the note that it is for has not been saved with it.
  note_id TEXT REFERENCES notes (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
  created_at TEXT NOT NULL,
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  CHECK (complete = 0 OR sha256 IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX note_attachments_by_note ON note_attachments (note_id);
--> statement-breakpoint
CREATE TABLE note_attachment_chunks (
  attachment_id TEXT NOT NULL REFERENCES note_attachments (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL CHECK (idx >= 0),
  data BLOB NOT NULL CHECK (length(data) <= 262144),
  PRIMARY KEY (attachment_id, idx)
) STRICT;
--> statement-breakpoint
-- Unsent acts, one for each kind, case and subject at most.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  case_id TEXT,
  subject_key TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX drafts_by_subject ON drafts (kind, coalesce(case_id, ''), subject_key);
--> statement-breakpoint
CREATE INDEX drafts_by_case ON drafts (case_id);
--> statement-breakpoint
-- Where in the app the person was.
CREATE TABLE places (
  key TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
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
