import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { superfluousBackups } from '@shared/domain/backup/thinning.ts';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { changeBackupState, readBackupState } from './backup-state.ts';

/**
 * Removes backups that are not needed any more (`superfluousBackups`), of those alone that this vault made and verified
 * in its present place; forgets those that somebody took away. What cannot be removed is tried again the next time.
 */
export const thinBackups = async ({ work }: Pick<Unlocked, 'work'>): Promise<void> => {
  const { made, place, space } = readBackupState(work.records);
  const isHere = (backup: (typeof made)[number]): boolean => backup.place === place;
  const isThere = ({ place: folder, name }: (typeof made)[number]): boolean => existsSync(join(folder, name));
  const here = made.filter((backup) => isHere(backup) && isThere(backup));
  const superfluous = new Set(superfluousBackups(here, space).map(({ name }) => name));
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
