import type { ActInput, ListedAct } from '@shared/contract/case.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { statedParts } from '@shared/domain/case/act-days.ts';
import { composeHeader, deeperHeads, refsOf } from '@shared/domain/case/compose.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import type { ActHash } from '@shared/domain/case/header.ts';
import { namesOf } from '@shared/domain/package/past.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, type Err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { sealAct } from '../formats/act/act-crypto.ts';
import { getProfile } from '../settings/profile.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../trail/stated-time.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { attachmentRefsOf } from './act-attachments.ts';
import { type Scoped, scopeOfAct } from './act-scope.ts';
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
  | ClockFault
  | StorageErrorCode;

interface Scope {
  /** Null for a new file, which its opening names. */
  readonly caseId: string | null;
  readonly file: CaseFile;
}

/** The first act that would be signed here in a role that the holder does not have; answers are judged by their own. */
const roleProblem = ({ work }: Unlocked, inputs: readonly ActInput[]): Err<AppError<'roleNotHeld'>> | undefined => {
  const { roles } = getProfile(work.records);
  const index = inputs.findIndex(
    ({ type, paper, capacity }) => type !== 'paperAnswered' && paper === null && !roles.includes(capacity),
  );
  const found = inputs[index];
  return found && fail('roleNotHeld', { role: found.capacity, index });
};

/** The case that all acts of a list are for; a new one when the first names none. */
const scopeOf = ({ work }: Unlocked, inputs: readonly ListedAct[]): Result<Scope, AppError<'unknownCase'>> => {
  const named = inputs[0]?.caseId ?? null;
  if (inputs.some(({ caseId }) => caseId !== named && caseId !== null)) return fail('unknownCase');
  if (named === null) return ok({ caseId: null, file: emptyCaseFile() });
  if (findCase(work.records, named) === undefined) return fail('unknownCase');
  return ok({ caseId: named, file: loadCase(work.records, named) });
};

const codesOf = (blocks: readonly { readonly code: string }[]): string[] => [
  ...new Set(blocks.map(({ code }) => code)),
];

/** When the acts were signed that a new one will name. */
const timesNamed = ({ byHash }: CaseFile, header: HeaderDraft, { state, scope }: Scoped): string[] => {
  const refs = refsOf(state, { ...header, scope });
  const names = namesOf({ header: { refs, about: header.about }, deeper: deeperHeads(state, header) });
  return names.flatMap((hash) => byHash.get(hash)?.header.statedAt ?? []);
};

interface Timed {
  readonly act: SignedAct;
  readonly time: SigningTime;
}

/** Checks one act against the case so far and signs it. Writes nothing. */
const signAct = (
  unlocked: Unlocked,
  { caseId, file }: Scope,
  input: ActInput,
  clock: ClockAnswer | null,
): Result<Timed, AppError<Exclude<RecordError, StorageErrorCode>>> => {
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
  const scoped = scopeOfAct(work.records, file, key, { header, body });
  const time = signingTime(work, work.records, timesNamed(file, header, scoped), clock);
  if (!time.ok) return time;
  const composed = composeHeader({
    ...header,
    ...scoped,
    ...statedParts(time.value),
    caseId,
    actId: randomId(work.random),
    authorKey: key,
  });
  const deeper = deeperHeads(scoped.state, composed);
  const sealed = sealAct({ header: composed, deeper, body, sign: vault.sign, random: work.random });
  const act = { header: sealed.header, body, sealed, signedDocumentId: input.signedDocumentId };
  return ok({ act, time: time.value });
};

/** Acts that are signed, and what was said of the clock for that; null where nothing was asked. */
interface Signing extends Pick<SigningTime, 'answered'> {
  readonly caseId: string;
  readonly signed: readonly SignedAct[];
}

/** Signs a list of acts one after the other, each checked against the case with those before it. */
const signAll = (
  unlocked: Unlocked,
  scope: Scope,
  inputs: readonly ListedAct[],
  clock: ClockAnswer | null,
): Result<Signing, AppError<Exclude<RecordError, StorageErrorCode>>> => {
  const signed: SignedAct[] = [];
  let answered: ClockAnswer | null = null;
  let { caseId, file } = scope;
  for (const [index, { aboutIndex, ...input }] of inputs.entries()) {
    if (aboutIndex !== null && aboutIndex >= index) return fail('unknownAct');
    const about = aboutIndex === null ? input.about : (signed[aboutIndex]?.sealed.hash ?? null);
    const one = signAct(unlocked, { caseId, file }, { ...input, about }, clock);
    if (!one.ok) return fail(one.error.code, { ...one.error.details, index });
    const { act, time } = one.value;
    signed.push(act);
    answered ??= time.answered;
    const { header, body, sealed } = act;
    caseId = header.caseId;
    file = withAct(file, {
      hash: sealed.hash,
      header,
      body,
      deeper: sealed.deeper,
      recordedAt: header.statedAt,
      damage: null,
    });
  }
  return caseId === null ? fail('unknownCase') : ok({ caseId, signed, answered });
};

/** Acts that have been checked and signed, with the case as it was before them. */
export interface PreparedActs extends Pick<Scope, 'file'>, Signing {}

/**
 * Checks and signs acts of one case, and writes nothing. `clock`: what was said of this computer's clock, where that is
 * asked.
 */
export const prepareActs = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
  clock: ClockAnswer | null,
): Result<PreparedActs, AppError<Exclude<RecordError, StorageErrorCode>>> => {
  const notHeld = roleProblem(unlocked, inputs);
  if (notHeld !== undefined) return notHeld;
  const scope = scopeOf(unlocked, inputs);
  if (!scope.ok) return scope;
  const signing = signAll(unlocked, scope.value, inputs, clock);
  return signing.ok ? ok({ file: scope.value.file, ...signing.value }) : signing;
};

/**
 * Records acts of one case in one transaction: all of them or none. A refusal is found before anything is
 * written and leaves the databases byte-equal: `contentInvalid` with `paths` (`field:code`), `actNotAllowed` with
 * `codes`, `clockAsked` or `correctionUnfit` with what speaks against the clock, each with the `index` of the act.
 */
export const recordActs = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
  clock: ClockAnswer | null,
): Result<{ caseId: string; hashes: ActHash[] }, AppError<RecordError>> => {
  const prepared = prepareActs(unlocked, inputs, clock);
  if (!prepared.ok) return prepared;
  const { caseId, signed } = prepared.value;
  return transactRecords(unlocked.work.records, (tx) => {
    noteAnswer(unlocked.work, tx, prepared.value);
    storeActs(unlocked.work, tx, caseId, signed);
    return ok({ caseId, hashes: signed.map(({ sealed }) => sealed.hash) });
  });
};
