import { natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { command, exportErrors, query } from './method.ts';

/** What speaks against a place for backups; never an obstacle. */
export const backupPlaceWarning = z.enum(['sameDisk', 'network', 'synced']);

/** Least space that may be set aside for backups, in megabytes. */
export const minBackupMegabytes = 50;

/** What may be wrong with a file that should be a backup. */
export const backupFileErrors = [
  'backupUnreadable',
  'backupCut',
  'backupDamaged',
  'backupForeign',
  'backupFaulty',
  'newerSchema',
] as const;

/** What making one may fail with. */
export const makeBackupErrors = [
  ...exportErrors,
  ...backupFileErrors,
  'backupNoPlace',
  'backupPlaceMissing',
  'backupRunning',
  'backupRestless',
  'vaultNotWhole',
  'backupCancelled',
] as const;

/** Backups (cadangan) of the open vault. Restoring one is `vault.restore`. */
export const backupContract = {
  'backup.status': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Where backups go; null: no place was chosen. The path is shortened for the eye and never sent back. */
      place: z
        .strictObject({ location: z.string(), isThere: z.boolean(), warnings: z.array(backupPlaceWarning) })
        .nullable(),
      /** The holder said that none shall be made by itself. */
      declined: z.boolean(),
      /** Most megabytes that backups may take together; null: no limit. */
      megabytes: natural.nullable(),
      /** Verified backups in the place, newest first. */
      kept: z.array(z.strictObject({ name: z.string(), at: z.string(), bytes: natural })),
      /** When the last verified one was made, wherever it lies. */
      lastAt: z.string().nullable(),
      /** Why the last one came to nothing: a code of `errors`, and when. */
      failed: z.strictObject({ code: z.string(), at: z.string() }).nullable(),
      /** Backups from before the latest erasure of files, which still hold them: there, and in places that are away. */
      beforeErasure: z.strictObject({ here: natural, away: natural }),
      /** The one that is being made: `done` of `total` bytes of this step. */
      underWay: z
        .strictObject({ step: z.enum(['copying', 'writing', 'verifying']), done: natural, total: natural })
        .nullable(),
    }),
    errors: [],
    needs: { session: 'unlocked', whileHeld: true },
  }),
  /** Takes a folder that a dialog returned as the place for backups. */
  'backup.setPlace': command({
    input: z.strictObject({ folderToken: z.string().max(100) }),
    output: z.strictObject({}),
    errors: ['unknownToken', 'folderMissing', 'folderReadOnly', 'backupPlaceInVault'],
    needs: { session: 'unlocked' },
    changes: ['backup'],
  }),
  /** No backups are made by themselves from now on; those that are there stay. */
  'backup.decline': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: ['backup'],
  }),
  'backup.setSpace': command({
    input: z.strictObject({ megabytes: z.number().int().min(minBackupMegabytes).max(10_000_000).nullable() }),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: ['backup'],
  }),
  /** Makes a backup and verifies it; answers when that is done. */
  'backup.make': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: makeBackupErrors,
    needs: { session: 'unlocked' },
    changes: ['backup'],
  }),
  /** Breaks off the one that is being made. */
  'backup.cancel': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked', whileHeld: true },
    changes: [],
  }),
} as const;
