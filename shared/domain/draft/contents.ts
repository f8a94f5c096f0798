import { z } from 'zod';
import { attachmentRefSchema, paperMedia, signedMedia } from '../case/body.ts';
import { evaluationContent, evaluationSignings } from '../competence/evaluation.ts';
import { planOutcomes } from '../competence/plan.ts';
import { coachInput } from '../guidance/coach.ts';
import {
  acknowledgements,
  coachingFormDraft,
  mentoringForms,
  mentoringPlanDraft,
} from '../guidance/record-contents.ts';
import { guidanceFile, leaderBases } from '../guidance/working-file.ts';
import { revocationReasons } from '../identity/directory.ts';
import { namedPerson, roleSchema } from '../identity/person.ts';
import { programmeSetting } from '../programme/elements.ts';
import { erasureApproval, erasureExecution, freezeReasons, holdings } from '../retention/erasure.ts';
import { incidentAccount, incidentKinds } from '../retention/incident.ts';
import { retentionSchedule } from '../retention/schedule.ts';
import { typed } from './typed.ts';

// What the pages keep while somebody types, where that is more than the content that they make in the end.

/** Whether an act is signed in this vault, or entered from paper. */
export const signingModes = ['here', 'paper'] as const;

/** A person as typed so far: nothing is required yet. */
export const typedPerson = typed(namedPerson);
const content = z.record(z.string(), z.unknown());
const file = typed(attachmentRefSchema);

/** The form of an act. */
export const actForm = z.strictObject({
  mode: z.enum(signingModes),
  capacity: roleSchema,
  author: typedPerson,
  authorOffice: z.string(),
  content,
  attachments: z.array(file),
  medium: z.enum(paperMedia),
  documentNumber: z.string(),
  documentDate: z.string(),
  remark: z.string(),
  scan: file.nullable(),
});

/** The content of the opening of a case. */
export const caseOpening = content;

/** A page that registers signed papers: the file's people, the paper's content, its files. */
export const paperForm = z.strictObject({
  people: content,
  paper: content,
  medium: z.enum(paperMedia),
  scan: file.nullable(),
  evidence: z.array(file),
  /** Who signed the paper, where that is not one of the people; null otherwise. */
  signer: content.nullable(),
  signerRole: z.string(),
  register: z.boolean(),
  listNumber: z.string(),
});

/** What an employee says of a copy: its receipt, an answer, or what is to be corrected in the act. */
export const ownWords = z.strictObject({ date: z.string(), response: z.string() });

const span = z.strictObject({ role: roleSchema, from: z.string(), to: z.string().nullable() });
/** Roles that are being typed, with those that the directory had when that began. */
export const spans = z.strictObject({ spans: z.array(span), before: z.array(span) });

/** What is chosen to certify a card. */
export const certification = z.strictObject({
  /** Null: as the directory or the card says. */
  roles: spans.nullable(),
  /** Whom the publisher says it is; null: somebody new. */
  entryId: z.string().nullable(),
  reason: z.enum(revocationReasons).nullable(),
});

/** Whom the publisher invites. */
export const invitation = z.strictObject({ person: typedPerson, roles: z.array(roleSchema) });

/** Somebody of the register of coaches and mentors. */
export const coach = z.strictObject({ coach: typed(coachInput), archived: z.boolean() });

/** Working papers, under the revision that they were opened with. */
export const workingFile = z.strictObject({ revision: z.number(), file: typed(guidanceFile) });

/** Who is typed in as another participant and not added yet. */
const participantTyped = typedPerson.nullable().default(null);

/** A coaching or mentoring on one page. */
export const quickGuidance = z.strictObject({
  topic: z.string(),
  period: z.string(),
  leader: typedPerson.nullable(),
  /** A draft of before this was asked has the usual one. */
  leaderBasis: z.enum(leaderBases).default('ownSuperior'),
  participants: z.array(typedPerson),
  participantTyped,
  date: z.string(),
  minutes: z.number().nullable(),
  place: z.string(),
  form: typed(coachingFormDraft),
  plan: typed(mentoringPlanDraft),
  forms: z.array(z.enum(mentoringForms)),
  log: z.array(
    z.strictObject({
      date: z.string(),
      activity: z.string(),
      result: z.string(),
      minutes: z.number().nullable(),
    }),
  ),
});

/** Who begins a whole file with whom, and what about. */
export const guidanceStart = z.strictObject({
  topic: z.string(),
  leaderBasis: z.enum(leaderBases),
  assignment: z.string(),
  /** A draft of before this was asked says nothing. */
  qualification: z.string().default(''),
  leader: typedPerson.nullable(),
  participants: z.array(typedPerson),
  participantTyped,
});

/**
 * What an employee writes alone: the four fields before a coaching, and the six of a mentoring; where it begins a file
 * of the employee's own, with its topic and who leads (a draft of before these were kept has none).
 */
export const writtenRecord = typed(
  z.strictObject({
    topic: z.string().default(''),
    leader: typedPerson.nullable().default(null),
    date: z.string(),
    ...coachingFormDraft.pick({ progress: true, problem: true, cause: true, alternatives: true }).shape,
    ...mentoringPlanDraft.shape,
  }),
);

/** Feedback for a case, with the employee's answer. */
export const feedbackSummary = z.strictObject({
  kind: z.literal('feedbackSummary'),
  date: z.string(),
  summary: z.string(),
  purpose: z.string(),
  shownOn: z.string(),
  response: z.string(),
  acknowledgement: z.enum(acknowledgements),
  place: z.string(),
});

const judgedResult = evaluationContent.shape.results.element;
/**
 * An evaluation of a plan: a line has no outcome until somebody chooses one. Drafts of version 0.3 have the name of the
 * official, its office, the day and the results alone.
 */
export const evaluation = typed(
  z.strictObject({
    date: z.string(),
    official: z.string(),
    officialNip: z.string().default(''),
    office: z.string(),
    results: z.array(judgedResult.extend({ outcome: z.enum(planOutcomes).nullable() })),
    conclusion: z.string().default(''),
    /** Why it takes the place of an earlier one. */
    why: z.string().default(''),
    /** Null: as the role of the holder has it. */
    signing: z.enum(evaluationSignings).nullable().default(null),
    medium: z.enum(signedMedia).default('ink'),
    signedOn: z.string().default(''),
    files: z.array(file).default([]),
  }),
);

/** Why something is taken back. */
export const reason = z.strictObject({ reason: z.string() });

/** A question of one's own to a coaching session. */
export const question = z.strictObject({ question: z.string() });

/** An element of the programme, with its files by name. */
export const programmeElement = z.strictObject({ setting: typed(programmeSetting), files: z.array(file) });

/** What a vault holds, and how long, as far as it is chosen. */
export const retention = z.strictObject({ holding: z.enum(holdings).nullable(), schedule: typed(retentionSchedule) });

/** Why a file is frozen. */
export const freeze = z.strictObject({ reason: z.enum(freezeReasons), note: z.string() });

/** What others may know now, and what is told of it. */
export const incident = z.strictObject({
  kind: z.enum(incidentKinds),
  packageId: z.string(),
  until: z.string(),
  account: typed(incidentAccount),
});

/** The letter by which an erasure was approved. */
export const approval = typed(erasureApproval);

/** How an erasure is carried out. */
export const execution = typed(erasureExecution);
