import { basename, dirname } from 'node:path';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { changeBackupState, readBackupState } from './backup-state.ts';

type Working = Pick<Unlocked, 'work'>;

/** Records a backup that was made and verified. A vault that was locked meanwhile takes nothing more. */
export const noteMade = (
  { work }: Working,
  { path, at, bytes }: { readonly path: string; readonly at: number; readonly bytes: number },
): void => {
  if (!work.records.$client.open) return;
  transactRecords(work.records, (tx) => {
    const { made } = readBackupState(tx);
    const entry = { name: basename(path), place: dirname(path), at, bytes, holdsErased: false };
    // Of two within one second the later one lies there.
    const others = made.filter(({ name, place }) => name !== entry.name || place !== entry.place);
    changeBackupState(tx, { made: [...others, entry], failed: null });
    appendAudit(work, tx, { kind: 'backupMade', subject: '' });
    return ok(null);
  });
};

/** Keeps why the last backup came to nothing, so that it is said until one succeeds. */
export const noteFailed = ({ work }: Working, code: string): void => {
  if (!work.records.$client.open) return;
  transactRecords(work.records, (tx) => {
    changeBackupState(tx, { failed: { code, at: work.clock.now() } });
    return ok(null);
  });
};
