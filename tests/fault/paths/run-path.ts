import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import { type KillWhen, runChild } from '../../fixtures/child-bundle.ts';
import type { WritingTask } from '../../fixtures/writing-child.ts';

/** A process that was run, and what it left. */
export interface Ran {
  /** Folder of its vaults and of what it saved. */
  readonly folder: string;
  readonly said: readonly string[];
}

export type PathTask = Omit<WritingTask, 'folder' | 'state'> & { readonly program: string };

/** Where a method is tried: with the vault open, or locked where it works so. */
export const stateFor = (method: MethodName): 'open' | 'locked' =>
  contract[method].needs.session === 'none' && method !== 'vault.lock' ? 'locked' : 'open';

const never: KillWhen = () => undefined;

/** Runs such a process on a copy of the setting, to its end or until it is killed. Whoever calls removes the folder. */
export const runPath = async (
  { program, ...task }: PathTask,
  {
    killWhen = never,
    env = () => ({}),
  }: { readonly killWhen?: KillWhen; readonly env?: (folder: string) => Record<string, string> } = {},
): Promise<Ran> => {
  const base = mkdtempSync(join(tmpdir(), 'bilik-path-'));
  const folder = join(base, 'dunia');
  mkdirSync(folder);
  const file = join(base, 'task.json');
  const state = stateFor(task.methods.at(-1) as MethodName);
  writeFileSync(file, JSON.stringify({ ...task, folder, state } satisfies WritingTask));
  return { folder, said: await runChild(program, [file], killWhen, env(folder)) };
};
