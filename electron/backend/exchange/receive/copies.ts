import type { ActInput } from '@shared/contract/case.ts';
import type { ActToSign } from '@shared/contract/confirmation.ts';
import type { Peer } from '@shared/contract/exchange.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { statedOnOf, statedParts } from '@shared/domain/case/act-days.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { insertAct } from '../../case/act-rows.ts';
import { type ActDraft, draftAct } from '../../case/draft-act.ts';
import { holderScope } from '../../case/holder-scope.ts';
import { loadCase } from '../../case/load-case.ts';
import { type OwnCopy, ownCopies } from '../../case/own-copies.ts';
import { toIssuePaths } from '../../case/read-content.ts';
import type { StoredAct } from '../../case/stored-act.ts';
import { randomId } from '../../crypto/random.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { copiedBy } from '../../documents/copied-act.ts';
import { sealAct } from '../../formats/act/act-crypto.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { signedDocumentOf } from '../../papers/document-rows.ts';
import { getProfile } from '../../settings/profile.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../../trail/stated-time.ts';
import { nowOf, ownKeyOf, todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { toPeer } from '../ledger/peer-view.ts';

/** A copy that came to an employee. */
export interface ReceivedCopy {
  readonly hash: string;
  readonly caseId: string;
  readonly releasedBy: string;
  readonly date: string;
  readonly documentId: string | null;
  readonly acknowledgedAt: string | null;
  /** Whether it is of a communication, and when that was answered. */
  readonly answerable: boolean;
  readonly answeredAt: string | null;
  readonly releaser: Peer | null;
}

/** What the employee says of a copy: that it was received, or an answer to the communication that it is of. */
type OwnWord = 'copyAcknowledged' | 'responseGiven';

/** The same, by the hash of the copy. */
interface Statement {
  readonly hash: string;
  readonly date: string;
  readonly response: string;
  /** What was said of the clock of this computer, where that is asked. */
  readonly clock: ClockAnswer | null;
}

/** Whether a copy is of a communication, which its paper proves: that is what an employee answers (law: response). */
const isAnswerable = ({ work }: Unlocked, { caseId, released }: OwnCopy): boolean =>
  copiedBy(work, loadCase(work.records, caseId), released)?.header.type === 'problemCommunicated';

/** What the employee answered to the communication of a copy, to whichever copy of it. */
const answerTo = (copies: readonly OwnCopy[], { caseId, released }: OwnCopy): StoredAct | undefined =>
  copies.find((copy) => copy.caseId === caseId && copy.released.header.about === released.header.about && copy.answered)
    ?.answered;

/** Copies that an employee received, the latest released first. */
export const receivedCopies = (unlocked: Unlocked): ReceivedCopy[] => {
  const directory = trustedDirectory(unlocked.vault.records)?.directory ?? null;
  const copies = ownCopies(unlocked.vault.records);
  return copies
    .map((copy) => {
      const { caseId, released, acknowledged } = copy;
      const content = released.body?.content as ContentOf<'copyReleased'> | undefined;
      const releaser = toPeer(directory, released.header.authorKey, todayOf(unlocked));
      return {
        hash: released.hash,
        caseId,
        releasedBy: released.body?.author.name ?? '',
        date: content?.date ?? '',
        documentId: signedDocumentOf(unlocked.vault.records, released.hash)?.summary.documentId ?? null,
        acknowledgedAt: acknowledged?.header.statedAt ?? null,
        answerable: isAnswerable(unlocked, copy),
        answeredAt: answerTo(copies, copy)?.header.statedAt ?? null,
        releaser: releaser.entryId === null ? null : releaser,
      };
    })
    .sort((a, b) => b.date.localeCompare(a.date));
};

type Refusal = 'unknownAct' | 'roleNotHeld' | 'contentInvalid' | ClockFault;
type RefusalOf<T extends OwnWord> =
  | Refusal
  | (T extends 'responseGiven' ? 'communicationAnswered' | 'notAnswerable' : 'alreadyAcknowledged');

/** What the employee says of a copy, read as every act is; its gates are of a file that is not here. */
const draftOf = ({ vault }: Unlocked, type: OwnWord, caseId: string, { hash, date, response }: Statement): ActDraft => {
  const scope = holderScope(vault.records);
  const input: ActInput = {
    caseId,
    type,
    capacity: 'employee',
    about: hash,
    author: scope.holder,
    authorOffice: '',
    institution: '',
    content: { date, response },
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

/** Why something cannot be said of a copy, any more or at all; null: it can. */
const refusalOf: {
  readonly [T in OwnWord]: (unlocked: Unlocked, copy: OwnCopy) => Exclude<RefusalOf<T>, Refusal> | null;
} = {
  copyAcknowledged: (_, { acknowledged }) => (acknowledged === undefined ? null : 'alreadyAcknowledged'),
  responseGiven: (unlocked, copy) => {
    if (!isAnswerable(unlocked, copy)) return 'notAnswerable';
    return answerTo(ownCopies(unlocked.vault.records), copy) === undefined ? null : 'communicationAnswered';
  },
};

const checked = <T extends OwnWord>(
  unlocked: Unlocked,
  type: T,
  statement: Statement,
): Result<Checked, AppError<RefusalOf<T>>> => {
  const { vault } = unlocked;
  const copy = ownCopies(vault.records).find(({ released }) => released.hash === statement.hash);
  if (copy === undefined) return fail('unknownAct');
  if (!getProfile(vault.records).roles.includes('employee')) return fail('roleNotHeld');
  const refusal = refusalOf[type](unlocked, copy);
  if (refusal !== null) return fail(refusal as RefusalOf<T>);
  const { header, body, issues } = draftOf(unlocked, type, copy.caseId, statement);
  if (body === null) return fail('contentInvalid', { paths: toIssuePaths(issues) });
  const time = signingTime(unlocked.work, vault.records, [copy.released.header.statedAt], statement.clock);
  return time.ok ? ok({ copy, header, body, time: time.value }) : time;
};

const toSign = <T extends OwnWord>(
  unlocked: Unlocked,
  type: T,
  statement: Statement,
): Result<ActToSign, AppError<RefusalOf<T>>> => {
  const found = checked(unlocked, type, statement);
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

/** What `acknowledgeCopy` would sign. */
export const copyToSign = (unlocked: Unlocked, statement: Statement) => toSign(unlocked, 'copyAcknowledged', statement);

/** What `answerCopy` would sign. */
export const answerToSign = (unlocked: Unlocked, statement: Statement) => toSign(unlocked, 'responseGiven', statement);

const signed = <T extends OwnWord>(
  unlocked: Unlocked,
  type: T,
  statement: Statement,
): Result<{ hash: string }, AppError<RefusalOf<T> | StorageErrorCode>> => {
  const { vault, work } = unlocked;
  const { hash } = statement;
  const found = checked(unlocked, type, statement);
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
    refs: [hash],
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

/**
 * The employee signs that a copy was received, with an answer if wanted. It builds on the copy alone: the file itself
 * is not the employee's to see. `unknownAct`, `roleNotHeld`, `alreadyAcknowledged`; `contentInvalid` with `paths` for
 * what whoever released the copy would refuse; `clockAsked`, `correctionUnfit`.
 */
export const acknowledgeCopy = (unlocked: Unlocked, statement: Statement) =>
  signed(unlocked, 'copyAcknowledged', statement);

/**
 * The employee answers the communication that a copy is of, by the own key: everybody on the file reads it. Errors as
 * above, `notAnswerable` for a copy of something else, `communicationAnswered` for a communication that is answered.
 */
export const answerCopy = (unlocked: Unlocked, statement: Statement) => signed(unlocked, 'responseGiven', statement);
