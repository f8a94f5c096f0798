import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import {
  changeBackupState,
  holds,
  type MadeBackup as Made,
  mainOf,
  readBackupState,
  targetsOf,
} from './backup-state.ts';

const pathOf = ({ place, name }: Made): string => join(place, name);
const isThere = (backup: Made): boolean => existsSync(pathOf(backup));

/** Backups from before the latest erasure, which still hold what was erased: those that are there, and those away. */
export const olderBackups = ({ work }: Pick<Unlocked, 'work'>): { readonly here: Made[]; readonly away: Made[] } => {
  const older = readBackupState(work.records).made.filter(({ holdsErased }) => holdsErased);
  return { here: older.filter(isThere), away: older.filter((backup) => !isThere(backup)) };
};

/**
 * Deletes backups from before the latest erasure, wherever they lie: none is written anew, each goes as a whole. Only
 * once verified ones from after it are there of all that is backed up. Answers how many went, and how many are in
 * places that are not there.
 */
export const deleteOlderBackups = async ({
  work,
}: Pick<Unlocked, 'work'>): Promise<{ deleted: number; away: number }> => {
  const { here, away } = olderBackups({ work });
  const older = new Set([...here, ...away].map(pathOf));
  const state = readBackupState(work.records);
  const newer = state.made.filter((backup) => !older.has(pathOf(backup)) && isThere(backup));
  const needed = [...new Set(['records' as const, ...targetsOf(state).map(({ part }) => mainOf(part))])];
  if (!needed.every((what) => newer.some((backup) => holds(backup, what)))) return { deleted: 0, away: away.length };
  for (const backup of here) await rm(pathOf(backup), { force: true }).catch(() => undefined);
  const gone = new Set(here.filter((backup) => !isThere(backup)).map(pathOf));
  if (work.records.$client.open && gone.size > 0)
    transactRecords(work.records, (tx) => {
      changeBackupState(tx, { made: readBackupState(tx).made.filter((backup) => !gone.has(pathOf(backup))) });
      appendAudit(work, tx, { kind: 'olderBackupsDeleted', subject: '' });
      return ok(null);
    });
  return { deleted: gone.size, away: away.length };
};
