import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MethodName } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { createDice, type Dice } from '../fuzz/dice.ts';
import { count, newTrials, type Trials } from '../kill/report.ts';
import { problemsAfterEnd } from '../paths/after-end.ts';
import type { SavedPathSetting } from '../paths/path-setting.ts';
import { type Ran, runPath, stateFor } from '../paths/run-path.ts';
import { allPaths } from '../paths/writing-paths.ts';
import { type Change, Disk, lossKinds, readChanges } from './disk.ts';
import { buildShim } from './shim.ts';

/** What a number of losses of power came to. */
export interface PowerLoss extends Trials {
  /** Changes that were written down, and syncs among them. */
  readonly changes: number;
  readonly syncs: number;
  /** Calls that were acknowledged before the losses. */
  readonly acknowledged: number;
}

/** Calls that one process makes, one after the other. */
const inOneProcess = 8;

/** Every path in processes of some calls each; those of a locked vault in one of its own. */
const groupsOf = (dice: Dice): MethodName[][] => {
  const left = allPaths.filter((method) => stateFor(method) === 'open' && method !== 'vault.lock');
  const groups: MethodName[][] = [...allPaths.filter((method) => !left.includes(method)).map((method) => [method])];
  while (left.length > 0)
    groups.push(
      Array.from({ length: Math.min(inOneProcess, left.length) }, () => left.splice(dice.int(left.length), 1)[0]!),
    );
  return groups;
};

/** Where the log begins to be of interest: when the vault lies there as a copy. */
const begunAt = (changes: readonly Change[]): number =>
  changes.findIndex(({ op, bytes }) => op === 'M' && bytes.toString().startsWith('open '));

/** Moments to lose power at: beside a sync or a change of a name, where what is sure changes, and anywhere. */
const momentsOf = (changes: readonly Change[], from: number, most: number, dice: Dice): number[] => {
  const all = Array.from({ length: changes.length - from }, (_, index) => from + index + 1);
  const turns = all.filter((at) => 'SRUM'.includes(changes[at - 1]?.op ?? ''));
  return Array.from({ length: most }, () => dice.pick(dice.percent(70) && turns.length > 0 ? turns : all));
};

const saidBy = (changes: readonly Change[]): string[] =>
  changes
    .filter(({ op }) => op === 'M')
    .map(({ bytes }) => bytes.toString())
    .join('')
    .split('\n')
    .slice(0, -1);

/**
 * Lets processes make calls of every writing path under the shim, and loses power at moments of each: the folder is
 * made as the disk may be then, opened, and looked at. `states`: so many disks at least in all.
 */
export const runPowerLoss = async (options: {
  readonly program: string;
  readonly setting: SavedPathSetting;
  readonly seed: string;
  readonly states: number;
}): Promise<PowerLoss> => {
  const dice = createDice(`${options.seed}/power`);
  const shimmed = buildShim(temporaryFolder());
  const groups = groupsOf(dice);
  const each = Math.ceil(options.states / groups.length);
  const trials = newTrials();
  let [changeCount, syncs, acknowledged] = [0, 0, 0];
  for (const [index, methods] of groups.entries()) {
    const work = temporaryFolder();
    const log = join(work, 'log');
    const aside = join(work, 'aside');
    const task = { program: options.program, setting: options.setting.file, methods, killAfter: 0, durable: true };
    const ran = await runPath(
      { ...task, seed: `${options.seed}/power ${index}`, aside },
      { env: (folder) => shimmed(folder, log) },
    );
    if (!ran.said.includes('end') || !existsSync(log)) throw new Error(`${methods.join()} came to no end`);
    const changes = readChanges(log);
    changeCount += changes.length;
    syncs += changes.filter(({ op }) => op === 'S').length;
    const from = begunAt(changes);
    for (const [at, moment] of momentsOf(changes, from, each, dice).entries()) {
      const disk = new Disk(aside, ran.folder);
      for (const change of changes.slice(from, moment)) disk.apply(change);
      const kind = dice.pick(lossKinds);
      disk.lose(ran.folder, kind, dice);
      const lost: Ran = { folder: ran.folder, said: saidBy(changes.slice(0, moment)) };
      acknowledged += lost.said.filter((line) => line.startsWith('ack ')).length;
      const last = lost.said.at(-1)?.slice(0, 60) ?? '';
      const name = `loss ${index}.${at} at ${moment} of ${changes.length}, of the unsynced ${kind}, after "${last}"`;
      count(trials, name, await problemsAfterEnd(lost, options.setting.setting));
    }
    rmSync(dirname(ran.folder), { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
  return { ...trials, changes: changeCount, syncs, acknowledged };
};
