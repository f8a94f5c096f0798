import type { ActInput } from '@shared/contract/case.ts';
import type { ActToSign } from '@shared/contract/confirmation.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { statedOnOf, statedParts } from '@shared/domain/case/act-days.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { insertAct } from '../../case/act-rows.ts';
import { type ActDraft, draftAct } from '../../case/draft-act.ts';
import { holderScope } from '../../case/holder-scope.ts';
import { loadCase } from '../../case/load-case.ts';
import { type OwnCopy, ownCopies } from '../../case/own-copies.ts';
import { toIssuePaths } from '../../case/read-content.ts';
import { randomId } from '../../crypto/random.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { sealAct } from '../../formats/act/act-crypto.ts';
import { getProfile } from '../../settings/profile.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../../trail/stated-time.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../../vault/unlocked.ts';

/** What the employee says of a copy, by the hash of that. */
export interface Statement {
  readonly hash: string;
  readonly date: string;
  /** What was said of the clock of this computer, where that is asked. */
  readonly clock: ClockAnswer | null;
}

/** An act of the employee about a copy, and why it cannot be said of one; null: it can. */
export interface OwnWord<Code extends string> {
  readonly type: ActType;
  readonly content: Readonly<Record<string, unknown>>;
  readonly refusal: (copy: OwnCopy) => Code | null;
  /** Acts about the copy that it builds on beside that (hashes); none when absent. */
  readonly after?: (copy: OwnCopy) => readonly string[];
}

type Refusal = 'unknownAct' | 'roleNotHeld' | 'contentInvalid' | ClockFault;

/** What the employee says of a copy, read as every act is; its gates are of a file that is not here. */
const draftOf = (
  { vault }: Unlocked,
  { type, content }: Omit<OwnWord<never>, 'refusal'>,
  caseId: string,
  about: string,
): ActDraft => {
  const scope = holderScope(vault.records);
  const input: ActInput = {
    caseId,
    type,
    capacity: 'employee',
    about,
    author: scope.holder,
    authorOffice: '',
    institution: '',
    content,
    attachmentIds: [],
    paper: null,
    signedDocumentId: null,
  };
  return draftAct(input, { file: loadCase(vault.records, caseId), ...scope, attachments: [] });
};

/** A statement that may be signed: of which copy, its draft with what it says, and when. */
interface Checked {
  readonly copy: OwnCopy;
  readonly header: ActDraft['header'];
  readonly body: NonNullable<ActDraft['body']>;
  readonly time: SigningTime;
}

const checked = <Code extends string>(
  unlocked: Unlocked,
  { hash, clock }: Statement,
  word: OwnWord<Code>,
): Result<Checked, AppError<Refusal | Code>> => {
  const { records } = unlocked.vault;
  const copy = ownCopies(records).find(({ released }) => released.hash === hash);
  if (copy === undefined) return fail('unknownAct');
  if (!getProfile(records).roles.includes('employee')) return fail('roleNotHeld');
  const refusal = word.refusal(copy);
  if (refusal !== null) return fail(refusal);
  const { header, body, issues } = draftOf(unlocked, word, copy.caseId, hash);
  if (body === null) return fail('contentInvalid', { paths: toIssuePaths(issues) });
  const time = signingTime(unlocked.work, records, [copy.released.header.statedAt], clock);
  return time.ok ? ok({ copy, header, body, time: time.value }) : time;
};

/** What `signOwnWord` would sign. */
export const ownWordToSign = <Code extends string>(
  unlocked: Unlocked,
  statement: Statement,
  word: OwnWord<Code>,
): Result<ActToSign, AppError<Refusal | Code>> => {
  const found = checked(unlocked, statement, word);
  if (!found.ok) return found;
  const { copy, header, body, time } = found.value;
  const { attachments: _, ...said } = body;
  const { header: released } = copy.released;
  return ok({
    ...said,
    type: header.type,
    capacity: header.capacity,
    statedOn: statedParts(time).statedOn,
    clockCorrectedTo: time.corrected ? time.at : null,
    about: { type: released.type, statedOn: statedOnOf(released), content: copy.released.body?.content ?? null },
    files: [],
    signedDocument: null,
    deliveries: [{ role: released.capacity, form: 'all' }],
    warnings: [],
  });
};

/**
 * Signs what the employee says of an own copy. It builds on the copy alone: the file itself is not the employee's to
 * see. `unknownAct`, `roleNotHeld`, what the word is refused for; `contentInvalid` with `paths` for what whoever
 * released the copy would refuse; `clockAsked`, `correctionUnfit`.
 */
export const signOwnWord = <Code extends string>(
  unlocked: Unlocked,
  statement: Statement,
  word: OwnWord<Code>,
): Result<{ hash: string }, AppError<Refusal | Code | StorageErrorCode>> => {
  const { vault, work } = unlocked;
  const found = checked(unlocked, statement, word);
  if (!found.ok) return found;
  const { copy, body, time } = found.value;
  const header = {
    ...found.value.header,
    facts: [...found.value.header.facts],
    format: 'bilik/act/v2' as const,
    version: 1 as const,
    scope: 'shared' as const,
    enteredAs: null,
    namedKey: null,
    ...statedParts(time),
    actId: randomId(work.random),
    caseId: copy.caseId,
    authorKey: ownKeyOf(unlocked),
    refs: [statement.hash, ...(word.after?.(copy) ?? [])].sort(),
  };
  // The employee has the copy alone: nothing deeper than that is at hand.
  const deeper = [[], []] as const;
  const sealed = sealAct({ header, deeper, body, sign: vault.sign, random: work.random });
  return transactRecords(vault.records, (tx) => {
    noteAnswer(work, tx, time);
    insertAct(tx, {
      caseId: copy.caseId,
      type: header.type,
      hash: sealed.hash,
      authorKey: fromHex(header.authorKey),
      sealed,
      recordedAt: nowOf(unlocked),
    });
    appendAudit(work, tx, { kind: 'actRecorded', subject: sealed.hash });
    return ok({ hash: sealed.hash });
  });
};
