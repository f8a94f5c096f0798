import { z } from 'zod';
import type { ActType } from '../case/act-type.ts';
import type { Classification } from '../case/content/fields.ts';
import { optionalLine, requiredLine } from '../fields.ts';
import {
  defaultNumberTemplate,
  isNumberTemplate,
  type NumberCodes,
  plainNumber,
  type ReadNumber,
  readDocumentNumber,
} from './document-number.ts';
import type { DocumentKind } from './kind.ts';

/** Kinds of naskah dinas that are numbered, and the list (daftar) of a personnel unit. */
export const numberKinds = [
  'letter',
  'invitation',
  'assignment',
  'memo',
  'decision',
  'minutes',
  'statement',
  'cover',
  'report',
  'register',
] as const;
export type NumberKind = (typeof numberKinds)[number];

/**
 * Which papers of an office share one running number within a year: those of one paper of Bilik, of one kind, of one
 * signatory, or of one security mark. Papers of another scope are no part of a shared count.
 */
export const countScopes = ['paper', 'kind', 'signatory', 'mark'] as const;
export type CountScope = (typeof countScopes)[number];

/** Template and scope of one kind. */
const numberRule = z.strictObject({ template: requiredLine, scope: z.enum(countScopes) });
export type NumberRule = z.infer<typeof numberRule>;

/**
 * How an office numbers its papers. `template` and `scope` are those of every kind that has none of its own in `kinds`:
 * settings of before have one template for all, and count each paper of Bilik for itself.
 */
export const numberingSchema = z.strictObject({
  template: requiredLine,
  scope: z.enum(countScopes).default('paper'),
  kinds: z.partialRecord(z.enum(numberKinds), numberRule).default({}),
  /** Code of the office or of its head; never preset. */
  positionCode: optionalLine,
  /** Archive code (klasifikasi): institutions differ, so never preset. */
  classificationCode: optionalLine,
});
export type Numbering = z.infer<typeof numberingSchema>;

/** Where the settings start. */
export const defaultNumbering: Numbering = {
  template: defaultNumberTemplate,
  scope: 'paper',
  kinds: {},
  positionCode: '',
  classificationCode: '',
};

/** Kinds whose template is none; `null` stands for the one of all kinds. Empty: all can be used. */
export const invalidTemplates = ({ template, kinds }: Numbering): (NumberKind | null)[] => [
  ...(isNumberTemplate(template) ? [] : [null]),
  ...numberKinds.filter((kind) => kinds[kind] !== undefined && !isNumberTemplate(kinds[kind].template)),
];

/** How papers of a kind are numbered. */
export const numberRuleOf = ({ template, scope, kinds }: Numbering, kind: NumberKind): NumberRule =>
  kinds[kind] ?? { template, scope };

/** Presets of templates and scopes, after public examples (law: numbers). */
export const numberPresets = ['central', 'centralRoman', 'regional', 'regionalRoman'] as const;
export type NumberPreset = (typeof numberPresets)[number];

/** Kinds that central offices number without a mark. */
const withoutMark: readonly NumberKind[] = ['memo', 'assignment', 'invitation', 'report'];

const centralTemplate = (kind: NumberKind, month: string): string => {
  if (kind === 'register') return '{nomor}/{tahun}';
  if (kind === 'decision') return '{nomor} TAHUN {tahun}';
  if (kind === 'letter') return `{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/${month}/{tahun}`;
  return withoutMark.includes(kind)
    ? `{nomor2}/{kode_jabatan}/{klasifikasi}/${month}/{tahun}`
    : `{nomor2}/{kode_jabatan}/${month}/{tahun}`;
};

const regionalTemplate = (kind: NumberKind, month: string): string => {
  if (kind === 'register') return '{nomor}/{tahun}';
  return `{tanda}.{klasifikasi}/{nomor}/{kode_jabatan}/${month}{tahun}`;
};

const templateIn: Readonly<Record<NumberPreset, (kind: NumberKind) => string>> = {
  central: (kind) => centralTemplate(kind, '{bulan_angka}'),
  centralRoman: (kind) => centralTemplate(kind, '{bulan}'),
  regional: (kind) => regionalTemplate(kind, ''),
  regionalRoman: (kind) => regionalTemplate(kind, '{bulan}/'),
};

/** The numbering of a preset: one count per kind; codes stay as they are set. */
export const presetNumbering = (
  preset: NumberPreset,
  { positionCode, classificationCode }: NumberCodes,
): Numbering => ({
  template: templateIn[preset]('letter'),
  scope: 'kind',
  kinds: Object.fromEntries(
    numberKinds.map((kind) => [kind, { template: templateIn[preset](kind), scope: 'kind' as const }]),
  ),
  positionCode,
  classificationCode,
});

const kindOfPaper: Partial<Record<DocumentKind, NumberKind>> = {
  behaviourReport: 'report',
  registrationNote: 'register',
  returnLetter: 'memo',
  counsellingDecision: 'memo',
  assignmentLetter: 'assignment',
  invitation: 'invitation',
  resultRecord: 'report',
  followUpDecision: 'decision',
};

/** The kind of naskah dinas that a paper is numbered as. */
export const numberKindOf = (paper: DocumentKind): NumberKind => kindOfPaper[paper] ?? 'letter';

/**
 * Day of the paper of an act: of an invitation that of the letter, never that of the meeting. `signedOn`: the day of
 * signing, which is that of a letter that names none. Empty where no day is known.
 */
export const paperDayOf = (type: ActType, content: Readonly<Record<string, unknown>>, signedOn: string): string => {
  const isInvitation = type === 'sessionScheduled' || type === 'sessionRescheduled';
  const day = isInvitation ? content.letterDate || signedOn : content.date;
  return typeof day === 'string' ? day : '';
};

/** A paper as it is counted. */
export interface Counted {
  readonly paper: DocumentKind;
  /** Office that signs; papers of one signatory may share a count. */
  readonly signatory: string;
  readonly mark: Classification;
}

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Name of the count that a paper belongs to. Whoever holds a post for a time (Plt., Plh.) signs in the same office, and
 * counts on in it.
 */
export const countOf = (numbering: Numbering, { paper, signatory, mark }: Counted): string => {
  const kind = numberKindOf(paper);
  switch (numberRuleOf(numbering, kind).scope) {
    case 'paper':
      return paper;
    case 'kind':
      return `kind:${kind}`;
    case 'mark':
      return `mark:${mark}`;
    case 'signatory':
      return `signatory:${folded(signatory).replace(/^(plt|plh|pj)\.? /, '')}`;
  }
};

/** A number as a paper bears it. */
export interface BorneNumber extends Counted {
  readonly number: string;
  /** Day of the paper, by whose year it is counted. */
  readonly date: string;
  /** Whose number it is: equal for papers of one office. */
  readonly office: string;
}

/** What tells a number from any other of its count: its running number, or all of it where it is not so read. */
const within = (read: ReadNumber | null, number: string): string =>
  read === null ? folded(plainNumber(number)).replace(/ /g, '') : String(read.sequence);

/** The number as this office reads it; null where it has another shape. */
export const readAs = (numbering: Numbering, { paper, number }: Pick<BorneNumber, 'paper' | 'number'>) =>
  readDocumentNumber(numberRuleOf(numbering, numberKindOf(paper)).template, numbering, number);

/**
 * What must be there once: office, count, year and running number. Null for a paper without a number or a day, and for
 * a number put between two others (nomor sisipan, `31.a`), which is no double of anything.
 */
export const identityOf = (numbering: Numbering, borne: BorneNumber): string | null => {
  const { number, date, office } = borne;
  if (number.trim() === '' || date === '') return null;
  const read = readAs(numbering, borne);
  if (read !== null && read.inserted !== '') return null;
  const mark = read?.mark ?? borne.mark;
  return JSON.stringify([office, countOf(numbering, { ...borne, mark }), date.slice(0, 4), within(read, number)]);
};
