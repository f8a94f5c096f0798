import { type Directory, directorySchema, findKey } from '@shared/domain/identity/directory.ts';
import { signedFileSchema } from '@shared/domain/identity/signed-file.ts';
import { desc } from 'drizzle-orm';
import { directories } from '../db/exchange-schema.ts';
import type { RecordsTx } from '../db/transact.ts';

/** Names of people by what the directory says of them; undefined when it does not know them. */
export interface KeyNames {
  /** Of a key, 64 hexadecimal digits. */
  readonly ofKey: (key: string) => string | undefined;
  /** Of an entry of the directory. */
  readonly ofEntry: (entryId: string) => string | undefined;
}

/** The directory taken in last; it was checked before it was stored. */
const latestDirectory = (tx: RecordsTx): Directory | undefined => {
  const row = tx.select().from(directories).orderBy(desc(directories.takenAt), desc(directories.serial)).limit(1).get();
  if (row === undefined) return undefined;
  const { payload } = signedFileSchema.parse(JSON.parse(row.file.toString('utf8')));
  return directorySchema.parse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')));
};

/** Looks names up in the directory, which is read when the first one is asked for. */
export const keyNames = (tx: RecordsTx): KeyNames => {
  let read: { readonly directory: Directory | undefined } | undefined;
  const directory = (): Directory | undefined => {
    read ??= { directory: latestDirectory(tx) };
    return read.directory;
  };
  return {
    ofKey: (key) => {
      const known = directory();
      return known && findKey(known, key)?.entry.person.name;
    },
    ofEntry: (entryId) => directory()?.entries.find((entry) => entry.entryId === entryId)?.person.name,
  };
};
