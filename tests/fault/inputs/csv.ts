import { parseCsv } from '../../../electron/backend/competence/csv-file.ts';
import { textOf } from '../../../electron/backend/competence/csv-text.ts';
import { readRecordRow, recordColumns } from '../../../shared/domain/competence/csv/record-file.ts';
import type { Dice } from '../fuzz/dice.ts';

// Learning records as offices write them down, in whatever dialect: what was meant must be read, or the file refused.

interface Meant {
  readonly nip: string;
  readonly name: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly certificate: string;
}

const names = [
  'Sinta Contoh, S.Pd., M.Si.',
  'Budi Misal',
  'I Gusti Ayu Peraga',
  "Nur'aini; S.H.",
  'Zoë Teladan',
] as const;
const titles = [
  'Kursus; dasar, lanjutan',
  'Pelatihan "Prima"',
  'Seminar | daring',
  '- Bimbingan teknis',
  'Lokakarya\ndua hari',
  'Diklat 2026',
] as const;
const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'Sep', 'Okt', 'Nov', 'Des'];
const nothings = ['', '-', '–', '--', ' - '] as const;

const two = (number: number): string => String(number).padStart(2, '0');

const meantBy = (dice: Dice): Meant => {
  // A day beyond the twelfth: its order asks nothing.
  const day = `2026-${two(1 + dice.int(12))}-${13 + dice.int(15)}`;
  return {
    nip: `19910314201503${two(dice.int(90) + 10)}99`.slice(0, 18),
    name: dice.pick(names),
    title: dice.pick(titles),
    from: day,
    to: day,
    amount: 1 + dice.int(400),
    certificate: dice.percent(40) ? '' : `${dice.int(900)}/SERT/${dice.hex(2)}`,
  };
};

const dayAs = (dice: Dice, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const plain = String(Number(date));
  return dice.pick([
    day,
    `${plain}/${Number(month)}/${year}`,
    `${date}-${month}-${year}`,
    `${plain} ${months[Number(month) - 1]} ${year}`,
    `${plain}.${month}.${year}`,
  ]);
};

const nipAs = (dice: Dice, nip: string): string =>
  dice.pick([
    nip,
    `'${nip}`,
    `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`,
    `\u200b${nip}`,
  ]);

const header = ['NIP', 'Nama', 'Jenis', 'Judul', 'Mulai', 'Selesai', 'Satuan', 'Jumlah', 'Nomor sertifikat'] as const;

const cellsOf = (dice: Dice, meant: Meant): string[] => [
  nipAs(dice, meant.nip),
  meant.name,
  dice.pick(['Kursus', 'kursus', ' KURSUS ']),
  // A dash that was typed stands behind an apostrophe, as the app writes it.
  meant.title.startsWith('-') ? `'${meant.title}` : meant.title,
  dayAs(dice, meant.from),
  dayAs(dice, meant.to),
  dice.pick(['JP', 'jp', 'Jam Pelajaran (JP)']),
  dice.pick([String(meant.amount), `${meant.amount} JP`, `${meant.amount},0`]),
  meant.certificate === '' ? dice.pick(nothings) : meant.certificate,
];

const quoted = (dice: Dice, cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) || dice.percent(10) ? `"${cell.replaceAll('"', '""')}"` : cell;

const encoded = (dice: Dice, text: string): Uint8Array => {
  const isLatin = /^[\n\r -\u00ff]*$/.test(text);
  const kinds = ['utf8', 'mark', 'utf16le', 'utf16be', ...(isLatin && text.includes('ë') ? ['1252'] : [])];
  switch (dice.pick(kinds)) {
    case 'mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case '1252':
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(text);
  }
};

/** One file: its bytes, and what was meant by each of its rows. */
const fileOf = (dice: Dice): { readonly bytes: Uint8Array; readonly meant: readonly Meant[] } => {
  const meant = Array.from({ length: 1 + dice.int(6) }, () => meantBy(dice));
  const separator = dice.pick([';', ',', '\t', '|']);
  const newline = dice.pick(['\r\n', '\n']);
  const isNumbered = dice.percent(30);
  const numbered = (cells: readonly string[], first: string) => (isNumbered ? [first, ...cells] : cells);
  const rows = [
    numbered(header, 'No'),
    ...meant.map((one, at) => numbered(cellsOf(dice, one), String(at + 1))),
    ...(dice.percent(20)
      ? [
          numbered(
            header.map(() => ''),
            '',
          ),
        ]
      : []),
  ];
  const lines = rows.map((cells) => cells.map((cell) => quoted(dice, cell, separator)).join(separator));
  const above = [
    ...(dice.percent(15) ? [`sep=${separator}`] : []),
    ...(dice.percent(25) ? ['Rekap JP Tahun 2026', ''] : []),
  ];
  return { bytes: encoded(dice, `${[...above, ...lines].join(newline)}${newline}`), meant };
};

const toldOf = ({ nip, title, from, to, amount, certificate }: Meant): string =>
  JSON.stringify([nip, title, from, to, amount * 100, certificate]);

/** Reads a file as its import does; gives each row in the same words, or why it cannot. */
const readAll = (bytes: Uint8Array): readonly string[] => {
  const text = textOf(Buffer.from(bytes));
  if (text === undefined) return ['csvNotText'];
  const table = parseCsv(text, recordColumns, '');
  if (!table.ok) return [table.error.code];
  const { columns, places, header: found, rows, problems } = table.value;
  if (problems.length > 0) return problems.map(({ code, value }) => `${code} ${value}`);
  return rows.map(({ row, cells }) => {
    const read = readRecordRow({ columns, places, header: found, order: 'dayFirst' }, cells, row);
    if ('problems' in read) return read.problems.map(({ code, value }) => `${code} ${value}`).join();
    const { nip, record } = read.value;
    return JSON.stringify([nip, record.title, record.from, record.to, record.amount, record.certificateNumber]);
  });
};

/** Tries one generated file; null: it was read as it was meant. */
export const tryCsv = (dice: Dice): string | null => {
  const { bytes, meant } = fileOf(dice);
  const [read, wanted] = [readAll(bytes), meant.map(toldOf)];
  return read.join('\n') === wanted.join('\n') ? null : `${read.join(' | ')} instead of ${wanted.join(' | ')}`;
};

/** Tries such a file with some of its bytes changed; null: it is read or refused, and nothing is thrown. */
export const tryBrokenCsv = (dice: Dice): string | null => {
  const bytes = Uint8Array.from(fileOf(dice).bytes);
  for (let changes = 1 + dice.int(8); changes > 0; changes -= 1) bytes[dice.int(bytes.length)] = dice.int(256);
  readAll(bytes);
  return null;
};
