import { actHashSchema } from '@shared/domain/case/header.ts';
import { actVoice } from '@shared/domain/case/voice.ts';
import { certificateFaults } from '@shared/domain/documents/certificate-faults.ts';
import { contentStates, paperMakers, signerStates, verdictNames } from '@shared/domain/documents/verdict.ts';
import { natural, optionalDay, optionalLine } from '@shared/domain/fields.ts';
import { recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { z } from 'zod';
import { actInput } from './case.ts';
import { documentSummary } from './document-summary.ts';
import { fileToken, piece } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/**
 * A record of coaching or mentoring, or the evaluation of a plan, without its words: party 0 is who led it, or who
 * evaluated.
 */
const recordSummary = z.strictObject({
  /** SHA-256 of the record's bytes. */
  hash: actHashSchema,
  kind: z.enum([...recordKinds, 'planEvaluation']),
  signers: z.array(z.strictObject({ party: natural, keyFingerprint: z.string(), clockCorrected: z.boolean() })),
});
export type RecordSummary = z.infer<typeof recordSummary>;

/** What a check of a PDF found; texts are keys of i18n (`documents.finding.<code>`). */
export const documentCheck = z.strictObject({
  /** What the parts below come to, by the table of `domain/documents/verdict.ts`. */
  verdict: z.enum(verdictNames),
  /** Null: no PDF, or too large to be read. */
  content: z.enum(contentStates).nullable(),
  /** Null: no signature of a person. */
  signer: z.enum(signerStates).nullable(),
  maker: z.enum(paperMakers),
  signatures: z.array(
    z.strictObject({
      /** As the certificate says. */
      signer: z.string(),
      /** Whose key it is by the directory or a card; null when neither knows it. */
      holder: z.string().nullable(),
      /** A timestamp (RFC 3161) rather than a person's signature. */
      timestamp: z.boolean(),
      issuer: z.string(),
      /** Certificate issued by its own holder: not certified (law: uncertified). */
      selfIssued: z.boolean(),
      intact: z.boolean(),
      coversWholeFile: z.boolean(),
      validFrom: z.string(),
      validTo: z.string(),
    }),
  ),
  act: z
    .strictObject({
      hash: actHashSchema,
      type: z.string(),
      ...actVoice,
      keyFingerprint: z.string(),
      /** Day of what it tells about; null where it names none. */
      happenedOn: z.string().nullable(),
      /** Day on which it was signed. */
      statedOn: z.string(),
      /** False: it names no day, and `statedOn` is what it was in the time zone of this computer. */
      isDayTold: z.boolean(),
    })
    .nullable(),
  /** What a signed paper of coaching or mentoring, or of the evaluation of a plan, carries. */
  record: recordSummary.nullable(),
  /** Of a copy for the employee: the act that it proves, and the names of the parts that it leaves out. */
  copy: z
    .strictObject({
      hash: actHashSchema,
      type: z.string(),
      ...actVoice,
      keyFingerprint: z.string(),
      /** Whose key signed it, by the directory or a card; null when neither knows it. */
      holder: z.string().nullable(),
      leftOut: z.array(z.string()),
    })
    .nullable(),
  findings: z.array(z.string()),
});
export type DocumentCheck = z.infer<typeof documentCheck>;

const signedAct = z.strictObject({
  ...actVoice,
  /** The day on which it was signed, as its signer saw it. */
  statedOn: z.string(),
  /** False: it names no day, and `statedOn` is what it was in the time zone of this computer. */
  isDayTold: z.boolean(),
  /** Whose key signed, by the directory; null when it knows nobody. */
  holder: z.string().nullable(),
  keyFingerprint: z.string(),
});
/** By whom an act is that a paper shows. */
export type SignedAct = z.infer<typeof signedAct>;

/** A paper as what was signed tells it, and what the file that came is beside it. */
const documentReading = signedAct.extend({
  viewId: z.string(),
  /** Of a copy: the act that was copied; null for any other paper. */
  copied: signedAct.nullable(),
  /** What a check of the file finds; null for a picture or text, which nobody signed. */
  verdict: z.enum(verdictNames).nullable(),
  /** The file carries this act, not another one. */
  carriesAct: z.boolean(),
});
export type DocumentReading = z.infer<typeof documentReading>;

export const documentsContract = {
  /**
   * Makes a PDF to look at, print or export, kept in memory until lock: a blank form, or one prefilled from a
   * draft act (unsigned, for signing outside). `readView` reads it.
   */
  'documents.prepare': command({
    input: z.strictObject({
      form: z.string().max(60),
      caseId: z.string().nullable(),
      /** Null: a blank form. */
      draft: actInput.nullable(),
    }),
    output: z.strictObject({ viewId: z.string(), size: z.number().int() }),
    errors: ['unknownForm', 'unknownCase', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** The signed PDF of an act of this vault; made, signed and stored at the first call. */
  'documents.ofAct': command({
    input: z.strictObject({ hash: actHashSchema }),
    output: documentSummary,
    errors: ['unknownAct', 'noDocumentForAct', 'notSignedHere', 'printFailed'],
    needs: { session: 'unlocked' },
    /** A copy can leave once its document is made. */
    changes: ['documents', 'case', 'exchange'],
  }),
  /**
   * What was signed of a paper that came from somebody else, as this program shows it: made anew from the verified act,
   * and read like a prepared paper. Null: nobody else signed an act behind it, or that act is not whole here.
   */
  'documents.reading': command({
    input: z.strictObject({ documentId: z.string() }),
    output: z.strictObject({ reading: documentReading.nullable() }),
    errors: ['unknownDocument', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  'documents.list': query({
    input: z.strictObject({}),
    output: z.array(documentSummary.extend({ employeeName: z.string() })),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'documents.read': query({
    input: z.strictObject({ documentId: z.string(), ...piece }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array), size: z.number().int() }),
    errors: ['unknownDocument'],
    needs: { session: 'unlocked' },
  }),
  'documents.readView': query({
    input: z.strictObject({ viewId: z.string(), ...piece }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array), size: z.number().int() }),
    errors: ['unknownView'],
    needs: { session: 'unlocked' },
  }),
  /** Prints on paper by the system's dialog. */
  'documents.print': command({
    input: z.strictObject({
      source: z.union([z.strictObject({ viewId: z.string() }), z.strictObject({ documentId: z.string() })]),
    }),
    output: z.strictObject({ printed: z.boolean() }),
    errors: ['unknownDocument', 'unknownView', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Saves an unsigned form outside of the vault (blank, or prefilled for signing outside): its page, or a DOCX in which
   * an office's own system puts number, date and signature.
   */
  'documents.exportView': command({
    input: z.strictObject({ viewId: z.string(), format: z.enum(['pdf', 'docx']).default('pdf') }),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['unknownView', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Saves documents to a file (one) or a folder (several): all or none. */
  'documents.export': command({
    input: z.strictObject({ documentIds: z.array(z.string()).min(1).max(500) }),
    output: z.strictObject({ saved: z.boolean(), count: z.number().int() }),
    errors: ['unknownDocument', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /**
   * Saves a document that was made and signed here with one more signature, by a certificate file (PKCS #12) of the
   * holder's own whose passphrase is typed in the window of confirmation. The document in the vault stays as it is.
   */
  'documents.exportWithCertificate': command({
    input: z.strictObject({ documentId: z.string(), fileToken }),
    output: z.strictObject({
      saved: z.boolean(),
      /** What the certificate says. */
      certificate: z.strictObject({
        holder: z.string(),
        issuer: z.string(),
        validFrom: z.string(),
        validTo: z.string(),
        selfIssued: z.boolean(),
      }),
    }),
    errors: [
      'unknownDocument',
      'documentNotOwn',
      'documentNotWhole',
      'unknownToken',
      'fileUnreadable',
      ...certificateFaults,
      ...exportErrors,
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Checks a PDF among the attachments (signed outside, or one of ours). */
  'documents.check': query({
    input: z.strictObject({ attachmentId: z.string() }),
    output: documentCheck,
    errors: ['unknownAttachment'],
    needs: { session: 'unlocked' },
  }),
  /** Proposes the next number of a series by the institution's template; it is taken when the act is recorded. */
  'documents.proposeNumber': query({
    input: z.strictObject({
      form: z.string().max(60),
      date: optionalDay,
      classification: z.string().max(20),
      /** Office that signs; empty: the position of the holder. */
      signatory: optionalLine.default(''),
    }),
    /** `complete`: every code that the template asks for is set. */
    output: z.strictObject({ number: z.string(), complete: z.boolean() }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
