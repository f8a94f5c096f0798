import { z } from 'zod';

/** Every kind of step (langkah) of a counselling case, in the order in which the law tells them. */
export const actTypes = [
  'caseOpened',
  'feedbackRecorded',
  'problemIdentified',
  'problemCommunicated',
  'changeEvaluated',
  'reportSubmitted',
  'reportReturned',
  'reportRegistered',
  'counsellingDecided',
  'counsellorAssigned',
  'assignmentAnswered',
  'sessionScheduled',
  'sessionRescheduled',
  'consentRecorded',
  'sessionHeld',
  'sessionMissed',
  'referralRecorded',
  'resultSigned',
  'resultReceived',
  'followUpDecided',
  'followUpProgressed',
  'statusNotified',
  'caseClosed',
  'employeeMistaken',
  'employeeLeft',
  'assessorReplaced',
  'paperAnswered',
  'copyReleased',
  'copyAcknowledged',
  'postHandedOver',
  'actCorrected',
  'identityCorrected',
] as const;
export const actTypeSchema = z.enum(actTypes);
export type ActType = z.infer<typeof actTypeSchema>;
