import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import {
  blankCoachingForm,
  blankMentoringPlan,
  newCoachingSession,
  newGuidanceFile,
} from '@shared/domain/guidance/drafts.ts';
import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { lawfulAdjustment } from '@shared/domain/guidance/to-record.ts';
import { type GuidanceFile, guidanceFile } from '@shared/domain/guidance/working-file.ts';
import type { z } from 'zod';
import type { Holder } from '../use-holder.ts';

/** What is typed on the one page; nothing is required yet. */
export type QuickState = DraftContent<'guidanceQuick'>;

/** A page on which nothing was typed: the holder leads, today, an hour. */
export const freshQuick = ({ person }: Pick<Holder, 'person'>, today: string): QuickState => {
  const { personId: _personId, ...leader } = person;
  return {
    topic: '',
    period: today.slice(0, 4),
    leader,
    leaderBasis: 'ownSuperior',
    participants: [],
    date: today,
    minutes: 60,
    place: '',
    form: blankCoachingForm(),
    plan: blankMentoringPlan(),
    forms: [],
    log: [{ date: today, activity: '', result: '', minutes: 60 }],
  };
};

/** The form as it would be recorded; what is missing the schema names. */
export const quickContent = (kind: GuidanceKind, state: QuickState): z.input<typeof recordContent> =>
  kind === 'coaching'
    ? {
        kind: 'coaching',
        ...state.form,
        adjustment: lawfulAdjustment(state.form.adjustment, state.leaderBasis),
        date: state.date,
        minutes: state.minutes ?? 0,
        place: state.place,
      }
    : { kind: 'mentoring', ...state.plan, forms: state.forms, log: state.log, date: state.date };

/** The working papers that keep what was typed: with the session, or the log, already held. */
export const quickFile = (
  kind: GuidanceKind,
  state: QuickState,
  institution: string,
  newId: () => string,
):
  | { readonly success: true; readonly data: GuidanceFile }
  | { readonly success: false; readonly error: z.ZodError } => {
  const start = { ...state, institution, leader: state.leader ?? { ...emptyLeader }, participants: state.participants };
  const blank = { ...newGuidanceFile(kind, start), leaderBasis: state.leaderBasis };
  const file =
    blank.kind === 'coaching'
      ? {
          ...blank,
          sessions: [
            {
              ...newCoachingSession(newId()),
              state: 'held' as const,
              date: state.date,
              minutes: state.minutes,
              place: state.place,
              form: state.form,
            },
          ],
        }
      : {
          ...blank,
          plan: state.plan,
          forms: state.forms,
          sessions: state.log.map(({ date, activity, result, minutes }) => ({
            sessionId: newId(),
            state: 'held' as const,
            date,
            startTime: '',
            minutes,
            place: '',
            activity,
            result,
          })),
        };
  return guidanceFile.safeParse(file);
};

const emptyLeader = { name: '', nip: '', rank: '', position: '', unit: '', employmentStatus: 'pns' as const };

/** What is ready to be recorded, or what is wrong with it. */
export const readQuick = (kind: GuidanceKind, state: QuickState) => recordContent.safeParse(quickContent(kind, state));
