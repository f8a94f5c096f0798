import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyEd25519 } from '../../../electron/backend/crypto/ed25519.ts';
import { verifyAudit } from '../../../electron/backend/trail/audit-chain.ts';
import { createVault } from '../../../electron/backend/vault/create-vault.ts';
import { readIdentity } from '../../../electron/backend/vault/identity.ts';
import { inspectFolder } from '../../../electron/backend/vault/inspect-folder.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { verifyPassphrase } from '../../../electron/backend/vault/verify-passphrase.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import {
  codeOf,
  copyOfVault,
  holder,
  openCode,
  openForTest,
  passphrase,
  vaultDeps,
  vaultTemplate,
} from '../../fixtures/made-vault.ts';

// Each derivation of a key takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(() => vaultTemplate());

const read = (dir: string, name: string): Buffer => readFileSync(join(dir, name));

/** Every file of a folder with its bytes. */
const snapshot = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .sort()
      .map((name) => [name, read(dir, name).toString('base64')]),
  );

const flip = (dir: string, name: string, at: number): void => {
  const bytes = read(dir, name);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(dir, name), bytes);
};

describe('createVault', () => {
  it('makes a whole vault that opens with its passphrase', async () => {
    const dir = await copyOfVault();
    expect(readdirSync(dir).filter((name) => !name.endsWith('-journal'))).toEqual([
      'key-copy.age',
      'key.age',
      'notes.db',
      'records.db',
      'recovery.age',
    ]);
    const vault = await openForTest(dir);
    const { person, roles, institution } = readIdentity(vault.records);
    expect({ person, roles, institution }).toEqual({
      person: { ...holder.person, personId: expect.any(String) },
      roles: holder.roles,
      institution: holder.institution,
    });
    expect(vault.notices).toEqual([]);
    expect(vault.keyFingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    const bytes = new TextEncoder().encode('langkah');
    expect(verifyEd25519(vault.publicKey, 'bilik/act/v1', bytes, vault.sign('bilik/act/v1', bytes))).toBe(true);
    expect(verifyEd25519(vault.publicKey, 'bilik/other/v1', bytes, vault.sign('bilik/act/v1', bytes))).toBe(false);
    for (const tx of [vault.records, vault.notes]) expect(verifyAudit(tx)).toMatchObject({ entries: 1, broken: null });
  });

  it('leaves nothing behind when it refuses', async () => {
    const parent = temporaryFolder();
    const make = (dir: string, words = passphrase) =>
      createVault(vaultDeps, { dir, passphrase: words, ...holder, roles: [...holder.roles] });
    expect(codeOf(await make(join(parent, 'a'), 'kucing'))).toBe('weakPassphrase');
    expect(codeOf(await make(join(parent, 'a'), 'Kementerian Contoh'))).toBe('weakPassphrase');
    expect(codeOf(await make(join(parent, 'none', 'a')))).toBe('folderMissing');
    expect(readdirSync(parent)).toEqual([]);
    expect(codeOf(await make(await copyOfVault()))).toBe('folderNotEmpty');
    writeFileSync(join(parent, 'catatan'), 'berkas biasa');
    expect(codeOf(await make(join(parent, 'catatan')))).toBe('folderNotEmpty');
    expect(readdirSync(parent)).toEqual(['catatan']);
  });

  it('leaves no half vault when a write fails at any step', async () => {
    const failing = async (step: number): Promise<{ code: string; left: string[] }> => {
      const parent = temporaryFolder();
      let calls = 0;
      const count =
        <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          calls += 1;
          if (calls === step) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
          return call(...args);
        };
      const fs = { ...vaultDeps.fs, open: count(vaultDeps.fs.open), rename: count(vaultDeps.fs.rename) };
      const input = { dir: join(parent, 'v'), passphrase, ...holder, roles: [...holder.roles] };
      const made = await createVault({ ...vaultDeps, fs }, input);
      if (made.ok) made.value.vault.close();
      return { code: codeOf(made), left: readdirSync(parent) };
    };
    // 3 files, each: open, rename, folder; then the vault's own rename.
    for (const step of [1, 2, 3, 5, 10]) expect(await failing(step)).toEqual({ code: 'diskFull', left: [] });
  });
});

describe('openVault', () => {
  it('refuses a wrong passphrase and changes nothing', async () => {
    const dir = await copyOfVault();
    const before = snapshot(dir);
    expect(await openCode(dir, `${passphrase} `)).toBe('wrongPassphrase');
    expect(snapshot(dir)).toEqual(before);
  });

  it('takes one passphrase however its accents are typed', async () => {
    const parent = temporaryFolder();
    const composed = 'kopi tubruk séréh lereng 17'.normalize('NFC');
    const dir = join(parent, 'v');
    const made = await createVault(vaultDeps, { dir, passphrase: composed, ...holder, roles: [...holder.roles] });
    if (made.ok) made.value.vault.close();
    expect(await openCode(dir, composed.normalize('NFD'))).toBe('ok');
  });

  it('names a folder that is none, missing, or lacks parts', async () => {
    const dir = await copyOfVault();
    expect(await openCode(join(dir, 'none'))).toBe('folderMissing');
    expect(await openCode(temporaryFolder())).toBe('notAVault');
    rmSync(join(dir, 'notes.db'));
    expect(await openCode(dir)).toBe('databaseDamaged');
    expect(existsSync(join(dir, 'notes.db'))).toBe(false);
    expect(await inspectFolder(databaseDeps, dir)).toMatchObject({ state: 'damaged' });
  });

  it('opens with either copy of the key file and mends the other', async () => {
    for (const [damaged, at] of [
      ['key.age', 3],
      ['key.age', 120],
      ['key.age', 400],
      ['key-copy.age', 400],
    ] as const) {
      const dir = await copyOfVault();
      const whole = read(dir, 'key.age');
      flip(dir, damaged, at);
      const vault = await openForTest(dir);
      expect(vault.notices).toEqual(['keyFilesMended']);
      expect(read(dir, 'key.age').equals(whole) && read(dir, 'key-copy.age').equals(whole)).toBe(true);
    }
  });

  it('makes a missing or damaged recovery file anew', async () => {
    const dir = await copyOfVault();
    rmSync(join(dir, 'recovery.age'));
    const vault = await openForTest(dir);
    expect(vault.notices).toEqual(['keyFilesMended']);
    expect(existsSync(join(dir, 'recovery.age'))).toBe(true);
    vault.close();
    expect((await openForTest(dir)).notices).toEqual([]);
  });

  it('names damage of both copies', async () => {
    const dir = await copyOfVault();
    truncateSync(join(dir, 'key.age'), 50);
    writeFileSync(join(dir, 'key-copy.age'), 'bukan');
    expect(await openCode(dir)).toBe('keyFileDamaged');
  });

  it('tells a foreign database from a damaged one', async () => {
    const dir = await copyOfVault();
    const records = read(dir, 'records.db');
    writeFileSync(join(dir, 'records.db'), read(dir, 'notes.db'));
    expect(await openCode(dir)).toBe('databaseForeign');
    expect(read(dir, 'records.db').equals(read(dir, 'notes.db'))).toBe(true);
    writeFileSync(join(dir, 'records.db'), records);
    flip(dir, 'records.db', 200);
    expect(await openCode(dir)).toBe('databaseDamaged');
  });

  it('is refused while open elsewhere, and free again after closing', async () => {
    const dir = await copyOfVault();
    const vault = await openForTest(dir);
    expect(await openCode(dir)).toBe('openElsewhere');
    expect(await inspectFolder(databaseDeps, dir)).toMatchObject({ state: 'openElsewhere' });
    vault.close();
    expect(await inspectFolder(databaseDeps, dir)).toMatchObject({ state: 'ok' });
    expect(await openCode(dir)).toBe('ok');
  });

  it('can be cancelled', async () => {
    const dir = await copyOfVault();
    const abort = new AbortController();
    const opening = openVault(vaultDeps, { dir, passphrase, signal: abort.signal });
    abort.abort();
    expect(codeOf(await opening)).toBe('unlockCancelled');
    expect(await openCode(dir)).toBe('ok');
  });

  it('wipes the keys on closing', async () => {
    const vault = await openForTest(await copyOfVault());
    vault.close();
    for (const secret of [vault.keys.recordsKey, vault.keys.notesKey, vault.keys.signingSeed, vault.keys.documentKey]) {
      expect(secret.every((byte) => byte === 0)).toBe(true);
    }
  });
});

describe('verifyPassphrase', () => {
  it('tells the right passphrase of an open vault from others', async () => {
    const vault = await openForTest(await copyOfVault());
    expect(codeOf(await verifyPassphrase(vault, passphrase))).toBe('ok');
    expect(codeOf(await verifyPassphrase(vault, 'kopi'))).toBe('wrongPassphrase');
    expect(vault.keys.recordsKey.some((byte) => byte !== 0)).toBe(true);
  });
});
