import type { ActCheck, ActInput } from '@shared/contract/case.ts';
import { checkAct as violationsOf } from '@shared/domain/case/check-act.ts';
import { closedGates, type Violation } from '@shared/domain/case/judge-header.ts';
import { deliveriesOfDraft } from '@shared/domain/case/routes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsDb, RecordsReader } from '../db/handles.ts';
import { getProfile } from '../settings/profile.ts';
import { attachmentRefsOf } from './act-attachments.ts';
import { noDeliveries, toDeliveries } from './act-view.ts';
import { blocksOf, warningsOf } from './available-view.ts';
import { type CaseFile, emptyCaseFile } from './case-file.ts';
import { findCase } from './case-rows.ts';
import { type ActDraft, draftAct } from './draft-act.ts';
import { holderScope } from './holder-scope.ts';
import { isKnownElsewhere } from './known-elsewhere.ts';
import { loadCase } from './load-case.ts';
import { ownRecordCode, postProblem } from './post-problem.ts';

/** Why an act cannot even be tried. */
export type CheckError = 'unknownCase' | 'unknownAct' | 'unknownAttachment';

/** What speaks against an act; while fields are refused its facts are unknown, and gates assume what suits it best. */
export const violationsIn = (tx: RecordsReader, file: CaseFile, { header, body }: ActDraft): Violation[] => {
  if (body === null) return closedGates(file.state, header.type, { ...header, facts: null }, 2);
  const { roles } = getProfile(tx);
  return [
    ...violationsOf({
      state: file.state,
      header,
      body,
      bodies: file.bodies,
      holderRoles: roles,
      unseen: !isKnownElsewhere(tx, file.state.caseId),
    }),
    ...postProblem(tx, file, header, body),
  ];
};

/** What came of trying a draft. */
export const toActCheck = (
  { state }: Pick<CaseFile, 'state'>,
  { header, issues }: ActDraft,
  violations: readonly Violation[],
): ActCheck => ({
  issues: [...issues],
  obstacles: blocksOf(violations),
  warnings: warningsOf(violations),
  deliveries: violations.some(({ code }) => code === ownRecordCode)
    ? noDeliveries
    : toDeliveries(deliveriesOfDraft(state, header)),
});

/** Tries an act: which fields are refused, what stands in its way, what should be looked at, who would receive it. */
export const checkAct = (tx: RecordsDb, input: ActInput): Result<ActCheck, AppError<CheckError>> => {
  if (input.caseId !== null && findCase(tx, input.caseId) === undefined) return fail('unknownCase');
  const file = input.caseId === null ? emptyCaseFile() : loadCase(tx, input.caseId);
  if (input.about !== null && !file.byHash.has(input.about)) return fail('unknownAct');
  const attachments = attachmentRefsOf(tx, input.caseId, input);
  if (!attachments.ok) return fail('unknownAttachment');
  const draft = draftAct(input, { file, ...holderScope(tx), attachments: attachments.value });
  return ok(toActCheck(file, draft, violationsIn(tx, file, draft)));
};
