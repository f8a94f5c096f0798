import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { InputOf } from '../../../shared/contract/method.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { evaluated, observed, opened, sign } from '../../fixtures/case-walks.ts';
import { copyOfVault, openForTest, unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// What tests of retention begin with: a vault with a file that has ended, and how it is erased.

export const today = toLocalDay(Date.now());
export const reason = 'Masa simpan lewat.';
export type Execution = InputOf<Contract['retention.erase']>['execution'];
export const execution: Execution = { number: '', date: today, place: '', witnesses: [] };

export interface Scene {
  readonly vault: OpenVault;
  readonly calls: Calls;
  /** Ended by "berubah". */
  readonly caseId: string;
  /** Still goes on. */
  readonly other: string;
}

export const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
export const schedule = { counselled: null, notCounselled: atOnce, wrongEmployee: atOnce };

/** A vault with a file that ended, one that goes on, and terms that are over at once. */
export const begin = async (holding: 'archive' | 'workingCopy' = 'workingCopy'): Promise<Scene> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const calls = callsOn(vault);
  const caseId = await observed(calls);
  await evaluated(calls, caseId, 'changed');
  await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
  const other = await opened(calls, { content: { employee: people.otherEmployee } });
  await calls.get('retention.set', { holding, schedule });
  return { vault, calls, caseId, other };
};

export const propose = async (calls: Calls, caseIds: readonly string[]): Promise<string> =>
  (await calls.get('retention.propose', { caseIds: [...caseIds], reason })).erasureId;

export const erase = (calls: Calls, erasureId: string, how = execution) =>
  calls.get('retention.erase', { erasureId, execution: how });

export const filesOf = async (calls: Calls) => (await calls.get('case.retention', {})).files;
