import { z } from 'zod';
import { day, minutes, optionalDay, optionalLine, optionalText, requiredLine, requiredText } from '../fields.ts';

/** Forms of mentoring (law: mentoringForms). */
export const mentoringForms = ['shadowing', 'workSharing', 'handsOn', 'introducing'] as const;
export type MentoringForm = (typeof mentoringForms)[number];

/**
 * Adjustment of Ekspektasi (law: adjustment): the leader decides it; a coach on special assignment may only propose it.
 */
export const adjustmentStates = ['adjusted', 'proposed'] as const;

const adjustment = z.strictObject({
  state: z.enum(adjustmentStates),
  expectation: requiredText,
  /** Ukuran keberhasilan. */
  measure: requiredText,
  target: requiredLine,
});

/**
 * The part that the employee writes before a coaching session: the first four fields of the form (law: preCoaching).
 */
export const preCoachingContent = z.strictObject({
  kind: z.literal('preCoaching'),
  date: day,
  /** Progress of the work and the strategy tried. */
  progress: requiredText,
  problem: requiredText,
  cause: requiredText,
  /** Only if the employee proposes some. */
  alternatives: optionalText,
});

/** Pelaksanaan Coaching, fields in the order of the form; date to due date are our own (law: coachingForm). */
export const coachingContent = z.strictObject({
  kind: z.literal('coaching'),
  progress: requiredText,
  problem: requiredText,
  cause: requiredText,
  alternatives: optionalText,
  exploration: z.strictObject({ method: optionalText, process: optionalText, quality: optionalText }),
  discussion: requiredText,
  adjustment: adjustment.nullable(),
  date: day,
  minutes,
  place: requiredLine,
  actionPlan: requiredText,
  dueDate: optionalDay,
});

const mentoringPlan = {
  purpose: requiredText,
  /** Specific expertise or skill. */
  skill: requiredText,
  steps: requiredText,
  period: requiredLine,
  /** Change that the leader can perceive. */
  change: requiredText,
  /** Measure of success. */
  measure: requiredText,
};

/** Action plan of mentoring, written by the employee: six fields (law: mentoringPlan). */
export const mentoringPlanContent = z.strictObject({ kind: z.literal('mentoringPlan'), date: day, ...mentoringPlan });

/** Most sessions that a mentoring record's log names. */
export const maxLogEntries = 60;

/** Pelaksanaan Mentoring: plan, form, log per session (law: mentoringPlan, mentoringForms, mentoringLog). */
export const mentoringContent = z.strictObject({
  kind: z.literal('mentoring'),
  ...mentoringPlan,
  forms: z.array(z.enum(mentoringForms)).min(1).max(mentoringForms.length),
  log: z
    .array(z.strictObject({ date: day, activity: requiredText, result: requiredText, minutes: minutes.nullable() }))
    .min(1)
    .max(maxLogEntries),
  date: day,
});

/** How an employee took note of a feedback summary before it may go anywhere (law: feedbackSummary). */
export const acknowledgements = ['signed', 'refused'] as const;

/**
 * Ringkasan umpan balik (law: feedbackSummary): the only thing of coaching and mentoring that may go into a case.
 * Written for that purpose and shown to the employee, whose answer stands in it.
 */
export const feedbackSummaryContent = z.strictObject({
  kind: z.literal('feedbackSummary'),
  date: day,
  /** Work results that were spoken of; what was said in confidence does not belong here. */
  summary: requiredText,
  purpose: requiredLine,
  shownOn: day,
  response: optionalText,
  acknowledgement: z.enum(acknowledgements),
  place: optionalLine,
});

/** What a signed record of guidance says, by its kind. */
export const recordContent = z.discriminatedUnion('kind', [
  preCoachingContent,
  coachingContent,
  mentoringPlanContent,
  mentoringContent,
  feedbackSummaryContent,
]);
export type RecordContent = z.output<typeof recordContent>;
export type RecordKind = RecordContent['kind'];
export type RecordContentOf<K extends RecordKind> = Extract<RecordContent, { kind: K }>;

export const recordKinds = [
  'preCoaching',
  'coaching',
  'mentoringPlan',
  'mentoring',
  'feedbackSummary',
] as const satisfies readonly RecordKind[];

/** Day that a record is about. */
export const dayOfRecord = (content: RecordContent): string => content.date;
