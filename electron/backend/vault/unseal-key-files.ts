import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { openWithPassphrase } from '../crypto/age.ts';
import type { KeyFiles } from './key-files.ts';
import type { OpenedKeyFile } from './settle-key-files.ts';
import { decodeKeys } from './vault-keys.ts';

export type UnsealCode = 'wrongPassphrase' | 'keyFileParameters' | 'keyFileDamaged';

/** Of two failures the one that says more. */
const weight: Record<UnsealCode, number> = { wrongPassphrase: 2, keyFileParameters: 1, keyFileDamaged: 0 };

/** Decrypts and reads one key file. */
export const unsealKeyFile = async (
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<OpenedKeyFile, AppError<UnsealCode>>> => {
  const content = await openWithPassphrase(bytes, passphrase);
  if (!content.ok) return content;
  const keys = decodeKeys(content.value);
  return keys === undefined ? fail('keyFileDamaged') : ok({ bytes, keys });
};

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.from(a).equals(b);

/** The key file and its copy, without one that is missing or equal to the other. */
const candidatesOf = ({ key, keyCopy }: KeyFiles): readonly Uint8Array[] =>
  [key, sameBytes(key, keyCopy) ? undefined : keyCopy].filter((bytes) => bytes !== undefined);

/**
 * Tries the passphrase on key.age, then on its copy when that differs, and hands each that opens to `use`
 * until one succeeds. Fails with what `use` said of the last one, else `wrongPassphrase`,
 * `keyFileParameters` or `keyFileDamaged`, whichever says more.
 */
export const withKeyFile = async <T, E extends AppError>(
  files: KeyFiles,
  passphrase: string,
  use: (opened: OpenedKeyFile) => Promise<Result<T, E>>,
): Promise<Result<T, E | AppError<UnsealCode>>> => {
  let refused: AppError<UnsealCode> = { code: 'keyFileDamaged' };
  let used: Result<T, E> | undefined;
  for (const bytes of candidatesOf(files)) {
    const opened = await unsealKeyFile(bytes, passphrase);
    if (!opened.ok) {
      if (weight[opened.error.code] > weight[refused.code]) refused = opened.error;
      continue;
    }
    used = await use(opened.value);
    if (used.ok) return used;
  }
  return used ?? err(refused);
};
