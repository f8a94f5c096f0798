import type { Peer } from '@shared/contract/exchange.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import type { CorrectionAnswer } from '@shared/domain/case/content/follow-up.ts';
import { loadCase } from '../../case/load-case.ts';
import { type OwnCopy, ownCopies } from '../../case/own-copies.ts';
import type { StoredAct } from '../../case/stored-act.ts';
import { copiedBy } from '../../documents/copied-act.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { signedDocumentOf } from '../../papers/document-rows.ts';
import { todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { toPeer } from '../ledger/peer-view.ts';
import { ownWordToSign, type Statement, signOwnWord } from './own-words.ts';

/** A request of the employee that the act be corrected of which this is a copy, and its answer (law: rectify). */
interface OwnRequest {
  readonly askedAt: string;
  readonly request: string;
  readonly answer: CorrectionAnswer | null;
  readonly reason: string;
}

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
  /** What was asked about it, the earliest first. */
  readonly requests: OwnRequest[];
  readonly releaser: Peer | null;
}

const requestsOf = ({ requests }: OwnCopy): OwnRequest[] =>
  requests.map(({ request, answer }) => {
    const said = answer?.body?.content as ContentOf<'correctionAnswered'> | undefined;
    return {
      askedAt: request.header.statedAt,
      request: String(request.body?.content.request ?? ''),
      answer: said?.answer ?? null,
      reason: said?.reason ?? '',
    };
  });

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
        requests: requestsOf(copy),
        releaser: releaser.entryId === null ? null : releaser,
      };
    })
    .sort((a, b) => b.date.localeCompare(a.date));
};

interface Response extends Statement {
  readonly response: string;
}

const receipt = ({ date, response }: Response) => ({
  type: 'copyAcknowledged' as const,
  content: { date, response },
  refusal: ({ acknowledged }: OwnCopy) => (acknowledged === undefined ? null : ('alreadyAcknowledged' as const)),
});

/** What `acknowledgeCopy` would sign. */
export const copyToSign = (unlocked: Unlocked, said: Response) => ownWordToSign(unlocked, said, receipt(said));

/**
 * The employee signs that a copy was received, with an answer if wanted. It builds on the copy alone: the file itself
 * is not the employee's to see. `unknownAct`, `roleNotHeld`, `alreadyAcknowledged`; `contentInvalid` with `paths` for
 * what whoever released the copy would refuse; `clockAsked`, `correctionUnfit`.
 */
export const acknowledgeCopy = (unlocked: Unlocked, said: Response) => signOwnWord(unlocked, said, receipt(said));

const response = (unlocked: Unlocked, said: Response) => ({
  type: 'responseGiven' as const,
  content: { date: said.date, response: said.response },
  refusal: (copy: OwnCopy) => {
    if (!isAnswerable(unlocked, copy)) return 'notAnswerable' as const;
    const copies = ownCopies(unlocked.vault.records);
    return answerTo(copies, copy) === undefined ? null : ('communicationAnswered' as const);
  },
});

/** What `answerCopy` would sign. */
export const answerToSign = (unlocked: Unlocked, said: Response) =>
  ownWordToSign(unlocked, said, response(unlocked, said));

/**
 * The employee answers the communication that a copy is of, by the own key: everybody on the file reads it. Errors as
 * above, `notAnswerable` for a copy of something else, `communicationAnswered` for a communication that is answered.
 */
export const answerCopy = (unlocked: Unlocked, said: Response) => signOwnWord(unlocked, said, response(unlocked, said));

interface Request extends Statement {
  readonly request: string;
}

const asked = ({ date, request }: Request) => ({
  type: 'correctionRequested' as const,
  content: { date, request },
  refusal: ({ requests }: OwnCopy) =>
    requests.every(({ answer }) => answer !== undefined) ? null : ('correctionAsked' as const),
  after: ({ requests }: OwnCopy) => requests.flatMap(({ answer }) => answer?.hash ?? []),
});

/** What `askCorrection` would sign. */
export const requestToSign = (unlocked: Unlocked, said: Request) => ownWordToSign(unlocked, said, asked(said));

/**
 * The employee asks that the act be corrected of which a copy is here. Errors as above, `correctionAsked` while an
 * earlier request about the same copy waits for its answer.
 */
export const askCorrection = (unlocked: Unlocked, said: Request) => signOwnWord(unlocked, said, asked(said));
