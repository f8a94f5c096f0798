import { attachmentRefSchema, signedMedia } from '@shared/domain/case/body.ts';
import { sessionStates } from '@shared/domain/case/state.ts';
import { day, hash, id, year } from '@shared/domain/fields.ts';
import { coachInput } from '@shared/domain/guidance/coach.ts';
import { guidanceKinds, guidanceRecordSchema } from '@shared/domain/guidance/record.ts';
import { recordContent, recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { guidanceFile, guidanceStatuses } from '@shared/domain/guidance/working-file.ts';
import { z } from 'zod';
import { clockAnswer, clockErrors, revision } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/** Most files of one record's paper. */
export const maxPaperFiles = 50;

/** One party of a record and whether it signed; `party` 0 is the leader. */
const partyView = z.strictObject({
  party: z.number().int(),
  name: z.string(),
  /** The record asks for this signature. */
  required: z.boolean(),
  /** The holder of this vault. */
  own: z.boolean(),
  /** When it signed in a vault; null: it did not. */
  signedAt: z.string().nullable(),
  /** Its clock was wrong then, and the time of signing corrected by hand (*jam dikoreksi*). */
  clockCorrected: z.boolean(),
  keyFingerprint: z.string(),
});
export type RecordParty = z.infer<typeof partyView>;

const recordView = z.strictObject({
  hash,
  /** Null when its bytes are not what was signed: it is shown as damaged and does not count. */
  record: guidanceRecordSchema.nullable(),
  kind: z.enum(recordKinds),
  /** Made here, or came in a package. */
  origin: z.enum(['made', 'received']),
  createdAt: z.string(),
  parties: z.array(partyView),
  /** Signed on paper, or by TTE outside: the scan or PDF is kept. */
  paper: z.strictObject({ medium: z.enum(signedMedia), signedOn: day, attachmentIds: z.array(id) }).nullable(),
  /** Signed by all whom it asks, in vaults or on paper. */
  complete: z.boolean(),
  /** The signed PDF that all signed, once made. */
  documentId: z.string().nullable(),
  /**
   * The one original, a PDF that goes round, as far as it has come: which parties signed it in order, and whose turn it
   * is (null: all have). Null: none is here.
   */
  original: z
    .strictObject({ attachmentId: id, signed: z.array(z.number().int()), turn: z.number().int().nullable() })
    .nullable(),
  /** The holder of this vault may sign the original now: it is the holder's turn, or it was not begun. */
  mayContinue: z.boolean(),
});
export type RecordView = z.infer<typeof recordView>;

const summary = z.strictObject({
  guidanceId: id,
  kind: z.enum(guidanceKinds),
  topic: z.string(),
  leader: z.string(),
  participants: z.array(z.string()),
  unit: z.string(),
  status: z.enum(guidanceStatuses),
  /** Working papers are here; false: only records that came. */
  own: z.boolean(),
  sessionsHeld: z.number().int(),
  /** Date of the next planned session; empty: none. */
  nextSession: z.string(),
  goalsMet: z.number().int(),
  goals: z.number().int(),
  records: z.number().int(),
  unsigned: z.number().int(),
  /** Records that wait for the signature of this vault's holder. */
  waitingForMe: z.number().int(),
  updatedAt: z.string(),
});
export type GuidanceSummary = z.infer<typeof summary>;

const sealed = z.strictObject({ saved: z.boolean(), packageId: id.nullable(), files: z.array(z.string()) });

/** Guidance: working papers that stay here, and records that all sides sign. */
export const guidanceContract = {
  'guidance.list': query({
    input: z.strictObject({}),
    output: z.array(summary),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'guidance.get': query({
    input: z.strictObject({ guidanceId: id }),
    output: z.strictObject({
      guidanceId: id,
      kind: z.enum(guidanceKinds),
      /** Grows with each save; 0 when only records are here. */
      revision: z.number().int(),
      /** Null when only records came: the working papers are somebody else's. */
      file: guidanceFile.nullable(),
      records: z.array(recordView),
      createdAt: z.string(),
      updatedAt: z.string(),
    }),
    errors: ['unknownGuidance'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Writes working papers (`guidanceId` null: new ones). `guidanceChanged` when they were saved elsewhere meanwhile.
   */
  'guidance.save': command({
    input: z.strictObject({ guidanceId: id.nullable(), revision, file: guidanceFile }),
    output: z.strictObject({ guidanceId: id, revision: z.number().int() }),
    errors: ['unknownGuidance', 'guidanceChanged', 'guidanceKindFixed', 'guidanceNotOwn'],
    needs: { session: 'unlocked' },
    changes: ['guidance'],
  }),
  /**
   * Makes a record of what stands in `content`, for the people of the file. `sign`: signed at once by the holder of
   * this vault. A record is never changed; one that nobody signed can be discarded.
   */
  'guidance.makeRecord': command({
    input: z.strictObject({ guidanceId: id, content: recordContent, sign: z.boolean(), clock: clockAnswer }),
    output: z.strictObject({ hash }),
    errors: [
      'unknownGuidance',
      'guidanceNotOwn',
      'recordOfOtherKind',
      'adjustmentNotLeader',
      'notAParty',
      'roleNotHeld',
      'recordTooLarge',
      'tooManyRecords',
      ...clockErrors,
    ],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['guidance'],
  }),
  /**
   * Signs as the party that the holder of this vault is: the record, and its original where it is the holder's turn. A
   * record that the holder signed before is signed no second time, its original is.
   */
  'guidance.signRecord': command({
    input: z.strictObject({ hash, clock: clockAnswer }),
    output: z.strictObject({}),
    errors: [
      'unknownRecord',
      'recordDamaged',
      'notAParty',
      'roleNotHeld',
      'alreadySigned',
      'recordComplete',
      'printFailed',
      ...clockErrors,
    ],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['guidance', 'documents'],
  }),
  /**
   * The record was signed by hand or by TTE outside; scans or the PDF are kept with it. By TTE each file is a PDF with
   * a signature that holds, and none that carries another record.
   */
  'guidance.addPaper': command({
    input: z.strictObject({
      hash,
      medium: z.enum(signedMedia),
      signedOn: day,
      attachmentIds: z.array(id).min(1).max(maxPaperFiles),
    }),
    output: z.strictObject({}),
    errors: [
      'unknownRecord',
      'recordDamaged',
      'unknownAttachment',
      'recordComplete',
      'paperNotSigned',
      'paperDamaged',
      'paperOfOther',
    ],
    needs: { session: 'unlocked' },
    changes: ['guidance'],
  }),
  /** Removes a record that nobody signed. */
  'guidance.discardRecord': command({
    input: z.strictObject({ hash }),
    output: z.strictObject({}),
    errors: ['unknownRecord', 'recordSigned'],
    needs: { session: 'unlocked' },
    changes: ['guidance'],
  }),
  /**
   * A paper to look at, print or export (`documents.readView`, `print`, `exportView`): a blank form (`source` null),
   * what is written so far, or a record as it stands.
   */
  'guidance.prepare': command({
    input: z.strictObject({
      kind: z.enum(recordKinds),
      source: z
        .union([
          z.strictObject({ hash }),
          z.strictObject({ guidanceId: id, content: z.record(z.string().max(40), z.unknown()) }),
        ])
        .nullable(),
    }),
    output: z.strictObject({ viewId: z.string(), size: z.number().int() }),
    errors: ['unknownGuidance', 'unknownRecord', 'recordDamaged', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * The paper of plan, measure and evaluation for a leader who is no party: made of the working papers as saved, looked
   * at, printed or exported as the other unsigned papers are. It holds nothing of a session.
   */
  'guidance.prepareOverview': command({
    input: z.strictObject({ guidanceId: id }),
    output: z.strictObject({ viewId: z.string(), size: z.number().int() }),
    errors: ['unknownGuidance', 'guidanceNotOwn', 'recordOfOtherKind', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** The signed PDF of a complete record that the holder signed; made, signed (PAdES) and kept at the first call. */
  'guidance.documentOf': command({
    input: z.strictObject({ hash }),
    output: z.strictObject({ documentId: z.string() }),
    errors: ['unknownRecord', 'recordDamaged', 'recordIncomplete', 'notAParty', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: ['guidance', 'documents'],
  }),
  /** Parties of a record who have a vault: to whom it can be sealed. */
  'guidance.receivers': query({
    input: z.strictObject({ hash }),
    output: z.strictObject({
      certified: z.boolean(),
      receivers: z.array(
        z.strictObject({
          entryId: id,
          name: z.string(),
          party: z.number().int(),
          signed: z.boolean(),
          /**
           * The vault has shown version 0.3 alone, which refuses new fields, reports of learning communities and
           * magang, or a signature with a corrected clock: here is one.
           */
          olderProgram: z.boolean(),
        }),
      ),
    }),
    errors: ['unknownRecord'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Seals one record with all its signatures for one of its parties; `original`: with its original, which version 0.3
   * does not take. Working papers never leave.
   */
  'guidance.seal': command({
    input: z.strictObject({ hash, entryId: id, original: z.boolean().optional() }),
    output: sealed,
    errors: [
      'unknownRecord',
      'recordDamaged',
      'noDirectory',
      'notCertified',
      'roleNotCertified',
      'unknownEntry',
      'recordNotSignedHere',
      ...exportErrors,
    ],
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
  /** Sessions of all files in a range of days. */
  'guidance.calendar': query({
    input: z.strictObject({ from: day, to: day }),
    output: z.array(
      z.strictObject({
        guidanceId: id,
        sessionId: id,
        kind: z.enum(guidanceKinds),
        label: z.string(),
        state: z.enum(sessionStates),
        date: z.string(),
        startTime: z.string(),
        zone: z.string(),
        minutes: z.number().int().nullable(),
        place: z.string(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Saves planned sessions as iCalendar; neutral titles, no names. `guidanceId` null: of all files. */
  'guidance.exportCalendar': command({
    input: z.strictObject({ guidanceId: id.nullable() }),
    output: z.strictObject({ saved: z.boolean(), count: z.number().int() }),
    errors: ['unknownGuidance', 'nothingPlanned', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** What is due by `today` and in the week after it. */
  'guidance.reminders': query({
    input: z.strictObject({ today: day }),
    output: z.array(
      z.strictObject({
        guidanceId: id,
        kind: z.enum(['session', 'action', 'goal', 'evaluation', 'signature']),
        date: z.string(),
        label: z.string(),
        topic: z.string(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'guidance.coaches': query({
    input: z.strictObject({ includeArchived: z.boolean().optional() }),
    output: z.array(
      coachInput.extend({
        coachId: id,
        archived: z.boolean(),
        /** Year for which training was put into a plan; null: none. */
        trainingPlanned: year.nullable(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'guidance.saveCoach': command({
    input: z.strictObject({ coachId: id.nullable(), coach: coachInput, archived: z.boolean() }),
    output: z.strictObject({ coachId: id }),
    errors: ['unknownCoach', 'coachListed'],
    needs: { session: 'unlocked' },
    changes: ['guidance'],
  }),
  /** Figures of a year for monitoring and evaluation, of the whole vault: by unit they would point at people. */
  'guidance.figures': query({
    input: z.strictObject({ year }),
    output: z.strictObject({
      sessionsByMonth: z.array(
        z.strictObject({ month: z.string(), coaching: z.number().int(), mentoring: z.number().int() }),
      ),
      /** Goals due in the year, by state. */
      goals: z.strictObject({
        open: z.number().int(),
        met: z.number().int(),
        partly: z.number().int(),
        notMet: z.number().int(),
      }),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * What a complete feedback summary gives for an act "umpan balik" in a case, which a person still reads and signs
   * there; its paper is copied among the case's files. Nothing else of coaching or mentoring can go into a case.
   */
  'guidance.toCase': query({
    input: z.strictObject({ hash, caseId: id }),
    output: z.strictObject({
      content: z.strictObject({
        date: z.string(),
        source: z.literal('assessor'),
        sourceName: z.string(),
        content: z.string(),
      }),
      attachments: z.array(attachmentRefSchema),
    }),
    errors: [
      'unknownRecord',
      'recordDamaged',
      'unknownCase',
      'notAFeedbackSummary',
      'recordIncomplete',
      'recordWithoutPaper',
      'caseOfOtherPerson',
    ],
    needs: { session: 'unlocked' },
  }),
} as const;
