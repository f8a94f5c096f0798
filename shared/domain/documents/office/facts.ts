import type { ErasedFile, ErasedGuidance, ErasedYear, Holding } from '../../retention/erasure.ts';

/** A paper that lies in a file. */
export interface FiledPaper {
  readonly on: string;
  readonly title: string;
  /** Its number; empty: it has none. */
  readonly number: string;
  readonly attachments: number;
}

/** What office papers say of a file or of all files: numbers, days and counts, no name. */
export interface OfficeFacts {
  /** Number in the register; empty: none, or not known. */
  readonly register: string;
  /** Days of the sessions that were held; null: not known. */
  readonly sessions: readonly string[] | null;
  /** What lies in the file, in order; empty: not known. */
  readonly papers: readonly FiledPaper[];
  /** Files and records of an archive; null: not known. */
  readonly archive: Archive | null;
}

/** What a list of an archive names: files, guidance and years of learning records. */
export interface Archive {
  readonly holding: Holding;
  readonly files: readonly ArchivedFile[];
  readonly guidance: readonly ErasedGuidance[];
  readonly learning: readonly ErasedYear[];
}

/** A file as lists of an archive name it; `ongoing`: it has not ended. */
export type ArchivedFile = Omit<ErasedFile, 'kind'> & { readonly kind: ErasedFile['kind'] | 'ongoing' };

/** Nothing is known: a blank form. */
export const noFacts: OfficeFacts = { register: '', sessions: null, papers: [], archive: null };
