import { existsSync } from 'node:fs';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { shownPath } from '../vault/shown-path.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import {
  type BackupState,
  changeBackupState,
  type Held,
  lastBackup,
  readBackupState,
  targetsOf,
} from './backup-state.ts';
import { backupDepsOf } from './call-deps.ts';
import { backupUnderWay, cancelBackup, makeBackup } from './make-backup.ts';
import { notesMissingSince, settleMissingNotes } from './missing-notes.ts';
import { olderBackups } from './older-backups.ts';
import { checkPlace, placeWarnings } from './place.ts';
import { takeNotes } from './take-notes.ts';
import { thinBackups } from './thin-backups.ts';

const megabyte = 1_000_000;

const placeOf = ({ vault }: CallContext, place: string | null) =>
  place === null
    ? null
    : { location: shownPath(place), isThere: existsSync(place), warnings: placeWarnings(vault.dir, place) };

const keptOf = (state: BackupState) => {
  const places = new Set(targetsOf(state).map(({ place }) => place));
  return state.made
    .filter((backup) => places.has(backup.place))
    .map(({ name, at, bytes, holds }) => ({ name, at: toIsoInstant(at), bytes, holds }))
    .reverse();
};

const lastOf = (state: BackupState, what: Held): string | null => {
  const last = lastBackup(state, what);
  return last === null ? null : toIsoInstant(last);
};

const failedOf = (failed: BackupState['failed']) => failed && { code: failed.code, at: toIsoInstant(failed.at) };

type BackupSetting = 'backupPlaceSet' | 'backupSpaceSet' | 'backupsDeclined' | 'backupNotesSet';

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
    const older = olderBackups(unlockedOf(context));
    return ok({
      place: placeOf(context, state.place),
      declined: state.declined,
      megabytes: state.space === null ? null : Math.round(state.space / megabyte),
      kept: keptOf(state),
      lastAt: lastOf(state, 'records'),
      failed: failedOf(state.failed),
      notes: {
        choice: state.notes.choice,
        place: placeOf(context, state.notes.choice === 'apart' ? state.notes.place : null),
        lastAt: lastOf(state, 'notes'),
        failed: failedOf(state.notesFailed),
        missingSince: notesMissingSince(context.vault.notes),
      },
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
  'backup.setNotes': (input, context) => {
    if (readBackupState(context.vault.records).place === null) return fail('backupNoPlace');
    if (input.choice !== 'apart') return set(context, { notes: input, notesFailed: null }, 'backupNotesSet');
    const place = context.files.resolve('folder', input.folderToken);
    if (place === undefined) return fail('unknownToken');
    const good = checkPlace(context.vault.dir, place);
    if (!good.ok) return good;
    return set(context, { notes: { choice: 'apart', place }, notesFailed: null }, 'backupNotesSet');
  },
  'backup.takeNotes': ({ fileToken }, context, { passphrase }) => {
    const path = context.files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    if (passphrase === null) return fail('notConfirmed');
    return takeNotes(unlockedOf(context), context.desk.deps.database, { path, passphrase });
  },
  'backup.settleMissingNotes': (_input, { vault, clock }) => {
    if (notesMissingSince(vault.notes) === null) return ok({});
    return transactNotes(vault.notes, (tx) => {
      settleMissingNotes(tx);
      appendAudit({ clock }, tx, { kind: 'missingNotesSettled', subject: '' });
      return ok({});
    });
  },
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
