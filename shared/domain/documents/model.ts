import type { Classification } from '../case/content/fields.ts';
import type { RecordKind } from '../guidance/record-contents.ts';
import type { ErasurePaperKind } from '../retention/erasure.ts';
import type { IncidentPaperKind } from '../retention/incident.ts';
import type { HeldPaperKind } from '../retention/person-held.ts';
import type { PlanPaperKind } from './competence/titles.ts';
import type { DocumentKind, ProgrammePaperKind } from './kind.ts';

/** How much of a paper is filled in: ruled lines alone, what is known so far, or the signed whole. */
export type DocumentForm = 'blank' | 'prefilled' | 'signed';

/** A label with what stands behind it; null is still to be written: `lines` ruled lines. */
export interface FieldBlock {
  readonly block: 'field';
  readonly label: string;
  readonly value: string | null;
  readonly lines: number;
}

/** A row of boxes, ticked where chosen. */
export interface ChoicesBlock {
  readonly block: 'choices';
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly chosen: boolean }[];
}

/** A table with a header row; null cells are still to be written. */
export interface TableBlock {
  readonly block: 'table';
  readonly label: string;
  readonly columns: readonly { readonly label: string /** Share of the width in percent. */; readonly width: number }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Running text. */
export interface TextBlock {
  readonly block: 'text';
  readonly text: string;
}

/** Items of a numbered list. */
export interface ListBlock {
  readonly block: 'list';
  readonly items: readonly string[];
}

export type Block = FieldBlock | ChoicesBlock | TableBlock | TextBlock | ListBlock;

/** A part of the form; an empty heading prints none (letters). */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** Name, NIP, pangkat/golongan ruang, jabatan, unit kerja of one person. */
export interface IdentityColumn {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly value: string | null }[];
}

/** Where somebody signs. */
export interface SignatureBlock {
  /** Place and date, or empty when another block of the paper carries it. */
  readonly placeAndDate: string | null;
  /** Full official title and, where it differs, the office held. */
  readonly titles: readonly string[];
  /**
   * `electronic`: this paper's own signature. `ink`: room to sign by hand. On copies, what is on the original:
   * signed electronically, by hand, or not at all.
   */
  readonly means: 'electronic' | 'ink' | 'copiedElectronic' | 'copiedInk' | 'copiedUnsigned';
  readonly name: string | null;
  readonly nip: string | null;
}

/** Marks a paper as a copy released to the employee. */
export interface CopyMark {
  readonly word: 'SALINAN';
  readonly rows: readonly { readonly label: string; readonly value: string | null }[];
}

/** Everything that one paper shows, free of layout. */
export interface DocumentModel {
  readonly kind:
    | DocumentKind
    | RecordKind
    | 'guidanceOverview'
    | ErasurePaperKind
    | IncidentPaperKind
    | HeldPaperKind
    | PlanPaperKind
    | ProgrammePaperKind;
  readonly form: DocumentForm;
  readonly title: string;
  readonly classification: {
    readonly code: Classification;
    readonly label: string;
    readonly colour: 'red' | 'black';
    /** Number of this copy; empty: not counted. */
    readonly copyNumber: string;
  };
  readonly letterhead: { readonly institution: string; readonly address: string; readonly contact: string };
  /** Number of the document; null: a line to write it; undefined: this kind has none. */
  readonly number?: string | null;
  /** Lines under the title: subject, attachment count, period. */
  readonly meta: readonly { readonly label: string; readonly value: string | null }[];
  readonly addressee: readonly string[];
  readonly identity: readonly IdentityColumn[];
  readonly sections: readonly Section[];
  readonly attachments: readonly string[] | null;
  readonly signatures: readonly SignatureBlock[];
  readonly copy: CopyMark | null;
  /** Those who receive a copy of the paper. */
  readonly distribution: readonly string[];
  /** Address for a neutral envelope on a page of its own; empty: none. */
  readonly envelope: { readonly from: readonly string[]; readonly to: readonly string[]; readonly mark: string } | null;
  readonly notices: readonly string[];
  readonly qr: { readonly text: string; readonly caption: string } | null;
}
