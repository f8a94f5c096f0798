import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBackup } from '../../../electron/backend/formats/backup/read-backup.ts';
import { createKnownVaults } from '../../../electron/backend/vault/known-vaults.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { isTemporary } from '../../../electron/backend/vault/temporary-name.ts';
import { createUnfinishedRestore } from '../../../electron/backend/vault/unfinished-restore.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { vaultErrorCodes } from '../../../shared/contract/vault.ts';
import { openByKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { passphrase as createdPassphrase } from '../fuzz/aims/identity.ts';
import { vaultProblems } from '../fuzz/judge.ts';
import { chosenPassphrase } from '../fuzz/world.ts';
import { openAfterwards } from '../kill/opened.ts';
import { backupsOf } from './path-aims.ts';
import type { Ran } from './run-path.ts';
import type { PathSetting } from './saved-setting.ts';
import { storedSum, type VaultState } from './vault-state.ts';
import { alwaysCommits, changesKeys } from './writing-paths.ts';

// What a process left that was ended: each vault opens, is whole, and holds what was acknowledged.

/** The vault that a world begins with. */
const firstVault = 'Brankas Satu';

const names = ['records', 'notes'] as const;
type Name = (typeof names)[number];

/** What a line says of a state: at an acknowledgement. */
const stateIn = (line: string): VaultState | undefined => {
  const [, json] = /^(?:open|ack \S+) (\{.*\})$/.exec(line) ?? [];
  return json === undefined ? undefined : (JSON.parse(json) as VaultState);
};

/**
 * Sums that the rows of a database may have after the end: that of what was committed or acknowledged last, and that of
 * a commit that was being made.
 */
const allowedSums = (said: readonly string[], dir: string, name: Name, first: string): readonly string[] => {
  let [last, pending]: [string, string | null] = [first, null];
  for (const line of said) {
    const state = stateIn(line);
    if (state !== undefined && basename(state.dir) === basename(dir)) [last, pending] = [state.sums[name], null];
    const [what, ...rest] = line.split(' ');
    const sum = rest.pop() ?? '';
    if (rest.join(' ') !== `${basename(dir)}/${name}.db`) continue;
    if (what === 'commit') pending = sum;
    if (what === 'committed') [last, pending] = [sum, null];
  }
  return pending === null ? [last] : [last, pending];
};

/** Whether a call was acknowledged. */
const isAcknowledged = (said: readonly string[], method: string): boolean =>
  said.some((line) => line.startsWith(`ack ${method} `));

const hasEntry = (vault: OpenVault, name: Name, hash: string): boolean =>
  hash === 'none' ||
  vault[name].$client.prepare('SELECT 1 FROM audit WHERE lower(hex(hash)) = ?').pluck().get(hash) !== undefined;

/**
 * What is acknowledged must have been committed: before that its process alone knew of it. A commit that is said to
 * have failed may stand in the file all the same.
 */
const saidTooEarly = (said: readonly string[]): string[] => {
  const committed = new Map<string, readonly string[]>();
  return said.flatMap((line) => {
    const [what = '', ...rest] = line.split(' ');
    const [name, sum = ''] = [rest.slice(0, -1).join(' '), rest.at(-1) ?? ''];
    if (what === 'commit' && committed.has(name)) committed.set(name, [...(committed.get(name) ?? []), sum]);
    if (what === 'committed') committed.set(name, [sum]);
    const state = stateIn(line);
    // Under other keys the same rows have another sum.
    if (what === 'ack' && changesKeys(rest[0] ?? '')) committed.clear();
    return names.flatMap((database) => {
      const sums = state && committed.get(`${basename(state.dir)}/${database}.db`);
      const isOther = sums !== undefined && !sums.includes('-') && !sums.includes(state?.sums[database] ?? '');
      return isOther ? [`${rest[0]} was acknowledged before ${database} was committed`] : [];
    });
  });
};

/** A call that always writes and was acknowledged without a commit has promised what nothing holds. */
const saidForNothing = (said: readonly string[]): string[] =>
  said.flatMap((line, at) => {
    const [, method] = /^ack (\S+) /.exec(line) ?? [];
    if (method === undefined || !alwaysCommits(method)) return [];
    const begun = said.slice(0, at).findLastIndex((one) => one === `begin ${method}` || one === `prepare ${method}`);
    const isKept = said.slice(begun, at).some((one) => one.startsWith('committed '));
    return isKept ? [] : [`${method} was acknowledged and nothing was committed`];
  });

/** A vault that was there from the beginning: its rows are those that it is known to have. */
const problemsByKeys = (dir: string, { keys, sums }: PathSetting, said: readonly string[]): string[] => {
  const vault = openByKeys(vaultDeps, dir, keys);
  try {
    const lost = names.filter((name) => {
      const sum = storedSum(vault[name].$client);
      return !allowedSums(said, dir, name, sums[name]).includes(sum);
    });
    const told = lost.map((name) => `${name} holds neither what was committed last nor what was about to be`);
    return [...told, ...vaultProblems(vault)];
  } finally {
    vault.close();
  }
};

/** Opened as the app does: what was cut short goes. */
const problemsOnceEntered = (dir: string, { keys }: PathSetting): string[] => {
  const { vault } = openAfterwards(dir, keys);
  try {
    return vaultProblems(vault);
  } finally {
    vault.close();
  }
};

/** Passphrases that calls of these processes give to a vault, besides the one that it has. */
const otherPassphrases = [chosenPassphrase, createdPassphrase] as const;

/**
 * Opens a vault as a person does, by whatever passphrase is its own; after other keys were begun, none at hand is.
 * Where it opens by none, the codes are what is wrong.
 */
const openByPassphrase = async (
  dir: string,
  { passphrase }: PathSetting,
): Promise<{ readonly vault: OpenVault; readonly passphrase: string } | { readonly codes: readonly string[] }> => {
  const codes: string[] = [];
  for (const tried of [...otherPassphrases, passphrase]) {
    const opened = await openVault(vaultDeps, { dir, passphrase: tried });
    if (opened.ok) return { vault: opened.value, passphrase: tried };
    codes.push(opened.error.code);
  }
  return { codes };
};

const problemsByPassphrase = async (dir: string, setting: PathSetting, said: readonly string[]): Promise<string[]> => {
  const opened = await openByPassphrase(dir, setting);
  if ('codes' in opened) return [`opens by no passphrase: ${opened.codes.join()}`];
  // Calls that change the passphrase do so in the first vault.
  const isChanged =
    basename(dir) === firstVault &&
    ['vault.changePassphrase', 'vault.recover'].some((method) => isAcknowledged(said, method));
  const early = isChanged && opened.passphrase === setting.passphrase ? ['the old passphrase opens still'] : [];
  return [...early, ...problemsOfOpen(opened.vault, said)];
};

const problemsOfOpen = (vault: OpenVault, said: readonly string[]): string[] => {
  try {
    const last = said.map(stateIn).findLast((state) => state && basename(state.dir) === basename(vault.dir));
    const lost = names.filter((name) => last !== undefined && !hasEntry(vault, name, last.heads[name]));
    return [...lost.map((name) => `an acknowledged entry of the trail of ${name} was lost`), ...vaultProblems(vault)];
  } finally {
    vault.close();
  }
};

const foldersIn = (parent: string): string[] =>
  existsSync(parent)
    ? readdirSync(parent)
        .map((name) => join(parent, name))
        .filter((path) => statSync(path).isDirectory())
    : [];

const isNamed = (code: string): boolean => (vaultErrorCodes as readonly string[]).includes(code);

/** Vaults that were made meanwhile: whole once that was acknowledged; before, whole or told by a name. */
const problemsOfMade = async ({ folder, said }: Ran, setting: PathSetting): Promise<string[]> => {
  await createUnfinishedRestore(vaultDeps.fs, join(folder, 'profile')).removeLeft();
  const isMade = isAcknowledged(said, 'vault.create') || isAcknowledged(said, 'vault.restore');
  const problems: string[] = [];
  const made = foldersIn(join(folder, 'documents'));
  if (isMade && made.length === 0) problems.push('a vault that was made is not there');
  for (const dir of made) {
    const opened = await openByPassphrase(dir, setting);
    if ('vault' in opened) problems.push(...problemsOfOpen(opened.vault, said));
    else if (isMade || !opened.codes.every(isNamed)) problems.push(`a new vault does not open: ${opened.codes.join()}`);
    if (isTemporary(dir)) problems.push('what was to be restored was left');
  }
  return problems;
};

const problemsOfFile = async (path: string, whole: ReadonlySet<string>): Promise<string[]> => {
  const name = basename(path);
  if (isTemporary(path)) return [`${name} was left`];
  if (statSync(path).isDirectory()) return [];
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  const backup = name.endsWith('.cadangan') ? await readBackup(path, { into: null }) : undefined;
  return [
    ...(whole.has(hash) ? [] : [`${name} is not whole`]),
    ...(backup?.ok === false ? [`${name} does not read: ${backup.error.code}`] : []),
  ];
};

/** Files that were saved: each is whole under its name, and nothing else stays. */
const problemsOfSaved = async ({ folder, said }: Ran): Promise<string[]> => {
  const whole = new Set(said.flatMap((line) => /^file (\S+)/.exec(line)?.[1] ?? []));
  const problems: string[] = [];
  for (const parent of [join(folder, 'keluar'), backupsOf(folder)])
    for (const name of existsSync(parent) ? readdirSync(parent) : [])
      problems.push(...(await problemsOfFile(join(parent, name), whole)));
  return problems;
};

/** The list of vaults knows the one that was there. */
const problemsOfList = async ({ folder, said }: Ran): Promise<string[]> => {
  const known = await createKnownVaults(vaultDeps, join(folder, 'profile')).list();
  const isKnown = known.some(({ path }) => basename(path) === firstVault);
  return isKnown || said.some((line) => line === 'begin vault.forget') ? [] : ['the list of vaults was lost'];
};

/** What is wrong; whatever is thrown is, too. */
const tried = async (what: string, look: () => readonly string[] | Promise<readonly string[]>): Promise<string[]> => {
  try {
    return (await look()).map((problem) => `${what}: ${problem}`);
  } catch (thrown) {
    return [`${what}: throws ${String(thrown)}`];
  }
};

/** What is wrong with what such a process left; empty: nothing. Opens the vaults and clears away what was cut short. */
export const problemsAfterEnd = async (ran: Ran, setting: PathSetting): Promise<string[]> => {
  const { folder, said } = ran;
  const isOther = said.some((line) => changesKeys(/^(?:begin|prepare) (\S+)$/.exec(line)?.[1] ?? ''));
  const problems = [...saidTooEarly(said), ...saidForNothing(said)];
  for (const dir of foldersIn(join(folder, 'vaults'))) {
    const look = isOther
      ? () => problemsByPassphrase(dir, setting, said)
      : () => [...problemsByKeys(dir, setting, said), ...problemsOnceEntered(dir, setting)];
    problems.push(...(await tried(basename(dir), look)));
  }
  problems.push(...(await tried('list', () => problemsOfList(ran))));
  problems.push(...(await tried('made', () => problemsOfMade(ran, setting))));
  // With other keys the note of what was being saved is read at the next opening by a person alone.
  if (!isOther) problems.push(...(await tried('saved', () => problemsOfSaved(ran))));
  return problems;
};
