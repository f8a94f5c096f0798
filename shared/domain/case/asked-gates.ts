import { sameName } from '../identity/name-words.ts';
import type { ActType } from './act-type.ts';
import type { ContentOf } from './body.ts';
import { currentContent } from './contents.ts';
import { type BodyContext, type BodyGate, isOfV1 } from './definition.ts';
import { repeatsWords } from './repeated-words.ts';
import type { RuleKey } from './rules.ts';

/** What is asked for, or is amiss, in what an act says. */
interface Asked<T extends ActType> {
  readonly code: string;
  readonly rule: RuleKey;
  /** True where the act says what it is asked for, or is not asked for it. */
  readonly holds: (context: BodyContext<T>) => boolean;
}

/**
 * Asked of what is signed now. An act of version 0.3 was not asked for it, and a paper says what it says: of that it is
 * told alone.
 */
const askedFor = <T extends ActType>({ code, rule, holds }: Asked<T>): readonly BodyGate<T>[] => [
  {
    code,
    rule,
    severity: 'block',
    holds: (context) => isOfV1(context) || context.body.paper !== null || holds(context),
  },
  {
    code,
    rule,
    severity: 'warning',
    holds: (context) => isOfV1(context) || context.body.paper === null || holds(context),
  },
];

/** True for a giver of feedback whose consent to be named is asked for: the assessor writes in the own name. */
export const isThirdParty = ({ source }: { readonly source?: unknown }): boolean =>
  source !== 'assessor' && source !== '' && source !== undefined;

/**
 * What others said is shown, who said it by consent alone (law: feedbackGiver). A name that is signed goes to everybody
 * who has the act, so without consent none is signed.
 */
export const giverConsents: BodyGate<'feedbackRecorded'> = {
  code: 'giverWithoutConsent',
  rule: 'feedbackGiver',
  severity: 'block',
  // As the assessor's own it is signed with the assessor's name alone: another's would be a name without consent.
  holds: ({ content, format, body: { author } }) =>
    isOfV1({ format }) ||
    content.sourceName === '' ||
    (isThirdParty(content) ? content.sourceConsents === true : sameName(content.sourceName, author.name)),
};

type Content = Readonly<Record<string, unknown>>;

/**
 * What of an act is shown to others than who wrote it: of feedback no name without consent (law: feedbackGiver), which
 * acts of version 0.3 asked for nowhere. `aboutType`: of the act that a correction is about.
 */
export const withoutGiver = (type: ActType, content: Content, aboutType: ActType | null = null): Content => {
  if (type === 'actCorrected' && aboutType === 'feedbackRecorded') {
    const inner = content.content;
    return typeof inner === 'object' && inner !== null
      ? { ...content, content: withoutGiver('feedbackRecorded', inner as Content) }
      : content;
  }
  const isNamed = type === 'feedbackRecorded' && isThirdParty(content) && content.sourceConsents !== true;
  return isNamed && content.sourceName !== undefined ? { ...content, sourceName: '' } : content;
};

/** True for "unchanged" that is judged before the day that the employee was told (law: tooEarly). */
export const isTooEarly = (
  { outcome, date }: { readonly outcome?: unknown; readonly date?: unknown },
  expectedBy: string | undefined,
): boolean =>
  outcome === 'unchanged' && typeof date === 'string' && date !== '' && expectedBy !== undefined && date < expectedBy;

/** A judgement before the day that the employee was told says why (law: tooEarly). */
export const earlyJudgement = askedFor<'changeEvaluated'>({
  code: 'earlyReasonMissing',
  rule: 'tooEarly',
  holds: ({ content, said }) =>
    content.earlyReason !== '' || !isTooEarly(content, said('problemCommunicated').at(-1)?.expectedBy),
});

/**
 * The report repeats why (law: tooEarly), and the employee's answer on the sheet word for word; of answers that are
 * acts of their own, which go with the file anyhow, it is told alone that they are not repeated (law:
 * responseReported).
 */
export const reportTellsAll: readonly BodyGate<'reportSubmitted'>[] = [
  ...askedFor<'reportSubmitted'>({
    code: 'earlyReasonNotReported',
    rule: 'tooEarly',
    holds: ({ content, said }) => content.earlyReason !== '' || !said('changeEvaluated').at(-1)?.earlyReason,
  }),
  ...askedFor<'reportSubmitted'>({
    code: 'responseNotReported',
    rule: 'responseReported',
    holds: ({ content, said }) => content.response.includes(said('problemCommunicated').at(-1)?.response ?? ''),
  }),
  {
    code: 'responseNotReported',
    rule: 'responseReported',
    severity: 'warning',
    holds: ({ content, said }) => said('responseGiven').every(({ response }) => content.response.includes(response)),
  },
];

/** The institution appoints an independent counsellor by a letter, which the assignment cites (law: assign). */
export const appointmentCited: BodyGate<'counsellorAssigned'> = {
  code: 'appointmentMissing',
  rule: 'assign',
  severity: 'warning',
  holds: ({ content }) =>
    content.kind !== 'independent' || (content.appointmentNumber !== '' && content.appointmentDate !== ''),
};

/** Day of an appointment; later than any other where nothing here tells it. */
const dayOf = (content: Content | null): string => (typeof content?.date === 'string' ? content.date : '9999');

/** A counsellor who also assesses tells the employee so before the first session (law: alsoAssesses). */
export const toldBeforeSession: BodyGate<'sessionHeld'> = {
  code: 'alsoAssessesNotTold',
  rule: 'alsoAssesses',
  severity: 'warning',
  ofPlace: true,
  holds: ({ state, said, content, sees }) =>
    sees < 2 ||
    state.assignment?.kind !== 'trainedAssessor' ||
    said('consentRecorded').some(({ toldAssesses, date }) => toldAssesses && date <= content.date),
};

/**
 * An assignment that was accepted is ended before a result and until the day of the first session (law: alsoAssesses):
 * so far as whoever ends it could see. A result stays one; a session may have been moved by what is not here. Both are
 * asked of the end, not of a correction of it: by then somebody else may counsel.
 */
export const endsInTime: readonly BodyGate<'assignmentEnded'>[] = [
  {
    code: 'resultAlreadySigned',
    rule: 'result',
    severity: 'block',
    ofPlace: true,
    byWhatStays: true,
    holds: ({ state, sees, isNew }) => !isNew || sees < 1 || state.result === null,
  },
  {
    code: 'firstSessionPassed',
    rule: 'alsoAssesses',
    severity: 'block',
    ofPlace: true,
    holds: ({ state, bodies, content, sees, isNew }) =>
      !isNew ||
      sees < 1 ||
      state.sessions.every(({ latest }) => content.date <= dayOf(currentContent(state, bodies, latest))),
  },
];

type Decision = ContentOf<'followUpDecided'>;

/** True for a decision of which something weighs on the employee (law: burdensome). */
export const weighs = ({ items }: Pick<Decision, 'items'>): boolean => items.some(({ burdensome }) => burdensome);

/** True for a decision that recommends discipline. */
export const recommendsDiscipline = ({ items }: { readonly items: readonly { readonly kind: string }[] }): boolean =>
  items.some(({ kind }) => kind === 'disciplineRecommendation');

/** What an employee said in counselling, as far as the record tells it. */
const saidInCounselling = ({ causes, agreement, recommendation }: ContentOf<'resultSigned'>): readonly string[] => [
  causes,
  agreement,
  recommendation,
];

/**
 * What weighs on the employee is decided after the employee was asked (law: burdensome); a recommendation of discipline
 * stands on the report, and repeats nothing of the counselling (law: disciplineBasis).
 */
export const followUpIsFair: readonly BodyGate<'followUpDecided'>[] = [
  ...askedFor<'followUpDecided'>({
    code: 'employeeNotAsked',
    rule: 'burdensome',
    holds: ({ content }) =>
      !weighs(content) || (content.employeeAskedOn !== '' && content.employeeAskedOn <= content.date),
  }),
  ...askedFor<'followUpDecided'>({
    code: 'disciplineWithoutReport',
    rule: 'disciplineBasis',
    holds: ({ content }) => !recommendsDiscipline(content) || content.reportDate !== '',
  }),
  {
    code: 'disciplineRepeatsCounselling',
    rule: 'disciplineBasis',
    severity: 'warning',
    holds: ({ content, said }) => {
      const told = said('resultSigned').flatMap(saidInCounselling);
      return content.items.every(
        ({ kind, reason }) => kind !== 'disciplineRecommendation' || !told.some((text) => repeatsWords(reason, text)),
      );
    },
  },
];

interface Citing {
  readonly reportNumber: string;
  readonly reportDate: string;
}

/** Who cites the report takes its number and date from it; anything else is said (law: numbers). */
const citesReport = <T extends ActType>(cited: (content: ContentOf<T>) => Citing): BodyGate<T> => ({
  code: 'citedReportDiffers',
  rule: 'numbers',
  severity: 'warning',
  holds: (context) => {
    const report = context.said('reportSubmitted').at(-1);
    const { reportNumber, reportDate } = cited(context.content);
    if (report === undefined || isOfV1(context)) return true;
    const isOtherNumber = reportNumber !== '' && report.number !== '' && reportNumber.trim() !== report.number.trim();
    return !isOtherNumber && (reportDate === '' || reportDate === report.date);
  },
});

export const resultCitesReport = citesReport<'resultSigned'>((content) => content);
export const decisionCitesReport = citesReport<'followUpDecided'>((content) => content);

/** A letter dated after the meeting to which it invites: secretaries are late, people decide (law: numbers). */
const letterBefore = <T extends 'sessionScheduled' | 'sessionRescheduled'>(
  daysOf: (content: ContentOf<T>) => { readonly letterDate: string; readonly date: string },
): BodyGate<T> => ({
  code: 'letterAfterMeeting',
  rule: 'numbers',
  severity: 'warning',
  holds: ({ content }) => daysOf(content).letterDate <= daysOf(content).date,
});

export const invitedBefore = letterBefore<'sessionScheduled'>((content) => content);
export const reinvitedBefore = letterBefore<'sessionRescheduled'>((content) => content);
