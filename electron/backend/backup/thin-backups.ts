import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { superfluousBackups } from '@shared/domain/backup/thinning.ts';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { changeBackupState, type MadeBackup, readBackupState, targetsOf } from './backup-state.ts';

/**
 * Removes backups that are not needed any more (`superfluousBackups`), of those alone that this vault made and verified
 * in its present place; forgets those that somebody took away. What cannot be removed is tried again the next time.
 */
export const thinBackups = async ({ work }: Pick<Unlocked, 'work'>): Promise<void> => {
  const state = readBackupState(work.records);
  const { made, space } = state;
  const isOfNotes = (backup: MadeBackup): boolean => backup.holds === 'notes';
  // Where a place is not there just now, nobody took its backups away.
  const targets = targetsOf(state).filter(({ place }) => existsSync(place));
  const isHere = (backup: MadeBackup): boolean =>
    targets.some(({ part, place }) => place === backup.place && (part === 'notes') === isOfNotes(backup));
  const isThere = ({ place: folder, name }: MadeBackup): boolean => existsSync(join(folder, name));
  const here = made.filter((backup) => isHere(backup) && isThere(backup));
  // Those of notes alone are counted for themselves.
  const streams = [here.filter(isOfNotes), here.filter((backup) => !isOfNotes(backup))];
  const superfluous = new Set(streams.flatMap((stream) => superfluousBackups(stream, space)).map(({ name }) => name));
  for (const { name, place: folder } of here) {
    if (superfluous.has(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
  if (!work.records.$client.open) return;
  const left = made.filter((backup) => !isHere(backup) || isThere(backup));
  const removed = here.filter((backup) => !isThere(backup)).length;
  if (left.length === made.length) return;
  transactRecords(work.records, (tx) => {
    changeBackupState(tx, { made: left });
    if (removed > 0) appendAudit(work, tx, { kind: 'backupsThinned', subject: '' });
    return ok(null);
  });
};
