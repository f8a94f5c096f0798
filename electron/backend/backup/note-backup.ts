import { basename, dirname } from 'node:path';
import type { BackupPart } from '@shared/domain/backup/manifest.ts';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { type BackupState, changeBackupState, isErasedSinceCopy, readBackupState } from './backup-state.ts';

type Working = Pick<Unlocked, 'work'>;

/** Why the last backup failed stands for what it holds. */
const failureOf = (part: BackupPart, failed: BackupState['failed']): Partial<BackupState> =>
  part === 'notes' ? { notesFailed: failed } : { failed };

/** Records a backup that was made and verified. A vault that was locked meanwhile takes nothing more. */
export const noteMade = (
  { work }: Working,
  made: { readonly path: string; readonly at: number; readonly bytes: number; readonly part: BackupPart },
): void => {
  if (!work.records.$client.open) return;
  const { path, at, bytes, part } = made;
  transactRecords(work.records, (tx) => {
    const before = readBackupState(tx).made;
    const holdsErased = isErasedSinceCopy(work, { holds: part });
    const entry = { name: basename(path), place: dirname(path), at, bytes, holds: part, holdsErased, ofUpgrade: false };
    // Of two within one second the later one lies there.
    const others = before.filter(({ name, place }) => name !== entry.name || place !== entry.place);
    changeBackupState(tx, { made: [...others, entry], ...failureOf(part, null) });
    appendAudit(work, tx, { kind: part === 'notes' ? 'notesBackupMade' : 'backupMade', subject: '' });
    return ok(null);
  });
};

/** Records one that was made before a schema was brought up to date; it says nothing of those that are due. */
export const noteMadeOfUpgrade = (
  { work }: Working,
  { path, at, bytes }: { readonly path: string; readonly at: number; readonly bytes: number },
): void => {
  transactRecords(work.records, (tx) => {
    const named = { name: basename(path), place: dirname(path) };
    const entry = { ...named, at, bytes, holds: 'all', holdsErased: false, ofUpgrade: true } as const;
    changeBackupState(tx, { made: [...readBackupState(tx).made, entry] });
    appendAudit(work, tx, { kind: 'backupMade', subject: '' });
    return ok(null);
  });
};

/** Keeps why the last backup of a part came to nothing, so that it is said until one succeeds. */
export const noteFailed = ({ work }: Working, part: BackupPart, code: string): void => {
  if (!work.records.$client.open) return;
  transactRecords(work.records, (tx) => {
    changeBackupState(tx, failureOf(part, { code, at: work.clock.now() }));
    return ok(null);
  });
};
