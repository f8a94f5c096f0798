import { guidanceNumber, spanOfYear } from '../../retention/erasure.ts';
import type { RetentionKind } from '../../retention/schedule.ts';
import type { TableBlock } from '../model.ts';
import type { Archive } from '../office/facts.ts';
import { paperDate } from '../paper-date.ts';

const kindTitles: Readonly<Record<RetentionKind | 'ongoing', string>> = {
  ongoing: 'Berkas permasalahan perilaku kerja, masih berjalan',
  counselled: 'Berkas konseling kinerja',
  notCounselled: 'Berkas permasalahan perilaku kerja tanpa konseling',
  wrongEmployee: 'Berkas salah orang',
  unopened: 'Langkah tunggal tanpa pembukaan berkas',
  guidance: 'Berkas pembinaan',
  learning: 'Catatan pengembangan kompetensi satu tahun, dengan rencana tahunannya',
};

interface Span {
  readonly from: string;
  readonly to: string;
}

const spanText = ({ from, to }: Span): string =>
  from === to ? (paperDate(from) ?? '') : `${paperDate(from) ?? ''} s.d. ${paperDate(to) ?? ''}`;

/** A line of the list: kind, number, span, amount. */
const lines = ({ files, guidance, learning }: Archive): readonly (readonly [string, string, string, string])[] => [
  ...files.map(
    ({ kind, listNumber, acts, attachments, ...span }) =>
      [
        kindTitles[kind],
        listNumber === '' ? '–' : listNumber,
        spanText(span),
        `${acts} langkah, ${attachments} lampiran`,
      ] as const,
  ),
  ...guidance.map(
    ({ guidanceId, records, attachments, ...span }) =>
      [
        kindTitles.guidance,
        guidanceNumber(guidanceId),
        spanText(span),
        `${records} rekaman, ${attachments} lampiran`,
      ] as const,
  ),
  ...learning.map(
    ({ year, records, plans, attachments }) =>
      [
        kindTitles.learning,
        year,
        spanText(spanOfYear({ year })),
        `${records} catatan, ${plans} rencana, ${attachments} bukti`,
      ] as const,
  ),
];

const development: Readonly<Record<Archive['holding'], string>> = { archive: 'Asli', workingCopy: 'Salinan' };

const columns = [
  { label: 'No.', width: 6 },
  { label: 'Kode', width: 12 },
  { label: 'Jenis arsip', width: 28 },
  { label: 'Nomor daftar', width: 14 },
  { label: 'Kurun waktu', width: 18 },
  { label: 'Jumlah', width: 12 },
  { label: 'Tingkat', width: 10 },
];

const blankRows = 6;

/**
 * Code, kind, span, amount and stage of development of each; no name. The code is the institution's, to be written.
 * Null: nothing is known, rows to write on.
 */
export const archiveTable = (archive: Archive | null): TableBlock => ({
  block: 'table',
  label: 'Arsip',
  columns,
  rows:
    archive === null
      ? Array.from({ length: blankRows }, () => columns.map(() => null))
      : lines(archive).map(([kind, number, span, amount], index) => [
          ...[String(index + 1), null, kind, number, span, amount],
          development[archive.holding],
        ]),
});
