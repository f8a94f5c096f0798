import type { ActType } from '../case/act-type.ts';
import type { AttachmentRef, PaperSource } from '../case/body.ts';
import type { Dispute } from '../case/content/disputes.ts';
import type { Classification } from '../case/content/fields.ts';
import type { PersonInput, Role } from '../identity/person.ts';
import type { DocumentForm } from './model.ts';
import type { Office } from './office.ts';

/** The act that a paper shows, as far as it is known. */
export interface ActOnPaper {
  readonly type: ActType;
  readonly capacity: Role;
  /** Day on which it was stated, `YYYY-MM-DD`; empty while it is a draft. */
  readonly statedOn: string;
  /** The clock by which it was signed was wrong, and its time corrected by hand. */
  readonly clockCorrected: boolean;
  /** False: an act of v1, which names no day: it is what it was in the time zone of this computer. */
  readonly isDayTold: boolean;
  readonly author: PersonInput | null;
  /** Office as signed, e.g. "Plt. Kepala Bagian Kepegawaian"; empty: the author's position. */
  readonly authorOffice: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly attachments: readonly Pick<AttachmentRef, 'name' | 'mediaType' | 'size'>[];
  /** How the paper was signed from which it was entered; null for an act signed in a vault. */
  readonly medium: PaperSource['medium'] | null;
}

/** The act that a copy for the employee shows, as far as it does. */
export interface CopiedAct {
  readonly kind: string;
  readonly act: ActOnPaper;
  readonly institution: string;
  /** Words for the parts that are left out. */
  readonly leftOut: readonly string[];
  /** Name of the act that the file proves this by; null where it proves nothing. */
  readonly proof: string | null;
  /** Fingerprint of the key that signed it. */
  readonly keyFingerprint: string;
  /** Of an act from paper: who entered it in which role (null in v1), and from which paper. */
  readonly entered: { readonly as: Role | null; readonly paper: PaperSource } | null;
}

/** As which kind of naskah dinas the office writes what decides: a memo (nota dinas), or a decision (keputusan). */
export type DecidingLayout = 'memo' | 'decision';

/** How the office writes its deciding papers. */
export interface DecidingPapers {
  readonly counselling: DecidingLayout;
  readonly followUp: DecidingLayout;
  /** By what the power to decide was given, cited under "Mengingat"; empty: nothing is cited. */
  readonly authority: string;
}

/** A memo each: what is kept where nothing is set. */
export const firstDecidingPapers: DecidingPapers = { counselling: 'memo', followUp: 'memo', authority: '' };

/** Everything that a paper may draw from. */
export interface DocumentContext {
  readonly form: DocumentForm;
  readonly institution: Office;
  readonly deciding: DecidingPapers;
  /** Used where the act says none of its own. */
  readonly classification: Classification;
  readonly copyNumber: string;
  readonly distribution: readonly string[];
  readonly period: string;
  readonly employee: PersonInput | null;
  readonly assessor: PersonInput | null;
  readonly act: ActOnPaper | null;
  /** Contents of earlier acts of the file that papers quote, by type: the latest in force. */
  readonly related: Readonly<Partial<Record<ActType, Readonly<Record<string, unknown>>>>>;
  /** What the employee disputes in the act (law: rectify); a copy says it itself. */
  readonly disputes: readonly Dispute[];
  /** For the employee's copy alone: the paper that is copied. */
  readonly original: CopiedAct | null;
  /** Indonesian names of codes (conduct list, follow-ups of the institution); a code without one prints itself. */
  readonly labels: Readonly<Record<string, string>>;
  /** Text of the QR; null on papers that no act stands behind yet. */
  readonly qrText: string | null;
  /** The certificate that signs was issued by its own holder. */
  readonly selfIssued: boolean;
}

/** A context that knows nothing: what a blank form is made from, with the institution's letterhead alone. */
export const blankContext = (
  institution: DocumentContext['institution'],
  classification: Classification,
): DocumentContext => ({
  form: 'blank',
  institution,
  deciding: firstDecidingPapers,
  classification,
  copyNumber: '',
  distribution: [],
  period: '',
  employee: null,
  assessor: null,
  act: null,
  related: {},
  disputes: [],
  original: null,
  labels: {},
  qrText: null,
  selfIssued: false,
});
