import { actTypeSchema } from '@shared/domain/case/act-type.ts';
import { anyContent } from '@shared/domain/case/body.ts';
import { actHashSchema } from '@shared/domain/case/header.ts';
import { carriedForms } from '@shared/domain/case/routes.ts';
import { actVoice } from '@shared/domain/case/voice.ts';
import { id, maxFiles, optionalLine, text } from '@shared/domain/fields.ts';
import { recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { personInput, roleSchema } from '@shared/domain/identity/person.ts';
import { publicPersonSchema } from '@shared/domain/identity/public-person.ts';
import { packageKinds, partLimits } from '@shared/domain/package/manifest.ts';
import { heldCodes } from '@shared/domain/package/review.ts';
import { semester } from '@shared/domain/programme/semester.ts';
import { z } from 'zod';
import { fileToken, maxRemark } from './fields.ts';
import { command, exportErrors, query } from './method.ts';
import { packageNotices } from './package-verdict.ts';

const caseId = id;
const entryId = id;
const packageId = id;
const form = z.enum(carriedForms);
/** Bytes of one part for e-mail; null: one file. */
const partBytes = z.number().int().min(partLimits.bytes).max(100_000_000).nullable();

/** Whoever is behind a key. */
export const peer = z.strictObject({
  entryId: entryId.nullable(),
  person: publicPersonSchema.nullable(),
  roles: z.array(roleSchema),
  keyFingerprint: z.string(),
});
export type Peer = z.infer<typeof peer>;

/** An act as people are shown what a package carries. */
export const carriedAct = z.strictObject({
  hash: actHashSchema,
  type: actTypeSchema,
  ...actVoice,
  form,
  /** The day on which it was signed, as its signer saw it. */
  statedOn: z.string(),
});
export type CarriedAct = z.infer<typeof carriedAct>;
const carriedFile = z.strictObject({
  name: z.string(),
  size: z.number().int(),
  kind: z.enum(['attachment', 'document']),
});

/** Two who may be one person: whom an act names, and a member of the directory. */
export const alike = z.strictObject({
  person: personInput,
  entryId,
  known: publicPersonSchema,
  /** True when the member is the holder of this vault. */
  self: z.boolean(),
});
export type Alike = z.infer<typeof alike>;

const inspection = z.strictObject({
  inspectionId: z.string(),
  /** Null: it can be taken in. */
  held: z.enum(heldCodes).nullable(),
  /** Held, but a person may take it in all the same with `exchange.importHeld`. */
  mayAccept: z.boolean(),
  /** It is kept, sealed, and stands in `exchange.review`. */
  kept: z.boolean(),
  /** Codes of the table (`errors.<code>`) when acts were refused, or when it came first for a duplicate. */
  details: z.array(z.string()),
  /** Who must be told apart before it can be taken in, with `exchange.tellApart`. */
  alike: z.array(alike),
  notices: z.array(z.enum(packageNotices)),
  kind: z.enum(packageKinds).nullable(),
  packageId: packageId.nullable(),
  sender: peer.nullable(),
  /** By which directory sender and authors are known, and since when; null where none is trusted or asked. */
  directory: z.strictObject({ institution: z.string(), issuedAt: z.string(), own: z.boolean() }).nullable(),
  createdAt: z.string().nullable(),
  caseId: caseId.nullable(),
  employeeName: z.string().nullable(),
  /** A case that this vault does not have yet. */
  newCase: z.boolean(),
  /** Acts that this vault does not have yet, or of which it has the header alone. */
  acts: z.array(carriedAct),
  files: z.array(carriedFile),
  /** The act that a draft is for. */
  draftType: actTypeSchema.nullable(),
  /** A record of coaching or mentoring. */
  guidance: z
    .strictObject({
      kind: z.enum(recordKinds),
      topic: z.string(),
      leader: z.string(),
      participants: z.array(z.string()),
      signedBy: z.array(z.string()),
      /** The holder of this vault is asked to sign it. */
      asksForMine: z.boolean(),
    })
    .nullable(),
  /** Of files that were erased at the sender's: those that are asked about, and those that are answered. */
  erasure: z.strictObject({ asks: z.number().int(), answers: z.number().int() }).nullable(),
  /** Figures of a programme: of which half-year, and of how many units. */
  figures: z.strictObject({ period: semester, units: z.number().int() }).nullable(),
  /** Of our packages, those that it confirms. */
  confirms: z.number().int(),
});
export type Inspection = z.infer<typeof inspection>;

const imported = z.strictObject({
  packageId,
  caseId: caseId.nullable(),
  acts: z.number().int(),
  files: z.number().int(),
  draftId: z.string().nullable(),
  guidanceId: z.string().nullable(),
});
/** After these there is nothing left to be taken in: the files have to be looked at once more. */
export const importErrors = ['unknownInspection', 'packageHeld', 'packageUnreadable', 'packageTampered'] as const;

const leaving = z.strictObject({
  /** Acts that would leave. */
  acts: z.array(carriedAct),
  /** Attachments and signed papers that go along. */
  files: z.array(carriedFile),
  /** Bytes of these files. */
  bytes: z.number().int(),
});
export type Leaving = z.infer<typeof leaving>;

const receiver = z.strictObject({
  entryId,
  person: publicPersonSchema,
  /** Roles in which the person takes part in this case. */
  roles: z.array(roleSchema),
  /** What would leave now. */
  ...leaving.shape,
  /** What would leave with all that has no receipt yet; null when nothing waits for one. */
  again: leaving.nullable(),
  /** Acts of the case that stay here. */
  withheld: z.array(z.strictObject({ hash: actHashSchema, type: actTypeSchema, form: z.enum(['header', 'nothing']) })),
  /** Sent, no receipt yet. */
  unconfirmed: z.number().int(),
  /** Latest package that the person is known to have taken in; null: none. */
  lastReceivedAt: z.string().nullable(),
  /** The vault has shown the formats of version 0.3 alone: it refuses acts of now, unread. */
  olderProgram: z.boolean(),
});
export type OutboxReceiver = z.infer<typeof receiver>;

const outboxCase = z.strictObject({
  caseId,
  /** Empty for an employee's own copies, and for a file about the wrong employee. */
  employeeName: z.string(),
  /** True for a file about the wrong employee. */
  mistaken: z.boolean(),
  receivers: z.array(receiver),
  /** Posts that are due something and that several persons hold, or nobody with a vault. */
  unresolved: z.array(
    z.strictObject({
      role: roleSchema,
      candidates: z.array(z.strictObject({ entryId, person: publicPersonSchema })),
    }),
  ),
});
export type OutboxCase = z.infer<typeof outboxCase>;

/** An act as it was drafted for somebody else's signature. */
export const draftContent = z.strictObject({
  type: actTypeSchema,
  about: actHashSchema.nullable(),
  authorOffice: optionalLine,
  institution: optionalLine,
  content: anyContent,
  attachmentIds: z.array(id).max(maxFiles),
  remark: text(maxRemark),
});
export type DraftContent = z.infer<typeof draftContent>;

/** What comes of sealing: whether it was saved, and as what. */
export const sealed = z.strictObject({
  saved: z.boolean(),
  packageId: packageId.nullable(),
  files: z.array(z.string()),
});
const sealErrors = [
  'noDirectory',
  'notCertified',
  'roleNotCertified',
  'unknownCase',
  'unknownEntry',
  'nothingToSend',
  'copyWithoutDocument',
  'unknownAttachment',
  'draftNotForReceiver',
  'attachmentNotForReceiver',
  'actTooLarge',
  'draftTooLarge',
  'receiptAwaited',
  ...exportErrors,
] as const;

/** What a package may bring anew: acts with their files, drafts, copies, records, and its sender's directory. */
export const broughtIn = [
  'exchange',
  'case',
  'overview',
  'documents',
  'persons',
  'competence',
  'guidance',
  'programme',
  'directory',
  'office',
  'identity',
  'session',
] as const;

/** Kirim & Terima: what goes out as sealed packages, what comes in, what has arrived. */
export const exchangeContract = {
  /**
   * Opens a package (all of its parts) and checks everything; takes nothing in. One is kept at a time, and what is held
   * stands in `exchange.review` from then on.
   */
  'exchange.inspect': command({
    input: z.strictObject({ fileTokens: z.array(fileToken).min(1).max(partLimits.count) }),
    output: inspection,
    errors: ['unknownToken', 'fileUnreadable'],
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  /** Lets go of an inspected package; with the empty id, of the one that is still being read. */
  'exchange.cancel': command({
    input: z.strictObject({ inspectionId: z.string() }),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Takes in an inspected package, whole or not at all. */
  'exchange.import': command({
    input: z.strictObject({ inspectionId: z.string() }),
    output: imported,
    errors: importErrors,
    needs: { session: 'unlocked' },
    changes: broughtIn,
  }),
  /** Takes in a package with acts of a revoked key or a role that is over, on the own judgement. A change of trust. */
  'exchange.importHeld': command({
    input: z.strictObject({ inspectionId: z.string() }),
    output: imported,
    errors: importErrors,
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: broughtIn,
  }),
  /** Answers whether those of a like name are one (`same`: in the order of `alike`). A change of trust. */
  'exchange.tellApart': command({
    input: z.strictObject({ inspectionId: z.string(), same: z.array(z.boolean()) }),
    output: inspection,
    errors: ['unknownInspection'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['exchange', 'case', 'overview'],
  }),
  /** What could leave now, by case and receiver; of one case all receivers; `caseId` null: all cases. */
  'exchange.outbox': query({
    input: z.strictObject({ caseId: caseId.nullable() }),
    output: z.strictObject({ certified: z.boolean(), cases: z.array(outboxCase) }),
    errors: ['unknownCase'],
    needs: { session: 'unlocked' },
  }),
  /** Says who holds a post for a case. */
  'exchange.chooseReceiver': command({
    input: z.strictObject({ caseId, role: roleSchema, entryId }),
    output: z.strictObject({}),
    errors: ['unknownCase', 'unknownEntry'],
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  /**
   * Seals what a receiver is due and saves it where the system's dialog says. `again`: also what has no receipt yet.
   * What one package does not hold stays due.
   */
  'exchange.seal': command({
    input: z.strictObject({ caseId, entryId, again: z.boolean(), partBytes }),
    output: sealed,
    errors: sealErrors,
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  /** Seals a draft for the receiver's signature, with all that the receiver is due. */
  'exchange.sealDraft': command({
    input: z.strictObject({ caseId, entryId, draft: draftContent, partBytes }),
    output: sealed,
    errors: sealErrors,
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  /** Breaks off the sealing under way, which then answers that nothing was saved. */
  'exchange.cancelSeal': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** A receipt: what this vault has from the person. */
  'exchange.sealReceipt': command({
    input: z.strictObject({ entryId }),
    output: sealed,
    errors: sealErrors,
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  'exchange.drafts': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        draftId: z.string(),
        caseId,
        employeeName: z.string(),
        type: actTypeSchema,
        from: peer,
        at: z.string(),
        remark: z.string(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'exchange.draft': query({
    input: z.strictObject({ draftId: z.string() }),
    output: z.strictObject({ draftId: z.string(), caseId, from: peer, at: z.string(), draft: draftContent }),
    errors: ['unknownDraft'],
    needs: { session: 'unlocked' },
  }),
  /** Takes a received draft off the list: signed, or declined. */
  'exchange.settleDraft': command({
    input: z.strictObject({ draftId: z.string(), state: z.enum(['signed', 'declined']) }),
    output: z.strictObject({}),
    errors: ['unknownDraft'],
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
} as const;
