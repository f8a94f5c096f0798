import { z } from 'zod';
import { day, instant } from '../fields.ts';

// What becomes of the private notes of a counsellor who leaves. They are the counsellor's alone: nobody approves, no
// berita acara names them, no successor gets them (law: ownNotes).

/** What a counsellor who leaves may do with the notes beside erasing them at once. */
export const noteFates = ['keep', 'keepUntil'] as const;
export type NoteFate = (typeof noteFates)[number];

/** What the counsellor decided, and when. `until` is there for `keepUntil` alone. */
export const noteDecision = z
  .strictObject({ fate: z.enum(noteFates), until: day.nullable(), decidedAt: instant })
  .refine(({ fate, until }) => (fate === 'keepUntil') === (until !== null));
export type NoteDecision = z.infer<typeof noteDecision>;

/** What is asked of who holds notes: what becomes of them, or whether they go now that their time is over. */
export const notesQuestions = ['whatBecomes', 'timeIsOver'] as const;
export type NotesQuestion = (typeof notesQuestions)[number];

export interface LeftCounselling {
  /** How many notes there are. */
  readonly notes: number;
  /** When the holder ceased to be a counsellor; null: is one, or never was. */
  readonly leftAt: string | null;
  readonly decision: NoteDecision | null;
}

/** The decision, if it counts: whoever became a counsellor again since, and left again, has decided nothing yet. */
export const standingDecision = ({ leftAt, decision }: Omit<LeftCounselling, 'notes'>): NoteDecision | null =>
  leftAt !== null && decision !== null && decision.decidedAt >= leftAt ? decision : null;

/** What to ask on a day; null: nothing. */
export const notesQuestion = ({ notes, ...left }: LeftCounselling, today: string): NotesQuestion | null => {
  if (notes === 0 || left.leftAt === null) return null;
  const decision = standingDecision(left);
  if (decision === null) return 'whatBecomes';
  return decision.until !== null && decision.until <= today ? 'timeIsOver' : null;
};
