import type { ActCheck, ActInput } from '@shared/contract/case.ts';
import { isAllowed, checkAct as violationsOf } from '@shared/domain/case/check-act.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { closedGates, type Violation } from '@shared/domain/case/judge-header.ts';
import { deliveriesOfDraft } from '@shared/domain/case/routes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsDb, RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { sameKeyHere } from '../identity/who-is-who.ts';
import { getProfile } from '../settings/profile.ts';
import { attachmentRefsOf } from './act-attachments.ts';
import { type Scoped, scopeOfAct } from './act-scope.ts';
import { noDeliveries, toDeliveries } from './act-view.ts';
import { blocksOf, warningsOf } from './available-view.ts';
import { asShared, type CaseFile, emptyCaseFile } from './case-file.ts';
import { askedHere } from './case-holder.ts';
import { findCase } from './case-rows.ts';
import { type ActDraft, draftAct } from './draft-act.ts';
import { holderScope } from './holder-scope.ts';
import { loadCase } from './load-case.ts';
import { type Found, numberProblems } from './number-problem.ts';
import { postProblem } from './post-problem.ts';

/** Why an act cannot even be tried. */
export type CheckError = 'unknownCase' | 'unknownAct' | 'unknownAttachment';

/** What closes an act by its header alone, with the facts that are told by now; null: none yet. */
export const closedTo = (file: CaseFile, header: HeaderDraft, facts: readonly string[] | null): Violation[] =>
  closedGates(file.state, header.type, { ...header, facts }, askedHere(file, header, null));

const judge = (tx: RecordsReader, file: CaseFile, { header, body }: ActDraft): Violation[] => {
  const { state, bodies, signed } = file;
  if (body === null) return closedTo(file, header, null);
  const { roles } = getProfile(tx);
  const sees = askedHere(file, header, body);
  return [
    ...violationsOf({ state, header, body, bodies, signed, sameKey: sameKeyHere(tx), holderRoles: roles, sees }),
    ...postProblem(tx, file, header, body),
  ];
};

/**
 * What speaks against an act; while fields are refused its facts are unknown, and gates assume what suits it best. A
 * record for oneself keeps the holder from nothing that is the holder's to sign for all: with others, what the case has
 * without such records is asked too.
 */
const violationsOfTable = (tx: RecordsReader, file: CaseFile, draft: ActDraft): Violation[] => {
  const mine = judge(tx, file, draft);
  const isForAll = draft.header.origin === 'vault' && trustedDirectory(tx) !== null && file.shared !== file.state;
  if (isAllowed(mine) || !isForAll) return mine;
  const forAll = judge(tx, { ...file, ...asShared(file) }, draft);
  return isAllowed(forAll) ? forAll : mine;
};

/** The same, with what stands against its number. */
export const violationsIn = (tx: RecordsDb, file: CaseFile, draft: ActDraft): Found[] => [
  ...violationsOfTable(tx, file, draft),
  ...numberProblems(tx, file, draft),
];

/** What speaks for a record for oneself: said where there are others to whom it will not go. */
const ownRecord: Violation = { code: 'ownRecord', rule: 'keeper', severity: 'warning', satisfiedBy: null };

/** For whom a draft is, as far as it is filled in. `key`: key of this vault, hexadecimal. */
export const scopeOfDraft = (
  tx: RecordsDb,
  key: string,
  file: CaseFile,
  { header, body }: ActDraft,
): Pick<Scoped, 'scope' | 'namedKey' | 'enteredAs'> & { readonly authorKey: string } => ({
  ...(body === null
    ? { scope: 'shared' as const, namedKey: null, enteredAs: null }
    : scopeOfAct(tx, file, key, { header, body })),
  authorKey: key,
});

/** What came of trying a draft. */
export const toActCheck = (
  tx: RecordsDb,
  { shared, state }: CaseFile,
  { header, issues }: ActDraft,
  { violations, scoped }: { readonly violations: readonly Found[]; readonly scoped: ReturnType<typeof scopeOfDraft> },
): ActCheck => {
  const isOwn = scoped.scope === 'own';
  const isSaid = isOwn && trustedDirectory(tx) !== null;
  return {
    issues: [...issues],
    obstacles: blocksOf(violations),
    warnings: warningsOf(isSaid ? [...violations, ownRecord] : violations),
    deliveries: isSaid
      ? noDeliveries
      : toDeliveries(deliveriesOfDraft(isOwn ? state : shared, { ...header, ...scoped })),
  };
};

/**
 * Tries an act: which fields are refused, what stands in its way, what should be looked at, who would receive it.
 * `key`: key of this vault, hexadecimal.
 */
export const checkAct = (tx: RecordsDb, key: string, input: ActInput): Result<ActCheck, AppError<CheckError>> => {
  if (input.caseId !== null && findCase(tx, input.caseId) === undefined) return fail('unknownCase');
  const file = input.caseId === null ? emptyCaseFile() : loadCase(tx, input.caseId);
  if (input.about !== null && !file.byHash.has(input.about)) return fail('unknownAct');
  const attachments = attachmentRefsOf(tx, input.caseId, input);
  if (!attachments.ok) return fail('unknownAttachment');
  const draft = draftAct(input, { file, ...holderScope(tx), attachments: attachments.value });
  const verdict = { violations: violationsIn(tx, file, draft), scoped: scopeOfDraft(tx, key, file, draft) };
  return ok(toActCheck(tx, file, draft, verdict));
};
