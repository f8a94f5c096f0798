import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import { bundleChild, runChild } from '../../fixtures/child-bundle.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { observeRows } from '../../fixtures/released/observe.ts';
import { unwrap } from '../../fixtures/results.ts';
import { openByKeys, writeKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { vaultProblems } from '../fuzz/judge.ts';
import { count, newTrials, type Trials } from './report.ts';

const released = resolve(import.meta.dirname, '../../fixtures/released/0.3');

interface Recorded {
  readonly name: string;
  readonly passphrase: string;
  readonly rows: ReturnType<typeof observeRows>;
}

/** What a number of kills came to. */
export interface UpgradeKills extends Trials {
  /** Statements that write while a vault is brought up to date. */
  readonly statements: number;
}

/**
 * Brings a vault of version 0.3 up to date, and kills that (SIGKILL) before each statement that writes, or before every
 * `step`th: afterwards it opens, is whole, and holds what it held. To be called inside a test.
 */
export const runUpgradeKills = async ({ step }: { readonly step: number }): Promise<UpgradeKills> => {
  const { vaults } = JSON.parse(readFileSync(join(released, 'index.json'), 'utf8')) as { vaults: Recorded[] };
  const [{ name, passphrase, rows } = { name: '', passphrase: '', rows: undefined }] = vaults;
  const from = join(released, 'vaults', name);
  const { keys } = unwrap(await unsealKeyFile(readFileSync(join(from, 'key.age')), passphrase));
  const keysFile = join(temporaryFolder(), 'keys');
  writeKeys(keysFile, keys);
  const { program, remove } = await bundleChild('tests/fixtures/upgrade-child.ts');
  const upgraded = async (killAt: number): Promise<{ dir: string; said: string[] }> => {
    const dir = join(temporaryFolder(), name);
    cpSync(from, dir, { recursive: true });
    return { dir, said: await runChild(program, [dir, keysFile, String(killAt)], () => undefined) };
  };
  const problemsOf = (dir: string, said: readonly string[]): string[] => {
    const vault = openByKeys(vaultDeps, dir, keys);
    try {
      const same = JSON.stringify(observeRows(vault)) === JSON.stringify(rows);
      return [
        ...(said.length > 0 ? [`it came to its end: ${said.join()}`] : []),
        ...(same ? [] : ['it holds other rows than before']),
        ...vaultProblems(vault),
      ];
    } finally {
      vault.close();
    }
  };
  try {
    const whole = await upgraded(0);
    const statements = Number(/^steps (\d+)$/.exec(whole.said.at(-1) ?? '')?.[1]);
    const trials = newTrials();
    for (let at = 1; at <= statements; at += step) {
      const { dir, said } = await upgraded(at);
      try {
        count(trials, `before statement ${at}`, problemsOf(dir, said));
      } catch (thrown) {
        count(trials, `before statement ${at}`, [String(thrown)]);
      }
    }
    return { ...trials, statements };
  } finally {
    remove();
  }
};
