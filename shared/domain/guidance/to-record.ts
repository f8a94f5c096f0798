import type { z } from 'zod';
import type { internshipContent, learningCommunityContent } from './learning-contents.ts';
import type { mentoringContent, mentoringPlanContent, workDialogueContent } from './record-contents.ts';
import type {
  CoachingFile,
  CoachingSession,
  DialogueFile,
  LearningFile,
  LoggedFile,
  MentoringFile,
} from './working-file.ts';

type Written<S extends z.ZodType> = z.input<S>;

type Adjustment = NonNullable<CoachingSession['form']['adjustment']>;

/**
 * Who decides an adjustment of Ekspektasi (law: adjustment): the leader who is the employee's own superior; anyone else
 * proposes. Gives the adjustment as it may stand in the record, which does not name what it was before where nobody
 * wrote it.
 */
export const lawfulAdjustment = (
  adjustment: Adjustment | null,
  basis: CoachingFile['leaderBasis'],
): Adjustment | null => {
  if (adjustment === null) return null;
  const { measureBefore = '', targetBefore = '', ...after } = adjustment;
  return {
    ...after,
    ...(measureBefore.trim() !== '' && { measureBefore }),
    ...(targetBefore.trim() !== '' && { targetBefore }),
    ...(basis !== 'ownSuperior' && { state: 'proposed' }),
  };
};

/** The form of a session as it would be recorded; what is not written yet stays empty, and the schema names it. */
export const coachingContentOf = (file: CoachingFile, session: CoachingSession) => ({
  kind: 'coaching' as const,
  ...session.form,
  adjustment: lawfulAdjustment(session.form.adjustment, file.leaderBasis),
  date: session.date,
  minutes: session.minutes,
  place: session.place,
});

/** The action plan as it would be recorded. */
export const mentoringPlanContentOf = (file: MentoringFile, date: string): Written<typeof mentoringPlanContent> => ({
  kind: 'mentoringPlan',
  date,
  ...file.plan,
});

/** The log of all sessions held, by date. */
const logOf = ({ sessions }: Pick<LoggedFile, 'sessions'>) =>
  sessions
    .filter(({ state }) => state === 'held')
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, activity, result, minutes }) => ({ date, activity, result, minutes }));

/** Plan, forms and the log of all sessions held, by date, as they would be recorded. */
export const mentoringContentOf = (file: MentoringFile, date: string): Written<typeof mentoringContent> => ({
  kind: 'mentoring',
  ...file.plan,
  forms: file.forms,
  log: logOf(file),
  date,
});

/** The report of a learning community or of a magang: its parts and its log, as they would be recorded. */
export const learningReportOf = (
  file: LearningFile,
  date: string,
): Written<typeof learningCommunityContent> | Written<typeof internshipContent> => ({
  ...(file.kind === 'learningCommunity' ? { kind: file.kind, ...file.parts } : { kind: file.kind, ...file.parts }),
  log: logOf(file),
  date,
});

/** A dialogue on work as it would be recorded. */
export const workDialogueContentOf = ({ form }: DialogueFile): Written<typeof workDialogueContent> => ({
  kind: 'workDialogue',
  ...form,
});
