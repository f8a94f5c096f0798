import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MethodName } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { createDice, type Dice } from '../fuzz/dice.ts';
import { count, newTrials, type Trials } from '../kill/report.ts';
import { problemsAfterEnd } from '../paths/after-end.ts';
import type { SavedPathSetting } from '../paths/path-setting.ts';
import { type Ran, runPath } from '../paths/run-path.ts';
import { allPaths } from '../paths/writing-paths.ts';
import { type Change, readChanges } from './disk.ts';
import { type buildShim, type DiskFault, failingDisk } from './shim.ts';

// A disk that fails once, or for good, at a write, cut, sync or rename within a call.

/** What a number of such faults came to. */
export interface DiskFaults extends Trials {
  /** Calls that were refused by a name for it. */
  refused: number;
  /** Faults that the call did not need: it was acknowledged in spite of them. */
  survived: number;
  /** How often each code was answered. */
  readonly codes: Record<string, number>;
  /** Faults of each path. */
  readonly paths: Record<string, number>;
}

export const newDiskFaults = (): DiskFaults => ({ ...newTrials(), refused: 0, survived: 0, codes: {}, paths: {} });

interface Fault {
  readonly method: MethodName;
  readonly kind: DiskFault;
  readonly lasts: boolean;
  readonly nth: number;
}

/** What faults are tried with. */
export interface FaultBench {
  readonly program: string;
  readonly setting: SavedPathSetting;
  readonly seed: string;
  readonly shimmed: ReturnType<typeof buildShim>;
}

/** Milliseconds after which a process that has not ended hangs. */
const hangs = 120_000;

const nameOf = ({ method, kind, lasts, nth }: Fault): string =>
  `${method}: change ${nth} fails (${kind}${lasts ? ', and all after it' : ''})`;

/**
 * All that they always write is an entry of the trail, and what they print or open (`noteEvent`) or show (`viewed`) is
 * not taken back where it cannot be written: a full disk keeps nobody out, nor from reading.
 */
const trailAlone: readonly string[] = ['documents.print', 'documents.reading', 'vault.unlock'];

/** Inputs that are tried while the disk stays as it is. */
const fewTries = 6;

/** What the disk did since the call began: changes that were tried, and whether one of them failed. */
const changesIn = (log: string, method: MethodName): { readonly count: number; readonly came: boolean } => {
  const changes: readonly Change[] = existsSync(log) ? readChanges(log) : [];
  const begun = changes.findIndex(({ op, bytes }) => op === 'M' && bytes.toString() === `begin ${method}\n`);
  const since = begun < 0 ? [] : changes.slice(begun).filter(({ op }) => 'WTSRF'.includes(op));
  return { count: since.length, came: since.some(({ op }) => op === 'F') };
};

const problemsOf = async (faults: DiskFaults, ran: Ran, { method, lasts }: Fault, setting: SavedPathSetting) => {
  const { said } = ran;
  const refusals = said.flatMap((line) => (line.startsWith(`refused ${method} `) ? [line.split(' ')[2] ?? ''] : []));
  const isDone = said.some((line) => line.startsWith(`ack ${method} `));
  for (const code of refusals) faults.codes[code] = (faults.codes[code] ?? 0) + 1;
  if (refusals.length > 0) faults.refused += 1;
  else faults.survived += 1;
  return [
    ...said.filter((line) => /^refused \S+ internal/.test(line)),
    ...(said.includes('end') ? [] : ['it came to no end']),
    // Where another identity is half written, the vault does nothing until an opening has ended it.
    ...(isDone || lasts || refusals.includes('identityUnended')
      ? []
      : ['the disk was good again, and the call was still refused']),
    ...(await problemsAfterEnd(ran, setting.setting)).filter(
      (problem) => !trailAlone.some((call) => problem === `${call} was acknowledged and nothing was committed`),
    ),
  ];
};

/**
 * Has one disk fail, and looks at what is answered and at what is left. Answers with how many changes there were; they
 * are fewer than `nth` where the fault never came, which counts for nothing.
 */
export const failOnce = async (faults: DiskFaults, bench: FaultBench, fault: Fault): Promise<number> => {
  const { method, lasts } = fault;
  const { program, setting, seed, shimmed } = bench;
  const work = temporaryFolder();
  const log = join(work, 'log');
  const task = { program, setting: setting.file, methods: [method], killAfter: 0, durable: true };
  let ran: Ran | undefined;
  try {
    ran = await runPath(
      { ...task, seed: `${seed}/${method}`, ...(lasts ? { tries: fewTries } : {}) },
      {
        env: (folder) => ({ ...shimmed(folder, log), ...failingDisk({ ...fault, from: `begin ${method}\n` }) }),
        killWhen: (said) => (said.includes(`begin ${method}`) ? hangs : undefined),
      },
    );
    const changes = changesIn(log, method);
    if (!changes.came) return Math.min(changes.count, fault.nth - 1);
    faults.paths[method] = (faults.paths[method] ?? 0) + 1;
    count(faults, nameOf(fault), await problemsOf(faults, ran, fault, setting));
    return Math.max(changes.count, fault.nth);
  } catch (thrown) {
    count(faults, nameOf(fault), [String(thrown)]);
    return fault.nth;
  } finally {
    if (ran !== undefined) rmSync(dirname(ran.folder), { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
};

const kinds: readonly Pick<Fault, 'kind' | 'lasts'>[] = [
  { kind: 'ENOSPC', lasts: false },
  { kind: 'EIO', lasts: false },
  { kind: 'half', lasts: false },
  { kind: 'ENOSPC', lasts: true },
  { kind: 'EIO', lasts: true },
];

/** Every change of one path fails once, in a way of its own each. */
export const failEach = async (faults: DiskFaults, bench: FaultBench, method: MethodName): Promise<void> => {
  const dice = createDice(`${bench.seed}/${method}`);
  for (let nth = 1; ; nth += 1) if ((await failOnce(faults, bench, { method, ...dice.pick(kinds), nth })) < nth) return;
};

/** A number from 1 to `most`; the last ones, where a call is being acknowledged, as often as all others. */
const nthOf = (dice: Dice, most: number): number =>
  dice.percent(50) ? 1 + dice.int(most) : Math.max(1, most - dice.int(4));

/** Has no divisor in common with the number of paths, so that each has its turn, near ones at other times. */
const step = 41;

/** Some change of a path fails. `index` chooses all of it. */
export const failSome = async (faults: DiskFaults, bench: FaultBench, index: number): Promise<void> => {
  const dice = createDice(`${bench.seed}/fault ${index}`);
  const method = allPaths[(index * step) % allPaths.length] as MethodName;
  const fault = { method, ...dice.pick(kinds) };
  const before = faults.tried;
  const most = await failOnce(faults, bench, { ...fault, nth: 1_000_000 });
  if (most > 0 && faults.tried === before) await failOnce(faults, bench, { ...fault, nth: nthOf(dice, most) });
};
