-- What a person answered to "is this the same person?": of somebody whom a file or a form names, and of one who is known.
CREATE TABLE same_person_answers (
  subject TEXT NOT NULL,
  other TEXT NOT NULL,
  same INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, other)
) STRICT;
