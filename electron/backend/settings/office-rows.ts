import { and, desc, eq } from 'drizzle-orm';
import { officeProfiles } from '../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { DirectoryRoot } from '../vault/directory-root.ts';

type Row = typeof officeProfiles.$inferSelect;
/** A profile of this vault without its file, which is large. */
export type ProfileRow = Omit<Row, 'file' | 'rootKey'>;
type Root = Pick<DirectoryRoot, 'rootKey' | 'directoryId'>;

const told = {
  directoryId: officeProfiles.directoryId,
  serial: officeProfiles.serial,
  issuedAt: officeProfiles.issuedAt,
  hash: officeProfiles.hash,
  takenAt: officeProfiles.takenAt,
};

const blobOf = (key: string): Buffer => Buffer.from(key, 'hex');
const ofRoot = ({ rootKey, directoryId }: Root) =>
  and(eq(officeProfiles.rootKey, blobOf(rootKey)), eq(officeProfiles.directoryId, directoryId));

/** Every profile of a root for its directory that this vault has, the newest first. */
export const profileRows = (tx: RecordsReader, root: Root): ProfileRow[] =>
  tx.select(told).from(officeProfiles).where(ofRoot(root)).orderBy(desc(officeProfiles.serial)).all();

/** The file of a profile. Throws when it is not here. */
export const profileFile = (tx: RecordsReader, root: Root, serial: number): Uint8Array => {
  const row = tx
    .select({ file: officeProfiles.file })
    .from(officeProfiles)
    .where(and(ofRoot(root), eq(officeProfiles.serial, serial)))
    .get();
  if (row === undefined) throw new Error('a profile that is not here');
  return new Uint8Array(row.file);
};

/** Keeps a profile. */
export const insertProfile = (
  tx: RecordsWriter,
  row: ProfileRow & { readonly rootKey: string; readonly file: Uint8Array },
): void => {
  tx.insert(officeProfiles)
    .values({ ...row, rootKey: blobOf(row.rootKey), file: Buffer.from(row.file) })
    .run();
};
