import { isBackupDue } from '@shared/domain/backup/thinning.ts';
import type { CallContext } from '../rpc/context.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import { lastBackup, mainOf, readBackupState, targetsOf } from './backup-state.ts';
import { backupDepsOf } from './call-deps.ts';
import { makeBackup } from './make-backup.ts';
import { noteFailed } from './note-backup.ts';

/** How long after the opening the first is made, and how often it is looked after, in milliseconds. */
const firstAfter = 60_000;
const lookEvery = 15 * 60_000;

/** Makes each backup that has a place and was not made on this calendar day. What goes wrong stands in its state. */
export const backUpIfDue = async (context: CallContext, vault: OpenVault): Promise<void> => {
  const { clock, random } = context;
  if (!vault.records.$client.open) return;
  const state = readBackupState(vault.records);
  const due = targetsOf(state).filter(({ part }) => isBackupDue(lastBackup(state, mainOf(part)), clock.now()));
  if (due.length === 0) return;
  const unlocked = unlockedOf({ vault, clock, random });
  // A fault of ours must not end the process of an open vault: it is said like any other failure.
  await makeBackup(unlocked, backupDepsOf(context, vault), due).catch(() => noteFailed(unlocked, 'all', 'internal'));
  context.emit({ event: 'changed', areas: ['backup'] });
};

/** Makes a backup on each day on which the vault is used, soon after it was opened. It ends with the process. */
export const beginDailyBackups = (context: CallContext, vault: OpenVault): void => {
  const look = (): void => void backUpIfDue(context, vault);
  setTimeout(look, firstAfter).unref();
  setInterval(look, lookEvery).unref();
};
