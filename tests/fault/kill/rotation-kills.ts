import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { publicKeyOf, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { settings } from '../../../electron/backend/db/records-schema.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { fitsKey } from '../../../electron/backend/db/verify-pages.ts';
import { settleIdentityNow } from '../../../electron/backend/desk/new-identity.ts';
import { replacedKeysHere } from '../../../electron/backend/identity/own-keys.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { readIdentity } from '../../../electron/backend/vault/identity.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { rotateVaultKeys } from '../../../electron/backend/vault/rotate-vault-keys.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { bundleChild, runChild } from '../../fixtures/child-bundle.ts';
import { databaseDeps } from '../../fixtures/database-deps.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { holder, passphrase } from '../../fixtures/made-vault.ts';
import { unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, notesStuck, rotationDepsOf, rotationInput } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { count, newTrials, type Trials } from './report.ts';

// Whoever calls calls `cheapKeys` first: the passphrase is not the point here.

const tasks = ['rotate', 'open', 'sheet', 'identity'] as const;
type Task = (typeof tasks)[number];

interface Setting {
  readonly program: string;
  readonly folder: string;
  readonly dir: string;
  /** The same vault with an exchange of keys that is half done, and a row in each database that was written since. */
  readonly half: string;
  readonly keys: VaultKeys;
  readonly oldSheet: string;
  readonly newSheet: string;
}

interface Killed {
  readonly dir: string;
  readonly said: readonly string[];
}

/** A process that works on a copy of the vault, and kills itself before a step; 0: it comes to its end. */
const killed = async (setting: Setting, task: Task, step: number): Promise<Killed> => {
  const { program, folder, newSheet } = setting;
  const copy = join(mkdtempSync(join(folder, 'cut-')), 'Brankas Contoh');
  cpSync(task === 'open' ? setting.half : setting.dir, copy, { recursive: true });
  const args = [task, copy, databaseDeps.resourcesFolder, String(step), passphrase, newSheet];
  return { dir: copy, said: await runChild(program, args, () => undefined) };
};

/** Opens a vault and says what is not as it was; null when it does not open. */
const problemsOnceOpen = async (opened: Awaited<ReturnType<typeof openVault>>, dir: string): Promise<string[]> => {
  if (!opened.ok) return [`does not open: ${opened.error.code}`];
  const { name } = readIdentity(opened.value.records).person;
  opened.value.close();
  const { findings } = unwrap(await checkVault(vaultDeps, { dir, passphrase }));
  const { keys } = unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), passphrase));
  return [
    ...(name === holder.person.name ? [] : ['whose vault it is was lost']),
    ...findings.map((finding) => JSON.stringify(finding)),
    ...(keys.next === undefined ? [] : ['the key file still holds two sets of keys']),
    ...(existsSync(join(dir, 'rotation')) ? ['copies were left'] : []),
  ];
};

const recover = (dir: string, code: string) => recoverVault(vaultDeps, { dir, code, newPassphrase: passphrase });

/** What a sheet comes to on a copy of the vault, which is as it was left. */
const bySheet = async ({ folder }: Setting, dir: string, code: string): Promise<string[]> => {
  const copy = join(mkdtempSync(join(folder, 'sheet-')), 'Brankas Contoh');
  cpSync(dir, copy, { recursive: true });
  return problemsOnceOpen(await recover(copy, code), copy);
};

const problemsOfRotation = async (setting: Setting, { dir, said }: Killed): Promise<string[]> => {
  const recovered = (await bySheet(setting, dir, setting.oldSheet)).map((problem) => `by the sheet: ${problem}`);
  const opened = await problemsOnceOpen(await openVault(vaultDeps, { dir, passphrase }), dir);
  const isOld = fitsKey(join(dir, 'records.db'), setting.keys.recordsKey);
  const isHalf = isOld !== fitsKey(join(dir, 'notes.db'), setting.keys.notesKey);
  return [
    ...recovered,
    ...opened,
    ...(said.includes('done') && isOld ? ['the keys were said to be others'] : []),
    ...(isHalf ? ['one database has other keys, and one has not'] : []),
  ];
};

const problemsOfSheet = async (setting: Setting, { dir, said }: Killed): Promise<string[]> => {
  const [byOld, byNew] = [
    await bySheet(setting, dir, setting.oldSheet),
    await bySheet(setting, dir, setting.newSheet),
  ].map((problems) => problems.length === 0);
  const opened = await problemsOnceOpen(await openVault(vaultDeps, { dir, passphrase }), dir);
  const [byOldAfter, byNewAfter] = [
    await bySheet(setting, dir, setting.oldSheet),
    await bySheet(setting, dir, setting.newSheet),
  ].map((problems) => problems.length === 0);
  return [
    ...opened,
    ...(byOld === byNew ? ['not one sheet alone opens'] : []),
    ...(byOld === byOldAfter && byNew === byNewAfter ? [] : ['another sheet opens after the next opening']),
    ...(said.includes('done') && !byNew ? ['the new sheet was said to be in force'] : []),
  ];
};

/** At most so many of the numbers from 1 to `last`, evenly spread, the last one among them. */
const spread = (last: number, most: number): number[] =>
  Array.from({ length: Math.min(last, most) }, (_, index) => Math.ceil(((index + 1) * last) / Math.min(last, most)));

/** The identity of a vault that is closed, and those that it had before. */
const identitiesIn = async (dir: string): Promise<string[]> => {
  const vault = unwrap(await openVault(vaultDeps, { dir, passphrase }));
  unwrap(settleIdentityNow(unlockedOf({ vault, ...vaultDeps })));
  const told = replacedKeysHere(vault.records).map(({ key }) => key);
  const keys = [toHex(vault.publicKey), ...vault.formerKeys];
  vault.close();
  return [...keys, ...(told.join() === keys.slice(1).join() ? [] : ['untold'])];
};

const problemsOfIdentity = async (setting: Setting, { dir, said }: Killed): Promise<string[]> => {
  const before = toHex(publicKeyOf(signingKeyOf(setting.keys.signingSeed)));
  const recovered = (await bySheet(setting, dir, setting.oldSheet)).map((problem) => `by the sheet: ${problem}`);
  const opened = await problemsOnceOpen(await openVault(vaultDeps, { dir, passphrase }), dir);
  const [present, ...former] = await identitiesIn(dir);
  const isNew = present !== before;
  return [
    ...recovered,
    ...opened,
    ...(former.join() === (isNew ? before : '') ? [] : [`identities before: ${former.join()}`]),
    ...(said.includes('done') && !isNew ? ['the identity was said to be another'] : []),
  ];
};

const rowsSince = ({ records, notes }: OpenVault): number =>
  Number(records.$client.prepare("SELECT count(*) FROM settings WHERE key = 'sesudah'").pluck().get()) +
  Number(notes.$client.prepare("SELECT count(*) FROM meta WHERE key = 'sesudah'").pluck().get());

/** An exchange that was half done is ended by whichever opening comes to its end. */
const problemsOfOpening = async (setting: Setting, cut: Killed): Promise<string[]> => {
  const problems = await problemsOfRotation(setting, cut);
  const vault = unwrap(await openVault(vaultDeps, { dir: cut.dir, passphrase }));
  const [rows, isHalf] = [rowsSince(vault), vault.keys.next !== undefined];
  vault.close();
  const isOld = fitsKey(join(cut.dir, 'notes.db'), setting.keys.notesKey);
  return [
    ...problems,
    ...(rows === 2 ? [] : ['what was written since was lost']),
    ...(isHalf || isOld ? ['it is half done still'] : []),
  ];
};

const problemsOf = {
  rotate: problemsOfRotation,
  open: problemsOfOpening,
  sheet: problemsOfSheet,
  identity: problemsOfIdentity,
};

/** A copy of a vault of which one database alone could be put in its place, and which was written to since. */
const makeHalf = async (folder: string, dir: string): Promise<string> => {
  const copy = join(mkdtempSync(join(folder, 'half-')), 'Brankas Contoh');
  cpSync(dir, copy, { recursive: true });
  const vault = unwrap(await openVault(vaultDeps, { dir: copy, passphrase }));
  await rotateVaultKeys(rotationDepsOf(notesStuck), vault, rotationInput());
  unwrap(transactRecords(vault.records, (tx) => ok(tx.insert(settings).values({ key: 'sesudah', json: '' }).run())));
  unwrap(transactNotes(vault.notes, (tx) => ok(tx.insert(meta).values({ key: 'sesudah', value: '' }).run())));
  vault.close();
  return copy;
};

/**
 * Lets a process kill itself (SIGKILL) before a step while it gives a vault other keys, opens one whose exchange of
 * keys is half done, gives another recovery sheet, and another identity: at most so many of the steps of each, spread
 * over all of it. Afterwards the vault opens by passphrase and by sheet, is whole, and has the old keys or the new.
 */
export const runRotationKills = async (
  most: Readonly<Record<Task, number>>,
): Promise<Trials & { readonly steps: Readonly<Record<Task, number>> }> => {
  const { program, remove } = await bundleChild('tests/fixtures/rotation-child.ts');
  const folder = mkdtempSync(join(tmpdir(), 'bilik-rotation-'));
  const trials = newTrials();
  const steps = { rotate: 0, open: 0, sheet: 0, identity: 0 };
  try {
    const { vault, recoveryIdentity } = await makeSampleVault(vaultDeps, folder);
    const keys = copyOfKeys(vault.keys);
    vault.close();
    const half = await makeHalf(folder, vault.dir);
    const newSheet = await generateX25519Identity();
    const setting = { program, folder, dir: vault.dir, half, keys, oldSheet: recoveryIdentity, newSheet };
    for (const task of tasks) {
      const { said } = await killed(setting, task, 0);
      steps[task] = Number(/^steps (\d+)$/.exec(said.at(-1) ?? '')?.[1] ?? Number.NaN);
      for (const step of spread(steps[task], most[task])) {
        const cut = await killed(setting, task, step);
        count(trials, `${task}: killed before step ${step} of ${steps[task]}`, await problemsOf[task](setting, cut));
        rmSync(join(cut.dir, '..'), { recursive: true, force: true });
      }
    }
    return { ...trials, steps };
  } finally {
    remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
