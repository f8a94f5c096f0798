import type { Output } from '../../../lib/query.ts';
import type { FormState } from './form-state.ts';

/** A form that begins with something other than the file's own facts, e.g. what somebody else drafted. */
export interface FormStart {
  /** Kind and key under which what is typed is kept. */
  readonly kind: `received:${string}` | 'act.feedbackRecorded.guidance';
  readonly subjectKey: string;
  /** The form as it opens, made of the usual one. */
  readonly fill: (opening: FormState) => FormState;
  /** Runs once the act is recorded. */
  readonly onRecorded: () => Promise<void>;
}

type Draft = Output<'exchange.draft'>['draft'];

/** The form filled from a received draft; fields that the draft does not know keep their usual value. */
export const fillFromDraft =
  (draft: Pick<Draft, 'content' | 'authorOffice'>, attachments: FormState['attachments']) =>
  (opening: FormState): FormState => ({
    ...opening,
    authorOffice: draft.authorOffice,
    content: { ...opening.content, ...draft.content },
    attachments,
  });
