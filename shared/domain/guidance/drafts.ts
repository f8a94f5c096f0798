import { blankOf, without } from '../form/fields.ts';
import type { PersonInput } from '../identity/person.ts';
import type { GuidanceKind } from './record.ts';
import {
  type CoachingFormDraft,
  coachingFormDraft,
  type MentoringPlanDraft,
  mentoringPlanDraft,
} from './record-contents.ts';
import { mentoringPlanFields, recordFields } from './record-fields.ts';
import {
  blankFit,
  blankProcessPlan,
  type CoachingFile,
  type CoachingSession,
  type GuidanceFile,
  type MentoringFile,
  type MentoringSession,
} from './working-file.ts';

/** A coaching form on which nothing is written. */
export const blankCoachingForm = (): CoachingFormDraft =>
  coachingFormDraft.parse(blankOf(without(recordFields.coaching, ['date', 'minutes', 'place'])));

/** An action plan of mentoring on which nothing is written. */
export const blankMentoringPlan = (): MentoringPlanDraft => mentoringPlanDraft.parse(blankOf(mentoringPlanFields));

/** Who leads whom, where and when. */
export interface FileStart {
  readonly topic: string;
  readonly institution: string;
  readonly period: string;
  readonly leader: PersonInput;
  readonly participants: readonly PersonInput[];
}

const common = ({ topic, institution, period, leader, participants }: FileStart) => ({
  topic,
  institution,
  period,
  leader,
  leaderBasis: 'ownSuperior' as const,
  assignment: '',
  participants: [...participants],
  status: 'open' as const,
  need: '',
  needFrom: [],
  fit: { ...blankFit },
  goals: [],
  actions: [],
  evaluation: { date: '', by: [], outcome: '' as const, lessons: '', next: '' },
  obstacles: [],
});

/** Working papers with nothing on them but who and what about. */
export const newGuidanceFile = (kind: GuidanceKind, start: FileStart): GuidanceFile =>
  kind === 'coaching'
    ? ({
        kind,
        ...common(start),
        qualification: '',
        plan: { ...blankProcessPlan },
        sessions: [],
      } satisfies CoachingFile)
    : ({
        kind,
        ...common(start),
        stage: 'prescriptive',
        agreement: { agreedOn: '', limits: '', confidentiality: '' },
        processPlan: { ...blankProcessPlan },
        plan: blankMentoringPlan(),
        forms: [],
        sessions: [],
      } satisfies MentoringFile);

const planned = (sessionId: string, zone: CoachingSession['zone']) => ({
  sessionId,
  state: 'planned' as const,
  date: '',
  startTime: '',
  zone,
  minutes: null,
  place: '',
});

/** A coaching session to be planned, by the clocks of a zone; empty: nobody says which. */
export const newCoachingSession = (sessionId: string, zone: CoachingSession['zone'] = ''): CoachingSession => ({
  ...planned(sessionId, zone),
  asked: [],
  form: blankCoachingForm(),
});

/** A mentoring session to be planned, likewise. */
export const newMentoringSession = (sessionId: string, zone: MentoringSession['zone'] = ''): MentoringSession => ({
  ...planned(sessionId, zone),
  activity: '',
  result: '',
});
