import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MethodName } from '../../../shared/contract/index.ts';
import { createDice, type Dice } from '../fuzz/dice.ts';
import { count, type Trials } from '../kill/report.ts';
import { problemsAfterEnd } from './after-end.ts';
import type { SavedPathSetting } from './path-setting.ts';
import { type Ran, runPath, stateFor } from './run-path.ts';
import { allPaths, changesKeys, stepsOf } from './writing-paths.ts';

/** What a number of kills came to. */
export interface PathKills extends Trials {
  /** Calls that were acknowledged before the ends. */
  acknowledged: number;
  /** Processes that were killed in the midst of the call that was tried. */
  inside: number;
  /** Kills of each path. */
  readonly paths: Record<string, number>;
}

/** Nothing tried yet. */
export const newPathKills = (): PathKills => ({
  tried: 0,
  failed: 0,
  notes: [],
  acknowledged: 0,
  inside: 0,
  paths: {},
});

/** Of a hundred kills, those that come from outside, whatever the process is doing. */
const fromOutside = 25;
/** Of a hundred kills, those within the call itself, and not also while it is prepared. */
const withinCall = 75;
/** A path may take more steps than were counted once; whoever comes to its end is killed there. */
const spareSteps = 1.3;
/** Of a hundred processes, those that make other calls first, which must not be lost either. */
const withOthers = 50;

/** Every path once in an order of its own, then again. */
const pathFor = (seed: string, index: number): MethodName => {
  const dice = createDice(`${seed}/round ${Math.floor(index / allPaths.length)}`);
  const left = [...allPaths];
  const order = allPaths.map(() => left.splice(dice.int(left.length), 1)[0] as MethodName);
  return order[index % allPaths.length] as MethodName;
};

const othersFor = (dice: Dice, method: MethodName): MethodName[] => {
  const likewise = allPaths.filter(
    (other) => stateFor(other) === 'open' && other !== 'vault.lock' && !changesKeys(other),
  );
  return stateFor(method) === 'open' && dice.percent(withOthers) ? [dice.pick(likewise)] : [];
};

const wasInside = ({ said }: Ran, method: MethodName): boolean => {
  const begun = said.lastIndexOf(`begin ${method}`);
  return begun >= 0 && !said.slice(begun).some((line) => line.startsWith(`ack ${method} `));
};

const cameToNothing = ({ said }: Ran, method: MethodName): boolean => said.includes(`vain ${method}`);

/** Kills one process (SIGKILL) somewhere in one path, and looks at what it left. `index` chooses path and moment. */
export const killOnce = async (
  kills: PathKills,
  { program, setting, seed, index }: { program: string; setting: SavedPathSetting; seed: string; index: number },
): Promise<void> => {
  const dice = createDice(`${seed}/kill ${index}`);
  const method = pathFor(seed, index);
  const outside = dice.percent(fromOutside);
  const { prepared, all } = stepsOf(method);
  const from = dice.percent(withinCall) ? prepared : 0;
  const step = from + 1 + dice.int(Math.ceil((all - from) * spareSteps) + 1);
  const wait = dice.int(12);
  const task = {
    ...{ program, setting: setting.file, seed: `${seed}/${index}`, durable: false },
    methods: [...othersFor(dice, method), method],
    killAfter: outside ? 0 : step,
  };
  const killWhen = (said: readonly string[]) => (outside && said.includes(`begin ${method}`) ? wait : undefined);
  const first = await runPath(task, { killWhen });
  // Calls before it may leave nothing that it could be about, as another directory does: then it is made alone.
  const isAgain = cameToNothing(first, method) && task.methods.length > 1;
  if (isAgain) rmSync(dirname(first.folder), { recursive: true, force: true });
  const ran = isAgain ? await runPath({ ...task, methods: [method] }, { killWhen }) : first;
  try {
    const when = outside ? `${wait} ms after it began` : `before step ${step}`;
    kills.acknowledged += ran.said.filter((line) => line.startsWith('ack ')).length;
    kills.paths[method] = (kills.paths[method] ?? 0) + 1;
    if (wasInside(ran, method)) kills.inside += 1;
    const vain = cameToNothing(ran, method) ? ['nothing came of it'] : [];
    const problems = [...vain, ...(await problemsAfterEnd(ran, setting.setting))];
    count(kills, `kill ${index}: ${method}, ${when}`, problems);
  } finally {
    rmSync(dirname(ran.folder), { recursive: true, force: true });
  }
};
