import { z } from 'zod';
import { day, optionalDay, optionalLine, optionalText, ownCode, requiredLine, requiredText } from '../../fields.ts';
import { namedPerson, type Role, roleSchema } from '../../identity/person.ts';
import { leftOutParts } from '../left-out.ts';
import { disputes } from './disputes.ts';
import { documentNumber, numberReason } from './fields.ts';

/**
 * Follow-ups that PermenPANRB 8/2021 lists (law: followUpList); an institution may add its own codes in the settings.
 */
export const followUpKinds = [
  'guidance',
  'training',
  'specialAssignment',
  'transferProposal',
  'disciplineRecommendation',
] as const;

/** One chosen follow-up. */
const followUpItem = z.strictObject({
  /** Code of the reference list. */
  kind: ownCode,
  reason: requiredText,
  personInCharge: requiredLine,
  dueDate: optionalDay,
  /** It weighs on the employee, whose answer is asked for before it is decided (law: burdensome). */
  burdensome: z.boolean().default(false),
});

/** Follow-ups of the list that weigh on the employee where the settings name no others (law: burdensome). */
export const burdensomeKinds: readonly string[] = ['transferProposal', 'disciplineRecommendation'];

/** Most follow-ups that one decision chooses. */
export const maxFollowUps = 20;

/**
 * Who may decide the follow-up at all, alone or jointly (law: followUp); who of them in a given case is the table's.
 */
export const deciderRoles = [
  'assessorSuperior',
  'authorisedOfficial',
  'personnelHead',
] as const satisfies readonly Role[];

/** Penentuan tindak lanjut, by one or jointly by several who may decide. */
export const followUpDecided = z.strictObject({
  date: day,
  number: documentNumber,
  numberReason,
  items: z.array(followUpItem).min(1).max(maxFollowUps),
  /** Everyone who decides, the author included. */
  deciders: z
    .array(z.strictObject({ role: roleSchema, person: namedPerson }))
    .min(1)
    .max(deciderRoles.length),
  /** The report that a recommendation of discipline stands on (law: disciplineBasis). */
  reportNumber: documentNumber.default(''),
  reportDate: optionalDay.default(''),
  /** When the employee was asked for an answer, and what it was; empty: none came (law: burdensome). */
  employeeAskedOn: optionalDay.default(''),
  employeeAnswer: optionalText.default(''),
  /** The way of objection, as the institution has set it. */
  objection: optionalText.default(''),
});

/** Whoever the decision names as deciding too says so: "ikut menentukan" (law: followUp). */
export const followUpJoined = z.strictObject({ date: day, remark: optionalText });

export const followUpStates = ['ongoing', 'done', 'dropped'] as const;

/** How one follow-up goes on. */
export const followUpProgressed = z.strictObject({
  date: day,
  /** Index into the items of the decision that the act is about. */
  item: z
    .number()
    .int()
    .min(0)
    .max(maxFollowUps - 1),
  state: z.enum(followUpStates),
  remark: optionalText,
});

/**
 * `concluded` says after a positive decision that it is over, and not how; `counselled` and `followedUp` are of
 * version 0.3 and made no more.
 */
export const statuses = ['notCounselled', 'concluded', 'closed', 'counselled', 'followedUp'] as const;
/** Statuses and reasons that version 0.3 told, which no act of now tells. */
export const pastStatuses: readonly string[] = ['counselled', 'followedUp'];

/** The bare status that the personnel unit and the assessor learn, whatever the route. */
export const statusNotified = z.strictObject({
  date: day,
  status: z.enum(statuses),
});

/** `followedUp` is of version 0.3: `concluded` took its place, whatever came out. */
export const closingReasons = [
  'behaviourChanged',
  'notCounselled',
  'concluded',
  'employeeLeft',
  'other',
  'followedUp',
] as const;

/** End of the file. */
export const caseClosed = z.strictObject({
  date: day,
  reason: z.enum(closingReasons),
  remark: optionalText,
});

/** "Salah orang": the file names the wrong employee. Nothing but the day, so that nothing in it names anybody. */
export const employeeMistaken = z.strictObject({ date: day });

export const leavingKinds = ['moved', 'retired', 'resigned', 'died', 'other'] as const;

/** The employee moved, retired, resigned or died. */
export const employeeLeft = z.strictObject({
  date: day,
  kind: z.enum(leavingKinds),
  destination: optionalLine,
});

/** How somebody holds a post: for good, or as Plt or Plh. */
export const tenures = ['definitive', 'plt', 'plh'] as const;

/** Another person assesses from now on. */
export const assessorReplaced = z.strictObject({
  date: day,
  assessor: namedPerson,
  kind: z.enum(tenures),
  assessorIsHead: z.boolean(),
});

/** Salinan untuk Pegawai: each release is logged (law: copy). */
export const copyReleased = z.strictObject({
  date: day,
  releasedTo: requiredLine,
  copyNumber: optionalLine,
  acknowledged: z.boolean(),
  /** Names of the parts that the copy leaves out; absent: none, as in version 0.3, which had no such choice. */
  leftOut: leftOutParts.optional(),
  /** What the employee holds against the act, whose correction was refused (law: rectify); absent: nothing. */
  disputes: disputes.optional(),
});

/** What the named author says of an act from paper, and how the head or the official settles a denial. */
export const paperAnswers = ['confirmed', 'denied', 'stands', 'withdrawn'] as const;
export type PaperAnswer = (typeof paperAnswers)[number];

/** "Benarkah ini pernyataan Anda?": an answer to what somebody entered from paper in one's name (law: answered). */
export const paperAnswered = z.strictObject({ date: day, answer: z.enum(paperAnswers), note: optionalText });

/** The employee confirms that a copy was received, with an answer if wanted (law: copy). */
export const copyAcknowledged = z.strictObject({ date: day, response: optionalText });

/** The employee asks that an act be corrected, by a copy of it: what is wrong and what it should say (law: rectify). */
export const correctionRequested = z.strictObject({ date: day, request: requiredText });

export const correctionAnswers = ['accepted', 'refused'] as const;
export type CorrectionAnswer = (typeof correctionAnswers)[number];

/** The unit answers: the author corrects, or the act stays as it is, for a reason (law: rectify). */
export const correctionAnswered = z.strictObject({
  date: day,
  answer: z.enum(correctionAnswers),
  reason: optionalText,
});

/** Posts that can pass to somebody else while a case runs; the assessor's has an act of its own. */
export const handedOverPosts = ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'assessorSuperior'] as const;

/** Serah terima: another person holds a post from now on and gets the file (law: handover). */
export const postHandedOver = z.strictObject({
  date: day,
  post: z.enum(handedOverPosts),
  successor: namedPerson,
  remark: optionalText,
});

/**
 * Corrects the content of the act that it is about; the corrected content obeys that act's schema and keeps its facts.
 */
export const actCorrected = z.strictObject({
  date: day,
  reason: requiredText,
  content: z.record(z.string(), z.unknown()),
});
