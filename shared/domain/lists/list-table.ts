import type { FollowUpStanding } from '../case/follow-ups.ts';
import type { Phase, SessionState } from '../case/state.ts';
import { type ListKind, listTitles } from '../documents/kind.ts';
import { paperDate, paperTimeSpan } from '../documents/paper-date.ts';
import type { ChoiceOf, ListChoice, ListRequest } from './list-choice.ts';
import { chosenRows, type ListedPerson, type RowOf } from './list-rows.ts';

/** What stands in a cell. A number is told from a text, so that no NIP or document number ever becomes one. */
export type ListCell =
  | { readonly is: 'text'; readonly text: string }
  /** `YYYY-MM-DD`; empty: none. */
  | { readonly is: 'day'; readonly day: string }
  /** A count, or JP in hundredths; null: none. */
  | { readonly is: 'count' | 'hundredths'; readonly value: number | null };

/** A column of a list. */
export interface ListColumn {
  readonly label: string;
  /** Share of the width of a page, relative to the others. */
  readonly width: number;
  /** On paper it stands in the column before it. */
  readonly joined: boolean;
  readonly isNip: boolean;
}

/** A list as it leaves: on paper, in a spreadsheet, as text. */
export interface ListTable {
  readonly kind: ListKind;
  readonly title: string;
  /** What was chosen, and for whom the list is where it names people. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
}

/** Words for what is a code elsewhere. */
export interface ListWords {
  readonly phase: Readonly<Record<Phase, string>>;
  readonly standing: Readonly<Record<FollowUpStanding, string>>;
  readonly session: Readonly<Record<SessionState['state'], string>>;
  /** A follow-up's kind; null where its decision is not here. */
  readonly followUp: (kind: string | null) => string;
}

interface Column<Row> {
  readonly label: string;
  readonly width: number;
  readonly joined?: true;
  readonly isNip?: true;
  /** Tells who somebody is: left out of a list without names. */
  readonly personal?: true;
  readonly cell: (row: Row, words: ListWords) => ListCell;
}

const text = (written: string): ListCell => ({ is: 'text', text: written });
const dayCell = (written: string): ListCell => ({ is: 'day', day: written });
const count = (value: number): ListCell => ({ is: 'count', value });
const hundredths = (value: number | null): ListCell => ({ is: 'hundredths', value });

type OfPerson = { readonly person: ListedPerson };

const people: readonly Column<OfPerson>[] = [
  { label: 'Nama', width: 15, personal: true, cell: ({ person }) => text(person.name) },
  { label: 'NIP', width: 16, personal: true, isNip: true, cell: ({ person }) => text(person.nip) },
  { label: 'Pangkat/Gol.', width: 10, personal: true, cell: ({ person }) => text(person.rank) },
  { label: 'Jabatan', width: 13, personal: true, cell: ({ person }) => text(person.position) },
];
const unitOfWork: Column<OfPerson> = { label: 'Unit kerja', width: 14, cell: ({ person }) => text(person.unit) };
const listNumber: Column<{ readonly number: string }> = {
  label: 'Nomor daftar',
  width: 8,
  cell: ({ number }) => text(number),
};

const decided = { yes: 'Konseling kinerja', no: 'Tanpa konseling' } as const;

type Columns = { readonly [K in ListKind]: readonly Column<RowOf[K]>[] };

/** The columns of each list, in their order, behind the running number. */
const columnsOf: Columns = {
  registerList: [
    listNumber,
    ...people,
    unitOfWork,
    { label: 'Nomor laporan', width: 13, cell: ({ report }) => text(report.number) },
    { label: 'Tanggal laporan', width: 8, joined: true, cell: ({ report }) => dayCell(report.date) },
    {
      label: 'Penetapan',
      width: 13,
      cell: ({ decision }) => text(decision === null ? '' : decided[decision.decided]),
    },
    { label: 'Nomor penetapan', width: 10, joined: true, cell: ({ decision }) => text(decision?.number ?? '') },
    { label: 'Tanggal penetapan', width: 8, joined: true, cell: ({ decision }) => dayCell(decision?.date ?? '') },
    { label: 'Keadaan', width: 9, cell: ({ phase }, words) => text(words.phase[phase]) },
  ],
  followUpList: [
    listNumber,
    ...people,
    unitOfWork,
    { label: 'Tindak lanjut', width: 14, cell: ({ kind }, words) => text(words.followUp(kind)) },
    { label: 'Penanggung jawab', width: 13, personal: true, cell: ({ personInCharge }) => text(personInCharge) },
    { label: 'Batas waktu', width: 9, cell: ({ dueDate }) => dayCell(dueDate) },
    { label: 'Keadaan', width: 9, cell: ({ standing }, words) => text(words.standing[standing]) },
  ],
  sessionList: [
    listNumber,
    ...people,
    unitOfWork,
    { label: 'Tanggal', width: 9, cell: ({ date }) => dayCell(date) },
    { label: 'Waktu', width: 10, cell: (row) => text(paperTimeSpan(row) ?? '') },
    { label: 'Tempat', width: 12, cell: ({ place }) => text(place) },
    { label: 'Keadaan', width: 9, cell: ({ state }, words) => text(words.session[state]) },
  ],
  learningList: [
    ...people,
    unitOfWork,
    { label: 'JP', width: 7, cell: ({ jp }) => hundredths(jp) },
    { label: 'Target JP', width: 7, cell: ({ target }) => hundredths(target) },
    { label: 'Jumlah kegiatan', width: 8, cell: ({ records }) => count(records) },
    { label: 'Tidak dihitung', width: 8, cell: ({ uncounted }) => count(uncounted) },
  ],
};

type Order = { readonly [K in ListKind]: (a: RowOf[K], b: RowOf[K]) => number };

const byText = (a: string, b: string): number => a.localeCompare(b, 'id', { numeric: true });

/** In which order rows stand: none follows the names, which a list without them would then tell. */
const order: Order = {
  registerList: (a, b) => byText(a.registeredOn, b.registeredOn) || byText(a.number, b.number),
  followUpList: (a, b) => byText(a.dueDate || '9999', b.dueDate || '9999') || byText(a.number, b.number),
  sessionList: (a, b) => byText(`${a.date}${a.startTime}`, `${b.date}${b.startTime}`) || byText(a.number, b.number),
  learningList: (a, b) => byText(a.person.unit, b.person.unit) || b.jp - a.jp,
};

const stateName = (choice: ListChoice, words: ListWords): string => {
  const { kind, state } = choice;
  if (state === null) return 'semua';
  if (kind === 'registerList') return state === 'open' ? 'belum ditutup' : words.phase[state];
  if (kind === 'followUpList') return state === 'toDo' ? 'belum selesai' : words.standing[state];
  if (kind === 'sessionList') return words.session[state];
  return state === 'below' ? 'di bawah target' : 'mencapai target';
};

const periodName = (choice: ListChoice): string => {
  if (choice.kind === 'learningList') return `tahun ${choice.year}`;
  const [from, to] = [paperDate(choice.from), paperDate(choice.to)];
  if (from === null) return to === null ? 'seluruhnya' : `sampai ${to}`;
  return to === null ? `sejak ${from}` : `${from} s.d. ${to}`;
};

/** What was chosen, in the words of the paper. */
export const choiceFacts = ({ choice, naming }: ListRequest, words: ListWords): ListTable['facts'] => [
  { label: 'Periode', value: periodName(choice) },
  { label: 'Unit kerja', value: choice.unit === '' ? 'semua' : choice.unit },
  { label: 'Keadaan', value: stateName(choice, words) },
  ...(naming === null
    ? [{ label: 'Identitas', value: 'tanpa nama dan NIP' }]
    : [
        { label: 'Tujuan', value: naming.purpose },
        { label: 'Penerima', value: naming.receiver },
      ]),
];

/** Makes a list of what a vault has: its rows in order, each with a running number, and what was chosen. */
export const listTable = <K extends ListKind>(
  rows: readonly RowOf[K][],
  request: ListRequest & { readonly choice: ChoiceOf<K> },
  words: ListWords,
  madeOn: string,
): ListTable => {
  const { choice, naming } = request;
  const kind = choice.kind as K;
  const columns = (columnsOf[kind] as Columns[K]).filter(({ personal }) => naming !== null || personal !== true);
  const chosen = [...chosenRows<K>(rows, choice)].sort(order[kind] as Order[K]);
  return {
    kind,
    title: listTitles[kind],
    facts: [
      ...choiceFacts(request, words),
      { label: 'Dibuat', value: paperDate(madeOn) ?? '' },
      { label: 'Jumlah', value: String(chosen.length) },
    ],
    columns: [
      { label: 'No', width: 4, joined: false, isNip: false },
      ...columns.map(({ label, width, joined = false, isNip = false }) => ({ label, width, joined, isNip })),
    ],
    rows: chosen.map((row, index) => [count(index + 1), ...columns.map(({ cell }) => cell(row, words))]),
  };
};

/** A number of hundredths as Indonesian paper writes it: `1250` is "12,5". */
const hundredthsText = (value: number): string => String(value / 100).replace('.', ',');

/** What stands in a cell, as paper and screen write it; empty for nothing. */
export const cellText = (cell: ListCell): string => {
  if (cell.is === 'text') return cell.text;
  if (cell.is === 'day') return paperDate(cell.day) ?? '';
  if (cell.value === null) return '';
  return cell.is === 'count' ? String(cell.value) : hundredthsText(cell.value);
};
