import { isIsoDate } from '@shared/kernel/date.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { Classification } from '../case/content/fields.ts';
import { classificationLabels } from './official-titles.ts';
import { romanMonth } from './paper-date.ts';

/** Numbers differ by institution; this is where the settings start. */
export const defaultNumberTemplate = '{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/{bulan}/{tahun}';

/** What an office sets of its numbers beside their templates; either may be empty. */
export interface NumberCodes {
  readonly positionCode: string;
  readonly classificationCode: string;
}

export interface NumberParts extends NumberCodes {
  readonly classification: Classification;
  /** Running number within the series. */
  readonly sequence: number;
  /** Day of the document, `YYYY-MM-DD`; month and year come from it. */
  readonly date: string;
}

/**
 * Names that a template may hold. `tanda`: the mark of a paper that is more than ordinary. `bulan`: Roman; two digits
 * with `bulan_angka`. `nomor2`, `nomor3`: the running number with so many digits at least.
 */
export const numberPlaceholders = [
  'derajat',
  'tanda',
  'nomor',
  'nomor2',
  'nomor3',
  'kode_jabatan',
  'klasifikasi',
  'bulan',
  'bulan_angka',
  'tahun',
] as const;
type Placeholder = (typeof numberPlaceholders)[number];

const counting: readonly string[] = ['nomor', 'nomor2', 'nomor3'];
const placeholder = /\{([^{}]*)\}/g;
const isPlaceholder = (name: string): name is Placeholder => (numberPlaceholders as readonly string[]).includes(name);

const namesIn = (template: string): string[] => [...template.matchAll(placeholder)].map((match) => match[1] ?? '');

/** True when the template counts (`{nomor}`, once) and holds no unknown placeholder or stray brace. */
export const isNumberTemplate = (template: string): boolean => {
  const names = namesIn(template);
  const counts = names.filter((name) => counting.includes(name)).length === 1;
  return counts && !/[{}]/.test(template.replace(placeholder, '')) && names.every(isPlaceholder);
};

/** No separator is doubled or left over where a code is empty. */
const withoutLooseSeparators = (text: string): string =>
  text.replace(/([/.-])[/.-]+/g, '$1').replace(/^[/.-]+|[/.-]+$/g, '');

const fill = (template: string, values: Readonly<Record<Placeholder, string>>): string =>
  withoutLooseSeparators(template.replace(placeholder, (_, name: string) => (isPlaceholder(name) ? values[name] : '')));

const valuesOf = (parts: NumberParts): Readonly<Record<Placeholder, string>> => {
  const { short } = classificationLabels[parts.classification];
  const sequence = String(parts.sequence);
  const month = parts.date.slice(5, 7);
  return {
    derajat: short,
    tanda: parts.classification === 'ordinary' ? '' : short,
    nomor: sequence,
    nomor2: sequence.padStart(2, '0'),
    nomor3: sequence.padStart(3, '0'),
    kode_jabatan: parts.positionCode,
    klasifikasi: parts.classificationCode,
    bulan: romanMonth(Number(month)),
    bulan_angka: month,
    tahun: parts.date.slice(0, 4),
  };
};

/**
 * Document number by an institution's template, e.g. `R-12/KP.03/KPG/XI/2026`. An empty code leaves no doubled
 * separator. Fails with `numberTemplateInvalid` (also for a day that does not exist).
 */
export const formatDocumentNumber = (
  template: string,
  parts: NumberParts,
): Result<string, AppError<'numberTemplateInvalid'>> => {
  if (!isNumberTemplate(template) || !isIsoDate(parts.date)) return fail('numberTemplateInvalid');
  return ok(fill(template, valuesOf(parts)));
};

/** True when every code that the template asks for is set: its number then stands as it is proposed. */
export const hasItsCodes = (template: string, { positionCode, classificationCode }: NumberCodes): boolean => {
  const names = namesIn(template);
  return (
    (positionCode !== '' || !names.includes('kode_jabatan')) &&
    (classificationCode !== '' || !names.includes('klasifikasi'))
  );
};

/** What a number tells, read by the template that made it; a part that it does not hold is null. */
export interface ReadNumber {
  readonly sequence: number;
  /** Letter of a number put between (nomor sisipan, `31.a`); empty for any other. */
  readonly inserted: string;
  /** 1 to 12. */
  readonly month: number | null;
  readonly year: number | null;
  readonly mark: Classification | null;
}

const months = Array.from({ length: 12 }, (_, index) => romanMonth(index + 1));
const marks = Object.entries(classificationLabels).map(([code, { short }]) => [code as Classification, short] as const);

/** Signs of a private area stand for a part while separators are put right. */
const tokens: Readonly<Record<string, { readonly sign: string; readonly pattern: string }>> = {
  mark: { sign: '\u{e000}', pattern: '(?<mark>SR|R|T|B)' },
  sequence: { sign: '\u{e001}', pattern: '(?<sequence>\\d{1,9})(?:[ .-]?(?<inserted>[A-Za-z])(?![0-9A-Za-z]))?' },
  archive: { sign: '\u{e002}', pattern: '[^ ]+?' },
  month: { sign: '\u{e003}', pattern: '(?<month>[IVX]{1,4}|\\d{1,2})' },
  year: { sign: '\u{e004}', pattern: '(?<year>\\d{4})' },
};
const signOf = (name: string): string => tokens[name]?.sign ?? '';

/** The shapes that numbers of a template have: with and without the parts that may be missing. */
const shapesOf = (template: string, { positionCode }: NumberCodes): string[] =>
  [true, false].flatMap((hasArchive) =>
    [true, false].map((hasMark) =>
      fill(template, {
        derajat: signOf('mark'),
        tanda: hasMark ? signOf('mark') : '',
        nomor: signOf('sequence'),
        nomor2: signOf('sequence'),
        nomor3: signOf('sequence'),
        kode_jabatan: positionCode,
        klasifikasi: hasArchive ? signOf('archive') : '',
        bulan: signOf('month'),
        bulan_angka: signOf('month'),
        tahun: signOf('year'),
      }),
    ),
  );

/** A shape as an expression; a part that repeats is named once. */
const patternOf = (shape: string): RegExp => {
  const seen = new Set<string>();
  const part = (sign: string): string => {
    const pattern = Object.values(tokens).find((token) => token.sign === sign)?.pattern;
    if (pattern === undefined) return sign.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    const again = seen.has(sign);
    seen.add(sign);
    return again ? pattern.replace(/\?<\w+>/g, '?:') : pattern;
  };
  return new RegExp(`^${[...shape].map(part).join('')}$`, 'i');
};

const monthOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const month = /^\d+$/.test(text) ? Number(text) : months.indexOf(text.toUpperCase()) + 1;
  return month >= 1 && month <= 12 ? month : null;
};

const toRead = (groups: Readonly<Record<string, string | undefined>>): ReadNumber => ({
  sequence: Number(groups.sequence),
  inserted: (groups.inserted ?? '').toLowerCase(),
  month: monthOf(groups.month),
  year: groups.year === undefined ? null : Number(groups.year),
  mark: marks.find(([, short]) => short === groups.mark?.toUpperCase())?.[0] ?? null,
});

/**
 * A number as it is compared: in the usual forms of figures, letters and strokes, without signs that nobody sees, and
 * without spaces around what parts it. So `R–12 / KP`, typed or pasted, is `R-12/KP`.
 */
export const plainNumber = (number: string): string =>
  withoutHiddenSigns(number)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\ufe58]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.-]) ?/g, '$1')
    .trim();

/**
 * Reads a number of this office by its template, whatever archive code it bears; null for one of another shape or
 * office.
 */
export const readDocumentNumber = (template: string, codes: NumberCodes, number: string): ReadNumber | null => {
  if (!isNumberTemplate(template)) return null;
  const text = plainNumber(number);
  for (const shape of new Set(shapesOf(template, codes).map(plainNumber))) {
    const groups = patternOf(shape).exec(text)?.groups;
    if (groups !== undefined) return toRead(groups);
  }
  return null;
};

/** Month and year at the end of a number of any office (`…/XI/2026`, `…/11/2026`); null where it ends otherwise. */
const ending = (number: string): Pick<ReadNumber, 'month' | 'year'> | null => {
  const found = /[/.-]([IVX]{1,4}|\d{1,2})[/.-]((?:19|20)\d{2})\s*$/i.exec(number);
  const month = monthOf(found?.[1]);
  return found === null || month === null ? null : { month, year: Number(found[2]) };
};

/** What of a number is not of the day of its paper; null where nothing is, or the number tells neither. */
export const otherThanDay = (
  { template, ...codes }: NumberCodes & { readonly template: string },
  number: string,
  date: string,
): 'month' | 'year' | null => {
  const read = readDocumentNumber(template, codes, number) ?? ending(plainNumber(number));
  if (read === null || !isIsoDate(date)) return null;
  if (read.year !== null && read.year !== Number(date.slice(0, 4))) return 'year';
  return read.month !== null && read.month !== Number(date.slice(5, 7)) ? 'month' : null;
};
