import { z } from 'zod';
import { day, minutes, optionalDay, optionalLine, optionalText, requiredLine, requiredText } from '../fields.ts';
import { dialogueForms } from './choice-forms.ts';
import { begun, type Fill, whole } from './fill.ts';
import { internshipContent, learningCommunityContent } from './learning-contents.ts';
import { sessionLog } from './session-log.ts';

/** Forms of mentoring (law: mentoringForms). */
export const mentoringForms = ['shadowing', 'workSharing', 'handsOn', 'introducing'] as const;
export type MentoringForm = (typeof mentoringForms)[number];

/** Forms of mentoring, as the regulation names them (law: mentoringForms). */
export const mentoringFormTitles: Readonly<Record<MentoringForm, string>> = {
  shadowing: 'Shadowing Events',
  workSharing: 'Work Sharing',
  handsOn: 'Hands-on-training',
  introducing: 'Introducing',
};

/**
 * Adjustment of Ekspektasi (law: adjustment): the leader decides it; a coach on special assignment may only propose it.
 */
export const adjustmentStates = ['adjusted', 'proposed'] as const;

const firstFields = ({ text }: Fill) => ({
  /** Progress of the work and the strategy tried. */
  progress: text,
  problem: text,
  cause: text,
  /** Only if the employee proposes some. */
  alternatives: optionalText,
});

/**
 * The part that the employee writes before a coaching session: the first four fields of the form (law: preCoaching).
 */
export const preCoachingContent = z.strictObject({ kind: z.literal('preCoaching'), date: day, ...firstFields(whole) });

const coachingForm = (fill: Fill) => ({
  ...firstFields(fill),
  exploration: z.strictObject({ method: optionalText, process: optionalText, quality: optionalText }),
  discussion: fill.text,
  adjustment: z
    .strictObject({
      state: z.enum(adjustmentStates),
      expectation: fill.text,
      /** Ukuran keberhasilan before and after; records of before 0.4 say the latter alone. */
      measureBefore: optionalText.optional(),
      measure: fill.text,
      targetBefore: optionalLine.optional(),
      target: fill.line,
    })
    .nullable(),
  actionPlan: fill.text,
  dueDate: optionalDay,
});

/** The form of a coaching as far as it is written; when and where stand with the session. */
export const coachingFormDraft = z.strictObject(coachingForm(begun));
export type CoachingFormDraft = z.output<typeof coachingFormDraft>;

/** Pelaksanaan Coaching; date, length, place and due date are our own (law: coachingForm). */
export const coachingContent = z.strictObject({
  kind: z.literal('coaching'),
  ...coachingForm(whole),
  date: day,
  minutes,
  place: requiredLine,
});

const mentoringPlan = ({ text, line }: Fill) => ({
  purpose: text,
  /** Specific expertise or skill. */
  skill: text,
  steps: text,
  period: line,
  /** Change that the leader can perceive. */
  change: text,
  /** Measure of success. */
  measure: text,
});

/** The six fields, as far as they are written. */
export const mentoringPlanDraft = z.strictObject(mentoringPlan(begun));
export type MentoringPlanDraft = z.output<typeof mentoringPlanDraft>;

/** Action plan of mentoring, written by the employee: six fields (law: mentoringPlan). */
export const mentoringPlanContent = z.strictObject({
  kind: z.literal('mentoringPlan'),
  date: day,
  ...mentoringPlan(whole),
});

/** Pelaksanaan Mentoring: plan, form, log per session (law: mentoringPlan, mentoringForms, mentoringLog). */
export const mentoringContent = z.strictObject({
  kind: z.literal('mentoring'),
  ...mentoringPlan(whole),
  forms: z.array(z.enum(mentoringForms)).min(1).max(mentoringForms.length),
  log: sessionLog,
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

const workDialogue = ({ text }: Fill) => ({
  place: optionalLine,
  /** The tasks at hand, the targets to reach, and the competence that these need. */
  tasks: text,
  targets: text,
  competence: text,
  agreed: optionalText,
  /** Forms of guidance that it leads to; empty: none, or not agreed yet. */
  leadsTo: z.array(z.enum(dialogueForms)).max(dialogueForms.length),
});

/** A dialogue on work as far as it is written. */
export const workDialogueDraft = z.strictObject({ date: optionalDay, ...workDialogue(begun) });
export type WorkDialogueDraft = z.output<typeof workDialogueDraft>;

/** Dialog kerja (law: workDialogue): what superior and employee said of the work, before any form of guidance. */
export const workDialogueContent = z.strictObject({
  kind: z.literal('workDialogue'),
  date: day,
  ...workDialogue(whole),
});

/** The schema of each kind of record. */
export const recordContents = {
  preCoaching: preCoachingContent,
  coaching: coachingContent,
  mentoringPlan: mentoringPlanContent,
  mentoring: mentoringContent,
  feedbackSummary: feedbackSummaryContent,
  learningCommunity: learningCommunityContent,
  internship: internshipContent,
  workDialogue: workDialogueContent,
} as const;

/** What a signed record of guidance says, by its kind. */
export const recordContent = z.discriminatedUnion('kind', [
  preCoachingContent,
  coachingContent,
  mentoringPlanContent,
  mentoringContent,
  feedbackSummaryContent,
  learningCommunityContent,
  internshipContent,
  workDialogueContent,
]);
export type RecordContent = z.output<typeof recordContent>;
export type RecordKind = RecordContent['kind'];
/** Kinds that an employee writes alone. */
export type WrittenKind = Extract<RecordKind, 'preCoaching' | 'mentoringPlan'>;
export type RecordContentOf<K extends RecordKind> = Extract<RecordContent, { kind: K }>;

export const recordKinds = [
  'preCoaching',
  'coaching',
  'mentoringPlan',
  'mentoring',
  'feedbackSummary',
  'learningCommunity',
  'internship',
  'workDialogue',
] as const satisfies readonly RecordKind[];

/** Day that a record is about. */
export const dayOfRecord = (content: RecordContent): string => content.date;
