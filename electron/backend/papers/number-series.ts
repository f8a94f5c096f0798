import { type Classification, classifications } from '@shared/domain/case/content/fields.ts';
import { formatDocumentNumber, hasItsCodes } from '@shared/domain/documents/document-number.ts';
import { type DocumentKind, isDocumentKind } from '@shared/domain/documents/kind.ts';
import {
  type BorneNumber,
  type Counted,
  countOf,
  identityOf,
  numberKindOf,
  numberRuleOf,
  readAs,
} from '@shared/domain/documents/numbering.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { and, eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { numbers } from '../db/records-schema.ts';
import { getProfile } from '../settings/profile.ts';
import { getSettings } from '../settings/settings.ts';
import type { ActNumber } from './borne-numbers.ts';

const lastOf = (tx: RecordsReader, series: string, year: number): number =>
  tx
    .select({ last: numbers.last })
    .from(numbers)
    .where(and(eq(numbers.series, series), eq(numbers.year, year)))
    .get()?.last ?? 0;

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The unit that numbers a paper; its author's position where no unit is named. */
const unitOf = ({ institution, unit, position }: Pick<ActNumber, 'institution' | 'unit' | 'position'>): string =>
  [institution, unit || position].map(folded).join('\n');

/** Numbers as they are counted here: papers of the holder, and of others in the same unit, are of one office. */
export const asBorne = (tx: RecordsReader): ((number: ActNumber) => BorneNumber) => {
  const { defaultClassification, institution } = getSettings(tx);
  const { person } = getProfile(tx);
  const holder = person === null ? null : person.nip || person.name;
  const own = person === null ? null : unitOf({ ...person, institution: institution.name });
  return (act) => {
    const unit = unitOf(act);
    return {
      paper: act.paper,
      number: act.number,
      date: act.date,
      signatory: act.authorOffice || act.position,
      mark: classifications.find((code) => code === act.classification) ?? defaultClassification,
      office: act.author === holder || unit === own ? '' : unit,
    };
  };
};

/** The highest running number of this office in a count and year: of those given out, and of those that papers bear. */
const highest = (tx: RecordsReader, counted: Counted, year: number, borne: readonly BorneNumber[]): number => {
  const { numbering } = getSettings(tx);
  const count = countOf(numbering, counted);
  const read = borne.flatMap((paper) => {
    if (paper.office !== '' || Number(paper.date.slice(0, 4)) !== year) return [];
    const number = readAs(numbering, paper);
    return number !== null && countOf(numbering, { ...paper, mark: number.mark ?? paper.mark }) === count
      ? [number.sequence]
      : [];
  });
  return read.reduce((most, sequence) => Math.max(most, sequence), lastOf(tx, count, year));
};

/** What is asked for: a kind of paper, its day, its mark and the office that signs it. */
export interface NumberRequest {
  readonly form: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Empty: the default of the settings. */
  readonly classification: string;
  /** Empty: the position of the holder. */
  readonly signatory: string;
}

const seriesWithoutPaper: DocumentKind = 'registrationNote';

/**
 * Proposes the next number of its count by the institution's template. Takes nothing: it is provisional until the paper
 * is signed (see `takeNumber`). `complete`: every code that the template asks for is set.
 */
export const proposeNumber = (
  tx: RecordsReader,
  { form, date, classification, signatory }: NumberRequest,
  borne: readonly BorneNumber[],
): { readonly number: string; readonly complete: boolean } => {
  if (!isIsoDate(date)) return { number: '', complete: false };
  const { numbering, defaultClassification } = getSettings(tx);
  const paper = isDocumentKind(form) ? form : seriesWithoutPaper;
  const mark: Classification = classifications.find((code) => code === classification) ?? defaultClassification;
  const counted = { paper, mark, signatory: signatory || (getProfile(tx).person?.position ?? '') };
  const { template } = numberRuleOf(numbering, numberKindOf(paper));
  const sequence = highest(tx, counted, Number(date.slice(0, 4)), borne) + 1;
  const { positionCode, classificationCode } = numbering;
  const made = formatDocumentNumber(template, {
    classification: mark,
    sequence,
    positionCode,
    classificationCode,
    date,
  });
  return made.ok ? { number: made.value, complete: hasItsCodes(template, numbering) } : { number: '', complete: false };
};

/**
 * Counts on where the paper that was just recorded bears the number that was next, so that it is given to no other one
 * even when its file is erased; any other number leaves what was given out alone. In the transaction of the act.
 * `others`: numbers of the papers before, asked for only where this one leaves some out.
 */
export const takeNumber = (tx: RecordsWriter, borne: BorneNumber, others: () => readonly BorneNumber[]): void => {
  const { numbering } = getSettings(tx);
  const read = readAs(numbering, borne);
  if (read === null || read.inserted !== '' || borne.office !== '' || !isIsoDate(borne.date)) return;
  const counted = { ...borne, mark: read.mark ?? borne.mark };
  const series = countOf(numbering, counted);
  const year = Number(borne.date.slice(0, 4));
  const given = lastOf(tx, series, year);
  const isNext = read.sequence === given + 1;
  if (read.sequence <= given || !(isNext || read.sequence === highest(tx, counted, year, others()) + 1)) return;
  tx.insert(numbers)
    .values({ series, year, last: read.sequence })
    .onConflictDoUpdate({ target: [numbers.series, numbers.year], set: { last: read.sequence } })
    .run();
};

/**
 * The paper of this office that already bears the number of another one. Of a number of the list, one of another file:
 * a file keeps its number when it is registered anew.
 */
export const doubleOf = (
  tx: RecordsReader,
  number: ActNumber,
  others: readonly ActNumber[],
  toBorne: (number: ActNumber) => BorneNumber,
): ActNumber | undefined => {
  const { numbering } = getSettings(tx);
  const identity = identityOf(numbering, toBorne(number));
  if (identity === null) return undefined;
  return others.find(
    (other) =>
      other.hash !== number.hash &&
      (number.paper !== 'registrationNote' || other.caseId !== number.caseId) &&
      identityOf(numbering, toBorne(other)) === identity,
  );
};
