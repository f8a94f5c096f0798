-- A vault may give itself another key: each side counts packages anew for it, so that a number is used once for each of
-- the keys that packages left by or came to.
CREATE TABLE packages_by_own_key (
  id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  kind TEXT NOT NULL,
  -- Key of this vault: by which it left, or to which it came.
  own_key BLOB NOT NULL CHECK (length(own_key) = 32),
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
  -- Only for `out`: 0 while its file is being written, and for good when that failed.
  written INTEGER NOT NULL DEFAULT 1 CHECK (written IN (0, 1)),
  PRIMARY KEY (direction, id),
  UNIQUE (direction, own_key, peer_key, epoch, counter)
) STRICT;
--> statement-breakpoint
INSERT INTO packages_by_own_key (
  id, direction, kind, own_key, peer_key, epoch, counter, case_id, manifest, manifest_hash, at, received_at, replaced,
  written
)
SELECT
  id, direction, kind,
  -- A manifest was checked before it was kept; whatever else keeps nobody out of the vault.
  coalesce(
    CASE WHEN json_valid(CAST(manifest AS TEXT)) THEN
      unhex(json_extract(CAST(manifest AS TEXT), CASE direction WHEN 'in' THEN '$.receiver.key' ELSE '$.sender.key' END))
    END,
    zeroblob(32)
  ),
  peer_key, epoch, counter, case_id, manifest, manifest_hash, at, received_at, replaced, written
FROM packages;
--> statement-breakpoint
DROP TABLE packages;
--> statement-breakpoint
ALTER TABLE packages_by_own_key RENAME TO packages;
--> statement-breakpoint
CREATE INDEX packages_by_case ON packages (case_id);
