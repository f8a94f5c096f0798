import type { ActType } from '@shared/domain/case/act-type.ts';
import * as counselling from './counselling.ts';
import type { Field, FieldTable } from './field.ts';
import * as followUp from './follow-up.ts';
import * as observation from './observation.ts';
import * as report from './report.ts';

/** The field table of every act type: what its form shows, in the order of the form. */
export const fieldTables: { readonly [T in ActType]: FieldTable<T> } = {
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
  sessionScheduled: counselling.sessionScheduled,
  sessionRescheduled: counselling.sessionRescheduled,
  consentRecorded: counselling.consentRecorded,
  sessionHeld: counselling.sessionHeld,
  sessionMissed: counselling.sessionMissed,
  referralRecorded: counselling.referralRecorded,
  resultSigned: counselling.resultSigned,
  resultReceived: counselling.resultReceived,
  followUpDecided: followUp.followUpDecided,
  followUpProgressed: followUp.followUpProgressed,
  statusNotified: followUp.statusNotified,
  caseClosed: followUp.caseClosed,
  employeeLeft: followUp.employeeLeft,
  assessorReplaced: followUp.assessorReplaced,
  copyReleased: followUp.copyReleased,
  copyAcknowledged: followUp.copyAcknowledged,
  postHandedOver: followUp.postHandedOver,
  actCorrected: followUp.actCorrected,
};

/** Fields of an act type, free of its content's type. */
export const fieldsOf = (type: ActType): readonly Field[] => fieldTables[type];
