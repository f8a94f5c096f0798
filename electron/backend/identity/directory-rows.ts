import { and, desc, eq } from 'drizzle-orm';
import { directories } from '../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';

type DirectoryRow = typeof directories.$inferSelect;

const blobOf = (key: string): Buffer => Buffer.from(key, 'hex');

/** The newest directory of a root that this vault has, whether the root is trusted now or not. */
export const newestDirectory = (tx: RecordsReader, rootKey: string): DirectoryRow | undefined =>
  tx
    .select()
    .from(directories)
    .where(eq(directories.rootKey, blobOf(rootKey)))
    .orderBy(desc(directories.serial))
    .limit(1)
    .get();

/** The directory of a root with this serial. */
export const findDirectory = (tx: RecordsReader, rootKey: string, serial: number): DirectoryRow | undefined =>
  tx
    .select()
    .from(directories)
    .where(and(eq(directories.rootKey, blobOf(rootKey)), eq(directories.serial, serial)))
    .get();

/** Keeps a directory. */
export const insertDirectory = (
  tx: RecordsWriter,
  row: {
    readonly rootKey: string;
    readonly directoryId: string;
    readonly serial: number;
    readonly file: Uint8Array;
    readonly takenAt: string;
  },
): void => {
  tx.insert(directories)
    .values({ ...row, rootKey: blobOf(row.rootKey), file: Buffer.from(row.file) })
    .run();
};
