import { readFile, stat } from 'node:fs/promises';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { beginsAsAge, openWithPassphrase } from '../backend/crypto/age.ts';
import { maxIdentityFileBytes, parseIdentityFile } from '../backend/formats/package/identity-file.ts';
import type { Terminal } from './terminal.ts';
import type { Translate } from './texts.ts';

const readSmall = async (path: string): Promise<Uint8Array | null> => {
  try {
    const facts = await stat(path);
    return facts.isFile() && facts.size <= maxIdentityFileBytes ? new Uint8Array(await readFile(path)) : null;
  } catch {
    return null;
  }
};

export type IdentityError = 'identityUnreadable' | 'identityInvalid' | 'identityPassphrase' | 'identityCancelled';

/**
 * Reads an age identity file, for which the passphrase is asked when it is encrypted. Fails with `identityUnreadable`,
 * `identityInvalid` (no X25519 identity in it), `identityPassphrase` (the passphrase is wrong), `identityCancelled`.
 */
export const readIdentities = async (
  path: string,
  { t, terminal }: { readonly t: Translate; readonly terminal: Terminal },
): Promise<Result<readonly string[], AppError<IdentityError>>> => {
  let bytes = await readSmall(path);
  if (bytes === null) return fail('identityUnreadable');
  if (beginsAsAge(bytes)) {
    const passphrase = await terminal.readPassphrase(t('cli.identityPrompt'));
    if (passphrase === null) return fail('identityCancelled');
    const opened = await openWithPassphrase(bytes, passphrase);
    if (!opened.ok) return fail(opened.error.code === 'wrongPassphrase' ? 'identityPassphrase' : 'identityInvalid');
    bytes = opened.value;
  }
  const identities = await parseIdentityFile(bytes);
  return identities === null ? fail('identityInvalid') : ok(identities);
};
