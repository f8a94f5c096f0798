import { z } from 'zod';
import {
  day,
  minutes,
  optionalDay,
  optionalLine,
  optionalText,
  optionalTime,
  optionalZone,
  requiredLine,
  requiredText,
  timeOfDay,
} from '../../fields.ts';
import { namedPerson } from '../../identity/person.ts';
import { classification, documentNumber, numberReason } from './fields.ts';

/** The three kinds of counsellor (law: counsellorKinds). */
export const counsellorKinds = ['independent', 'trainedAssessor', 'counsellingOfficial'] as const;
export type CounsellorKind = (typeof counsellorKinds)[number];

/** Their names as the regulations write them. */
export const counsellorKindTitles: Readonly<Record<CounsellorKind, string>> = {
  independent: 'Konselor independen',
  trainedAssessor: 'Pejabat Penilai Kinerja yang telah memperoleh pelatihan konseling',
  counsellingOfficial: 'Pejabat yang mempunyai fungsi memberikan konseling',
};

/** Penetapan dan penugasan konselor. */
export const counsellorAssigned = z.strictObject({
  date: day,
  number: documentNumber,
  numberReason,
  counsellor: namedPerson,
  kind: z.enum(counsellorKinds),
  /** Proof of training (trained assessor) or of appointment; the paper itself is attached where required. */
  qualification: optionalText,
  /** By which letter the institution appointed an independent counsellor (law: assign). */
  appointmentNumber: documentNumber.default(''),
  appointmentDate: optionalDay.default(''),
  /** Of a counsellor from outside, who has no NIP: number of SIPP, STR or the letter of appointment. */
  licence: optionalLine.default(''),
  duties: requiredText,
  /** First schedule and place, where the letter names them already; else the invitation does. */
  firstDate: optionalDay.default(''),
  firstTime: optionalTime.default(''),
  firstZone: optionalZone,
  firstPlace: optionalLine.default(''),
});

export const assignmentAnswers = ['accepted', 'declined'] as const;

/** The counsellor accepts, declaring that no interests conflict, or declines. */
export const assignmentAnswered = z.strictObject({
  date: day,
  answer: z.enum(assignmentAnswers),
  /** Declaration on conflicts of interest. */
  declaration: requiredText,
});

/** The unit ends an assignment that was accepted: no reason, whoever asked for it (law: alsoAssesses). */
export const assignmentEnded = z.strictObject({ date: day });

const appointment = {
  /** Of the invitation; invitations of before say none: theirs is the day on which they were signed. */
  letterDate: optionalDay.default(''),
  number: documentNumber,
  numberReason,
  date: day,
  startTime: timeOfDay,
  zone: optionalZone,
  minutes,
  place: requiredLine,
  contact: requiredLine,
};
/** Schedule and place of a session, by which an invitation (undangan) is written. */
export const sessionScheduled = z.strictObject(appointment);
/** A new time or place for a session. */
export const sessionRescheduled = z.strictObject(appointment);

export const consents = ['given', 'refused'] as const;
export const consentForms = ['written', 'oral'] as const;

/** Consent of the employee; a refusal is an outcome, without reasons. */
export const consentRecorded = z.strictObject({
  date: day,
  consent: z.enum(consents),
  form: z.enum(consentForms),
  /** Of a counsellor who also assesses: the employee was told so, and of the way to another one (law: alsoAssesses). */
  toldAssesses: z.boolean().default(false),
});

/** A session took place; nothing of what was said. */
export const sessionHeld = z.strictObject({
  date: day,
  startTime: timeOfDay,
  zone: optionalZone,
  minutes,
  place: requiredLine,
});

/** A session did not take place; no reasons. */
export const sessionMissed = z.strictObject({ date: day });

/** To whom the employee may be referred. */
export const referralTargets = ['psychologist', 'doctor', 'other'] as const;

/** Referral to a psychologist, doctor or other help; imminent danger has its own guidance. */
export const referralRecorded = z.strictObject({
  date: day,
  to: z.enum(referralTargets),
  imminentDanger: z.boolean(),
});

/** `completed`: counselling was held. `ended`: refused, missed or referred. */
export const resultOutcomes = ['completed', 'ended'] as const;

/** Most sessions that a result record names. */
export const maxSessions = 100;

/**
 * Rekaman informasi hasil konseling kinerja: only what is needed, no clinical detail. Where the counselling ended
 * (refused, missed or referred) nobody has to state causes or an agreement: that would ask for reasons.
 */
export const resultSigned = z
  .strictObject({
    date: day,
    number: documentNumber,
    numberReason,
    reportNumber: documentNumber,
    reportDate: day,
    sessions: z.array(z.strictObject({ date: day, place: requiredLine })).max(maxSessions),
    outcome: z.enum(resultOutcomes),
    problem: requiredText,
    causes: optionalText,
    agreement: optionalText,
    recommendation: requiredText,
    classification,
  })
  .refine(({ outcome, causes }) => outcome === 'ended' || causes !== '', { error: 'required', path: ['causes'] })
  .refine(({ outcome, agreement }) => outcome === 'ended' || agreement !== '', {
    error: 'required',
    path: ['agreement'],
  });

/** A receiver of the route confirms the result record. */
export const resultReceived = z.strictObject({ date: day });
