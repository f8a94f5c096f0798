import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from '../../../../electron/cli/run.ts';
import { vaultDeps } from '../../../fixtures/vault-deps.ts';
import { filesBelow } from '../scan.ts';

/** Runs the `bilik` command in this process; its exit code and what it says. */
export const bilik = async (args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> => {
  let out = '';
  const say = (text: string): void => {
    out += text;
  };
  const code = await run(args, vaultDeps, { out: say, error: say, readPassphrase: async () => null });
  return { code, out };
};

/** Unpacks a package into a new folder by `bilik package open`. Throws when it refuses. */
export const unpack = async (files: readonly string[], identity: string, out: string): Promise<void> => {
  await mkdir(dirname(out), { recursive: true });
  const opened = await bilik(['package', 'open', ...files, '--identity', identity, '--out', out]);
  if (opened.code !== 0) throw new Error(`package open: ${opened.out}`);
};

/** SHA-256 of every file below a folder, in order. */
export const contentsOf = async (folder: string): Promise<readonly string[]> => {
  const contents = await Promise.all((await filesBelow(folder)).map((file) => readFile(file)));
  return contents.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort();
};
