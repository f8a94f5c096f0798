import { learningKindTitles, learningUnitTitles } from '../kind-titles.ts';
import { type LearningRecordInput, type LearningUnit, learningRecordInput } from '../learning-record.ts';
import { writeCell } from './cells.ts';
import { type Column, type CsvProblem, cellProblem, cellsOf, type Places } from './columns.ts';
import { type DayOrder, readDay } from './days.ts';
import { readKind, readKindCells, saysSiasn, siasnColumn, writeSiasn } from './kinds.ts';
import { readNip } from './nip-cell.ts';
import { readAmount, readUnit } from './units.ts';
import { readCode, writeHundredths, yesNo } from './values.ts';

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
  | 'remark'
  | 'siasnCode'
  | 'abroad';

const shortened = 'csvNumberShortened';
const isKind = (text: string): boolean => readKind(text) !== undefined;
const isUnit = (text: string): boolean => readUnit(text) !== undefined;
const isAmount = (text: string): boolean => /^\D{0,4}\d[\d.,\s]{0,9}\D{0,12}$/.test(text);
/** A day, or what is near enough to one to be told as a slip. */
const isDay = (text: string): boolean => /^\s*\d/.test(text) || 'day' in readDay(text);

/** What offices write over the amount where it is in JP; such a column needs none for the unit. */
/** The same where it says no unit, or one that is no JP for certain. */
const amounts = ['Jml', 'Jumlah jam', 'Jml jam', 'Durasi', 'Lama'];
const amountInJp = ['JP', 'Jumlah JP', 'Jml JP', 'Total JP', 'Jumlah jam pelajaran', 'Jml jam pelajaran'];

/** The unit that the name of a column says: `Jumlah JP`, `Jumlah (hari)`; undefined where it says none. */
const unitInName = (name: string): LearningUnit | undefined =>
  readUnit(name.replace(/^[^\p{L}]*(jumlah|jml|total|durasi|lama|amount)(?!\p{L})/iu, '').replace(/[()[\]]/g, ' '));

/** True where a column says that amounts are in JP. An hour alone is none: which hours are meant is not said. */
const saysJp = (header: readonly string[]): boolean => header.some((name) => unitInName(name) === 'jp');

/** Columns of a file of learning records, in the order in which they are written. */
export const recordColumns: readonly Column<Key>[] = [
  {
    key: 'nip',
    titles: ['NIP', 'NIP/NI PPPK', 'NIP/NIPPPK', 'NI PPPK', 'NIPPPK', 'NIP baru', 'NIP/NRP', 'Nomor induk pegawai'],
    also: ['NIP pegawai', 'NIP peserta', 'NIP ASN', 'Nomor NIP', 'No NIP'],
    required: false,
    shortened: 'csvNipChanged',
  },
  {
    key: 'name',
    titles: ['Nama', 'Name', 'Nama pegawai', 'Nama lengkap'],
    also: ['Nama peserta', 'Nama ASN', 'Nama dan gelar', 'Nama lengkap dan gelar', 'Nama beserta gelar'],
    required: false,
    shortened,
  },
  {
    key: 'unitOfWork',
    titles: ['Unit kerja', 'Work unit'],
    also: ['Nama unit kerja', 'Unit organisasi', 'Satuan kerja', 'Satker', 'Perangkat daerah'],
    required: false,
    shortened,
  },
  {
    key: 'kind',
    titles: ['Jenis', 'Kind'],
    also: [
      ...['Jenis kegiatan', 'Jenis pelatihan', 'Jenis diklat', 'Jenis pengembangan kompetensi', 'Jenis bangkom'],
      ...['Bentuk kegiatan', 'Bentuk pelatihan', 'Bentuk pengembangan kompetensi', 'Bentuk bangkom'],
    ],
    required: true,
    saidBy: saysSiasn,
    reads: isKind,
  },
  {
    key: 'title',
    titles: ['Judul', 'Title'],
    also: [
      ...['Judul kegiatan', 'Judul pelatihan', 'Judul diklat', 'Judul pengembangan kompetensi', 'Kegiatan'],
      ...['Nama kegiatan', 'Nama pelatihan', 'Nama diklat', 'Nama pengembangan kompetensi'],
    ],
    required: true,
    shortened,
  },
  {
    key: 'organiser',
    titles: ['Penyelenggara', 'Organiser'],
    also: ['Instansi', 'Lembaga', 'Institusi', 'Nama'].map((of) => `${of} penyelenggara`),
    required: false,
    shortened,
  },
  {
    key: 'from',
    titles: ['Mulai', 'From', 'Tanggal mulai', 'Tgl mulai'],
    also: ['Tanggal awal', 'Tgl awal', 'Awal', 'Dari', 'Dari tanggal', 'Mulai tanggal', 'Tanggal mulai pelaksanaan'],
    required: true,
    reads: isDay,
  },
  {
    key: 'to',
    titles: ['Selesai', 'To', 'Tanggal selesai', 'Tgl selesai'],
    also: [
      ...['Tanggal akhir', 'Tgl akhir', 'Akhir', 'Sampai', 'Sampai tanggal', 'Sampai dengan', 's.d.', 'Berakhir'],
      ...['Tanggal berakhir', 'Tgl berakhir', 'Tanggal selesai pelaksanaan'],
    ],
    required: true,
    reads: isDay,
  },
  { key: 'unit', titles: ['Satuan', 'Unit'], required: true, saidBy: saysJp, reads: isUnit },
  { key: 'amount', titles: ['Jumlah', 'Amount'], also: [...amounts, ...amountInJp], required: true, reads: isAmount },
  {
    key: 'certificateNumber',
    titles: ['Nomor sertifikat', 'Certificate number', 'No sertifikat'],
    also: ['STTPP', 'STTPL', 'piagam', 'sertifikat/piagam', 'sertipikat'].flatMap((what) => [
      `Nomor ${what}`,
      `No ${what}`,
    ]),
    required: false,
    shortened,
  },
  {
    key: 'remark',
    titles: ['Keterangan', 'Remark'],
    also: ['Ket'],
    required: false,
    shortened,
    running: true,
  },
  siasnColumn,
  { key: 'abroad', titles: ['Luar negeri', 'Abroad'], required: false },
];

/** How a file is laid out. */
export interface RecordLayout {
  readonly columns: typeof recordColumns;
  readonly places: Places<Key>;
  readonly header: readonly string[];
  /** Which comes first in its days of figures alone. */
  readonly order: DayOrder;
}

/** A row that was read: whom it is about, as the file says, and the record. */
export interface RecordRow {
  readonly nip: string;
  readonly name: string;
  readonly unitOfWork: string;
  readonly record: LearningRecordInput;
}

/** A row of a file, with its days as they are written there. */
export interface ReadRow extends RecordRow {
  readonly written: { readonly from: string; readonly to: string };
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
  abroad: 'abroad',
};

/** Code of what is wrong with a value that could not be read. */
const unreadable: Readonly<Partial<Record<Key, string>>> = {
  abroad: 'csvYesNoInvalid',
  unit: 'csvUnitUnknown',
  amount: 'csvNumberInvalid',
};

/** Whether a row says that it took place abroad; a row that does not say so is as it was before there was a column. */
const abroadOf = (cell: string): { readonly abroad?: boolean | string } => {
  if (cell === '') return {};
  const answer = readCode(yesNo, cell);
  return answer === 'no' ? {} : { abroad: answer === 'yes' || cell };
};

/** Reads one row of a file; what is wrong is named, each column at most once. */
export const readRecordRow = (
  layout: RecordLayout,
  cells: readonly string[],
  row: number,
): { readonly value: ReadRow } | { readonly problems: readonly CsvProblem[] } => {
  const { values, problems } = cellsOf(layout, cells, row);
  if (problems.length > 0) return { problems };
  const days = { from: readDay(values.from, layout.order), to: readDay(values.to, layout.order) };
  const inName = unitInName(layout.header[layout.places.amount ?? -1] ?? '');
  const unit = values.unit === '' && inName === 'jp' ? inName : readUnit(values.unit);
  // Another unit over the amount than beside it leaves open which of them counts.
  const isOther = inName !== undefined && unit !== undefined && inName !== unit;
  const kind = readKindCells(values.kind, values.siasnCode);
  const parsed = learningRecordInput.safeParse({
    kind: 'kind' in kind ? kind.kind : undefined,
    title: values.title,
    organiser: values.organiser,
    from: 'day' in days.from ? days.from.day : undefined,
    to: 'day' in days.to ? days.to.day : undefined,
    unit,
    amount: isOther ? undefined : readAmount(values.amount, unit),
    certificateNumber: values.certificateNumber,
    evidence: [],
    remark: values.remark,
    ...abroadOf(values.abroad),
  });
  if (parsed.success) {
    const { nip, name, unitOfWork, from, to } = values;
    return { value: { nip: readNip(nip), name, unitOfWork, record: parsed.data, written: { from, to } } };
  }
  const wrong = new Map(
    parsed.error.issues.flatMap(({ path, message }): [Key, string][] => {
      const key = columnOf[String(path[0])];
      if (key === undefined) return [];
      if (key === 'kind' && 'cell' in kind) return [[kind.cell, kind.code]];
      if (message === 'lastDayBeforeFirst') return [[key, 'csvLastBeforeFirst']];
      if (values[key] === '') return [[key, 'csvEmptyCell']];
      if (key === 'amount' && isOther) return [[key, 'csvUnitOther']];
      if (key !== 'from' && key !== 'to') return [[key, unreadable[key] ?? 'csvTooLong']];
      const read = days[key];
      return [[key, 'code' in read ? read.code : 'csvDateInvalid']];
    }),
  );
  return { problems: [...wrong].map(([key, code]) => cellProblem(layout, key, row, code, values[key])) };
};

/** The cells of one row, in the order of `recordColumns`. */
export const writeRecordRow = ({ nip, name, unitOfWork, record }: RecordRow): string[] => [
  ...[nip, name, unitOfWork].map(writeCell),
  learningKindTitles[record.kind],
  ...[record.title, record.organiser].map(writeCell),
  record.from,
  record.to,
  learningUnitTitles[record.unit],
  writeHundredths(record.amount),
  ...[record.certificateNumber, record.remark].map(writeCell),
  writeSiasn(record.kind),
  record.abroad === true ? yesNo.yes : '',
];
