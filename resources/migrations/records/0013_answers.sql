-- Every answer to "is this the same person?" stays. The latest that holds counts, so that one which is taken back gives
-- way to the one before it.
CREATE TABLE same_person_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  other TEXT NOT NULL,
  same INTEGER NOT NULL,
  at TEXT NOT NULL,
  -- The decision about a held package by which it was given; null: it was given elsewhere.
  decision INTEGER REFERENCES decisions (seq),
  undone_at TEXT
) STRICT;
--> statement-breakpoint
INSERT INTO same_person_log (subject, other, same, at)
  SELECT subject, other, same, at FROM same_person_answers ORDER BY at, subject, other;
--> statement-breakpoint
DROP TABLE same_person_answers;
--> statement-breakpoint
ALTER TABLE same_person_log RENAME TO same_person_answers;
--> statement-breakpoint
-- What was answered by a decision, as it was asked: JSON.
ALTER TABLE decisions ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';
