import type { ActInput, ListedAct } from '@shared/contract/case.ts';
import { composeHeader, deeperHeads } from '@shared/domain/case/compose.ts';
import type { ActHash } from '@shared/domain/case/header.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import { type AppError, type Err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { sealAct } from '../formats/act/act-crypto.ts';
import { getProfile } from '../settings/profile.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { attachmentRefsOf } from './act-attachments.ts';
import { scopeOfAct } from './act-scope.ts';
import { blocksOf } from './available-view.ts';
import { type CaseFile, emptyCaseFile, withAct } from './case-file.ts';
import { findCase } from './case-rows.ts';
import { violationsIn } from './check-act.ts';
import { draftAct } from './draft-act.ts';
import { holderScope } from './holder-scope.ts';
import { loadCase } from './load-case.ts';
import { toIssuePaths } from './read-content.ts';
import { type SignedAct, storeActs } from './store-acts.ts';

export type RecordError =
  | 'unknownCase'
  | 'unknownAct'
  | 'unknownAttachment'
  | 'attachmentIncomplete'
  | 'contentInvalid'
  | 'actNotAllowed'
  | 'roleNotHeld'
  | StorageErrorCode;

interface Scope {
  readonly caseId: string;
  readonly file: CaseFile;
}

/** The first act that would be signed here in a role that the holder does not have. */
const roleProblem = ({ work }: Unlocked, inputs: readonly ActInput[]): Err<AppError<'roleNotHeld'>> | undefined => {
  const { roles } = getProfile(work.records);
  const index = inputs.findIndex(({ paper, capacity }) => paper === null && !roles.includes(capacity));
  const found = inputs[index];
  return found && fail('roleNotHeld', { role: found.capacity, index });
};

/** The case that all acts of a list are for; a new one when the first names none. */
const scopeOf = ({ work }: Unlocked, inputs: readonly ListedAct[]): Result<Scope, AppError<'unknownCase'>> => {
  const named = inputs[0]?.caseId ?? null;
  if (inputs.some(({ caseId }) => caseId !== named && caseId !== null)) return fail('unknownCase');
  if (named === null) return ok({ caseId: randomId(work.random), file: emptyCaseFile() });
  if (findCase(work.records, named) === undefined) return fail('unknownCase');
  return ok({ caseId: named, file: loadCase(work.records, named) });
};

const codesOf = (blocks: readonly { readonly code: string }[]): string[] => [
  ...new Set(blocks.map(({ code }) => code)),
];

/** Checks one act against the case so far and signs it. Writes nothing. */
const signAct = (
  unlocked: Unlocked,
  { caseId, file }: Scope,
  input: ActInput,
): Result<SignedAct, AppError<Exclude<RecordError, StorageErrorCode>>> => {
  const { vault, work } = unlocked;
  if (input.about !== null && !file.byHash.has(input.about)) return fail('unknownAct');
  const attachments = attachmentRefsOf(work.records, caseId, input);
  if (!attachments.ok) return attachments;
  const draft = draftAct(input, { file, ...holderScope(work.records), attachments: attachments.value });
  if (draft.body === null) return fail('contentInvalid', { paths: toIssuePaths(draft.issues) });
  const { header, body } = draft;
  const blocks = blocksOf(violationsIn(work.records, file, draft));
  if (blocks.length > 0) return fail('actNotAllowed', { codes: codesOf(blocks) });
  const key = toHex(vault.publicKey);
  const { state, ...scoped } = scopeOfAct(work.records, file, key, { header, body });
  const now = work.clock.now();
  const composed = composeHeader({
    ...header,
    ...scoped,
    state,
    caseId,
    actId: randomId(work.random),
    authorKey: key,
    statedAt: toIsoInstant(now),
    statedOn: toLocalDay(now),
  });
  const deeper = deeperHeads(state, composed);
  const sealed = sealAct({ header: composed, deeper, body, sign: vault.sign, random: work.random });
  return ok({ header: sealed.header, body, sealed, signedDocumentId: input.signedDocumentId });
};

/** Signs a list of acts one after the other, each checked against the case with those before it. */
const signAll = (
  unlocked: Unlocked,
  scope: Scope,
  inputs: readonly ListedAct[],
): Result<SignedAct[], AppError<Exclude<RecordError, StorageErrorCode>>> => {
  const signed: SignedAct[] = [];
  let file = scope.file;
  for (const [index, { aboutIndex, ...input }] of inputs.entries()) {
    if (aboutIndex !== null && aboutIndex >= index) return fail('unknownAct');
    const about = aboutIndex === null ? input.about : (signed[aboutIndex]?.sealed.hash ?? null);
    const act = signAct(unlocked, { ...scope, file }, { ...input, about });
    if (!act.ok) return fail(act.error.code, { ...act.error.details, index });
    signed.push(act.value);
    const { header, body, sealed } = act.value;
    file = withAct(file, {
      hash: sealed.hash,
      header,
      body,
      deeper: sealed.deeper,
      recordedAt: header.statedAt,
      damage: null,
    });
  }
  return ok(signed);
};

/** Acts that have been checked and signed, with the case as it was before them. */
export interface PreparedActs extends Scope {
  readonly signed: readonly SignedAct[];
}

/** Checks and signs acts of one case, and writes nothing. */
export const prepareActs = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
): Result<PreparedActs, AppError<Exclude<RecordError, StorageErrorCode>>> => {
  const notHeld = roleProblem(unlocked, inputs);
  if (notHeld !== undefined) return notHeld;
  const scope = scopeOf(unlocked, inputs);
  if (!scope.ok) return scope;
  const signed = signAll(unlocked, scope.value, inputs);
  return signed.ok ? ok({ ...scope.value, signed: signed.value }) : signed;
};

/**
 * Records acts of one case in one transaction: all of them or none. A refusal is found before anything is
 * written and leaves the databases byte-equal: `contentInvalid` with `paths` (`field:code`), `actNotAllowed` with
 * `codes`, each with the `index` of the act.
 */
export const recordActs = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
): Result<{ caseId: string; hashes: ActHash[] }, AppError<RecordError>> => {
  const prepared = prepareActs(unlocked, inputs);
  if (!prepared.ok) return prepared;
  const { caseId, signed } = prepared.value;
  return transactRecords(unlocked.work.records, (tx) => {
    storeActs(unlocked.work, tx, caseId, signed);
    return ok({ caseId, hashes: signed.map(({ sealed }) => sealed.hash) });
  });
};
