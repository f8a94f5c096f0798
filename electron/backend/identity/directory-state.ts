import type { identityContract } from '@shared/contract/identity.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import type { TrustedDirectory } from './trusted-directory.ts';

/** What screens show of the trusted directory. */
export type DirectoryState = OutputOf<(typeof identityContract)['directory.update']>;

/** The trusted directory as screens show it; `ownKey` is the key of this vault. */
export const directoryState = ({ directory, rootKey, takenAt }: TrustedDirectory, ownKey: string): DirectoryState => ({
  institution: directory.institution,
  serial: directory.serial,
  issuedAt: directory.issuedAt,
  takenAt,
  words: wordsOfKey(rootKey),
  own: rootKey === ownKey,
  members: directory.entries.length,
});
