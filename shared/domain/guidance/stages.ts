import { lacksQualification, type QualifiedEntry } from './coach.ts';
import { isSmart } from './goals.ts';
import { type CommunityStep, communitySteps } from './learning-contents.ts';
import type { RecordKind } from './record-contents.ts';
import { type GuidanceRuleKey, type GuidanceSource, guidanceRules } from './rules.ts';
import type {
  CoachingFile,
  CommunityFile,
  DialogueFile,
  GuidanceFile,
  InternshipFile,
  LedFile,
  MentoringFile,
} from './working-file.ts';

/** What of a file's records the stages look at. */
export interface RecordState {
  readonly kind: RecordKind;
  /** Signed by all, in vaults or on paper. */
  readonly complete: boolean;
}

/** How far a stage is. `optional`: nothing is there and nothing need be. */
export type StageState = 'done' | 'begun' | 'open' | 'optional';

interface Stage<File> {
  /** Text in i18n under `guidance.stage.<code>`. */
  readonly code: string;
  readonly rule: GuidanceRuleKey;
  readonly state: (file: File, records: readonly RecordState[], register: readonly QualifiedEntry[]) => StageState;
}

const byCount = (done: number, all: number, none: StageState = 'open'): StageState =>
  all === 0 ? none : done === all ? 'done' : 'begun';

/** First day that is planned or was held; empty: none. */
export const startOf = (file: GuidanceFile): string =>
  file.sessions
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort()[0] ?? '';

const goalsSmart = (file: LedFile): StageState =>
  byCount(file.goals.filter((goal) => isSmart(goal, startOf(file))).length, file.goals.length);

const leaderKnown = (file: LedFile): StageState =>
  file.leader.name === ''
    ? 'open'
    : file.leaderBasis === 'specialAssignment' && file.assignment === ''
      ? 'begun'
      : 'done';

const sessionsHeld = (file: GuidanceFile): StageState => {
  const held = file.sessions.filter(({ state }) => state === 'held').length;
  return held > 0 ? 'done' : file.sessions.length > 0 ? 'begun' : 'open';
};

const signed =
  (kind: RecordKind, none: StageState = 'open') =>
  (_file: GuidanceFile, records: readonly RecordState[]): StageState => {
    const own = records.filter((record) => record.kind === kind);
    return byCount(own.filter(({ complete }) => complete).length, own.length, none);
  };

const followed = (file: GuidanceFile): StageState =>
  byCount(file.actions.filter(({ done }) => done).length, file.actions.length, 'optional');

const evaluated = ({ evaluation }: LedFile): StageState =>
  evaluation.date !== '' && evaluation.outcome !== ''
    ? 'done'
    : evaluation.date !== '' || evaluation.outcome !== '' || evaluation.lessons !== ''
      ? 'begun'
      : 'open';

const written = (texts: readonly string[]): StageState => {
  const there = texts.filter((text) => text !== '').length;
  return there === 0 ? 'open' : there === texts.length ? 'done' : 'begun';
};

const need = ({ need, needFrom }: LedFile): StageState =>
  need !== '' ? 'done' : needFrom.length > 0 ? 'begun' : 'open';

/**
 * Stages of a coaching, in order: the general process (law: processNeed) with what the form asks for
 * (law: coachingForm).
 */
export const coachingStages: readonly Stage<CoachingFile>[] = [
  { code: 'need', rule: 'processNeed', state: need },
  { code: 'goals', rule: 'processGoals', state: goalsSmart },
  { code: 'leader', rule: 'leader', state: leaderKnown },
  {
    code: 'qualification',
    rule: 'coachQualification',
    state: (file, _records, register) => (lacksQualification(file, register) ? 'open' : 'done'),
  },
  { code: 'plan', rule: 'processPlan', state: ({ plan }) => written(Object.values(plan)) },
  { code: 'preCoaching', rule: 'preCoaching', state: signed('preCoaching') },
  { code: 'sessions', rule: 'coachingForm', state: sessionsHeld },
  {
    code: 'adjustment',
    rule: 'adjustment',
    state: ({ sessions }) => (sessions.some(({ form }) => form.adjustment !== null) ? 'done' : 'optional'),
  },
  { code: 'signatures', rule: 'coachingSignatures', state: signed('coaching') },
  { code: 'followThrough', rule: 'followThrough', state: followed },
  { code: 'evaluation', rule: 'processEvaluation', state: evaluated },
];

/** Stages of a mentoring, in order. */
export const mentoringFileStages: readonly Stage<MentoringFile>[] = [
  { code: 'need', rule: 'processNeed', state: need },
  { code: 'goals', rule: 'processGoals', state: goalsSmart },
  { code: 'leader', rule: 'leader', state: leaderKnown },
  { code: 'plan', rule: 'processPlan', state: ({ processPlan }) => written(Object.values(processPlan)) },
  { code: 'agreement', rule: 'mentoringStages', state: ({ agreement }) => written(Object.values(agreement)) },
  { code: 'mentoringPlan', rule: 'mentoringPlan', state: ({ plan }) => written(Object.values(plan)) },
  { code: 'planSignature', rule: 'mentoringSignatures', state: signed('mentoringPlan', 'optional') },
  { code: 'log', rule: 'mentoringLog', state: sessionsHeld },
  { code: 'mentoringSignatures', rule: 'mentoringSignatures', state: signed('mentoring') },
  { code: 'followThrough', rule: 'followThrough', state: followed },
  { code: 'evaluation', rule: 'processEvaluation', state: evaluated },
];

const communityStep =
  (step: CommunityStep) =>
  ({ parts }: CommunityFile): StageState =>
    written(communitySteps[step].map((part) => parts[part]));

/** Stages of a learning community: its three steps, with the meetings and the report that are ours. */
export const communityStages: readonly Stage<CommunityFile>[] = [
  { code: 'communityAim', rule: 'communityAim', state: ({ parts }) => written([parts.aim]) },
  { code: 'preparation', rule: 'communitySteps', state: communityStep('preparation') },
  { code: 'carryingOut', rule: 'communitySteps', state: communityStep('carryingOut') },
  { code: 'meetings', rule: 'learningReports', state: sessionsHeld },
  { code: 'communityEvaluation', rule: 'communitySteps', state: communityStep('evaluation') },
  { code: 'learningReport', rule: 'learningReports', state: signed('learningCommunity') },
];

/** Stages of a magang. */
export const internshipStages: readonly Stage<InternshipFile>[] = [
  {
    code: 'workplace',
    rule: 'internshipWorkplace',
    state: ({ parts, leader }) => written([parts.workplace, parts.period, parts.purpose, leader.name]),
  },
  { code: 'practice', rule: 'internshipPractice', state: sessionsHeld },
  {
    code: 'experience',
    rule: 'internshipPractice',
    state: ({ parts }) => written([parts.experience, parts.application]),
  },
  { code: 'network', rule: 'internshipNetwork', state: ({ parts }) => written([parts.network, parts.culture]) },
  { code: 'assessment', rule: 'learningReports', state: ({ parts }) => written([parts.assessment]) },
  { code: 'learningReport', rule: 'learningReports', state: signed('internship') },
];

/** Stages of a dialogue on work: what is said, and the record that may be made of it. */
export const dialogueStages: readonly Stage<DialogueFile>[] = [
  {
    code: 'workDialogue',
    rule: 'workDialogue',
    state: ({ form }) => written([form.tasks, form.targets, form.competence]),
  },
  { code: 'dialogueRecord', rule: 'workDialogue', state: signed('workDialogue', 'optional') },
];

/**
 * Every stage of a file with how far it is; nothing here blocks anything. `register`: coaches and mentors that the
 * vault knows.
 */
export const stagesOf = (
  file: GuidanceFile,
  records: readonly RecordState[],
  register: readonly QualifiedEntry[],
): { readonly code: string; readonly source: GuidanceSource; readonly state: StageState }[] => {
  const stated = <File>(stages: readonly Stage<File>[], of: File) =>
    stages.map(({ code, rule, state }) => ({ code, source: guidanceRules[rule], state: state(of, records, register) }));
  switch (file.kind) {
    case 'coaching':
      return stated(coachingStages, file);
    case 'mentoring':
      return stated(mentoringFileStages, file);
    case 'learningCommunity':
      return stated(communityStages, file);
    case 'internship':
      return stated(internshipStages, file);
    case 'dialogue':
      return stated(dialogueStages, file);
  }
};
