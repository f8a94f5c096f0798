import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { settings } from '../../../electron/backend/db/records-schema.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { fitsKey } from '../../../electron/backend/db/verify-pages.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { changePassphrase } from '../../../electron/backend/vault/change-passphrase.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { replaceIdentity } from '../../../electron/backend/vault/replace-identity.ts';
import { rotateVaultKeys } from '../../../electron/backend/vault/rotate-vault-keys.ts';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultDeps } from '../../../electron/backend/vault/vault-deps.ts';
import type { DatabaseKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { backUp, restoredVault } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { closing } from '../../fixtures/closing.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { failing } from '../../fixtures/failing-calls.ts';
import { errnoError } from '../../fixtures/file-calls.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import {
  makeSampleVault,
  notesStuck,
  openSampleVault,
  rotationDepsOf,
  rotationInput,
} from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

beforeAll(cheapKeys);

// An exchange of keys of which one database alone could be put in its place: it is ended where all is at hand.

const write = (vault: OpenVault, key: string): void => {
  unwrap(transactRecords(vault.records, (tx) => ok(tx.insert(settings).values({ key, json: 'x' }).run())));
  unwrap(transactNotes(vault.notes, (tx) => ok(tx.insert(meta).values({ key, value: 'x' }).run())));
};

/** What was written, in both databases alike. */
const written = (vault: OpenVault): string[] => {
  const rows = [
    vault.records.select({ key: settings.key }).from(settings).all(),
    vault.notes.select({ key: meta.key }).from(meta).all(),
  ].map((found) => found.map(({ key }) => key).filter((key) => key.startsWith('baris')));
  expect(rows[0]).toEqual(rows[1]);
  return rows[0] ?? [];
};

/** A vault that is open, with an exchange of its keys half done, and the keys before it. */
const half = async (deps = notesStuck) => {
  const { vault, recoveryIdentity } = await makeSampleVault(vaultDeps, temporaryFolder());
  closing(vault);
  const before = copyOfKeys(vault.keys);
  write(vault, 'baris1');
  expect(codeOf(await rotateVaultKeys(rotationDepsOf(deps), vault, rotationInput()))).toBe('rotationHalved');
  write(vault, 'baris2');
  return { vault, before, recoveryIdentity };
};

const areUnder = (dir: string, keys: DatabaseKeys) =>
  (['records', 'notes'] as const).map((name) => fitsKey(join(dir, `${name}.db`), keys[`${name}Key`]));

const copyOf = (dir: string): string => {
  const copy = join(temporaryFolder(), 'Brankas Contoh');
  cpSync(dir, copy, { recursive: true });
  return copy;
};

const lastKind = (vault: OpenVault): string | undefined => [...auditRows(vault.records)].at(-1)?.kind;

/** That a vault opens as one whose exchange was ended, with what was written. */
const isEnded = async (dir: string, before: DatabaseKeys, rows: readonly string[], by = passphrase): Promise<void> => {
  const vault = await openSampleVault(vaultDeps, dir, by);
  expect(vault.keys.next).toBeUndefined();
  expect(written(vault)).toEqual(rows);
  vault.close();
  expect(areUnder(dir, before)).toEqual([false, false]);
  expect(unwrap(await checkVault(vaultDeps, { dir, passphrase: by })).findings).toEqual([]);
  expect(unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), by)).keys.next).toBeUndefined();
  expect(existsSync(join(dir, 'rotation'))).toBe(false);
};

it('is told while it is half done, and ended by the next opening, by passphrase or by sheet', async () => {
  const { vault, before, recoveryIdentity } = await half();
  expect(lastKind(vault)).toBe('keyRotationHalved');
  expect(areUnder(vault.dir, before)).toEqual([false, true]);
  expect(await callsOn(vault).get('keys.status', {})).toMatchObject({ isHalf: true });
  vault.close();
  expect(unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase })).findings).toEqual([]);
  const copy = copyOf(vault.dir);
  const recovered = await recoverVault(vaultDeps, { dir: copy, code: recoveryIdentity, newPassphrase: passphrase });
  unwrap(recovered).close();
  for (const dir of [copy, vault.dir]) await isEnded(dir, before, ['baris1', 'baris2']);
  const again = closing(await openSampleVault(vaultDeps, vault.dir));
  expect(await callsOn(again).get('keys.status', {})).toMatchObject({ isHalf: false });
});

it('is ended still after another passphrase and another identity', async () => {
  const { vault, before } = await half();
  const next = 'pisang goreng hangat di teras 42';
  unwrap(await changePassphrase(vaultDeps, vault, { current: passphrase, next }));
  const { signal } = new AbortController();
  const identity = { passphrase: next, reason: 'replaced' as const, signal, onProgress: () => undefined };
  unwrap(await replaceIdentity(vaultDeps, vault, identity));
  vault.close();
  await isEnded(vault.dir, before, ['baris1', 'baris2'], next);
});

for (const forGood of [false, true]) {
  it(`opens whatever fails meanwhile, and is ended then or later: ${forGood ? 'every call from the Nth on' : 'a single call'}`, async () => {
    const { vault, before } = await half();
    vault.close();
    const states = new Set<string>();
    for (let nth = 1; ; nth += 1) {
      const dir = copyOf(vault.dir);
      const { deps, calls } = failing(nth, forGood);
      const first = unwrap(await openVault(deps, { dir, passphrase }));
      states.add(first.keys.next === undefined ? 'ended' : 'half');
      expect(written(first), `call ${nth}`).toEqual(['baris1', 'baris2']);
      write(first, 'baris3');
      first.close();
      await isEnded(dir, before, ['baris1', 'baris2', 'baris3']);
      if (calls() < nth) break;
    }
    expect([...states].sort()).toEqual(['ended', 'half']);
  });
}

it('takes nothing that waits from before: what was written since is there', async () => {
  // Nothing in the folder of the vault can be made, moved or removed any more; its databases can be written to.
  let isShut = false;
  const shut: VaultDeps = {
    ...notesStuck,
    fs: {
      ...notesStuck.fs,
      open: ((...args: Parameters<VaultDeps['fs']['open']>) =>
        isShut ? Promise.reject(errnoError('ENOSPC')) : vaultDeps.fs.open(...args)) as VaultDeps['fs']['open'],
      renameNow: (from, to) => {
        isShut = String(to).endsWith('notes.db');
        notesStuck.fs.renameNow(from, to);
      },
    },
  };
  const { vault, before } = await half(shut);
  vault.close();
  expect(existsSync(join(vault.dir, 'rotation', 'notes.db'))).toBe(true);
  await isEnded(vault.dir, before, ['baris1', 'baris2']);
});

it('is ended in a vault that is restored from a backup of it', async () => {
  const { vault, before } = await half();
  const calls = callsOn(vault);
  const again = await restoredVault(await backUp(calls));
  again.close();
  await isEnded(again.dir, before, ['baris1', 'baris2']);
});

it('rolls back what a crash cut before it encrypts anew', async () => {
  const { vault, before } = await half();
  vault.notes.$client.exec('PRAGMA cache_size = 1; BEGIN');
  const insert = vault.notes.$client.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  for (let row = 0; row < 40; row += 1) insert.run(`baris potong ${row}`, 'x'.repeat(3000));
  const dir = copyOf(vault.dir);
  expect(readFileSync(join(dir, 'notes.db-journal'))[0]).not.toBe(0);
  vault.notes.$client.exec('ROLLBACK');
  vault.close();
  await isEnded(dir, before, ['baris1', 'baris2']);
});

it('is ended by another exchange, which gives both databases keys of their own; cut off it is half done still', async () => {
  const { vault, before } = await half();
  const records = Uint8Array.from(vault.keys.recordsKey);
  const controller = new AbortController();
  const onProgress = ({ step }: { step: string }) => step === 'encrypting' && controller.abort();
  const cancelled = rotationInput({ signal: controller.signal, onProgress });
  expect(codeOf(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, cancelled))).toBe('rotationCancelled');
  expect(vault.keys.next).toBeDefined();
  const cuts: string[] = [];
  const cutting = rotationInput({ onProgress: () => void cuts.push(copyOf(vault.dir)) });
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, cutting));
  expect(vault.keys.next).toBeUndefined();
  expect(fitsKey(join(vault.dir, 'records.db'), records)).toBe(false);
  write(vault, 'baris3');
  vault.close();
  await isEnded(vault.dir, before, ['baris1', 'baris2', 'baris3']);
  expect(cuts.length).toBeGreaterThan(9);
  for (const cut of cuts) await isEnded(cut, before, ['baris1', 'baris2']);
});
