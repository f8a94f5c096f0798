import { signedParts } from '@shared/domain/identity/signed-file.ts';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { directories } from '../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readMeta, writeMeta } from '../db/meta-json.ts';

const rootSchema = z.strictObject({
  /** Key whose directories are taken, hexadecimal. */
  rootKey: signedParts.hex32,
  directoryId: signedParts.id,
  /** When the ten words were compared. */
  trustedAt: z.string(),
});
export type DirectoryRoot = z.infer<typeof rootSchema>;

type DirectoryRow = typeof directories.$inferSelect;

const blobOf = (key: string): Buffer => Buffer.from(key, 'hex');

/** The root that is trusted; undefined when none is. */
export const readRoot = (tx: RecordsReader): DirectoryRoot | undefined => readMeta(tx, 'directoryRoot', rootSchema);

/** Trusts this root from now on, and no other. */
export const writeRoot = (tx: RecordsWriter, root: DirectoryRoot): void => writeMeta(tx, 'directoryRoot', root);

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
