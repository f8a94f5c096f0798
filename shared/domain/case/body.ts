import { z } from 'zod';
import { withoutTurningSignsIn } from '../../kernel/hidden-signs.ts';
import { isUnique } from '../../kernel/unique.ts';
import {
  fileTitle,
  hash,
  id,
  maxFiles,
  natural,
  optionalDay,
  optionalLine,
  optionalText,
  requiredLine,
} from '../fields.ts';
import { namedPerson } from '../identity/person.ts';
import type { ActType } from './act-type.ts';
import * as counselling from './content/counselling.ts';
import * as followUp from './content/follow-up.ts';
import * as identity from './content/identity.ts';
import * as observation from './content/observation.ts';
import * as report from './content/report.ts';

/** What each act says, by its type: the one place where a type meets its content schema. */
export const contentSchemas = {
  caseOpened: observation.caseOpened,
  feedbackRecorded: observation.feedbackRecorded,
  problemIdentified: observation.problemIdentified,
  problemCommunicated: observation.problemCommunicated,
  changeEvaluated: observation.changeEvaluated,
  reportSubmitted: report.reportSubmitted,
  reportReturned: report.reportReturned,
  reportRegistered: report.reportRegistered,
  counsellingDecided: report.counsellingDecided,
  counsellorAssigned: counselling.counsellorAssigned,
  assignmentAnswered: counselling.assignmentAnswered,
  assignmentEnded: counselling.assignmentEnded,
  sessionScheduled: counselling.sessionScheduled,
  sessionRescheduled: counselling.sessionRescheduled,
  consentRecorded: counselling.consentRecorded,
  sessionHeld: counselling.sessionHeld,
  sessionMissed: counselling.sessionMissed,
  referralRecorded: counselling.referralRecorded,
  resultSigned: counselling.resultSigned,
  resultReceived: counselling.resultReceived,
  followUpDecided: followUp.followUpDecided,
  followUpJoined: followUp.followUpJoined,
  followUpProgressed: followUp.followUpProgressed,
  statusNotified: followUp.statusNotified,
  caseClosed: followUp.caseClosed,
  employeeMistaken: followUp.employeeMistaken,
  employeeLeft: followUp.employeeLeft,
  assessorReplaced: followUp.assessorReplaced,
  paperAnswered: followUp.paperAnswered,
  copyReleased: followUp.copyReleased,
  copyAcknowledged: followUp.copyAcknowledged,
  responseGiven: observation.responseGiven,
  correctionRequested: followUp.correctionRequested,
  correctionAnswered: followUp.correctionAnswered,
  postHandedOver: followUp.postHandedOver,
  actCorrected: followUp.actCorrected,
  identityCorrected: identity.identityCorrected,
} as const satisfies Record<ActType, z.ZodType>;

export type ContentOf<T extends ActType> = z.output<(typeof contentSchemas)[T]>;
export type ContentInputOf<T extends ActType> = z.input<(typeof contentSchemas)[T]>;

/** How a file is called and what it is, as whoever brought it says. */
export const fileName = { name: fileTitle, mediaType: z.string().max(100) } as const;

/** A file that belongs to an act, named by its content. */
export const attachmentRefSchema = z.strictObject({
  attachmentId: id,
  sha256: hash,
  ...fileName,
  size: natural,
});
export type AttachmentRef = z.infer<typeof attachmentRefSchema>;

/** Files that something names, each once: whoever takes them in keeps one row for each. */
export const attachmentRefsSchema = z
  .array(attachmentRefSchema)
  .max(maxFiles)
  .refine((refs) => isUnique(refs.map(({ attachmentId }) => attachmentId)));

/** How a paper was signed. `ink`: by hand. `tte`: PDF signed electronically outside. */
export const signedMedia = ['ink', 'tte'] as const;
/** The same, or `unsigned`: no signature is on it. */
export const paperMedia = [...signedMedia, 'unsigned'] as const;
export type PaperMedium = (typeof paperMedia)[number];

/** Where an act entered by the holder comes from. The scan or signed PDF is among the attachments. */
export const paperSourceSchema = z.strictObject({
  medium: z.enum(paperMedia),
  documentNumber: optionalLine,
  documentDate: optionalDay,
  remark: optionalText,
});
export type PaperSource = z.infer<typeof paperSourceSchema>;

/**
 * Content that no schema has read yet. Of an act or a draft from elsewhere it may hold any sign: the signed bytes keep
 * them, and nobody is shown one that turns.
 */
export const anyContent = z
  .record(z.string(), z.unknown())
  .transform((content) => withoutTurningSignsIn(content) as Record<string, unknown>);

/** Body of an act: everything that names people or says something. */
export const actBodySchema = z.strictObject({
  /** Who says it: the signer, or the named author of the paper. */
  author: namedPerson,
  /** Office of the author as signed, e.g. "Plt. Kepala Bagian Kepegawaian"; empty: the author's position. */
  authorOffice: optionalLine,
  content: anyContent,
  attachments: attachmentRefsSchema,
  /** Null for an act signed in its author's vault. */
  paper: paperSourceSchema.nullable(),
  /** Institution on whose behalf. */
  institution: requiredLine,
});
export type ActBody = z.infer<typeof actBodySchema>;

/** A body whose content has been read with the schema of its type. */
export type TypedBody<T extends ActType> = Omit<ActBody, 'content'> & { readonly content: ContentOf<T> };
