import type { ActType } from '@shared/domain/case/act-type.ts';
import type { Classification } from '@shared/domain/case/content/fields.ts';
import { classifications } from '@shared/domain/case/content/fields.ts';
import { formatDocumentNumber } from '@shared/domain/documents/document-number.ts';
import { documentKindOfAct, isDocumentKind } from '@shared/domain/documents/kind.ts';
import { numberKindOf, numberRuleOf } from '@shared/domain/documents/numbering.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { and, eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { numbers } from '../db/records-schema.ts';
import { getSettings } from '../settings/settings.ts';

const lastOf = (tx: RecordsReader, series: string, year: number): number =>
  tx
    .select({ last: numbers.last })
    .from(numbers)
    .where(and(eq(numbers.series, series), eq(numbers.year, year)))
    .get()?.last ?? 0;

/** The number with the next count of a series in the year of `date`; empty when the template or day is no good. */
const nextNumber = (tx: RecordsReader, series: string, date: string, classification: Classification): string => {
  const { numbering } = getSettings(tx);
  const { positionCode, classificationCode } = numbering;
  const { template } = numberRuleOf(numbering, isDocumentKind(series) ? numberKindOf(series) : 'letter');
  const sequence = lastOf(tx, series, Number(date.slice(0, 4))) + 1;
  const formatted = formatDocumentNumber(template, {
    classification,
    sequence,
    positionCode,
    classificationCode,
    date,
  });
  return formatted.ok ? formatted.value : '';
};

/** What is asked for: series (a kind of paper), day and classification label of the paper. */
export interface NumberRequest {
  readonly form: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Empty: the default of the settings. */
  readonly classification: string;
}

/** Proposes the next number of a series by the institution's template. Takes nothing: see `takeNumber`. */
export const proposeNumber = (tx: RecordsReader, { form, date, classification }: NumberRequest): string => {
  if (!isIsoDate(date)) return '';
  const known = classifications.find((code) => code === classification);
  return nextNumber(tx, form, date, known ?? getSettings(tx).defaultClassification);
};

/**
 * Counts a series on when the act just recorded bears the number that was next; any other number (of another
 * institution, typed by hand) leaves the count alone. In the transaction of the act.
 */
export const takeNumber = (tx: RecordsWriter, type: ActType, content: Readonly<Record<string, unknown>>): void => {
  const { number, date } = content;
  const series = documentKindOfAct(type);
  if (series === null || typeof number !== 'string' || number === '' || typeof date !== 'string') return;
  if (!classifications.some((classification) => nextNumber(tx, series, date, classification) === number)) return;
  const year = Number(date.slice(0, 4));
  const last = lastOf(tx, series, year) + 1;
  tx.insert(numbers)
    .values({ series, year, last })
    .onConflictDoUpdate({ target: [numbers.series, numbers.year], set: { last } })
    .run();
};
