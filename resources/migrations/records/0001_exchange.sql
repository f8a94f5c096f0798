-- Signed directories that this vault took in, all serials; the newest of the trusted root counts.
CREATE TABLE directories (
  root_key BLOB NOT NULL CHECK (length(root_key) = 32),
  directory_id TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial >= 1),
  -- The whole signed file.
  file BLOB NOT NULL,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (root_key, serial)
) STRICT;
--> statement-breakpoint
-- Invitations that this vault issued.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL CHECK (json_valid(person)),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  created_at TEXT NOT NULL,
  -- Entry of the directory that answers it; null until then.
  entry_id TEXT
) STRICT;
--> statement-breakpoint
-- Packages sealed here and taken in here. The bytes are not kept: they can be made again.
CREATE TABLE packages (
  id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  kind TEXT NOT NULL,
  -- Key of the other side.
  peer_key BLOB NOT NULL CHECK (length(peer_key) = 32),
  -- The sender's epoch and counter.
  epoch TEXT NOT NULL,
  counter INTEGER NOT NULL CHECK (counter >= 1),
  case_id TEXT REFERENCES cases (id),
  manifest BLOB NOT NULL,
  manifest_hash BLOB NOT NULL CHECK (length(manifest_hash) = 32),
  -- When it was sealed or taken in, by the clock of this vault.
  at TEXT NOT NULL,
  -- Only for `out`: when the other side took it in, as its receipt says; null: no receipt yet.
  received_at TEXT,
  -- Only for `out`: 1 once a later package holds its acts again, or it was given up before it was written.
  replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1)),
  PRIMARY KEY (direction, id),
  UNIQUE (direction, peer_key, epoch, counter)
) STRICT;
--> statement-breakpoint
CREATE INDEX packages_by_case ON packages (case_id);
--> statement-breakpoint
-- What of an act others are known to hold: sent to them (certain once its package has a receipt), or come from them.
CREATE TABLE act_holders (
  act_hash BLOB NOT NULL REFERENCES acts (hash),
  key BLOB NOT NULL CHECK (length(key) = 32),
  form TEXT NOT NULL CHECK (form IN ('all', 'header')),
  -- The package that carried it.
  package_id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  PRIMARY KEY (act_hash, key, package_id, direction)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX act_holders_by_key ON act_holders (key);
--> statement-breakpoint
-- The latest that is known of the vault behind a key.
CREATE TABLE peers (
  key BLOB PRIMARY KEY NOT NULL CHECK (length(key) = 32),
  epoch TEXT NOT NULL,
  directory_serial INTEGER NOT NULL DEFAULT 0,
  -- Head of its audit chain as its latest package showed it.
  audit_size INTEGER NOT NULL,
  audit_hash BLOB NOT NULL CHECK (length(audit_hash) = 32),
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Heads of our own audit chain as others echoed them: what a cut or exchanged chain is found by.
CREATE TABLE audit_witnesses (
  key BLOB NOT NULL CHECK (length(key) = 32),
  size INTEGER NOT NULL CHECK (size >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  at TEXT NOT NULL,
  PRIMARY KEY (key, size, hash)
) STRICT;
--> statement-breakpoint
-- Who holds a post for a case, where several persons could.
CREATE TABLE case_receivers (
  case_id TEXT NOT NULL REFERENCES cases (id),
  role TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  PRIMARY KEY (case_id, role)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Drafts that came for signature.
CREATE TABLE received_drafts (
  id TEXT PRIMARY KEY NOT NULL,
  package_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  type TEXT NOT NULL,
  sender_key BLOB NOT NULL CHECK (length(sender_key) = 32),
  json TEXT NOT NULL CHECK (json_valid(json)),
  at TEXT NOT NULL,
  -- 'open', 'signed' or 'declined'.
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'signed', 'declined'))
) STRICT;
--> statement-breakpoint
-- Files that a received draft names; kept as long as it is open.
CREATE TABLE received_draft_attachments (
  draft_id TEXT NOT NULL REFERENCES received_drafts (id) ON DELETE CASCADE,
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (draft_id, attachment_id)
) STRICT, WITHOUT ROWID;
