import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { bundleChild, runChild } from '../../fixtures/child-bundle.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { nameDatabases, writeKeys } from '../../fixtures/vault-by-keys.ts';
import { createDice, type Dice } from '../fuzz/dice.ts';
import { vaultProblems } from '../fuzz/judge.ts';
import { incompleteFiles, openAfterwards, takePackage } from './opened.ts';
import { foundPair, makeParcels, type Parcel, presenceOf } from './parcels.ts';
import { count, newTrials, type Trials } from './report.ts';

/** A closed vault that packages are for. */
interface Receiver {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly keysFile: string;
  readonly parcels: readonly Parcel[];
  readonly program: string;
}

/** What is wrong in the vault after a kill; tries the rest of the packages as well. */
const problemsAfter = async (
  dir: string,
  { keys }: Receiver,
  order: readonly Parcel[],
  said: readonly string[],
): Promise<string[]> => {
  const problems: string[] = [];
  const exchange = openAfterwards(dir, keys);
  try {
    problems.push(...vaultProblems(exchange.vault));
    if (incompleteFiles(exchange.vault) !== 0) problems.push('incomplete files are left');
    for (const [index, parcel] of order.entries()) {
      const presence = presenceOf(exchange.work, parcel);
      if (typeof presence === 'object') problems.push(`package ${index} is there in part: ${presence.join()}`);
      if (said.includes(`done ${index} ok`) && presence !== 'whole') problems.push(`package ${index} was lost`);
      const wanted = presence === 'whole' ? 'packageDuplicate' : 'ok';
      const code = await takePackage(exchange, parcel.path);
      if (code !== wanted) problems.push(`package ${index} again: ${code} instead of ${wanted}`);
      if (presenceOf(exchange.work, parcel) !== 'whole') problems.push(`package ${index} is not whole in the end`);
    }
    problems.push(...vaultProblems(exchange.vault));
  } finally {
    exchange.vault.close();
  }
  return problems;
};

const shuffled = <T>(list: readonly T[], dice: Dice): T[] => {
  const left = [...list];
  return list.map(() => left.splice(dice.int(left.length), 1)[0] as T);
};

/**
 * How a process ends: by itself at a statement to the database, or from outside so long after it began with a package.
 */
type Kill = { readonly statement: number } | { readonly after: string; readonly wait: number };

const describeKill = (kill: Kill): string =>
  'statement' in kill ? `at statement ${kill.statement}` : `${kill.wait} ms after ${kill.after}`;

/** Runs the process on a copy of the vault; `use` sees the copy and what was said. */
const runOnCopy = async <T>(
  receiver: Receiver,
  { task, order, kill }: { readonly task: string; readonly order: readonly Parcel[]; readonly kill: Kill | null },
  use: (dir: string, said: readonly string[]) => T,
): Promise<Awaited<T>> => {
  const parent = mkdtempSync(join(receiver.dir, '..', 'bilik-trial-'));
  const dir = join(parent, 'vault');
  cpSync(receiver.dir, dir, { recursive: true });
  const statement = kill !== null && 'statement' in kill ? kill.statement : 0;
  const paths = order.map(({ path }) => path);
  const args = [task, dir, receiver.keysFile, databaseDeps.resourcesFolder, String(statement), ...paths];
  const when = (lines: readonly string[]): number | undefined =>
    kill !== null && 'after' in kill && lines.includes(kill.after) ? kill.wait : undefined;
  try {
    return await use(dir, await runChild(receiver.program, args, when));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
};

/** Statements that a whole run makes. */
const statementsOf = (receiver: Receiver, task: string): Promise<number> =>
  runOnCopy(receiver, { task, order: receiver.parcels, kill: null }, (_dir, said) =>
    Number(/^statements (\d+)$/.exec(said.at(-1) ?? '')?.[1]),
  );

const trial = async (
  receiver: Receiver,
  statements: Readonly<Record<string, number>>,
  dice: Dice,
): Promise<{ problems: string[]; cut: boolean }> => {
  const order = shuffled(receiver.parcels, dice);
  // Half of them as packages that memory does not hold: their files are written ahead, piece by piece.
  const task = dice.percent(50) ? 'stream' : 'import';
  const kill: Kill = dice.percent(70)
    ? { statement: 1 + dice.int(statements[task] ?? 1) }
    : { after: `begin ${dice.int(order.length)}`, wait: dice.int(80) };
  return runOnCopy(receiver, { task, order, kill }, async (dir, said) => ({
    problems: (await problemsAfter(dir, receiver, order, said)).map(
      (what) => `${task}, ${describeKill(kill)}: ${what}`,
    ),
    cut: !said.includes(`done ${order.length - 1} ok`),
  }));
};

/**
 * Kills a process (SIGKILL) at random moments, most of them between two statements to the database, while it takes
 * packages in. To be called inside a test. Answers also how
 * many of the kills came before all was done.
 */
export const runImportKills = async (options: {
  readonly kills: number;
  readonly seed: string;
}): Promise<Trials & { readonly cut: number }> => {
  const { members } = await foundPair();
  const parcels = await makeParcels(members, [2_000, 900_000, 50_000, 2_000]);
  const { vault } = members.officer;
  const keys = copyOfKeys(vault.keys);
  const keysFile = join(temporaryFolder(), 'keys.json');
  writeKeys(keysFile, keys);
  const { program, remove } = await bundleChild('tests/fixtures/exchange-child.ts');
  nameDatabases(vault);
  vault.close();
  const trials = newTrials();
  const receiver: Receiver = { dir: vault.dir, keys, keysFile, parcels, program };
  let cut = 0;
  try {
    const statements = {
      import: await statementsOf(receiver, 'import'),
      stream: await statementsOf(receiver, 'stream'),
    };
    for (let index = 0; index < options.kills; index += 1) {
      const dice = createDice(`${options.seed}/${index}`);
      const done = await trial(receiver, statements, dice);
      if (done.cut) cut += 1;
      count(trials, `kill ${index}`, done.problems);
    }
  } finally {
    remove();
  }
  return { ...trials, cut };
};
