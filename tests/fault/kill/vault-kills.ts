import { settings } from '../../../electron/backend/db/records-schema.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { bundleChild, type KillWhen, runChild } from '../../fixtures/child-bundle.ts';
import { databaseDeps } from '../../fixtures/database-deps.ts';
import { copyOfVault, openCode, openForTest, passphrase } from '../../fixtures/made-vault.ts';
import { unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { createDice } from '../fuzz/dice.ts';
import { count, newTrials, type Trials } from './report.ts';

const next = 'pisang goreng hangat di teras 42';

/** A process that works on a copy of the sample vault, killed when `killWhen` says so. */
const killed = async (
  program: string,
  task: 'write' | 'change',
  killWhen: KillWhen,
): Promise<{ dir: string; said: string[] }> => {
  const dir = await copyOfVault();
  const args = [task, dir, databaseDeps.resourcesFolder, passphrase, next];
  return { dir, said: await runChild(program, args, killWhen) };
};

/** Writes that were acknowledged before the kill are all there, and the vault is whole. */
const problemsOfWrites = async (dir: string, said: readonly string[]): Promise<string[]> => {
  const vault = await openForTest(dir);
  const rows = vault.records.select().from(settings).all();
  const kept = new Set(rows.map(({ key }) => key));
  vault.close();
  const lost = said.filter((line) => /^\d+$/.test(line) && !kept.has(`uji${line}`));
  const { findings } = unwrap(await checkVault(vaultDeps, { dir, passphrase }));
  return [...lost.map((line) => `write ${line} was lost`), ...findings.map((finding) => JSON.stringify(finding))];
};

/** The old or the new passphrase opens, and the new one whenever the change was said to be done. */
const problemsOfChange = async (dir: string, said: readonly string[]): Promise<string[]> => {
  const withNew = await openVault(vaultDeps, { dir, passphrase: next });
  if (withNew.ok) {
    withNew.value.close();
    return [];
  }
  const withOld = await openCode(dir);
  return [
    ...(said.includes('changed') ? ['the change was said to be done'] : []),
    ...(withOld === 'ok' ? [] : [`neither passphrase opens: ${withOld}`]),
  ];
};

/**
 * Kills a process (SIGKILL) at random moments while it writes rows, and while it changes the passphrase. To be called
 * inside a test; each trial derives keys, which takes seconds.
 */
export const runVaultKills = async (options: {
  readonly writes: number;
  readonly changes: number;
  readonly seed: string;
}): Promise<Trials & { readonly acknowledged: number }> => {
  const { program, remove } = await bundleChild('tests/fixtures/vault-child.ts');
  const dice = createDice(`${options.seed}/vault`);
  const trials = newTrials();
  let acknowledged = 0;
  try {
    for (let index = 0; index < options.writes; index += 1) {
      const rows = 1 + dice.int(80);
      const { dir, said } = await killed(program, 'write', (lines) => (lines.length > rows ? dice.int(8) : undefined));
      acknowledged += said.filter((line) => /^\d+$/.test(line)).length;
      count(trials, `killed after ${rows} writes`, await problemsOfWrites(dir, said));
    }
    for (let index = 0; index < options.changes; index += 1) {
      // The change takes about two derivations of the key; the kills fall before, between and at the writes.
      const wait = 800 + dice.int(2200);
      const { dir, said } = await killed(program, 'change', (lines) => (lines.includes('open') ? wait : undefined));
      count(trials, `killed ${wait} ms into a change`, await problemsOfChange(dir, said));
    }
  } finally {
    remove();
  }
  return { ...trials, acknowledged };
};
