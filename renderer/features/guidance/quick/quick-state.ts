import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import type { Fields, Values } from '@shared/domain/form/field.ts';
import { without } from '@shared/domain/form/fields.ts';
import {
  blankCoachingForm,
  blankMentoringPlan,
  newCoachingSession,
  newGuidanceFile,
} from '@shared/domain/guidance/drafts.ts';
import type { LedKind } from '@shared/domain/guidance/record.ts';
import { type RecordContent, recordContent } from '@shared/domain/guidance/record-contents.ts';
import { mentoringPlanFields, recordFields } from '@shared/domain/guidance/record-fields.ts';
import { lawfulAdjustment } from '@shared/domain/guidance/to-record.ts';
import { type GuidanceFile, guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import type { Holder } from '../../../lib/holder.ts';
import { type Read, readBy } from '../../../ui/form/issues.ts';

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
    participantTyped: null,
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
export const quickContent = (kind: LedKind, state: QuickState) =>
  kind === 'coaching'
    ? {
        kind,
        ...state.form,
        adjustment: lawfulAdjustment(state.form.adjustment, state.leaderBasis),
        date: state.date,
        minutes: state.minutes,
        place: state.place,
      }
    : { kind, ...state.plan, forms: state.forms, log: state.log, date: state.date };

/** The working papers that keep what was typed: with the session, or the log, already held. */
export const quickFile = (
  kind: LedKind,
  state: QuickState,
  institution: string,
  newId: () => string,
): Read<GuidanceFile> => {
  const start = { ...state, institution, leader: state.leader ?? emptyPerson, participants: state.participants };
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
            zone: '',
            minutes,
            place: '',
            activity,
            result,
          })),
        };
  return readBy(guidanceFile, file);
};

/** What is ready to be recorded, or what is wrong with it. */
export const readQuick = (kind: LedKind, state: QuickState): Read<RecordContent> =>
  readBy(recordContent, quickContent(kind, state));

const formFields: Fields = without(recordFields.coaching, ['date', 'minutes', 'place']);
const planFields: Fields = mentoringPlanFields;

/** What is typed, by the names of the record's fields. */
export const quickValues = (kind: LedKind, state: QuickState): Values =>
  kind === 'coaching' ? { ...state, ...state.form } : { ...state, ...state.plan };

/** What is typed after one field of the record was written. */
export const withQuick = (kind: LedKind, state: QuickState, name: string, next: unknown): QuickState => {
  if (kind === 'coaching' && name in formFields) return { ...state, form: { ...state.form, [name]: next } };
  if (kind === 'mentoring' && name in planFields) return { ...state, plan: { ...state.plan, [name]: next } };
  return { ...state, [name]: next };
};
