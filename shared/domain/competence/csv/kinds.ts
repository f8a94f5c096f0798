import { foldWords } from '../../../kernel/fold-text.ts';
import { learningKindTitles } from '../kind-titles.ts';
import type { LearningKind } from '../kinds.ts';
import { kindOfSiasn, siasnCodes } from '../siasn-codes.ts';
import type { Column } from './columns.ts';
import { readCode } from './values.ts';

/** What offices write for a kind besides its title, without case and signs, where no other kind could be meant. */
const alsoNamed: Readonly<Partial<Record<LearningKind, readonly string[]>>> = {
  fundedStudy: ['tubel dibiayai', 'tugas belajar dengan biaya'],
  selfFundedStudy: [
    ...['izin belajar', 'ijin belajar', 'tugas belajar mandiri', 'tubel mandiri', 'tubel biaya mandiri'],
    'tugas belajar biaya mandiri',
  ],
  nationalTraining: ['diklat tingkat nasional'],
  webinar: ['webinar', 'seminar daring', 'seminar online', 'webinar seminar online'],
  structuralTraining: ['diklat struktural', 'pelatihan struktural', 'diklat kepemimpinan', 'pelatihan kepemimpinan'],
  managerialTraining: ['diklat manajerial'],
  technicalTraining: ['diklat teknis'],
  functionalTraining: ['diklat fungsional'],
  socioculturalTraining: ['diklat sosial kultural', 'diklat sosiokultural', 'pelatihan sosiokultural'],
  technicalGuidance: ['bimtek', 'bimbingan teknis bimtek'],
};
const byName = new Map(
  Object.entries(alsoNamed).flatMap(([kind, names]) => names.map((name) => [name, kind as LearningKind] as const)),
);

/** The kind that a text names; undefined when it is none. */
export const readKind = (text: string): LearningKind | undefined =>
  readCode(learningKindTitles, text) ?? byName.get(foldWords(text));

/** The column for the code by which SIASN knows a kind. It can stand in the place of the kind's name. */
export const siasnColumn = {
  key: 'siasnCode',
  titles: ['Kode SIASN', 'SIASN code'],
  also: ['Kode jenis SIASN', 'jenisDiklatId', 'jenis_diklat_id'],
  required: false,
} as const satisfies Column<string>;

const siasnTitles = new Set([...siasnColumn.titles, ...siasnColumn.also].map(foldWords));

/** True where a column of the header has codes of SIASN. */
export const saysSiasn = (header: readonly string[]): boolean =>
  header.some((name) => siasnTitles.has(foldWords(name)));

/** A kind as a row says it, or which of its two cells says none, or another kind than the other one. */
export type KindRead = { readonly kind: LearningKind } | { readonly cell: 'kind' | 'siasnCode'; readonly code: string };

/**
 * The kind of a row by its name and its code of SIASN, either of which may be empty. A kind that SIASN has no code for
 * may stand beside any: there it is entered as another one.
 */
export const readKindCells = (name: string, code: string): KindRead => {
  const named = readKind(name);
  if (name !== '' && named === undefined) return { cell: 'kind', code: 'csvKindUnknown' };
  const coded = /^\d{1,2}$/.test(code) ? kindOfSiasn(Number(code)) : undefined;
  if (code !== '' && coded === undefined) return { cell: 'siasnCode', code: 'csvKindUnknown' };
  if (named !== undefined && coded !== undefined && siasnCodes[named] !== null && named !== coded) {
    return { cell: 'siasnCode', code: 'csvKindOther' };
  }
  const kind = named ?? coded;
  return kind === undefined ? { cell: 'kind', code: 'csvEmptyCell' } : { kind };
};

/** The code of SIASN as files write it; empty where it has none. */
export const writeSiasn = (kind: LearningKind): string => String(siasnCodes[kind] ?? '');
