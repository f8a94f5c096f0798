import { existsSync } from 'node:fs';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { shownPath } from '../vault/shown-path.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { type BackupState, changeBackupState, lastBackup, readBackupState } from './backup-state.ts';
import { backupDepsOf } from './call-deps.ts';
import { backupUnderWay, cancelBackup, makeBackup } from './make-backup.ts';
import { olderBackups } from './older-backups.ts';
import { checkPlace, placeWarnings } from './place.ts';
import { thinBackups } from './thin-backups.ts';

const megabyte = 1_000_000;

const placeOf = ({ vault }: CallContext, place: string | null) =>
  place === null
    ? null
    : { location: shownPath(place), isThere: existsSync(place), warnings: placeWarnings(vault.dir, place) };

const keptOf = ({ made, place }: BackupState) =>
  made
    .filter((backup) => backup.place === place)
    .map(({ name, at, bytes }) => ({ name, at: toIsoInstant(at), bytes }))
    .reverse();

type BackupSetting = 'backupPlaceSet' | 'backupSpaceSet' | 'backupsDeclined';

/** Changes what is set of backups, with its entry in the trail. */
const set = ({ vault, clock }: CallContext, change: Partial<BackupState>, kind: BackupSetting) =>
  transactRecords(vault.records, (tx) => {
    changeBackupState(tx, change);
    appendAudit({ clock }, tx, { kind, subject: '' });
    return ok({});
  });

/** Backups of the open vault. */
export const backupHandlers = defineHandlers({
  'backup.status': (_input, context) => {
    const state = readBackupState(context.vault.records);
    const last = lastBackup(state);
    const older = olderBackups(unlockedOf(context));
    return ok({
      place: placeOf(context, state.place),
      declined: state.declined,
      megabytes: state.space === null ? null : Math.round(state.space / megabyte),
      kept: keptOf(state),
      lastAt: last === null ? null : toIsoInstant(last),
      failed: state.failed && { code: state.failed.code, at: toIsoInstant(state.failed.at) },
      beforeErasure: { here: older.here.length, away: older.away.length },
      underWay: backupUnderWay(unlockedOf(context)),
    });
  },
  'backup.setPlace': ({ folderToken }, context) => {
    const place = context.files.resolve('folder', folderToken);
    if (place === undefined) return fail('unknownToken');
    const good = checkPlace(context.vault.dir, place);
    return good.ok ? set(context, { place, declined: false, failed: null }, 'backupPlaceSet') : good;
  },
  'backup.decline': (_input, context) => set(context, { place: null, declined: true, failed: null }, 'backupsDeclined'),
  'backup.setSpace': async ({ megabytes }, context) => {
    const space = megabytes === null ? null : megabytes * megabyte;
    const changed = set(context, { space }, 'backupSpaceSet');
    if (changed.ok) await thinBackups(unlockedOf(context));
    return changed;
  },
  'backup.make': async (_input, context) => {
    const made = await makeBackup(unlockedOf(context), backupDepsOf(context, context.vault));
    return made.ok ? ok({}) : made;
  },
  'backup.cancel': (_input, context) => {
    cancelBackup(unlockedOf(context));
    return ok({});
  },
});
