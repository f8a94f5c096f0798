import type { Fields } from '../../form/field.ts';
import type { ActType } from '../act-type.ts';
import * as counselling from './counselling.ts';
import type { FieldsFor } from './fields-for.ts';
import * as followUp from './follow-up.ts';
import * as identity from './identity.ts';
import * as observation from './observation.ts';
import * as report from './report.ts';

/** The field table of every act type: what its form shows, in the order of the form. */
export const actFields = {
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
} satisfies { readonly [T in ActType]: FieldsFor<T> };

/** Fields of an act type, free of its content's type. */
export const fieldsOf = (type: ActType): Fields => actFields[type];
