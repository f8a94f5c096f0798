import { typedNip } from '../../identity/nip.ts';
import { learningKindTitles, learningUnitTitles } from '../kind-titles.ts';
import { type LearningRecordInput, learningRecordInput } from '../learning-record.ts';
import { type Column, type CsvProblem, cellProblem, cellsOf, type Places, writeCell } from './columns.ts';
import { readCode, readDay, readHundredths, writeHundredths } from './values.ts';

type Key =
  | 'nip'
  | 'name'
  | 'unitOfWork'
  | 'kind'
  | 'title'
  | 'organiser'
  | 'from'
  | 'to'
  | 'unit'
  | 'amount'
  | 'certificateNumber'
  | 'remark';

/** Columns of a file of learning records, in the order in which they are written. */
export const recordColumns: readonly Column<Key>[] = [
  { key: 'nip', titles: ['NIP'], required: false },
  { key: 'name', titles: ['Nama', 'Name'], required: false },
  { key: 'unitOfWork', titles: ['Unit kerja', 'Work unit'], required: false },
  { key: 'kind', titles: ['Jenis', 'Kind'], required: true },
  { key: 'title', titles: ['Judul', 'Title'], required: true },
  { key: 'organiser', titles: ['Penyelenggara', 'Organiser'], required: false },
  { key: 'from', titles: ['Mulai', 'From'], required: true },
  { key: 'to', titles: ['Selesai', 'To'], required: true },
  { key: 'unit', titles: ['Satuan', 'Unit'], required: true },
  { key: 'amount', titles: ['Jumlah', 'Amount'], required: true },
  { key: 'certificateNumber', titles: ['Nomor sertifikat', 'Certificate number'], required: false },
  { key: 'remark', titles: ['Keterangan', 'Remark'], required: false },
];

/** How a file is laid out. */
export interface RecordLayout {
  readonly columns: typeof recordColumns;
  readonly places: Places<Key>;
  readonly header: readonly string[];
}

/** A row that was read: whom it is about, as the file says, and the record. */
export interface RecordRow {
  readonly nip: string;
  readonly name: string;
  readonly unitOfWork: string;
  readonly record: LearningRecordInput;
}

/** Which column a field of the record stands in. */
const columnOf: Readonly<Record<string, Key>> = {
  kind: 'kind',
  title: 'title',
  organiser: 'organiser',
  from: 'from',
  to: 'to',
  unit: 'unit',
  amount: 'amount',
  certificateNumber: 'certificateNumber',
  remark: 'remark',
};

/** Code of what is wrong with a value that could not be read. */
const unreadable: Readonly<Partial<Record<Key, string>>> = {
  kind: 'csvKindUnknown',
  unit: 'csvUnitUnknown',
  from: 'csvDateInvalid',
  to: 'csvDateInvalid',
  amount: 'csvNumberInvalid',
};

/**
 * Reads one row of a file (an NIP may stand behind the apostrophe that keeps its digits in a spreadsheet); what is
 * wrong is named, each column at most once.
 */
export const readRecordRow = (
  layout: RecordLayout,
  cells: readonly string[],
  row: number,
): { readonly value: RecordRow } | { readonly problems: readonly CsvProblem[] } => {
  const { values, problems } = cellsOf(layout, cells, row);
  if (problems.length > 0) return { problems };
  const parsed = learningRecordInput.safeParse({
    kind: readCode(learningKindTitles, values.kind),
    title: values.title,
    organiser: values.organiser,
    from: readDay(values.from),
    to: readDay(values.to),
    unit: readCode(learningUnitTitles, values.unit),
    amount: readHundredths(values.amount),
    certificateNumber: values.certificateNumber,
    evidence: [],
    remark: values.remark,
  });
  if (parsed.success) {
    const { nip, name, unitOfWork } = values;
    return { value: { nip: typedNip(nip), name, unitOfWork, record: parsed.data } };
  }
  const wrong = new Map(
    parsed.error.issues.flatMap(({ path, message }): [Key, string][] => {
      const key = columnOf[String(path[0])];
      if (key === undefined) return [];
      const empty = values[key] === '';
      const code =
        message === 'lastDayBeforeFirst'
          ? 'csvLastBeforeFirst'
          : empty
            ? 'csvEmptyCell'
            : (unreadable[key] ?? 'csvTooLong');
      return [[key, code]];
    }),
  );
  return { problems: [...wrong].map(([key, code]) => cellProblem(layout, key, row, code, values[key])) };
};

/** The cells of one row, in the order of `recordColumns`. */
export const writeRecordRow = ({ nip, name, unitOfWork, record }: RecordRow): string[] =>
  [
    nip,
    name,
    unitOfWork,
    learningKindTitles[record.kind],
    record.title,
    record.organiser,
    record.from,
    record.to,
    learningUnitTitles[record.unit],
    writeHundredths(record.amount),
    record.certificateNumber,
    record.remark,
  ].map(writeCell);
