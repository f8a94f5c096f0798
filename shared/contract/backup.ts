import { backupParts } from '@shared/domain/backup/manifest.ts';
import { natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { command, exportErrors, query } from './method.ts';

/** What speaks against a place for backups; never an obstacle. */
export const backupPlaceWarning = z.enum(['sameDisk', 'network', 'synced']);

/** Where private notes go: into the backup of the rest, to a place of their own, or into none. */
export const noteChoices = ['together', 'apart', 'declined'] as const;

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
  'notesPlaceMissing',
  'backupRunning',
  'backupRestless',
  'vaultNotWhole',
  'backupCancelled',
] as const;

const place = z.strictObject({
  location: z.string(),
  isThere: z.boolean(),
  warnings: z.array(backupPlaceWarning),
});

/** Why the last one came to nothing: a code of `errors`, and when. */
const failed = z.strictObject({ code: z.string(), at: z.string() }).nullable();

/** Backups (cadangan) of the open vault. Restoring one is `vault.restore`. */
export const backupContract = {
  'backup.status': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Where backups go; null: no place was chosen. The path is shortened for the eye and never sent back. */
      place: place.nullable(),
      /** The holder said that none shall be made by itself. */
      declined: z.boolean(),
      /** Most megabytes that backups may take together; null: no limit. */
      megabytes: natural.nullable(),
      /** Verified backups in the places, newest first. */
      kept: z.array(z.strictObject({ name: z.string(), at: z.string(), bytes: natural, holds: z.enum(backupParts) })),
      /** When the last verified one was made, wherever it lies. */
      lastAt: z.string().nullable(),
      failed,
      /** The same of private notes, wherever they go; `place`: their own. */
      notes: z.strictObject({
        choice: z.enum(noteChoices),
        place: place.nullable(),
        lastAt: z.string().nullable(),
        failed,
        /** Moment of the backup without notes of which this vault was made, while they are missing; else null. */
        missingSince: z.string().nullable(),
      }),
      /** Backups from before the latest erasure of files, which still hold them: there, and in places that are away. */
      beforeErasure: z.strictObject({ here: natural, away: natural }),
      /** The one that is being made: `done` of `total` bytes of this step. `taking`: notes come out of one. */
      underWay: z
        .strictObject({ step: z.enum(['copying', 'writing', 'verifying', 'taking']), done: natural, total: natural })
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
  /** Says where private notes go, once a place for backups is chosen. */
  'backup.setNotes': command({
    input: z.discriminatedUnion('choice', [
      z.strictObject({ choice: z.literal('together') }),
      z.strictObject({ choice: z.literal('apart'), folderToken: z.string().max(100) }),
      z.strictObject({ choice: z.literal('declined') }),
    ]),
    output: z.strictObject({}),
    errors: ['unknownToken', 'folderMissing', 'folderReadOnly', 'backupPlaceInVault', 'backupNoPlace'],
    needs: { session: 'unlocked' },
    changes: ['backup'],
  }),
  /**
   * Takes private notes out of a backup of this vault: those that it does not have, and newer words of those that it
   * has. What is newer here stays, and what was erased here does not come back. Unsent drafts come along where they are
   * missing since a restore. It opens by the present keys, or by the passphrase that is confirmed.
   */
  'backup.takeNotes': command({
    input: z.strictObject({ fileToken: z.string().max(100) }),
    output: z.strictObject({
      madeAt: z.string(),
      added: natural,
      /** Older here, so that the words of the backup came in their place. */
      renewed: natural,
      /** Newer here, and left as they are. */
      kept: natural,
      /** Erased here since. */
      erased: natural,
      /** Unsent drafts that came back. */
      drafts: natural,
    }),
    errors: [
      ...backupFileErrors,
      ...exportErrors,
      'unknownToken',
      'backupWithoutNotes',
      'notesUnderOldKeys',
      'backupRunning',
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['backup', 'notes', 'drafts', 'overview'],
  }),
  /** Private notes that are missing since a restore are not waited for any more. */
  'backup.settleMissingNotes': command({
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
