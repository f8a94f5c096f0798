import { dayOrders } from '@shared/domain/competence/csv/days.ts';
import { hash, line } from '@shared/domain/fields.ts';
import { typedNip } from '@shared/domain/identity/nip.ts';
import { personLimits } from '@shared/domain/identity/person.ts';
import { publicPersonSchema } from '@shared/domain/identity/public-person.ts';
import { z } from 'zod';
import { personId, search } from './fields.ts';

/** Where a file was refused: line of the file (the header is line 1), column as the file names it. */
const csvProblem = z.strictObject({ row: z.number().int(), column: z.string(), code: z.string(), value: z.string() });
export type CsvProblem = z.infer<typeof csvProblem>;

/** Most problems of a file that are named. */
export const maxCsvProblems = 50;

/** In which encoding a file was read. */
export const csvEncodings = ['utf-8', 'utf-16', 'windows-1252'] as const;
/** Most columns and rows left out, rows as they were read, and people who are asked about, that are shown. */
export const maxCsvShown = { leftOut: 50, sample: 8, people: 50 } as const;

/** What came of a file, or would. */
export const csvOutcome = z.strictObject({
  /** SHA-256 of the file: what is stored is what was looked at. */
  seen: hash,
  /** How the file was taken; `guessed`: nothing in it says its encoding, `sample` is a cell to judge it by. */
  taken: z.strictObject({
    encoding: z.enum(csvEncodings),
    guessed: z.boolean(),
    separator: z.string(),
    headerRow: z.number().int(),
    sample: z.string(),
  }),
  /** What is not read: columns that nobody knows, and rows of sums, numbers or notes. The person agrees to it. */
  leftOut: z.strictObject({
    columns: z.array(z.string()).max(maxCsvShown.leftOut),
    rows: z.array(z.strictObject({ row: z.number().int(), value: z.string() })).max(maxCsvShown.leftOut),
    columnCount: z.number().int(),
    rowCount: z.number().int(),
  }),
  /** Rows that came in, or would; 0 when anything is wrong: all or nothing. */
  accepted: z.number().int(),
  /** Rows that are here already, word for word, and are left out. */
  known: z.number().int(),
  /** Everything that is wrong; the first of them are named. */
  problemCount: z.number().int(),
  problems: z.array(csvProblem).max(maxCsvProblems),
  stored: z.boolean(),
});
export type CsvOutcome = z.infer<typeof csvOutcome>;

/** Somebody as a file names one. */
const filePerson = z.strictObject({
  nip: search.overwrite(typedNip),
  name: line(personLimits.name),
  unitOfWork: line(personLimits.unit),
});

/** Who somebody of a file is: one of the register, or (null) none of those who were shown. */
export const personAnswer = filePerson.extend({ personId: personId.nullable() });
export type PersonAnswer = z.infer<typeof personAnswer>;

/** Somebody of a file who is nearly, not exactly, one or several of the register. */
const askedPerson = z.strictObject({
  /** The first row that names the person. */
  row: z.number().int(),
  ...{ nip: z.string(), name: z.string(), unitOfWork: z.string() },
  /** As it was answered; absent: not yet. */
  answer: z.string().nullable().optional(),
  fitting: z.array(z.strictObject({ personId: z.string(), shown: publicPersonSchema })),
});
export type AskedPerson = z.infer<typeof askedPerson>;

/** What came of a file of learning records, or would. */
export const recordsOutcome = csvOutcome.extend({
  /** Who is asked about before anything is stored. */
  people: z.array(askedPerson),
  /** How days of figures alone are read; null: there are none that it matters for, or nobody told yet. */
  dayOrder: z.enum(dayOrders).nullable(),
  /** A day that could be either, and what it would be; null: nobody has to be asked. */
  askOrder: z.strictObject({ written: z.string(), dayFirst: z.string(), monthFirst: z.string() }).nullable(),
  /** Some rows as they were read, those with days of figures alone first. */
  sample: z
    .array(
      z.strictObject({
        row: z.number().int(),
        name: z.string(),
        title: z.string(),
        written: z.string(),
        from: z.string(),
        to: z.string(),
      }),
    )
    .max(maxCsvShown.sample),
});
export type RecordsOutcome = z.infer<typeof recordsOutcome>;

/** Why a file could not be read at all. */
export const fileErrors = [
  'unknownToken',
  'fileUnreadable',
  'csvTooLarge',
  'csvNotText',
  'csvWorkbook',
  'csvEmpty',
] as const;
