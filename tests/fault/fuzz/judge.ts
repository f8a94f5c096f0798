import { inspect } from 'node:util';
import { listCaseRows } from '../../../electron/backend/case/case-rows.ts';
import { verifiedActs } from '../../../electron/backend/case/stored-act.ts';
import { rowsFit } from '../../../electron/backend/db/digest/rows-fit.ts';
import { inOneGo } from '../../../electron/backend/db/turns.ts';
import type { LogEntry } from '../../../electron/backend/rpc/log.ts';
import { verifyAudit } from '../../../electron/backend/trail/audit-chain.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { type AnyMethod, commonErrorCodes, type Response } from '../../../shared/contract/method.ts';
import type { Plan } from './plans.ts';
import type { InputKind } from './quota.ts';

const common: ReadonlySet<string> = new Set(commonErrorCodes);
/** Codes that say that something is broken; nothing is broken here. */
const never: ReadonlySet<string> = new Set(['internal', 'storageFailed', 'diskFull']);

/** CPU time that one call may take, in milliseconds: what hangs is told from a machine that is busy. */
export const hangLimit = 3000;

/** One call and what was seen of it. */
export interface Seen {
  readonly definition: AnyMethod;
  readonly plan: Plan;
  readonly state: 'open' | 'locked';
  readonly kind: InputKind;
  /** Null: no answer came in time. */
  readonly response: Response | null;
  /** A key was derived from a passphrase. */
  readonly slow: boolean;
  /** Something in a vault's folder was written. */
  readonly changed: boolean;
  readonly cpuMilliseconds: number;
  /** A secret of the vault that the answer tells. */
  readonly told: string | null;
  /** What was logged of exceptions. */
  readonly logged: readonly LogEntry[];
}

const codeProblem = ({ definition, state, kind, response, logged }: Seen): string | null => {
  if (response === null) return 'no answer';
  if (response.result.ok) {
    if (state === 'locked' && definition.needs.session === 'unlocked') return 'answered while locked';
    return kind === 'wellFormed' ? null : 'took what its schema refuses';
  }
  const { code } = response.result.error;
  if (never.has(code)) return `${code} ${JSON.stringify(logged)}`;
  if (kind === 'malformed' && code !== 'invalidInput' && code !== 'locked') return `${code} for a malformed input`;
  return common.has(code) || definition.errors.includes(code) ? null : `code ${code} is not in the contract`;
};

/** What is wrong with a call; null when all is as promised. */
export const problemOf = (seen: Seen): string | null => {
  const { response, plan, changed, slow, told, cpuMilliseconds } = seen;
  const problem = codeProblem(seen);
  if (problem !== null) return problem;
  if (told !== null) return `tells ${told}`;
  if (response !== null && !response.result.ok && changed && !(response.result.error.code in (plan.writes ?? {})))
    return `refused by ${response.result.error.code}, and wrote`;
  return !slow && cpuMilliseconds > hangLimit ? `took ${Math.round(cpuMilliseconds)} ms of CPU` : null;
};

/** An input as a note shows it. */
export const showInput = (input: unknown): string => {
  try {
    return inspect(input, {
      depth: 5,
      maxStringLength: 80,
      maxArrayLength: 8,
      breakLength: Infinity,
      getters: false,
    }).slice(0, 600);
  } catch {
    return 'not to be shown';
  }
};

/** What is wrong with an open vault after many calls; empty when nothing is. */
export const vaultProblems = ({ records, notes, keys }: Pick<OpenVault, 'records' | 'notes' | 'keys'>): string[] => {
  const problems: string[] = [];
  for (const [name, { $client }] of [
    ['records', records],
    ['notes', notes],
  ] as const) {
    const integrity = $client.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') problems.push(`${name}: ${String(integrity)}`);
    const strays = $client.pragma('foreign_key_check') as unknown[];
    if (strays.length > 0) problems.push(`${name}: ${strays.length} rows refer to nothing`);
    if (!inOneGo(rowsFit($client, keys[`${name}Key`]))) problems.push(`${name}: the rows do not fit their digest`);
  }
  for (const [name, db] of [
    ['records', records],
    ['notes', notes],
  ] as const) {
    const { broken } = verifyAudit(db);
    if (broken !== null) problems.push(`${name}: the audit trail breaks at ${broken.seq}`);
  }
  for (const { id } of listCaseRows(records)) {
    const { acts, broken } = verifiedActs(records, id);
    if (broken.length > 0 || acts.some(({ damage }) => damage !== null)) problems.push(`case ${id} has damaged acts`);
  }
  return problems;
};
