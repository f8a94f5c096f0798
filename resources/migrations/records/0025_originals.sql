-- The one original of a record: a PDF that goes round, with the signatures that it has so far. Once all have signed, it
-- is a document and never replaced.
CREATE TABLE guidance_originals (
  record_hash BLOB PRIMARY KEY NOT NULL REFERENCES guidance_records (hash),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  signatures INTEGER NOT NULL CHECK (signatures > 0),
  document_id TEXT REFERENCES documents (id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX guidance_originals_by_file ON guidance_originals (attachment_id);
--> statement-breakpoint
CREATE TRIGGER guidance_originals_keep BEFORE UPDATE ON guidance_originals WHEN OLD.document_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an original that all have signed never changes');
END;
