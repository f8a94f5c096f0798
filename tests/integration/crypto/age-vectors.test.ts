import { inflateSync } from 'node:zlib';
import * as published from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { openWithPassphrase } from '../../../electron/backend/crypto/age.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { decryptAge } from '../../../electron/backend/formats/package/age-stream.ts';
import { PackageFailure } from '../../../electron/backend/formats/package/format-failure.ts';
import { readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource } from '../../../electron/backend/formats/package/sources.ts';

// The public test vectors of age (https://c2sp.org/CCTV/age), all of them, through the very readers of the app:
// `decryptAge` opens packages, `openWithPassphrase` key files and identity files.

interface Vector {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly armored: boolean;
  readonly file: Uint8Array;
}

const vectorOf = ([name, bytes]: [string, Uint8Array]): Vector => {
  const whole = Buffer.from(bytes);
  const end = whole.indexOf('\n\n');
  const lines = whole.subarray(0, end).toString('utf8').split('\n');
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const file = whole.subarray(end + 2);
  return {
    name,
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    armored: all('armored')[0] === 'yes',
    file: new Uint8Array(all('compressed')[0] === 'zlib' ? inflateSync(file) : file),
  };
};

const vectors = Object.entries(published as unknown as Record<string, Uint8Array>).map(vectorOf);

const classOf = ({ name, armored, passphrases }: Vector): string => {
  if (armored) return 'armored';
  if (name.startsWith('hybrid')) return 'hybrid';
  return passphrases.length > 0 ? 'passphrase' : 'x25519';
};
const ofClass = (wanted: string) =>
  vectors.filter((vector) => classOf(vector) === wanted).map((it) => [it.name, it] as const);

/** What the reader of packages says, and all bytes that it gave out until then. */
const decrypt = async ({ file, identities }: Vector) => {
  const given: Uint8Array[] = [];
  let code = 'ok';
  try {
    for await (const chunk of decryptAge(bytesAsSource(file), identities)) given.push(chunk);
  } catch (thrown) {
    if (!(thrown instanceof PackageFailure)) throw thrown;
    code = thrown.code;
  }
  return { code, payload: sha256(Buffer.concat(given)).toString('hex'), bytes: Buffer.concat(given).length };
};

const packageCode = async ({ file, identities }: Vector): Promise<string> => {
  const read = await readPackage(bytesAsSource(file), identities);
  return read.ok ? 'ok' : read.error.code;
};

/** A file that was cut before its payload begins is damaged for us, not foreign. */
const cutBeforePayload = new Set(['stream_no_nonce', 'stream_short_nonce']);
const codes: Readonly<Record<string, string>> = {
  success: 'ok',
  'no match': 'packageNotForMe',
  'HMAC failure': 'packageDamaged',
  'header failure': 'packageUnreadable',
  'payload failure': 'packageDamaged',
};

/**
 * Chunks that are given out before the failure. The reference implementation learns afterwards whether a chunk was the
 * last one; our reader looks ahead, and keeps back one chunk more where that turns out wrong.
 */
const keptBack: Readonly<Record<string, 0 | 1>> = {
  stream_no_final_full: 0,
  stream_no_final_two_chunks_full: 1,
  stream_trailing_garbage_long: 0,
  stream_trailing_garbage_short: 0,
  stream_two_final_chunks: 0,
  stream_two_final_chunks_full: 0,
  stream_two_final_chunks_second: 1,
};
const emptyHash = sha256().toString('hex');
const firstChunkHash = vectors.find(({ name }) => name === 'stream_no_final_full')?.payload;
const payloadOf = ({ name, payload }: Vector): string | undefined => {
  const chunks = keptBack[name];
  if (chunks === undefined) return payload;
  return chunks === 0 ? emptyHash : firstChunkHash;
};

it('has all vectors, each in one class', () => {
  const counts = ['x25519', 'passphrase', 'armored', 'hybrid'].map((name) => ofClass(name).length);
  expect(counts).toEqual([67, 25, 33, 18]);
  expect(vectors).toHaveLength(143);
  expect(vectors.filter(({ file }) => file.length > 1024 * 1024)).toHaveLength(3);
});

describe('files for X25519 identities', () => {
  it.each(ofClass('x25519'))('%s', async (name, vector) => {
    const wanted = cutBeforePayload.has(name) ? 'packageDamaged' : codes[vector.expect];
    const { code, payload } = await decrypt(vector);
    expect(code).toBe(wanted);
    // Nothing is given out that was not authenticated, and all that was.
    if (vector.payload !== undefined) expect(payload).toBe(payloadOf(vector));
    // Inside of none is a package.
    expect(await packageCode(vector)).toBe(code === 'ok' ? 'packageUnreadable' : code);
  });
});

describe('files by passphrase', () => {
  const open = async ({ file, passphrases }: Vector, limits?: { min: number; max: number }) => {
    const opened = await openWithPassphrase(file, passphrases[0] ?? '', limits);
    return opened.ok ? sha256(opened.value).toString('hex') : opened.error.code;
  };
  const named: Readonly<Record<string, string>> = {
    'no match': 'wrongPassphrase',
    'header failure': 'keyFileDamaged',
  };
  const others: Readonly<Record<string, string>> = {
    // Another type of recipient: no passphrase file for us.
    scrypt_uppercase: 'keyFileDamaged',
    scrypt_work_factor_23: 'keyFileParameters',
  };

  it.each(ofClass('passphrase'))('%s', async (name, vector) => {
    const wide = await open(vector, { min: 1, max: 20 });
    expect(wide).toBe(vector.expect === 'success' ? vector.payload : (others[name] ?? named[vector.expect]));
    // The vectors are made at work factors below what the app accepts.
    expect(['keyFileParameters', 'keyFileDamaged']).toContain(await open(vector));
    expect(['packageNotForMe', 'packageUnreadable']).toContain((await decrypt(vector)).code);
  });
});

describe('files in armor', () => {
  it.each(ofClass('armored'))('%s is refused: packages and key files are binary', async (_, vector) => {
    expect((await decrypt(vector)).code).toBe('packageUnreadable');
    expect(await packageCode(vector)).toBe('packageUnreadable');
    expect(await openWithPassphrase(vector.file, vector.passphrases[0] ?? '')).toEqual({
      ok: false,
      error: { code: 'keyFileDamaged' },
    });
  });
});

describe('files for post-quantum identities', () => {
  it.each(ofClass('hybrid'))('%s is refused: a vault has X25519 identities alone', async (_, vector) => {
    const { code, bytes } = await decrypt(vector);
    expect(bytes).toBe(0);
    expect(['packageNotForMe', 'packageUnreadable']).toContain(code);
    if (vector.expect === 'success' || vector.expect === 'no match') expect(code).toBe('packageNotForMe');
    expect(await packageCode(vector)).toBe(code);
  });
});
