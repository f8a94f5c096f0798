import type { ActType } from './act-type.ts';
import * as answers from './acts/answers.ts';
import * as corrections from './acts/corrections.ts';
import * as counselling from './acts/counselling.ts';
import * as followUp from './acts/follow-up.ts';
import * as identity from './acts/identity.ts';
import * as mistaken from './acts/mistaken.ts';
import * as observation from './acts/observation.ts';
import * as persons from './acts/persons.ts';
import * as rectification from './acts/rectification.ts';
import * as report from './acts/report.ts';
import * as response from './acts/response.ts';
import * as result from './acts/result.ts';
import { type ActDefinition, type HeaderDraft, isOfV1 } from './definition.ts';
import type { Level } from './state.ts';

/**
 * The one table of acts (ARCHITECTURE.md, "Three ideas"): who may author each, what must have happened before, who
 * receives what of it, what it changes and which rule it comes from. Permissions, the panel, routes and tests derive
 * from it.
 */
export const actTable: { readonly [T in ActType]: ActDefinition<T> } = {
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
  resultSigned: result.resultSigned,
  resultReceived: result.resultReceived,
  followUpDecided: followUp.followUpDecided,
  followUpJoined: followUp.followUpJoined,
  followUpProgressed: followUp.followUpProgressed,
  statusNotified: followUp.statusNotified,
  caseClosed: followUp.caseClosed,
  employeeMistaken: mistaken.employeeMistaken,
  employeeLeft: persons.employeeLeft,
  assessorReplaced: persons.assessorReplaced,
  paperAnswered: answers.paperAnswered,
  copyReleased: corrections.copyReleased,
  copyAcknowledged: corrections.copyAcknowledged,
  responseGiven: response.responseGiven,
  correctionRequested: rectification.correctionRequested,
  correctionAnswered: rectification.correctionAnswered,
  postHandedOver: persons.postHandedOver,
  actCorrected: corrections.actCorrected,
  identityCorrected: identity.identityCorrected,
};

/** A row whatever its type: all that does not touch the content. */
export type AnyActDefinition = Omit<ActDefinition<ActType>, 'content' | 'facts' | 'factFields' | 'bodyGates'>;

/** The row of a type, for everything that headers alone decide. */
export const rowOf = (type: ActType): AnyActDefinition => actTable[type];

/** How far the table says that an act reaches; `target`: as far as the act that it is about. */
export const tableLevelOf = ({ type, format }: Pick<HeaderDraft, 'type' | 'format'>): Level | 'target' => {
  const { level, levelOfV1 } = rowOf(type);
  return isOfV1({ format }) ? (levelOfV1 ?? level) : level;
};
