import { blankOf, without } from '../form/fields.ts';
import type { PersonInput } from '../identity/person.ts';
import { communityPartsDraft, internshipPartsDraft } from './learning-contents.ts';
import { communityFields, internshipFields } from './learning-contents-fields.ts';
import { type GuidanceKind, isLed, type LearningFileKind, type LedKind } from './record.ts';
import {
  type CoachingFormDraft,
  coachingFormDraft,
  type MentoringPlanDraft,
  mentoringPlanDraft,
  workDialogueDraft,
} from './record-contents.ts';
import { mentoringPlanFields, recordFields } from './record-fields.ts';
import {
  blankFit,
  blankProcessPlan,
  type CoachingFile,
  type CoachingSession,
  type DialogueFile,
  type FileOf,
  type GuidanceFile,
  type LearningFile,
  type LedFile,
  type LoggedSession,
  type MentoringFile,
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
  participants: [...participants],
  status: 'open' as const,
  actions: [],
});

const led = (start: FileStart) => ({
  ...common(start),
  leaderBasis: 'ownSuperior' as const,
  assignment: '',
  need: '',
  needFrom: [],
  fit: { ...blankFit },
  goals: [],
  evaluation: { date: '', by: [], outcome: '' as const, lessons: '', next: '' },
  obstacles: [],
});

/** Working papers of a learning community or a magang with nothing on them but who and what about. */
const newLearningFile = (kind: LearningFileKind, start: FileStart): LearningFile =>
  kind === 'learningCommunity'
    ? { kind, ...common(start), parts: communityPartsDraft.parse(blankOf(communityFields)), sessions: [] }
    : { kind, ...common(start), parts: internshipPartsDraft.parse(blankOf(internshipFields)), sessions: [] };

const newLedFile = (kind: LedKind, start: FileStart): LedFile =>
  kind === 'coaching'
    ? ({
        kind,
        ...led(start),
        qualification: '',
        plan: { ...blankProcessPlan },
        sessions: [],
      } satisfies CoachingFile)
    : ({
        kind,
        ...led(start),
        stage: 'prescriptive',
        agreement: { agreedOn: '', limits: '', confidentiality: '' },
        processPlan: { ...blankProcessPlan },
        plan: blankMentoringPlan(),
        forms: [],
        sessions: [],
      } satisfies MentoringFile);

const newDialogueFile = (start: FileStart): DialogueFile => ({
  kind: 'dialogue',
  ...common(start),
  form: workDialogueDraft.parse(blankOf(recordFields.workDialogue)),
  sessions: [],
});

const newFile = (kind: GuidanceKind, start: FileStart): GuidanceFile => {
  if (kind === 'dialogue') return newDialogueFile(start);
  return isLed(kind) ? newLedFile(kind, start) : newLearningFile(kind, start);
};

/** Working papers with nothing on them but who and what about. */
export const newGuidanceFile = <K extends GuidanceKind>(kind: K, start: FileStart): FileOf<K> =>
  newFile(kind, start) as FileOf<K>;

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

/** A session with a log to be planned, likewise. */
export const newLoggedSession = (sessionId: string, zone: LoggedSession['zone'] = ''): LoggedSession => ({
  ...planned(sessionId, zone),
  activity: '',
  result: '',
});
