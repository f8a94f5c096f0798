import { scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { systemRandom } from './random.ts';

// The scrypt stanza of age (https://c2sp.org/age, "scrypt recipient") over Node's own scrypt: same format as typage's,
// but computed on a thread of the pool, so that the backend keeps answering (and can be locked) meanwhile.

/** Work factors (base-2 logarithm of N) at which a passphrase file is written, and which are accepted. */
export const workFactors = { write: 18, min: 18, max: 20 } as const;

const firstLine = 'age-encryption.org/v1\n';

/** True when bytes begin as every age file does (https://c2sp.org/age, "header"). */
export const beginsAsAge = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, firstLine.length)).toString('latin1') ===
  firstLine;

const label = new TextEncoder().encode('age-encryption.org/v1/scrypt');
const zeroNonce = new Uint8Array(12);
const blockSize = 8;

/** What is typed, as bytes: Unicode NFC, so that one accent typed in two ways is one passphrase. */
const passphraseBytes = (passphrase: string): Uint8Array => new TextEncoder().encode(passphrase.normalize('NFC'));

const base64Unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const wrapKeyOf = (passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** workFactor;
    const options = { N, r: blockSize, p: 1, maxmem: 128 * blockSize * N + 2 ** 26 };
    scrypt(passphraseBytes(passphrase), Buffer.concat([label, salt]), 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

const passphraseRecipient = (passphrase: string, workFactor: number): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = systemRandom.bytes(16);
    const wrapKey = await wrapKeyOf(passphrase, salt, workFactor);
    const body = chacha20poly1305(wrapKey, zeroNonce).encrypt(fileKey);
    wrapKey.fill(0);
    return [new Stanza(['scrypt', base64Unpadded(salt), String(workFactor)], body)];
  },
});

/** Encrypts for whoever knows the passphrase. The work factor is lowered by tests alone. */
export const sealWithPassphrase = async (
  bytes: Uint8Array,
  passphrase: string,
  workFactor: number = workFactors.write,
): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, workFactor));
  return encrypter.encrypt(bytes);
};

/** Encrypts for the holder of the identity behind `recipient` (`age1…`). */
export const sealToRecipient = async (bytes: Uint8Array, recipient: string): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
};

interface ScryptStanza {
  readonly salt: Uint8Array;
  readonly workFactor: number;
  readonly body: Uint8Array;
}

const scryptStanzaOf = (stanzas: readonly Stanza[]): ScryptStanza | undefined => {
  const [stanza] = stanzas;
  if (stanza === undefined || stanzas.length !== 1 || stanza.args.length !== 3) return undefined;
  const [type, salt = '', factor = ''] = stanza.args;
  if (type !== 'scrypt' || !/^[A-Za-z0-9+/]{22}$/.test(salt) || !/^[1-9][0-9]{0,3}$/.test(factor)) return undefined;
  if (stanza.body.length !== 32) return undefined;
  const bytes = Buffer.from(salt, 'base64');
  // Bits left over in the last character have to be zero: one salt, one way to write it.
  if (base64Unpadded(bytes) !== salt) return undefined;
  return { salt: bytes, workFactor: Number(factor), body: stanza.body };
};

const unwrap = (wrapKey: Uint8Array, body: Uint8Array): Uint8Array | null => {
  try {
    return chacha20poly1305(wrapKey, zeroNonce).decrypt(body);
  } catch {
    return null;
  }
};

type OpenCode = 'wrongPassphrase' | 'keyFileDamaged' | 'keyFileParameters';

/**
 * Decrypts a passphrase file. Fails with `keyFileParameters`, before anything is computed, when its work
 * factor is out of limits (too low: an attacker's file; too high: hours and gigabytes);
 * `wrongPassphrase`; or `keyFileDamaged`. The limits are widened by tests alone.
 */
export const openWithPassphrase = async (
  file: Uint8Array,
  passphrase: string,
  accepted: { readonly min: number; readonly max: number } = workFactors,
): Promise<Result<Uint8Array, AppError<OpenCode>>> => {
  let code: OpenCode = 'keyFileDamaged';
  const identity: Identity = {
    unwrapFileKey: async (stanzas) => {
      const stanza = scryptStanzaOf(stanzas);
      if (stanza === undefined) return null;
      if (stanza.workFactor < accepted.min || stanza.workFactor > accepted.max) {
        code = 'keyFileParameters';
        return null;
      }
      const wrapKey = await wrapKeyOf(passphrase, stanza.salt, stanza.workFactor);
      const fileKey = unwrap(wrapKey, stanza.body);
      wrapKey.fill(0);
      if (fileKey === null) code = 'wrongPassphrase';
      return fileKey;
    },
  };
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return ok(await decrypter.decrypt(file));
  } catch {
    return fail(code);
  }
};

/**
 * Decrypts a file for one X25519 identity (`AGE-SECRET-KEY-1…`, already checked). Fails with
 * `notForIdentity` when the file is for somebody else, `damaged` when it cannot be read.
 */
export const openWithIdentity = async (
  file: Uint8Array,
  identity: string,
): Promise<Result<Uint8Array, 'notForIdentity' | 'damaged'>> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decrypt(file));
  } catch (thrown) {
    const unmatched = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    return { ok: false, error: unmatched ? 'notForIdentity' : 'damaged' };
  }
};
