import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { askedOf, blankOf } from '@shared/domain/form/fields.ts';
import type { DraftContent, PrefillContext } from './context.ts';
import * as counselling from './counselling.ts';
import * as followUp from './follow-up.ts';
import * as observation from './observation.ts';
import * as report from './report.ts';

const prefills: Readonly<Record<ActType, (context: PrefillContext) => DraftContent>> = {
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
  identityCorrected: followUp.identityCorrected,
};

/** What the form of an act starts with, from what the file, the settings and the holder already tell. */
export const prefill = (type: ActType, context: PrefillContext): DraftContent => ({
  ...blankOf(askedOf(fieldsOf(type))),
  ...prefills[type](context),
});
