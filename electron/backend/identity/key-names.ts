import { type Directory, findKey } from '@shared/domain/identity/directory.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** Names of people by what the directory says of them; undefined when it does not know them. */
export interface KeyNames {
  /** Of a key, 64 hexadecimal digits. */
  readonly ofKey: (key: string) => string | undefined;
  /** Of an entry of the directory. */
  readonly ofEntry: (entryId: string) => string | undefined;
}

/** Looks names up in the trusted directory, which is read when the first one is asked for. */
export const keyNames = (tx: RecordsReader): KeyNames => {
  let read: { readonly directory: Directory | undefined } | undefined;
  const directory = (): Directory | undefined => {
    read ??= { directory: trustedDirectory(tx)?.directory };
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
