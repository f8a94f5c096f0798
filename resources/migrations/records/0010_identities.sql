-- Whether somebody named by a corrected number is the same person: the answer of this vault's holder.
CREATE TABLE identity_answers (
  act_hash BLOB PRIMARY KEY NOT NULL REFERENCES acts (hash),
  same INTEGER NOT NULL,
  answered_at TEXT NOT NULL
);
