import { checkSteps } from '@shared/contract/integrity.ts';
import { checkKeptFiles } from '../attachments/check-files.ts';
import { checkWitnesses } from '../audit/check-witnesses.ts';
import { checkActs } from '../case/check-acts.ts';
import { inTurns, type Turns } from '../db/turns.ts';
import {
  checkLinks,
  type DatabaseName,
  databaseNames,
  errorsByTable,
  type Finding,
  ofStructure,
} from '../vault/check-database.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';
import { checkLiveRows, foundIn } from './check-live.ts';

export type CheckStep = (typeof checkSteps)[number];

type StepOf = (databases: VaultDatabases, name: DatabaseName) => Turns<readonly Finding[]>;

/** All steps but the last, which counts rows while they change. */
const steps: Readonly<Record<Exclude<CheckStep, 'rows'>, StepOf>> = {
  *structure(databases, name) {
    return ofStructure(name, yield* errorsByTable(databases[name].$client));
  },
  *links(databases, name) {
    yield;
    const { findings } = checkLinks(databases, name);
    return name === 'records' ? [...findings, ...checkWitnesses(databases)] : findings;
  },
  *acts(databases, name) {
    return name === 'records' ? yield* checkActs(databases) : [];
  },
  files: checkKeptFiles,
};

/** The same finding of several steps, as of a page that cannot be read, stands once. */
const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/**
 * Checks an open vault from end to end while it is used: tables and indexes page by page, references, audit chains and
 * what others saw of them, every act's signature, every file's hash, rows against their digest, and each database
 * against what the other one has seen of it. Free pages are left to `bilik vault check`. `onStep` is told what begins.
 * Throws what `signal` was aborted with.
 */
export const checkWhole = async (
  databases: VaultDatabases,
  signal: AbortSignal,
  onStep: (step: CheckStep) => void,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const step of checkSteps) {
    onStep(step);
    if (step === 'rows') findings.push(...(await checkLiveRows(databases, signal)));
    else
      for (const name of databaseNames)
        findings.push(...(await foundIn(name, () => inTurns(steps[step](databases, name), signal))));
  }
  return once(findings);
};
