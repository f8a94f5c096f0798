import type { Classification } from '../case/content/fields.ts';
import type { RecordKind } from '../guidance/record-contents.ts';
import type { ErasurePaperKind } from '../retention/erasure.ts';
import type { IncidentPaperKind } from '../retention/incident.ts';
import type { HeldPaperKind } from '../retention/person-held.ts';
import type { PlanPaperKind } from './competence/titles.ts';
import type { DocumentKind, ListKind, ProgrammePaperKind } from './kind.ts';
import type { OfficePaperKind } from './office/kinds.ts';
import type { Office } from './office.ts';
import type { StepFormType } from './step-form-kind.ts';

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

/** A word at the left ("Menimbang", "Untuk"), and beside it what is said, each with its mark ("a.", "KESATU"). */
export interface ClausesBlock {
  readonly block: 'clauses';
  readonly label: string;
  readonly items: readonly { readonly mark: string; readonly text: string | null }[];
}

/** A line in the middle of the page, e.g. "MEMUTUSKAN:". */
export interface HeadlineBlock {
  readonly block: 'headline';
  readonly text: string;
}

export type Block = FieldBlock | ChoicesBlock | TableBlock | TextBlock | ListBlock | ClausesBlock | HeadlineBlock;

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

/**
 * Kinds of naskah dinas by the order of their parts: a form or report (title, number, parts under headings), a letter
 * (date right; Nomor, Sifat, Lampiran, Hal left), a surat tugas, a keputusan, a nota dinas, a daftar, a berita
 * acara (law: layouts).
 */
export const paperLayouts = ['form', 'letter', 'assignment', 'decision', 'memo', 'list', 'minutes'] as const;
export type PaperLayout = (typeof paperLayouts)[number];

/** One file that goes with a paper. */
export interface AttachmentLine {
  readonly name: string;
  /** What it is ("PDF", "gambar"); empty: not said. */
  readonly kind: string;
  /** Pages or size; empty: not said. */
  readonly extent: string;
}

/** Where somebody signs. */
export interface SignatureBlock {
  /** Place and date, or empty when another block of the paper carries it. */
  readonly placeAndDate: string | null;
  /** What stands above the office: "Salinan sesuai dengan aslinya"; absent: nothing. */
  readonly lead?: string;
  /** Full official title and, where it differs, the office held; or the office as papers write it, line by line. */
  readonly titles: readonly string[];
  /**
   * `electronic`: this paper's own signature. `ink`: room to sign by hand. On copies, what is on the original:
   * signed electronically, by hand, or not at all.
   */
  readonly means: 'electronic' | 'ink' | 'copiedElectronic' | 'copiedInk' | 'copiedUnsigned';
  readonly name: string | null;
  /** Pangkat/golongan ruang; null: not known, or not printed. */
  readonly rank: string | null;
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
    | StepFormType
    | OfficePaperKind
    | RecordKind
    | 'guidanceOverview'
    | ErasurePaperKind
    | IncidentPaperKind
    | HeldPaperKind
    | PlanPaperKind
    | ProgrammePaperKind
    | ListKind;
  readonly form: DocumentForm;
  readonly layout: PaperLayout;
  readonly title: string;
  /** What a decision is about, below "TENTANG"; empty: nothing. */
  readonly about: string;
  readonly classification: {
    readonly code: Classification;
    readonly label: string;
    readonly colour: 'red' | 'black';
    /** Which copy of how many this is, as it stands upper left; empty: not counted. */
    readonly copyLine: string;
  };
  readonly letterhead: Pick<Office, 'parents' | 'unit' | 'address' | 'contact' | 'logo'> & {
    readonly institution: string;
  };
  /** Number of the document; null: a line to write it; undefined: this kind has none. */
  readonly number?: string | null;
  /** Place and date above a letter; null: a line to write them; undefined: they stand elsewhere, or nowhere. */
  readonly dateLine?: string | null;
  /** Lines under the title: subject, attachment count, period. */
  readonly meta: readonly { readonly label: string; readonly value: string | null }[];
  readonly addressee: readonly string[];
  readonly identity: readonly IdentityColumn[];
  readonly sections: readonly Section[];
  readonly attachments: readonly AttachmentLine[] | null;
  readonly signatures: readonly SignatureBlock[];
  /** What else lies in the file of the paper, in small print after the signatures. */
  readonly enclosed: readonly Section[];
  readonly copy: CopyMark | null;
  /** Those who receive a copy of the paper. */
  readonly distribution: readonly string[];
  /** A neutral envelope on a page of its own, without any mark; null: none. */
  readonly envelope: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
  readonly notices: readonly string[];
  readonly qr: { readonly text: string; readonly caption: string } | null;
}
