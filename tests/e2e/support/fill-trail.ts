import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlcipher from '@signalapp/sqlcipher';
import { entryHash } from '../../../electron/backend/trail/audit-chain.ts';
import { keysByAge } from './documents/vault-rows.ts';

/** Someone's view of the trail: the head now, or one that this vault does not have. */
export interface SeenBy {
  readonly key: string;
  /** Left out: the head as it is. */
  readonly ahead?: number;
}

/** A head that no chain has. */
const otherHash = 'ef'.repeat(32);
const hour = 3_600_000;

/**
 * Writes into the trail of a closed vault, from outside of the app: who saw it, then entries of openings and locks,
 * an hour apart up to now.
 */
export const fillTrail = (dir: string, seenBy: readonly SeenBy[], pairs: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-trail-'));
  const database = new Sqlcipher(join(dir, 'records.db'));
  try {
    database.pragma(`key = "x'${keysByAge(dir, folder).recordsKey}'"`);
    const last = database.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
    let seq = Number(last?.seq ?? 0);
    let head = Uint8Array.from((last?.hash as Uint8Array | undefined) ?? new Uint8Array(32));
    const witness = database.prepare('INSERT INTO audit_witnesses (key, size, hash, at) VALUES (?, ?, ?, ?)');
    for (const { key, ahead } of seenBy) {
      const hash = ahead === undefined ? head : Buffer.from(otherHash, 'hex');
      witness.run([Buffer.from(key, 'hex'), seq + (ahead ?? 0), hash, new Date().toISOString()]);
    }
    const insert = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)');
    const entries = Array.from({ length: pairs }, (_, index) => [
      { at: new Date(Date.now() - (pairs - index) * hour).toISOString(), kind: 'vaultOpened', subject: '' },
      { at: new Date(Date.now() - (pairs - index) * hour).toISOString(), kind: 'vaultLocked', subject: 'idle' },
    ]).flat();
    database.exec('BEGIN');
    for (const entry of entries) {
      seq += 1;
      const hash = Uint8Array.from(entryHash(head, { seq, ...entry }));
      insert.run([seq, entry.at, entry.kind, entry.subject, head, hash]);
      head = hash;
    }
    database.exec('COMMIT');
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
