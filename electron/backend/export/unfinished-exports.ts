import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { meta } from '../db/records-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { isTemporary } from '../vault/temporary-name.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Temporary files of exports under way, noted in records.db: a lock or crash in the middle of one would otherwise
 * leave plaintext beside the target that nobody knows of.
 */
export interface UnfinishedExports {
  /** Notes a path before anything is written to it. */
  readonly note: (path: string) => Result<null, AppError<StorageErrorCode>>;
  /** Forgets a path unless something still lies there. */
  readonly settle: (path: string) => void;
}

const key = 'unfinishedExports';
const schema = z.array(z.string());

const parse = (text: string): readonly string[] => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return [];
  }
};

const read = (tx: RecordsReader): readonly string[] =>
  parse(tx.select().from(meta).where(eq(meta.key, key)).get()?.value ?? '[]');

const write = (tx: RecordsWriter, paths: readonly string[]): void => {
  const value = JSON.stringify(paths);
  tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
};

/** The exports of a vault that are under way. */
export const unfinishedExportsOf = ({ records }: Pick<Workspace, 'records'>): UnfinishedExports => ({
  note: (path) =>
    transactRecords(records, (tx) => {
      write(tx, [...read(tx), path]);
      return ok(null);
    }),
  settle: (path) => {
    if (existsSync(path)) return;
    // When this fails the path stays noted, and the next opening finds nothing there.
    transactRecords(records, (tx) => {
      write(
        tx,
        read(tx).filter((noted) => noted !== path),
      );
      return ok(null);
    });
  },
});

/** Removes one; false when that has to be tried again, as on a medium that is not plugged in. */
const remove = (path: string): boolean => {
  if (!isTemporary(path)) return true;
  if (!existsSync(dirname(path))) return false;
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
};

/** Removes what exports left behind that were cut off. To be called once after opening. */
export const removeUnfinishedExports = ({
  records,
}: Pick<Workspace, 'records'>): Result<null, AppError<StorageErrorCode>> => {
  const noted = read(records);
  if (noted.length === 0) return ok(null);
  const left = noted.filter((path) => !remove(path));
  return transactRecords(records, (tx) => {
    write(tx, left);
    return ok(null);
  });
};
