import { type BackupPart, backupParts } from '@shared/domain/backup/manifest.ts';
import { natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readSetting, writeSetting } from '../settings/setting-rows.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';

const key = 'backups';

const failure = z.strictObject({ code: z.string(), at: natural }).nullable();

const schema = z.strictObject({
  /** Folder outside of the vault; null: none was chosen. */
  place: z.string().nullable(),
  /** The holder said that none shall be made by itself. */
  declined: z.boolean(),
  /** Private notes: in the backup of the rest, in a backup of their own that goes to `place`, or in none. */
  notes: z
    .discriminatedUnion('choice', [
      z.strictObject({ choice: z.literal('together') }),
      z.strictObject({ choice: z.literal('apart'), place: z.string() }),
      z.strictObject({ choice: z.literal('declined') }),
    ])
    .default({ choice: 'together' }),
  /** Most bytes that backups may take together; null: no limit. */
  space: natural.nullable(),
  /**
   * Backups that were made and verified here and have not been removed since, in the order in which they were made.
   * `holdsErased`: something was erased since, which it still has. `ofUpgrade`: made before a schema was brought up to
   * date, beside the vault perhaps, so that it stands for none that is due.
   */
  made: z.array(
    z.strictObject({
      name: z.string(),
      place: z.string(),
      at: natural,
      bytes: natural,
      holds: z.enum(backupParts).default('all'),
      holdsErased: z.boolean().default(false),
      ofUpgrade: z.boolean().default(false),
    }),
  ),
  /** Why the last one came to nothing, and when; null after one that did. */
  failed: failure,
  /** The same of the last one of notes alone. */
  notesFailed: failure.default(null),
});

/** What a vault knows of its backups. */
export type BackupState = Readonly<z.infer<typeof schema>>;
/** A backup that a vault made. */
export type MadeBackup = BackupState['made'][number];

const nothing: BackupState = {
  place: null,
  declined: false,
  notes: { choice: 'together' },
  space: null,
  made: [],
  failed: null,
  notesFailed: null,
};

/** Reads it. */
export const readBackupState = (tx: RecordsReader): BackupState => readSetting(tx, key, schema) ?? nothing;

/** Writes a change of it. */
export const changeBackupState = (tx: RecordsWriter, change: Partial<BackupState>): void =>
  writeSetting(tx, key, { ...readBackupState(tx), ...change });

/** One of the two databases, as backups tell them apart. */
export type Held = 'records' | 'notes';

/** True when a backup holds this database. */
export const holds = ({ holds: part }: Pick<MadeBackup, 'holds'>, what: Held): boolean =>
  part === 'all' || part === what;

/** When the last verified one that holds this was made, milliseconds, as the clock read then; null: none. */
export const lastBackup = ({ made }: BackupState, what: Held): number | null =>
  made.findLast((backup) => !backup.ofUpgrade && holds(backup, what))?.at ?? null;

/** A backup that is to be made: what it holds, and where it goes. */
export interface BackupTarget {
  readonly part: BackupPart;
  readonly place: string;
}

/** What is made each time, as the person chose it; that of notes alone first. None without a place for the vault. */
export const targetsOf = ({ place, notes }: BackupState): readonly BackupTarget[] => {
  if (place === null) return [];
  if (notes.choice === 'together') return [{ part: 'all', place }];
  const own: readonly BackupTarget[] = notes.choice === 'apart' ? [{ part: 'notes', place: notes.place }] : [];
  return [...own, { part: 'records', place }];
};

/** What is due each day with a target: the database that no other backup holds. */
export const mainOf = (part: BackupPart): Held => (part === 'notes' ? 'notes' : 'records');

/** What of a copied vault something was erased from since. */
const erasedSince = createPerVault(() => new Set<Held>());

/** To be called right before the vault is copied: what is erased from now on the copy may still have. */
export const beginCopy = (work: Pick<Workspace, 'records'>): void => erasedSince(work).clear();

/** True when something was erased since the vault was copied last, which a backup made of the copy still has. */
export const isErasedSinceCopy = (work: Pick<Workspace, 'records'>, backup: Pick<MadeBackup, 'holds'>): boolean =>
  [...erasedSince(work)].some((what) => holds(backup, what));

const isOlder =
  (from: readonly Held[]) =>
  (backup: MadeBackup): boolean =>
    !backup.holdsErased && from.some((what) => holds(backup, what));

/**
 * To be called when something is erased from these databases: a backup that is being made of files that were copied
 * before has it. True when one so far has it, too, which is not noted yet.
 */
export const overtakesBackups = (work: Pick<Workspace, 'records'>, from: readonly Held[]): boolean => {
  for (const what of from) erasedSince(work).add(what);
  return readBackupState(work.records).made.some(isOlder(from));
};

/**
 * Notes that the backups so far still have what is erased now, in the caller's transaction: those that hold one of the
 * databases it is in, and one that is being made. That of private notes has drafts of files, too.
 */
export const noteErased = (
  work: Pick<Workspace, 'records'>,
  tx: RecordsWriter,
  from: readonly Held[] = ['records', 'notes'],
): void => {
  if (!overtakesBackups(work, from)) return;
  const older = isOlder(from);
  const made = readBackupState(tx).made.map((backup) => (older(backup) ? { ...backup, holdsErased: true } : backup));
  changeBackupState(tx, { made });
};
