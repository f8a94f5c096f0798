import { actTypeSchema } from '@shared/domain/case/act-type.ts';
import { actBodySchema, attachmentRefSchema, paperSourceSchema } from '@shared/domain/case/body.ts';
import { paperAnswers } from '@shared/domain/case/content/follow-up.ts';
import { startingPoints } from '@shared/domain/case/content/observation.ts';
import { correctionSteps } from '@shared/domain/case/corrections-due.ts';
import { paperEvidences } from '@shared/domain/case/definition.ts';
import { actHashSchema, actOrigins } from '@shared/domain/case/header.ts';
import { deliveryForms } from '@shared/domain/case/routes.ts';
import { id, maxFiles, natural, optionalLine } from '@shared/domain/fields.ts';
import { namedPerson, roleSchema } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { documentSummary } from './document-summary.ts';
import { clockAnswer, clockErrors } from './fields.ts';
import { command, query } from './method.ts';

const caseId = id;

/** An act as a person asks for it; the backend adds keys, refs, facts and time, and signs. */
export const actInput = z.strictObject({
  /** Null together with type `caseOpened` opens a new file. */
  caseId: caseId.nullable(),
  type: actTypeSchema,
  capacity: roleSchema,
  about: actHashSchema.nullable(),
  author: namedPerson,
  authorOffice: optionalLine,
  institution: optionalLine,
  content: z.record(z.string(), z.unknown()),
  attachmentIds: z.array(id).max(maxFiles),
  /** Null: signed in this vault by its holder. Otherwise entered from paper or PDF. */
  paper: paperSourceSchema.nullable(),
  /**
   * The attachment that is the signed document itself (scan or PDF brought back); it then stands as the document of the
   * act.
   */
  signedDocumentId: id.nullable(),
});
export type ActInput = z.infer<typeof actInput>;

/**
 * Acts of one case, each building on those before it; `aboutIndex` names an earlier one of the list that it is about.
 */
const actList = z
  .array(actInput.extend({ aboutIndex: natural.nullable() }))
  .min(1)
  .max(30);
export type ListedAct = z.infer<typeof actList>[number];

const delivery = z.strictObject({ role: roleSchema, form: z.enum(deliveryForms) });

/** A paper that bears a number: where it is. The name is empty where lists name nobody. */
const bearer = z.strictObject({
  caseId: z.string(),
  hash: z.string(),
  type: actTypeSchema,
  number: z.string(),
  date: z.string(),
  employeeName: z.string(),
});

/** Why something cannot be done (or should be looked at): a code, the rule behind it, the act that would help. */
const obstacle = z.strictObject({
  code: z.string(),
  rule: z.string().nullable(),
  satisfiedBy: actTypeSchema.nullable(),
  /** Of a number that is there twice: the other paper that bears it. */
  stands: bearer.optional(),
});
export type Obstacle = z.infer<typeof obstacle>;

/** A field that was refused: where, and which code says why. */
const fieldIssue = z.strictObject({ path: z.array(z.union([z.string(), z.number()])), code: z.string() });

/** What would come of an act, were it signed now. */
export const actCheck = z.strictObject({
  issues: z.array(fieldIssue),
  obstacles: z.array(obstacle),
  warnings: z.array(obstacle),
  /** Who receives what of it. */
  deliveries: z.array(delivery),
});
export type ActCheck = z.infer<typeof actCheck>;

const actView = z.strictObject({
  hash: actHashSchema,
  type: actTypeSchema,
  capacity: roleSchema,
  origin: z.enum(actOrigins),
  facts: z.array(z.string()),
  statedAt: z.string(),
  /** The day on which it was signed, as its signer saw it. */
  statedOn: z.string(),
  /** False: it names no day, and `statedOn` is what it was in the time zone of this computer. */
  isDayTold: z.boolean(),
  recordedAt: z.string(),
  about: actHashSchema.nullable(),
  /** True when the key that signed is this vault's. */
  own: z.boolean(),
  /** True when it is a record for this vault alone: entered in another's name, or built on that. */
  ownRecord: z.boolean(),
  /** Role in which it was entered from paper; null from a vault, and where the act does not say it. */
  enteredAs: roleSchema.nullable(),
  /** Its signer's clock was wrong, and the time of signing corrected by hand (*jam dikoreksi*). */
  clockCorrected: z.boolean(),
  /**
   * What its named author says of an act from paper: `waiting` has no effect before the answer, `unconfirmed` has.
   * Null where nobody is known to ask and nobody has answered.
   */
  confirmation: z.enum(['waiting', 'unconfirmed', ...paperAnswers]).nullable(),
  /** Entered by somebody else in the holder's name: the holder says whether it is true. */
  inMyName: z.boolean(),
  /** Of a correction of identity: whether the holder takes it for the same person; `open` before the answer. */
  identity: z.enum(['open', 'same', 'other']).nullable(),
  keyFingerprint: z.string(),
  /** Whose key signed or entered it, by the directory; null where it knows nobody. */
  signer: z.string().nullable(),
  /** Null when the signature and the commitment hold. */
  damage: z.string().nullable(),
  /** Set when the act has no effect in the fold (its code says why). */
  withoutEffect: z.string().nullable(),
  /** What its author wrote; files are in `files`, under ids of this vault. */
  body: actBodySchema.omit({ attachments: true }).nullable(),
  files: z.array(attachmentRefSchema),
  /** Names of its attachments in the order of its body, also of those that are not here. */
  attachmentNames: z.array(z.string()),
  /** Its parts are committed to one by one: a copy can leave one out and prove the others. */
  byParts: z.boolean(),
  /** Content after the latest correction; equal to `body.content` when nothing was corrected. */
  currentContent: z.record(z.string(), z.unknown()).nullable(),
  correctedBy: actHashSchema.nullable(),
  /** Another paper of the same office that bears its number; absent: none that this vault has. */
  numberAlsoOn: bearer.optional(),
  deliveries: z.array(delivery),
  documentKind: z.string().nullable(),
});
export type ActView = z.infer<typeof actView>;

const availableAct = z.strictObject({
  type: actTypeSchema,
  /** Roles in which someone may author it now. */
  capacities: z.array(roleSchema),
  /** Roles among them that the holder has: may sign here. Empty: only from paper. */
  ownCapacities: z.array(roleSchema),
  obstacles: z.array(obstacle),
  rule: z.string(),
  /** Acts that it may be about; empty when it is about none. */
  about: z.array(actHashSchema),
  /** Whether a scan must be attached when entered from paper, or whether that is no way at all. */
  paperEvidence: z.enum(paperEvidences),
  /** By field: codes that the file lets no such act say; its form does not offer them. */
  notOffered: z.record(z.string(), z.array(z.string())),
});
export type AvailableAct = z.infer<typeof availableAct>;
const openingView = availableAct.extend({ startsFrom: z.enum(startingPoints) });
export type OpeningView = z.infer<typeof openingView>;

const phase = z.string();

export const caseSummary = z.strictObject({
  caseId,
  employeeName: z.string(),
  /** Masked; the full number is shown in the opened file alone. */
  nipMasked: z.string(),
  unit: z.string(),
  assessorName: z.string(),
  period: z.string(),
  phase,
  closed: z.boolean(),
  listNumber: z.string(),
  counsellorKind: z.string().nullable(),
  nextDue: actTypeSchema.nullable(),
  /** The holder may do what is due. */
  waitsForHolder: z.boolean(),
  /** Acts of which the holder owes the employee a copy, who need not ask for it. */
  copiesDue: z.array(z.strictObject({ hash: actHashSchema, type: actTypeSchema, since: z.string() })),
  /** Requests that an act be corrected which the holder has to answer, and corrections to make (law: rectify). */
  correctionsDue: z.array(z.strictObject({ type: z.enum(correctionSteps), since: z.string() })),
  nextSession: z.strictObject({ date: z.string(), startTime: z.string(), zone: z.string() }).nullable(),
  openedAt: z.string(),
  lastActAt: z.string(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseView = z.strictObject({
  summary: caseSummary,
  /** Since when this vault knows that it names the wrong employee: it then names nobody. Null for every other. */
  mistakenAt: z.string().nullable(),
  employee: namedPerson,
  /** The same as all who share the file read it, whatever records for oneself say: by this an act for all begins. */
  employeeForAll: namedPerson,
  assessor: namedPerson,
  assessorSuperior: namedPerson.nullable(),
  institution: z.string(),
  phases: z.array(z.strictObject({ phase, state: z.enum(['done', 'current', 'ahead', 'skipped']) })),
  /** In the order of the fold. */
  acts: z.array(actView),
  available: z.array(availableAct),
  /** Roles that may decide the follow-up of this case, alone or jointly. */
  mayDecide: z.array(roleSchema),
  /** Those whom the decision on the follow-up names and who have not said so themselves. */
  awaitedDeciders: z.array(roleSchema),
  /** Reporting route of the assigned counsellor: who receives the result record. */
  resultReceivers: z.array(roleSchema),
  documents: z.array(documentSummary),
  attachments: z.array(attachmentRefSchema),
});
export type CaseView = z.infer<typeof caseView>;

const actErrors = [
  'unknownCase',
  'unknownAct',
  'unknownAttachment',
  'attachmentIncomplete',
  'contentInvalid',
  'actNotAllowed',
  'roleNotHeld',
  'scanMissing',
  ...clockErrors,
] as const;

/** What acts change: the file and all that is made of files, people whom they name, the draft they came from. */
const changedByActs = ['case', 'overview', 'documents', 'exchange', 'persons', 'competence', 'drafts'] as const;

export const caseContract = {
  'case.list': query({
    input: z.strictObject({}),
    output: z.array(caseSummary),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'case.open': query({
    input: z.strictObject({ caseId }),
    output: caseView,
    errors: ['unknownCase'],
    needs: { session: 'unlocked' },
  }),
  /** Tries an act without recording it. */
  'case.checkAct': query({
    input: actInput,
    output: actCheck,
    errors: ['unknownCase', 'unknownAct', 'unknownAttachment'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Tries a list of acts of one case, as `case.recordActs` records it: each is judged as if those before it were
   * recorded, as far as they are filled in. Answers in the order of the list.
   */
  'case.checkActs': query({
    input: z.strictObject({ acts: actList }),
    output: z.array(actCheck),
    errors: ['unknownCase', 'unknownAct', 'unknownAttachment'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Records one act. A refusal (`actNotAllowed` with `details.codes`, `contentInvalid` with `details.paths`)
   * leaves the databases byte-equal. The draft it came from is discarded afterwards.
   */
  'case.recordAct': command({
    input: actInput.extend({ draftId: z.string().nullable(), clock: clockAnswer }),
    output: z.strictObject({ caseId, hash: actHashSchema }),
    errors: actErrors,
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: changedByActs,
  }),
  /** Records several acts of one case in one transaction, e.g. a paper report with all that it builds on. */
  'case.recordActs': command({
    input: z.strictObject({
      acts: actList,
      draftId: z.string().nullable(),
      clock: clockAnswer,
    }),
    output: z.strictObject({ caseId, hashes: z.array(actHashSchema) }),
    errors: actErrors,
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: changedByActs,
  }),
  /** The holder's answer to a correction of identity; it counts here alone, and can be given anew. */
  'case.answerIdentity': command({
    input: z.strictObject({ hash: actHashSchema, same: z.boolean() }),
    output: z.strictObject({}),
    errors: ['unknownAct'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['case', 'overview', 'documents', 'exchange', 'persons', 'competence'],
  }),
  /** From where a file may begin, and who of this holder's roles may open it so. */
  'case.openings': query({
    input: z.strictObject({}),
    output: z.array(openingView),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
