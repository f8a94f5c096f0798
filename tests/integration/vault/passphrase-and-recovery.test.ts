import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { desc } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../../electron/backend/db/records-schema.ts';
import { changePassphrase } from '../../../electron/backend/vault/change-passphrase.ts';
import { readIdentity } from '../../../electron/backend/vault/identity.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { toRecoveryGroups } from '../../../electron/backend/vault/recovery-code.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultDeps } from '../../../electron/backend/vault/vault-deps.ts';
import {
  codeOf,
  copyOfVault,
  openCode,
  openForTest,
  passphrase,
  unwrap,
  vaultDeps,
  vaultTemplate,
} from '../../fixtures/made-vault.ts';

const next = 'pisang goreng hangat di teras 42';
const keyFileNames = ['key.age', 'key-copy.age', 'recovery.age'] as const;

// Each derivation of a key takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(() => vaultTemplate());

const keysOf = ({ keys }: OpenVault) => structuredClone({ ...keys, generation: 0 });
const keyFiles = (dir: string) => keyFileNames.map((name) => readFileSync(join(dir, name)).toString('base64'));
const lastAudit = (vault: OpenVault) =>
  vault.records.select().from(audit).orderBy(desc(audit.seq)).limit(1).get()?.kind;

/** Deps whose file calls stop working for good from the given one on, as when the process is killed there. */
const dyingAt = (step: number): VaultDeps => {
  let calls = 0;
  const guard =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls >= step) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      return call(...args);
    };
  const { open, rename } = vaultDeps.fs;
  return { ...vaultDeps, fs: { ...vaultDeps.fs, open: guard(open), rename: guard(rename) } };
};

describe('changePassphrase', () => {
  it('keeps the keys; the new passphrase opens, the old one no more', async () => {
    const dir = await copyOfVault();
    const vault = await openForTest(dir);
    const before = keysOf(vault);
    expect(codeOf(await changePassphrase(vaultDeps, vault, { current: 'salah', next }))).toBe('wrongPassphrase');
    expect(codeOf(await changePassphrase(vaultDeps, vault, { current: passphrase, next: 'rahasia' }))).toBe(
      'weakPassphrase',
    );
    const ownName = { current: passphrase, next: `${readIdentity(vault.records).person.name} 1` };
    expect(codeOf(await changePassphrase(vaultDeps, vault, ownName))).toBe('weakPassphrase');
    expect(codeOf(await changePassphrase(vaultDeps, vault, { current: passphrase, next }))).toBe('ok');
    expect(lastAudit(vault)).toBe('passphraseChanged');
    vault.close();
    expect(await openCode(dir)).toBe('wrongPassphrase');
    const again = await openForTest(dir, next);
    expect(again.notices).toEqual([]);
    expect(again.keys.generation).toBe(2);
    expect(keysOf(again)).toEqual(before);
  });

  it('goes back to the old files when the disk is full for one call', async () => {
    const dir = await copyOfVault();
    const before = keyFiles(dir);
    const vault = await openForTest(dir);
    let failed = false;
    const fs: VaultDeps['fs'] = {
      ...vaultDeps.fs,
      rename: async (from, to) => {
        if (!failed && String(to).endsWith('/key.age')) {
          failed = true;
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        }
        return vaultDeps.fs.rename(from, to);
      },
    };
    const changed = await changePassphrase({ ...vaultDeps, fs }, vault, { current: passphrase, next });
    expect(codeOf(changed)).toBe('diskFull');
    expect(keyFiles(dir).slice(0, 2)).toEqual(before.slice(0, 2));
    vault.close();
    expect(await openCode(dir, next)).toBe('wrongPassphrase');
    expect(await openCode(dir)).toBe('ok');
  });

  it('opens by the old or the new passphrase when cut at any step, and ends the change', async () => {
    // Calls of one change: for each of three files open, rename, open of the folder.
    for (const step of [3, 5, 8]) {
      const dir = await copyOfVault();
      const vault = await openForTest(dir);
      const before = keysOf(vault);
      expect(codeOf(await changePassphrase(dyingAt(step), vault, { current: passphrase, next }))).toBe('diskFull');
      vault.close();
      const opened = await openVault(vaultDeps, { dir, passphrase: next });
      const again = opened.ok ? opened.value : await openForTest(dir);
      expect(keysOf(again)).toEqual(before);
      again.close();
      const [key, copy] = keyFiles(dir);
      expect(key).toBe(copy);
    }
  });
});

describe('key files of another time', () => {
  it('refuses an older key file in the place of both copies, and mends one', async () => {
    const dir = await copyOfVault();
    copyFileSync(join(dir, 'key.age'), join(dir, '..', 'old.age'));
    const vault = await openForTest(dir);
    unwrap(await changePassphrase(vaultDeps, vault, { current: passphrase, next }));
    vault.close();
    copyFileSync(join(dir, '..', 'old.age'), join(dir, 'key.age'));
    expect(await openCode(dir)).toBe('keyFileOlder');
    const mended = await openForTest(dir, next);
    expect(mended.notices).toEqual(['keyFilesMended']);
    mended.close();
    for (const name of ['key.age', 'key-copy.age']) copyFileSync(join(dir, '..', 'old.age'), join(dir, name));
    expect(await openCode(dir)).toBe('keyFileOlder');
  });

  it('refuses an older records.db beside newer key files', async () => {
    const dir = await copyOfVault();
    copyFileSync(join(dir, 'records.db'), join(dir, '..', 'old.db'));
    const vault = await openForTest(dir);
    unwrap(await changePassphrase(vaultDeps, vault, { current: passphrase, next }));
    vault.close();
    copyFileSync(join(dir, '..', 'old.db'), join(dir, 'records.db'));
    expect(await openCode(dir, next)).toBe('databaseOlder');
    const code = (await vaultTemplate()).recoveryIdentity;
    unwrap(await recoverVault(vaultDeps, { dir, code, newPassphrase: next })).close();
    expect(await openCode(dir, next)).toBe('ok');
  });
});

describe('recoverVault', () => {
  const codeFor = async () =>
    toRecoveryGroups((await vaultTemplate()).recoveryIdentity)
      .join(' - ')
      .toLowerCase();

  it('gives the identical keys under a new passphrase; the sheet stays good', async () => {
    const dir = await copyOfVault();
    const original = await openForTest(dir);
    const before = keysOf(original);
    original.close();
    rmSync(join(dir, 'key.age'));
    writeFileSync(join(dir, 'key-copy.age'), 'rusak');
    const code = await codeFor();
    const recovered = unwrap(await recoverVault(vaultDeps, { dir, code, newPassphrase: next }));
    expect(keysOf(recovered)).toEqual(before);
    expect(lastAudit(recovered)).toBe('vaultRecovered');
    recovered.close();
    expect(await openCode(dir)).toBe('wrongPassphrase');
    expect(await openCode(dir, next)).toBe('ok');
    const twice = unwrap(await recoverVault(vaultDeps, { dir, code, newPassphrase: passphrase }));
    expect(keysOf(twice)).toEqual(before);
    twice.close();
  });

  it('refuses codes of another vault, mistyped codes and weak passphrases, and changes nothing', async () => {
    const dir = await copyOfVault();
    const before = keyFiles(dir);
    const recover = async (code: string, newPassphrase = next) =>
      codeOf(await recoverVault(vaultDeps, { dir, code, newPassphrase }));
    expect(await recover(await generateX25519Identity())).toBe('recoveryCodeForeign');
    expect(await recover((await codeFor()).replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')))).toBe(
      'recoveryCodeInvalid',
    );
    expect(await recover('')).toBe('recoveryCodeInvalid');
    expect(await recover(await codeFor(), 'sandi')).toBe('weakPassphrase');
    writeFileSync(join(dir, 'recovery.age'), 'rusak');
    expect(await recover(await codeFor())).toBe('keyFileDamaged');
    expect(keyFiles(dir).slice(0, 2)).toEqual(before.slice(0, 2));
  });

  it('leaves a vault that opens when cut at any step', async () => {
    for (const step of [4, 8]) {
      const dir = await copyOfVault();
      const code = await codeFor();
      expect(codeOf(await recoverVault(dyingAt(step), { dir, code, newPassphrase: next }))).toBe('diskFull');
      const opened = [await openCode(dir), await openCode(dir, next)];
      expect(opened).toContain('ok');
    }
  });
});
