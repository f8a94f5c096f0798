import { activeKeyOf, type DirectoryEntry, findKey } from '@shared/domain/identity/directory.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { OpenVault } from '../vault/vault.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** The entry of the trusted directory under whose active key this vault signs; undefined when there is none. */
export const ownEntryIn = (vault: Pick<OpenVault, 'publicKey'>, tx: RecordsReader): DirectoryEntry | undefined => {
  const found = trustedDirectory(tx);
  const key = toHex(vault.publicKey);
  const own = found === null ? undefined : findKey(found.directory, key);
  return own !== undefined && activeKeyOf(own.entry)?.key === key ? own.entry : undefined;
};
