import type { ActView, CaseView } from '@shared/contract/case.ts';
import { mayDecide } from '@shared/domain/case/acts/follow-up.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { phaseStates } from '@shared/domain/case/phase.ts';
import { resultReceivers } from '@shared/domain/case/sight.ts';
import { awaitedDeciders } from '@shared/domain/case/state.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { keyNames } from '../identity/key-names.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { documentsOfCase } from '../papers/document-rows.ts';
import { findPerson, toPerson } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import type { OpenVault } from '../vault/vault.ts';
import { filesOfAct } from './act-attachments.ts';
import { isAuthorKnownHere } from './act-scope.ts';
import { actViews } from './act-view.ts';
import { availableViews } from './available-view.ts';
import { asRead, asShared, matterOf, toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { type CaseRow, findCase } from './case-rows.ts';
import { mistakenSince, toSummary } from './case-summary.ts';
import { countedIdentities, identityAnswersOf } from './identity-answers.ts';
import { mayAnswer } from './in-my-name.ts';
import { doublesIn } from './number-problem.ts';
import { keysOfHolder, ownRecordsOf } from './own-records.ts';
import { verifiedActs } from './stored-act.ts';

/** Someone of whom nothing is known. */
const nobody: PersonInput = { name: '–', nip: '', rank: '', position: '', unit: '', employmentStatus: 'other' };

/** The employee as the register has it, where the acts at hand do not say. */
const registered = (vault: Pick<OpenVault, 'records'>, row: CaseRow): PersonInput => {
  const found = findPerson(vault.records, row.employeeId);
  if (found === undefined) return nobody;
  const { personId: _, ...person } = toPerson(found);
  return person;
};

/** Files of the acts, each once, in the order in which the acts name them. */
const onceEach = (acts: readonly ActView[]): AttachmentRef[] => {
  const named = acts.flatMap(({ files }) => files);
  return [...new Map(named.map((ref) => [ref.attachmentId, ref])).values()];
};

/** A case with everything a page shows of it; every signature and commitment is checked. */
export const openCase = (
  vault: Pick<OpenVault, 'records' | 'publicKey'>,
  caseId: string,
): Result<CaseView, AppError<'unknownCase'>> => {
  const row = findCase(vault.records, caseId);
  if (row === undefined) return fail('unknownCase');
  const whole = toCaseFile(
    verifiedActs(vault.records, caseId),
    caseHolder(vault.records),
    countedIdentities(vault.records, caseId),
  );
  const file = asRead(whole);
  const mistakenAt = mistakenSince(row, whole);
  const { roles } = getProfile(vault.records);
  const matter = matterOf(file);
  const employee = matter.employee ?? (mistakenAt === null ? registered(vault, row) : nobody);
  const key = toHex(vault.publicKey);
  const trusted = trustedDirectory(vault.records);
  const ownKeys = keysOfHolder(vault.records, key);
  const acts = actViews({
    file,
    key,
    ownKeys,
    isAuthorKnown: (act) => isAuthorKnownHere(vault.records, act),
    // Who works alone sends nothing: papers go as the table says, whoever entered them.
    ownRecords: trusted === null ? new Set() : ownRecordsOf(vault.records, file, key),
    routed: trusted === null ? file.state : file.shared,
    answers: identityAnswersOf(vault.records, caseId),
    numbersAlsoOn: doublesIn(vault.records, caseId),
    nameOfKey: keyNames(vault.records).ofKey,
    filesOf: (act) => (mistakenAt === null ? filesOfAct(vault.records, act) : []),
  });
  return ok({
    summary: toSummary(row, whole, roles),
    mistakenAt,
    employee,
    employeeForAll: matterOf(asShared(file)).employee ?? employee,
    assessor: matter.assessor ?? nobody,
    assessorSuperior: matter.assessorSuperior,
    institution: matter.institution,
    phases: phaseStates(file.state),
    acts,
    available: availableViews(file, {
      roles,
      isShared: trusted !== null,
      // Alone nobody is asked.
      mayAnswer: (hash) => trusted !== null && mayAnswer(file, ownKeys, hash),
    }),
    mayDecide: [...mayDecide(file.state)],
    awaitedDeciders: [...awaitedDeciders(file.state)],
    resultReceivers: [...resultReceivers(file.state)],
    documents: documentsOfCase(vault.records, caseId).map((document) => document.summary),
    attachments: onceEach(acts),
  });
};
