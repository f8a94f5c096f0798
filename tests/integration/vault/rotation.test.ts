import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { anchorIn } from '../../../electron/backend/db/digest/anchors.ts';
import { audit, settings } from '../../../electron/backend/db/records-schema.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { fitsKey } from '../../../electron/backend/db/verify-pages.ts';
import { checkLiveRows } from '../../../electron/backend/integrity/check-live.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { type RotationProgress, rotateVaultKeys } from '../../../electron/backend/vault/rotate-vault-keys.ts';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultDeps } from '../../../electron/backend/vault/vault-deps.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { backUp, restoredVault } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { closing } from '../../fixtures/closing.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { failing } from '../../fixtures/failing-calls.ts';
import { heldFor } from '../../fixtures/file-calls.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, openSampleVault, rotationDepsOf, rotationInput } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

beforeAll(cheapKeys);

const write = (vault: OpenVault, key: string): void => {
  unwrap(transactRecords(vault.records, (tx) => ok(tx.insert(settings).values({ key, json: 'x' }).run())));
};

const has = (vault: OpenVault, key: string): boolean =>
  vault.records.select().from(settings).where(eq(settings.key, key)).get() !== undefined;

const writeNote = (vault: OpenVault): void => {
  unwrap(transactNotes(vault.notes, (tx) => ok(tx.insert(meta).values({ key: 'sesudah', value: 'x' }).run())));
};

const hasNote = (vault: OpenVault): boolean =>
  vault.notes.select().from(meta).where(eq(meta.key, 'sesudah')).get() !== undefined;

type Filled = OpenVault & { readonly recoveryIdentity: string };

/** A vault with a row of the test, open. */
const filled = async (): Promise<Filled> => {
  const { vault, recoveryIdentity } = await makeSampleVault(vaultDeps, temporaryFolder());
  closing(vault);
  write(vault, 'sebelum');
  return { ...vault, recoveryIdentity };
};

const kindsOf = (vault: OpenVault): string[] =>
  vault.records
    .select()
    .from(audit)
    .all()
    .map(({ kind }) => kind)
    .filter((kind) => /otat/.test(kind));

const keyFile = async (dir: string, by = passphrase) =>
  unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), by)).keys;

/** What is wrong with a closed vault. */
const problemsOf = async (dir: string) => {
  const { findings } = unwrap(await checkVault(vaultDeps, { dir, passphrase }));
  const keys = await keyFile(dir);
  return { findings, next: keys.next, isLeft: existsSync(join(dir, 'rotation')) };
};
const nothingWrong = { findings: [], next: undefined, isLeft: false };

it('gives both databases other keys, and whoever holds the vault goes on', async () => {
  const vault = await filled();
  const before = copyOfKeys(vault.keys);
  const steps = new Set<RotationProgress['step']>();
  const input = rotationInput({ onProgress: ({ step }) => steps.add(step) });
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, input));
  expect([...steps]).toEqual(['preparing', 'copying', 'encrypting', 'checking', 'ending']);
  expect(has(vault, 'sebelum')).toBe(true);
  write(vault, 'sesudah');
  expect(kindsOf(vault)).toEqual(['keyRotationBegun', 'keysRotated']);
  expect(await checkLiveRows(vault, new AbortController().signal)).toEqual([]);
  const after = copyOfKeys(vault.keys);
  vault.close();
  for (const name of ['records', 'notes'] as const) {
    expect(after[`${name}Key`]).not.toEqual(before[`${name}Key`]);
    expect(fitsKey(join(vault.dir, `${name}.db`), before[`${name}Key`])).toBe(false);
  }
  expect(after.signingSeed).toEqual(before.signingSeed);
  expect(await problemsOf(vault.dir)).toEqual(nothingWrong);
  const again = closing(await openSampleVault(vaultDeps, vault.dir));
  expect(again.notices).toEqual([]);
  expect([has(again, 'sebelum'), has(again, 'sesudah')]).toEqual([true, true]);
});

it('knows an older database after the exchange as before it', async () => {
  const vault = await filled();
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, rotationInput()));
  vault.close();
  const old = join(dirname(vault.dir), 'old.db');
  cpSync(join(vault.dir, 'records.db'), old);
  const later = await openSampleVault(vaultDeps, vault.dir);
  write(later, 'kemudian');
  later.close();
  cpSync(old, join(vault.dir, 'records.db'));
  const again = closing(await openSampleVault(vaultDeps, vault.dir));
  expect(anchorIn(again.notes.$client)?.older).toBe(true);
  // What was found stays found under other keys.
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), again, rotationInput()));
  expect(await checkLiveRows(again, new AbortController().signal)).toMatchObject([{ code: 'databaseBehind' }]);
});

it('does not make good what did not fit', async () => {
  const vault = await filled();
  // A row that no transaction wrote.
  vault.notes.$client.exec('DROP TRIGGER IF EXISTS temp.bilik_added_meta');
  vault.notes.$client.exec("INSERT INTO meta (key, value) VALUES ('asing', 'x')");
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, rotationInput()));
  expect(await checkLiveRows(vault, new AbortController().signal)).toMatchObject([{ code: 'rowsDiffer' }]);
});

it('leaves the sheet good', async () => {
  const vault = await filled();
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, rotationInput()));
  vault.close();
  const input = { dir: vault.dir, code: vault.recoveryIdentity, newPassphrase: 'pisang goreng hangat di teras 42' };
  expect(has(closing(unwrap(await recoverVault(vaultDeps, input))), 'sebelum')).toBe(true);
});

it('asks for the passphrase, and changes nothing without it', async () => {
  const vault = await filled();
  const before = readFileSync(join(vault.dir, 'key.age'));
  const rotated = await rotateVaultKeys(
    rotationDepsOf(vaultDeps),
    vault,
    rotationInput({ passphrase: 'salah sekali 99' }),
  );
  expect(codeOf(rotated)).toBe('wrongPassphrase');
  expect(readFileSync(join(vault.dir, 'key.age'))).toEqual(before);
});

it('copies again what was written to meanwhile, and gives up when it always is', async () => {
  const vault = await filled();
  const deps = rotationDepsOf(vaultDeps);
  let copies = 0;
  const restless = (times: number) => ({
    ...deps,
    copyFiles: async (...args: Parameters<typeof deps.copyFiles>) => {
      const copied = await deps.copyFiles(...args);
      if (copies++ < times) write(vault, `tengah${copies}`);
      return copied;
    },
  });
  unwrap(await rotateVaultKeys(restless(2), vault, rotationInput()));
  expect([copies, has(vault, 'tengah1'), has(vault, 'tengah2')]).toEqual([3, true, true]);
  let isFirst = true;
  const onProgress = ({ step }: RotationProgress) => {
    if (step !== 'checking' || !isFirst) return;
    isFirst = false;
    write(vault, 'akhir');
  };
  unwrap(await rotateVaultKeys(restless(0), vault, rotationInput({ onProgress })));
  expect([copies, has(vault, 'akhir')]).toEqual([5, true]);
  copies = 10;
  expect(codeOf(await rotateVaultKeys(restless(99), vault, rotationInput()))).toBe('rotationRestless');
  vault.close();
  expect(await problemsOf(vault.dir)).toEqual(nothingWrong);
});

it('is broken off by the person, and leaves the old keys', async () => {
  const vault = await filled();
  const before = copyOfKeys(vault.keys);
  const controller = new AbortController();
  const onProgress = ({ step }: RotationProgress) => step === 'encrypting' && controller.abort();
  const input = rotationInput({ signal: controller.signal, onProgress });
  expect(codeOf(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, input))).toBe('rotationCancelled');
  expect(kindsOf(vault)).toEqual(['keyRotationBegun', 'keyRotationUndone']);
  expect(vault.keys.recordsKey).toEqual(before.recordsKey);
  vault.close();
  expect(await problemsOf(vault.dir)).toEqual(nothingWrong);
});

it('refuses a vault of which a page is damaged', async () => {
  const vault = await filled();
  const deps = rotationDepsOf(vaultDeps);
  const copyFiles = async (...args: Parameters<typeof deps.copyFiles>) => {
    const copied = await deps.copyFiles(...args);
    const file = join(args[1], 'notes.db');
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    return copied;
  };
  expect(codeOf(await rotateVaultKeys({ ...deps, copyFiles }, vault, rotationInput()))).toBe('rotationNotWhole');
  vault.close();
  expect(await problemsOf(vault.dir)).toEqual(nothingWrong);
});

const callsOfAll = async (): Promise<number> => {
  const vault = await filled();
  const { deps, calls } = failing(Number.POSITIVE_INFINITY, false);
  unwrap(await rotateVaultKeys(rotationDepsOf(deps), vault, rotationInput()));
  return calls();
};

/** Whatever call fails while the next opening ends an exchange, the one after ends it. */
const endsHowever = async (cut: string): Promise<void> => {
  for (let nth = 1; ; nth += 1) {
    const dir = join(temporaryFolder(), 'Brankas Contoh');
    cpSync(cut, dir, { recursive: true });
    const { deps, calls } = failing(nth, true);
    const first = await openVault(deps, { dir, passphrase });
    if (first.ok) {
      write(first.value, 'sesudah');
      first.value.close();
    }
    const again = await openSampleVault(vaultDeps, dir);
    expect([has(again, 'sebelum'), has(again, 'sesudah')], `call ${nth}`).toEqual([true, first.ok]);
    again.close();
    expect(await problemsOf(dir), `call ${nth}`).toEqual(nothingWrong);
    if (calls() < nth) return;
  }
};

it('is ended when it was cut off between the two databases, and undone when before', async () => {
  for (const file of ['records.db', 'notes.db'] as const) {
    const vault = await filled();
    const before = copyOfKeys(vault.keys);
    // A copy of the vault as it stands when a database is about to be put in its place.
    const cut = join(temporaryFolder(), 'Brankas Contoh');
    const renameNow: VaultDeps['fs']['renameNow'] = (from, to) => {
      if (String(to).endsWith(file)) cpSync(vault.dir, cut, { recursive: true });
      vaultDeps.fs.renameNow(from, to);
    };
    const deps = { ...vaultDeps, fs: { ...vaultDeps.fs, renameNow } };
    unwrap(await rotateVaultKeys(rotationDepsOf(deps), vault, rotationInput()));
    vault.close();
    expect((await problemsOf(cut)).findings).toEqual([]);
    await endsHowever(cut);
    const opened = await openSampleVault(vaultDeps, cut);
    expect(opened.notices).toEqual(['keyFilesMended']);
    expect(kindsOf(opened).at(-1)).toBe(file === 'notes.db' ? 'keysRotated' : 'keyRotationUndone');
    expect(has(opened, 'sebelum')).toBe(true);
    opened.close();
    expect(await problemsOf(cut)).toEqual(nothingWrong);
    for (const name of ['records', 'notes'] as const)
      expect(fitsKey(join(cut, `${name}.db`), before[`${name}Key`])).toBe(file === 'records.db');
  }
});

it('waits for what holds a database for a moment, as on Windows, and gives up after two seconds', async () => {
  const vault = await filled();
  const held = heldFor(1900, 'EBUSY');
  const deps = { ...vaultDeps, fs: { ...held.fs, rename: vaultDeps.fs.rename } };
  unwrap(await rotateVaultKeys(rotationDepsOf(deps), vault, rotationInput()));
  const never = heldFor(Number.POSITIVE_INFINITY, 'EACCES');
  const stuck = { ...vaultDeps, fs: { ...never.fs, rename: vaultDeps.fs.rename } };
  expect(codeOf(await rotateVaultKeys(rotationDepsOf(stuck), vault, rotationInput()))).toBe('folderReadOnly');
  expect(never.waited()).toBe(2000);
  write(vault, 'sesudah');
  vault.close();
  expect(await problemsOf(vault.dir)).toEqual(nothingWrong);
});

it('leaves a vault whose backup is restored, also while its key files hold two sets of keys', async () => {
  const all = await callsOfAll();
  // The databases have other keys, and no key file could be written since.
  const vault = await filled();
  const cut = failing(all - 8, true).deps;
  expect(codeOf(await rotateVaultKeys(rotationDepsOf(cut), vault, rotationInput()))).toBe('rotationUnended');
  expect((await keyFile(vault.dir)).next).toBeDefined();
  const calls = callsOn(vault);
  const again = await restoredVault(await backUp(calls));
  expect(has(again, 'sebelum')).toBe(true);
  again.close();
  expect(await problemsOf(again.dir)).toEqual(nothingWrong);
});

/** By its sheet a copy of a vault that was cut off opens too, and is whole then. */
const recoversBySheet = async ({ dir, recoveryIdentity }: Filled, call: string): Promise<void> => {
  const copy = join(temporaryFolder(), 'Brankas Contoh');
  cpSync(dir, copy, { recursive: true });
  const input = { dir: copy, code: recoveryIdentity, newPassphrase: passphrase };
  const recovered = unwrap(await recoverVault(vaultDeps, input));
  expect([has(recovered, 'sebelum'), has(recovered, 'sesudah'), hasNote(recovered)], call).toEqual([true, true, true]);
  recovered.close();
  expect(await problemsOf(copy), call).toEqual(nothingWrong);
};

for (const forGood of [false, true]) {
  it(`keeps a vault that works when ${forGood ? 'every call from the Nth on fails' : 'a single call fails'}`, async () => {
    const all = await callsOfAll();
    expect(all).toBeGreaterThan(20);
    const codes = new Set<string>();
    // Each call fails for good; every other one fails alone, which takes less from the time of a run.
    for (let nth = 1; nth <= all; nth += forGood ? 1 : 2) {
      const vault = await filled();
      const code = codeOf(await rotateVaultKeys(rotationDepsOf(failing(nth, forGood).deps), vault, rotationInput()));
      codes.add(code);
      // It is used on at once, and nothing that was written is lost.
      write(vault, 'sesudah');
      writeNote(vault);
      expect(await checkLiveRows(vault, new AbortController().signal), `call ${nth}`).toEqual([]);
      vault.close();
      if (forGood) await recoversBySheet(vault, `call ${nth}`);
      const again = await openSampleVault(vaultDeps, vault.dir);
      const kept = [has(again, 'sebelum'), has(again, 'sesudah'), hasNote(again)];
      expect(kept, `call ${nth}`).toEqual([true, true, true]);
      again.close();
      expect(await problemsOf(vault.dir), `call ${nth}`).toEqual(nothingWrong);
    }
    expect([...codes].sort()).toEqual(['diskFull', 'rotationHalved', 'rotationUnended']);
  });
}
