import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  openWithIdentity,
  openWithPassphrase,
  sealToRecipient,
  sealWithPassphrase,
} from '../../../electron/backend/crypto/age.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';

const words = 'kopi tubruk lereng Merbabu 17';
const bytes = new TextEncoder().encode('isi rahasia');
let sealed: Uint8Array;
beforeAll(async () => {
  sealed = await sealWithPassphrase(bytes, words);
});

/** Puts another work factor into the header; nobody needs to compute it for that. */
const withWorkFactor = (factor: string): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      Buffer.from(sealed)
        .toString('latin1')
        .replace(/^(-> scrypt \S+ )18$/m, `$1${factor}`),
      'latin1',
    ),
  );

describe('sealWithPassphrase', () => {
  it('is opened by its passphrase alone, at work factor 18', async () => {
    expect(Buffer.from(sealed).toString('latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 18\n/,
    );
    expect(await openWithPassphrase(sealed, words)).toEqual({ ok: true, value: bytes });
    expect(await openWithPassphrase(sealed, `${words}.`)).toEqual({ ok: false, error: { code: 'wrongPassphrase' } });
  });

  it('is opened by typage and by age itself, and opens what age seals', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(words);
    expect(await decrypter.decrypt(sealed)).toEqual(bytes);
    const folder = temporaryFolder();
    const [file, out, back] = [join(folder, 'key.age'), join(folder, 'out'), join(folder, 'back.age')];
    writeFileSync(file, sealed);
    const age = (command: string, input: string) =>
      spawnSync('setsid', ['script', '-qec', command, '/dev/null'], { input, timeout: 120_000 });
    age(`age -d -o ${out} ${file}`, `${words}\n`);
    expect(readFileSync(out, 'utf8')).toBe('isi rahasia');
    age(`age -p -o ${back} ${out}`, `${words}\n${words}\n`);
    expect(await openWithPassphrase(new Uint8Array(readFileSync(back)), words)).toEqual({ ok: true, value: bytes });
  });

  it('keeps answering while it derives the key', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    // Words that no test has tried: their key is derived here (fixtures/keys-once.ts).
    await openWithPassphrase(sealed, `${words} belum pernah`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('openWithPassphrase', () => {
  it('refuses work factors outside 18 to 20 before computing anything', async () => {
    for (const factor of ['1', '10', '17', '21', '30', '63', '9999']) {
      const opened = await openWithPassphrase(withWorkFactor(factor), words);
      expect(opened).toEqual({ ok: false, error: { code: 'keyFileParameters' } });
    }
  });

  it('names a damaged file, never throws', async () => {
    const text = Buffer.from(sealed).toString('latin1');
    const cases = [
      new Uint8Array(0),
      sealed.slice(0, 60),
      sealed.slice(0, -1),
      withWorkFactor('018'),
      withWorkFactor('1e1'),
      new Uint8Array(Buffer.from(text.replace('scrypt', 'X25519'), 'latin1')),
      sealed.map((byte, i) => (i === sealed.length - 3 ? byte ^ 1 : byte)),
    ];
    for (const file of cases) {
      expect(await openWithPassphrase(file, words)).toEqual({ ok: false, error: { code: 'keyFileDamaged' } });
    }
    const forSomebody = await sealToRecipient(bytes, await identityToRecipient(await generateX25519Identity()));
    expect(await openWithPassphrase(forSomebody, words)).toEqual({ ok: false, error: { code: 'keyFileDamaged' } });
  });
});

describe('sealToRecipient', () => {
  it('is opened by the identity alone, and by age itself', async () => {
    const identity = await generateX25519Identity();
    const file = await sealToRecipient(bytes, await identityToRecipient(identity));
    expect(await openWithIdentity(file, identity)).toEqual({ ok: true, value: bytes });
    expect(await openWithIdentity(file, await generateX25519Identity())).toEqual({
      ok: false,
      error: 'notForIdentity',
    });
    expect(await openWithIdentity(file.slice(0, -1), identity)).toEqual({ ok: false, error: 'damaged' });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sheet'), identity);
    writeFileSync(join(folder, 'recovery.age'), file);
    const out = execFileSync('age', ['-d', '-i', join(folder, 'sheet'), join(folder, 'recovery.age')]);
    expect(out.toString()).toBe('isi rahasia');
  });
});
