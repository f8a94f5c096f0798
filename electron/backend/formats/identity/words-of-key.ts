import { tenWords, wordsDomain } from '@shared/domain/identity/words.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { withDomain } from '../../crypto/ed25519.ts';
import { sha256 } from '../../crypto/hash.ts';

/** The ten words by which people compare an Ed25519 public key (hexadecimal) by voice. */
export const wordsOfKey = (publicKey: string): string[] =>
  tenWords(sha256(withDomain(wordsDomain, fromHex(publicKey))));

/** True when these are the ten words of the key. */
export const areWordsOfKey = (words: readonly string[], publicKey: string): boolean =>
  wordsOfKey(publicKey).join(' ') === words.join(' ');
