-- The institution's programme of coaching and mentoring: every setting of an element, none of them ever changed.
CREATE TABLE programme_settings (
  id TEXT PRIMARY KEY NOT NULL,
  element TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  json TEXT NOT NULL CHECK (json_valid(json)),
  saved_at TEXT NOT NULL,
  UNIQUE (element, revision)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER programme_settings_keep BEFORE UPDATE ON programme_settings
BEGIN
  SELECT RAISE(ABORT, 'a setting of the programme never changes');
END;
--> statement-breakpoint
CREATE TRIGGER programme_settings_stay BEFORE DELETE ON programme_settings
BEGIN
  SELECT RAISE(ABORT, 'a setting of the programme is never deleted');
END;
--> statement-breakpoint
-- Documents by which a setting was made.
CREATE TABLE programme_attachments (
  setting_id TEXT NOT NULL REFERENCES programme_settings (id),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (setting_id, attachment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX programme_attachments_by_file ON programme_attachments (attachment_id);
