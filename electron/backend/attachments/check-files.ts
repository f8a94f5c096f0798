import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Turns } from '../db/turns.ts';
import type { Finding } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';
import { type StoreName, type StoreReader, storeTables } from '../workspace/store.ts';
import { findAttachment, readChunk } from './attachment-rows.ts';

const idsOf = (tx: StoreReader, store: StoreName): string[] =>
  tx
    .all<{ id: string }>(sql`SELECT id FROM ${sql.identifier(storeTables[store].files)} WHERE complete = 1 ORDER BY id`)
    .map(({ id }) => id);

/** Whether the pieces of a file are what was kept: their size and their SHA-256. */
function* isWhole(tx: StoreReader, store: StoreName, id: string): Turns<boolean> {
  const row = findAttachment(tx, store, id);
  // Gone since the list was read: nothing of it can be damaged.
  if (row === undefined) return true;
  const hash = createHash('sha256');
  let size = 0;
  for (let index = 0; size < row.size; index += 1) {
    const piece = readChunk(tx, store, id, index);
    if (piece === undefined || piece.length === 0) return findAttachment(tx, store, id) === undefined;
    hash.update(piece);
    size += piece.length;
    yield;
  }
  return size === row.size && row.sha256 !== null && hash.digest().equals(row.sha256);
}

/** Recomputes the hash of every file of a store. Findings: `fileDamaged` with the beginning of its id. */
export function* checkKeptFiles(databases: VaultDatabases, store: StoreName): Turns<readonly Finding[]> {
  const tx = databases[store];
  const findings: Finding[] = [];
  for (const id of idsOf(tx, store)) {
    const whole = yield* isWhole(tx, store, id);
    if (!whole) findings.push({ file: vaultFiles[store], code: 'fileDamaged', details: { id: id.slice(0, 8) } });
  }
  return findings;
}
