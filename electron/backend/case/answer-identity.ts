import type { Fact } from '@shared/contract/confirmation.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import type { Identity } from '@shared/domain/case/content/identity.ts';
import { peopleOf, typedContent } from '@shared/domain/case/contents.ts';
import { namingTypes } from '@shared/domain/case/identities.ts';
import { actOf } from '@shared/domain/case/state.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import type { RecordsDb, RecordsWriter } from '../db/handles.ts';
import { cases } from '../db/records-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findOrAddPerson } from '../persons/save-person.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findActRow } from './act-rows.ts';
import { toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { touchCase } from './case-revision.ts';
import { findCase } from './case-rows.ts';
import { settleConcealed } from './concealed-person.ts';
import { countedIdentities, keepIdentityAnswer } from './identity-answers.ts';
import { readCase } from './load-case.ts';
import { listedActs, type StoredAct } from './stored-act.ts';

/** An act as far as it matters who is named by it. */
type Came = Pick<StoredAct, 'hash' | 'body'> & { readonly header: Pick<StoredAct['header'], 'type'> };

export interface IdentityAnswer {
  readonly hash: string;
  /** True: it is the same person under the right number. */
  readonly same: boolean;
}

/** A correction of identity that has effect in its case and is whole here. */
const corrected = (
  records: RecordsDb,
  hash: string,
): Result<{ caseId: string; said: ContentOf<'identityCorrected'> }, AppError<'unknownAct'>> => {
  const row = findActRow(records, hash);
  if (row === undefined) return fail('unknownAct');
  const file = readCase(records, row.caseId);
  if (actOf(file.state, hash)?.type !== 'identityCorrected') return fail('unknownAct');
  const said = typedContent(file.state, file.signed, hash, 'identityCorrected');
  return said === null ? fail('unknownAct') : ok({ caseId: row.caseId, said });
};

/**
 * Puts the case under its employee as the register has that identity; one whom nothing else knows leaves the lists.
 * `unknown`: under whom it is put where no act at hand says who that is; it stays when absent.
 */
export const settleIdentity = (work: Workspace, tx: RecordsWriter, caseId: string, unknown?: PersonInput): void => {
  const row = findCase(tx, caseId);
  const { state, bodies } = toCaseFile(listedActs(tx, caseId), caseHolder(tx), countedIdentities(tx, caseId));
  const employee = peopleOf(state, bodies).employee ?? unknown;
  if (row === undefined || employee === undefined) return;
  const employeeId = findOrAddPerson(work, tx, employee);
  tx.update(cases).set({ employeeId }).where(eq(cases.id, caseId)).run();
  for (const personId of new Set([row.employeeId, employeeId]))
    settleConcealed(tx, personId, toIsoInstant(work.clock.now()));
};

/**
 * Corrections of identity that came together with the first naming of that person are answered by that: nobody was
 * known here under the other number. `came`: acts that just came, stored already.
 */
export const settleFirstNamed = (work: Workspace, tx: RecordsWriter, caseId: string, came: readonly Came[]): void => {
  const hashes = new Set(came.map(({ hash }) => hash));
  const before = listedActs(tx, caseId).acts.filter(({ hash }) => !hashes.has(hash));
  const isNamed = (acts: readonly Came[], types: readonly ActType[]): boolean =>
    acts.some(({ header }) => types.includes(header.type));
  const answered = came.filter(({ header, body }) => {
    if (header.type !== 'identityCorrected' || body === null) return false;
    const types = namingTypes(String(body.content.post));
    return isNamed(came, types) && !isNamed(before, types);
  });
  for (const { hash } of answered) {
    keepIdentityAnswer(tx, hash, true, toIsoInstant(work.clock.now()));
    appendAudit(work, tx, { kind: 'identityAnswered', subject: hash });
  }
  // An opening that was set aside comes again to corrections that were answered before.
  if (answered.length > 0 || isNamed(came, ['caseOpened'])) settleIdentity(work, tx, caseId);
};

const lineOf = ({ name, nip, licence }: Identity): string => [name, nip, licence].filter(Boolean).join(' · ');

/** What is answered, in words of the act: who is meant, before and after, by which paper. */
export const identityToAnswer = (
  records: RecordsDb,
  { hash, same }: IdentityAnswer,
): Result<readonly Fact[], AppError<'unknownAct'>> => {
  const found = corrected(records, hash);
  if (!found.ok) return found;
  const { post, before, after, basis } = found.value.said;
  return ok([
    { label: 'identityPost', lines: [{ key: `roles.${post}` }] },
    { label: 'identityBefore', lines: [lineOf(before)] },
    { label: 'identityAfter', lines: [lineOf(after)] },
    { label: 'identityBasis', lines: [basis] },
    { label: 'identityAnswer', lines: [{ key: same ? 'confirm.identitySame' : 'confirm.identityOther' }] },
  ]);
};

/**
 * Keeps the holder's answer to a correction of identity (law: identity): only after "the same person" does this vault
 * read the new name and number. It stays here, and can be given anew.
 */
export const answerIdentity = (
  work: Workspace,
  { hash, same }: IdentityAnswer,
): Result<Record<string, never>, AppError<'unknownAct' | StorageErrorCode>> => {
  const found = corrected(work.records, hash);
  if (!found.ok) return found;
  const { caseId } = found.value;
  const kept = transactRecords(work.records, (tx) => {
    keepIdentityAnswer(tx, hash, same, toIsoInstant(work.clock.now()));
    settleIdentity(work, tx, caseId);
    appendAudit(work, tx, { kind: 'identityAnswered', subject: hash });
    return ok({});
  });
  if (kept.ok) touchCase(work, caseId);
  return kept;
};
