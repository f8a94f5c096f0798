import { natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readSetting, writeSetting } from '../settings/setting-rows.ts';

const key = 'backups';

const schema = z.strictObject({
  /** Folder outside of the vault; null: none was chosen. */
  place: z.string().nullable(),
  /** The holder said that none shall be made by itself. */
  declined: z.boolean(),
  /** Most bytes that backups may take together; null: no limit. */
  space: natural.nullable(),
  /**
   * Backups that were made and verified here and have not been removed since, in the order in which they were made.
   * `holdsErased`: something was erased since, which it still has.
   */
  made: z.array(
    z.strictObject({
      name: z.string(),
      place: z.string(),
      at: natural,
      bytes: natural,
      holdsErased: z.boolean().default(false),
    }),
  ),
  /** Why the last one came to nothing, and when; null after one that did. */
  failed: z.strictObject({ code: z.string(), at: natural }).nullable(),
});

/** What a vault knows of its backups. */
export type BackupState = Readonly<z.infer<typeof schema>>;

const nothing: BackupState = { place: null, declined: false, space: null, made: [], failed: null };

/** Reads it. */
export const readBackupState = (tx: RecordsReader): BackupState => readSetting(tx, key, schema) ?? nothing;

/** Writes a change of it. */
export const changeBackupState = (tx: RecordsWriter, change: Partial<BackupState>): void =>
  writeSetting(tx, key, { ...readBackupState(tx), ...change });

/** When the last verified one was made, milliseconds, as the clock read then; null: none. */
export const lastBackup = ({ made }: BackupState): number | null => made.at(-1)?.at ?? null;

/** Notes that all backups so far still have what is erased now, in the caller's transaction. */
export const noteErased = (tx: RecordsWriter): void => {
  const { made } = readBackupState(tx);
  if (made.length > 0) changeBackupState(tx, { made: made.map((backup) => ({ ...backup, holdsErased: true })) });
};
