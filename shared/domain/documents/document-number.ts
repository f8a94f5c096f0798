import { isIsoDate } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { Classification } from '../case/content/fields.ts';
import { classificationLabels } from './official-titles.ts';
import { romanMonth } from './paper-date.ts';

/** Numbers differ by institution; this is where the settings start. */
export const defaultNumberTemplate = '{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/{bulan}/{tahun}';

export interface NumberParts {
  readonly classification: Classification;
  /** Running number within the series. */
  readonly sequence: number;
  readonly positionCode: string;
  readonly classificationCode: string;
  /** Day of the document, `YYYY-MM-DD`; month in Roman and year come from it. */
  readonly date: string;
}

const valuesOf = (parts: NumberParts): Readonly<Record<string, string>> => ({
  derajat: classificationLabels[parts.classification].short,
  nomor: String(parts.sequence),
  kode_jabatan: parts.positionCode,
  klasifikasi: parts.classificationCode,
  bulan: romanMonth(Number(parts.date.slice(5, 7))),
  tahun: parts.date.slice(0, 4),
});

const placeholders = ['derajat', 'nomor', 'kode_jabatan', 'klasifikasi', 'bulan', 'tahun'];

/** True when the template counts (`{nomor}`) and holds no unknown placeholder or stray brace. */
export const isNumberTemplate = (template: string): boolean => {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const rest = template.replace(/\{[^{}]*\}/g, '');
  return !/[{}]/.test(rest) && names.includes('nomor') && names.every((name) => placeholders.includes(name));
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
  const values = valuesOf(parts);
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
  return ok(filled.replace(/([/.-])[/.-]+/g, '$1').replace(/^[/.-]+|[/.-]+$/g, ''));
};
