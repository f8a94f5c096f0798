import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { id } from '../fields.ts';
import { signedParts } from '../identity/signed-file.ts';
import { maxErasedFiles } from './erasure.ts';
import { endKinds } from './schedule.ts';

// Who erased a file asks those who have something of it to decide about theirs (law: retention). It is a question: each
// vault goes by its own schedule, freezes and approvals, and nothing is erased by what comes in.

/** What has become of it in the vault that was asked. `notHere`: nothing of the file ever came there. */
export const erasureOutcomes = ['erased', 'kept', 'notHere'] as const;
export type ErasureOutcome = (typeof erasureOutcomes)[number];

/** A file that was erased at the sender's, by its id, and on what ground: how it had ended. */
const ask = z.strictObject({ caseId: id, ground: z.enum(endKinds) });
export type ErasureAsk = Readonly<z.infer<typeof ask>>;

const answer = z.strictObject({ caseId: id, outcome: z.enum(erasureOutcomes), at: signedParts.instant });
export type ErasureAnswer = Readonly<z.infer<typeof answer>>;

const byFile = <S extends typeof ask | typeof answer>(each: S) =>
  z
    .array(each)
    .max(maxErasedFiles)
    .refine((all) => isUnique(all.map(({ caseId }) => caseId)));

/** What a package says of erasures: files that the receiver is asked about, and answers to what the receiver asked. */
export const erasureMessage = z
  .strictObject({ asks: byFile(ask), answers: byFile(answer) })
  .refine(({ asks, answers }) => asks.length + answers.length > 0);
export type ErasureMessage = Readonly<z.infer<typeof erasureMessage>>;

/** Name of a request in the list "Perlu diperiksa": the file and who asks, however often. */
export const requestItemOf = (caseId: string, entryId: string): string => `${caseId}${entryId}`;

/** How a request stands in the vault that was asked. */
export const requestStates = ['open', 'proposed', ...erasureOutcomes] as const;
export type RequestState = (typeof requestStates)[number];

/** What is known here of a file that somebody asks about. */
export interface RequestStanding {
  /** When it was erased here; null: it was not. */
  readonly erasedAt: string | null;
  readonly isHere: boolean;
  /** Anything of it ever went to who asks, or came from there. */
  readonly isShared: boolean;
  readonly inErasure: boolean;
  /** When the holder decided to keep it; null: not decided. */
  readonly keptAt: string | null;
}

/** How a request stands. Who never shared the file learns nothing of what became of it. */
export const requestStateOf = ({ erasedAt, isHere, isShared, inErasure, keptAt }: RequestStanding): RequestState => {
  if (!isShared) return 'notHere';
  if (erasedAt !== null) return 'erased';
  if (!isHere) return 'notHere';
  if (keptAt !== null) return 'kept';
  return inErasure ? 'proposed' : 'open';
};

/** Whether a state is an answer: the other two wait for the holder. */
export const isOutcome = (state: RequestState): state is ErasureOutcome =>
  erasureOutcomes.some((outcome) => outcome === state);

/** Whether a request waits for the holder, or for the erasure that was proposed. */
export const isWaiting = (state: RequestState): boolean => !isOutcome(state);

/** What was asked of one receiver after an erasure, and what came of it. */
export interface AskedReceiver {
  /** Name and office; empty: the directory knows nobody by that key any more. */
  readonly receiver: string;
  readonly files: number;
  /** Instants; null: not yet. */
  readonly askedAt: string | null;
  readonly receivedAt: string | null;
  readonly answers: Readonly<Record<ErasureOutcome, number>>;
}
