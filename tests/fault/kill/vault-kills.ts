import { settings } from '../../../electron/backend/db/records-schema.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { bundleChild, runChild } from '../../fixtures/child-bundle.ts';
import { databaseDeps } from '../../fixtures/database-deps.ts';
import { copyOfVault, openCode, openForTest, passphrase } from '../../fixtures/made-vault.ts';
import { unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { createDice } from '../fuzz/dice.ts';
import { count, newTrials, type Trials } from './report.ts';

const next = 'pisang goreng hangat di teras 42';

type Task = 'write' | 'change';

/** A process that works on a copy of the sample vault, and kills itself before a step; 0: it comes to its end. */
const killed = async (program: string, task: Task, step: number): Promise<{ dir: string; said: string[] }> => {
  const dir = await copyOfVault();
  const args = [task, dir, databaseDeps.resourcesFolder, String(step), passphrase, next];
  return { dir, said: await runChild(program, args, () => undefined) };
};

/** Steps of a whole change of the passphrase. */
const stepsOfChange = async (program: string): Promise<number> => {
  const { said } = await killed(program, 'change', 0);
  return Number(/^steps (\d+)$/.exec(said.at(-1) ?? '')?.[1] ?? Number.NaN);
};

/** Writes that were acknowledged before the kill are all there, each whole or not at all, and so is the vault. */
const problemsOfWrites = async (dir: string, said: readonly string[]): Promise<string[]> => {
  const vault = await openForTest(dir);
  const rows = vault.records.select().from(settings).all();
  const kept = new Set(rows.map(({ key }) => key));
  const entries = vault.records.$client.prepare("SELECT subject FROM audit WHERE kind = 'keyFilesMended'").pluck();
  const audited = new Set((entries.all() as string[]).map((subject) => `uji${subject}`));
  vault.close();
  // Each write is a row and an entry of the trail.
  const written = [...kept].filter((key) => key.startsWith('uji'));
  const halves = [...written.filter((key) => !audited.has(key)), ...[...audited].filter((key) => !kept.has(key))];
  const lost = said.filter((line) => /^\d+$/.test(line) && !kept.has(`uji${line}`));
  const { findings } = unwrap(await checkVault(vaultDeps, { dir, passphrase }));
  return [
    ...lost.map((line) => `write ${line} was lost`),
    ...halves.map((key) => `of ${key} there is a half`),
    ...findings.map((finding) => JSON.stringify(finding)),
  ];
};

/** What is wrong with a vault that a passphrase has opened, and so ended what was cut short. */
const problemsOfFiles = async (dir: string, opensBy: string): Promise<string[]> =>
  unwrap(await checkVault(vaultDeps, { dir, passphrase: opensBy })).findings.map((finding) => JSON.stringify(finding));

/** The old or the new passphrase opens, the new one whenever the change was said to be done, and all is whole then. */
const problemsOfChange = async (dir: string, said: readonly string[]): Promise<string[]> => {
  const withNew = await openVault(vaultDeps, { dir, passphrase: next });
  if (withNew.ok) {
    withNew.value.close();
    return problemsOfFiles(dir, next);
  }
  const withOld = await openCode(dir);
  return [
    ...(said.includes('changed') ? ['the change was said to be done'] : []),
    ...(withOld === 'ok' ? await problemsOfFiles(dir, passphrase) : [`neither passphrase opens: ${withOld}`]),
  ];
};

/** At most so many of the numbers from 1 to `last`, evenly spread, the last one among them. */
const spread = (last: number, most: number): number[] =>
  Array.from({ length: Math.min(last, most) }, (_, index) => Math.ceil(((index + 1) * last) / Math.min(last, most)));

/** A write takes some steps; the kill comes somewhere in one of the first hundred. */
const writeSteps = 400;

/**
 * Lets a process kill itself (SIGKILL) before a step to databases and files while it writes rows, and while it changes
 * the passphrase. `changes`: so many of the steps of a change, spread over all of it. To be called inside a test; each
 * trial derives keys, which takes seconds.
 */
export const runVaultKills = async (options: {
  readonly writes: number;
  readonly changes: number;
  readonly seed: string;
}): Promise<Trials & { readonly acknowledged: number; readonly changeSteps: number }> => {
  const { program, remove } = await bundleChild('tests/fixtures/vault-child.ts');
  const dice = createDice(`${options.seed}/vault`);
  const trials = newTrials();
  let acknowledged = 0;
  try {
    for (let index = 0; index < options.writes; index += 1) {
      const step = 100 + dice.int(writeSteps);
      const { dir, said } = await killed(program, 'write', step);
      acknowledged += said.filter((line) => /^\d+$/.test(line)).length;
      count(trials, `killed before step ${step} of writes`, await problemsOfWrites(dir, said));
    }
    const changeSteps = options.changes === 0 ? 0 : await stepsOfChange(program);
    for (const step of spread(changeSteps, options.changes)) {
      const { dir, said } = await killed(program, 'change', step);
      count(trials, `killed before step ${step} of ${changeSteps} of a change`, await problemsOfChange(dir, said));
    }
    return { ...trials, acknowledged, changeSteps };
  } finally {
    remove();
  }
};
