import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { findPackage } from '../../../electron/backend/exchange/ledger/package-rows.ts';
import { sealReceipt } from '../../../electron/backend/exchange/send/seal.ts';
import { removeUnfinishedExports } from '../../../electron/backend/export/unfinished-exports.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import { bundleChild, runChild } from '../../fixtures/child-bundle.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { outputOf } from '../../fixtures/institution.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { nameDatabases, openByKeys, writeKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { createDice } from '../fuzz/dice.ts';
import { vaultProblems } from '../fuzz/judge.ts';
import { foundPair, readParcel, reportedCase } from './parcels.ts';
import { count, newTrials, type Trials } from './report.ts';

/** Which content each number of the sender stood for, over all that was ever found. */
type Numbers = Map<string, string>;

/** Reads every package in a folder; says where one number stands for two contents. */
const readOutbox = async (
  folder: string,
  receiver: VaultKeys,
  numbers: Numbers,
): Promise<{ problems: string[]; parcels: { readonly packageId: string; readonly hash: string }[] }> => {
  const problems: string[] = [];
  const parcels: { packageId: string; hash: string }[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.paket')) {
      problems.push(`${name} was left`);
      continue;
    }
    const { manifest, manifestHash } = await readParcel(join(folder, name), receiver);
    const number = `${manifest.receiver.key} ${manifest.sender.epoch} ${manifest.sender.counter}`;
    const earlier = numbers.get(number);
    if (earlier !== undefined && earlier !== manifestHash)
      problems.push(`counter ${manifest.sender.counter} was used twice`);
    numbers.set(number, manifestHash);
    parcels.push({ packageId: manifest.packageId, hash: manifestHash });
  }
  return { problems, parcels };
};

/**
 * Kills a process (SIGKILL) at random moments while it seals packages, in one vault that lives on: no counter is ever
 * used for two contents, each file is whole and known to the vault, none is left half. To be called inside a test.
 */
export const runSealKills = async (options: {
  readonly kills: number;
  readonly seed: string;
}): Promise<Trials & { readonly packages: number }> => {
  const { members } = await foundPair();
  const { assessor, officer } = members;
  const caseId = await reportedCase(assessor, 300_000);
  const { vault, outbox } = assessor;
  const keys = copyOfKeys(vault.keys);
  const keysFile = join(temporaryFolder(), 'keys.json');
  writeKeys(keysFile, keys);
  nameDatabases(vault);
  vault.close();
  const { program, remove } = await bundleChild('tests/fixtures/exchange-child.ts');
  const trials = newTrials();
  const numbers: Numbers = new Map();

  const afterwards = async (said: readonly string[]): Promise<string[]> => {
    const problems: string[] = [];
    const opened = openByKeys(vaultDeps, vault.dir, keys);
    try {
      const work = workspaceOf({ vault: opened, clock: systemClock, random: systemRandom });
      removeUnfinishedExports(work);
      problems.push(...vaultProblems(opened));
      const exchange = { vault: opened, work };
      const sealed = await sealReceipt(exchange, outputOf({ vault: opened, outbox }), { entryId: officer.entryId });
      if (!sealed.ok) problems.push(`sealing again: ${sealed.error.code}`);
      const read = await readOutbox(outbox, officer.vault.keys, numbers);
      problems.push(...read.problems);
      for (const { packageId, hash } of read.parcels)
        if (findPackage(opened.records, 'out', packageId)?.manifestHash !== hash)
          problems.push('a package that the vault does not know');
      for (const name of said.flatMap((line) => /^done \d+ (.+)$/.exec(line)?.[1] ?? []))
        if (!readdirSync(outbox).includes(name)) problems.push(`${name} was said to be saved`);
    } finally {
      opened.close();
    }
    return problems;
  };

  try {
    for (let index = 0; index < options.kills; index += 1) {
      const dice = createDice(`${options.seed}/seal/${index}`);
      const after = `begin ${dice.int(3)}`;
      const wait = dice.int(60);
      // Each package takes about fifteen statements.
      const statement = dice.percent(50) ? 1 + dice.int(60) : 0;
      const task = ['seal', vault.dir, keysFile, databaseDeps.resourcesFolder, String(statement)];
      const said = await runChild(program, [...task, outbox, caseId, officer.entryId], (lines) =>
        statement === 0 && lines.includes(after) ? wait : undefined,
      );
      const when = statement === 0 ? `${wait} ms after ${after}` : `at statement ${statement}`;
      count(trials, `kill ${index}, ${when}`, await afterwards(said));
    }
  } finally {
    remove();
  }
  return { ...trials, packages: numbers.size };
};
