import { toLocalDay } from '@shared/kernel/date.ts';
import {
  type ErasureContent,
  type ErasurePaperKind,
  guidanceNumber,
  type OutOfReach,
  spanOfYear,
} from '../../retention/erasure.ts';
import type { AskedReceiver } from '../../retention/request.ts';
import type { RetentionKind } from '../../retention/schedule.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, Section, SignatureBlock, TableBlock } from '../model.ts';
import { paperDate, paperDateWithWeekday } from '../paper-date.ts';
import { field, inkSignature, placeAndDate } from '../parts.ts';

/** Titles by what the vault holds: only an archive is destroyed; a working copy is erased. */
export const erasureTitles: Readonly<Record<ErasurePaperKind, Readonly<Record<ErasureContent['holding'], string>>>> = {
  erasureList: { archive: 'Daftar Arsip Usul Musnah', workingCopy: 'Daftar Salinan Kerja yang Diusulkan Dihapus' },
  erasureRecord: { archive: 'Berita Acara Pemusnahan Arsip', workingCopy: 'Catatan Penghapusan Salinan Kerja' },
};

const kindTitles: Readonly<Record<RetentionKind, string>> = {
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
const lines = ({
  files,
  guidance,
  learning,
}: ErasureContent): readonly (readonly [string, string, string, string])[] => [
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

const development: Readonly<Record<ErasureContent['holding'], string>> = { archive: 'Asli', workingCopy: 'Salinan' };

/** Code, kind, span, amount and stage of development of each; no name. The code is the institution's, to be written. */
const filesTable = (content: ErasureContent): TableBlock => ({
  block: 'table',
  label: 'Arsip',
  columns: [
    { label: 'No.', width: 6 },
    { label: 'Kode', width: 12 },
    { label: 'Jenis arsip', width: 28 },
    { label: 'Nomor daftar', width: 14 },
    { label: 'Kurun waktu', width: 18 },
    { label: 'Jumlah', width: 12 },
    { label: 'Tingkat', width: 10 },
  ],
  rows: lines(content).map(([kind, number, span, amount], index) => [
    ...[String(index + 1), null, kind, number, span, amount],
    development[content.holding],
  ]),
});

const outOfReachItems = ({ receivers, backups }: OutOfReach): string[] => [
  `Brankas lain yang memegang, atau mungkin memegang, sebagian dari yang tercantum: ${receivers}.`,
  `Cadangan di tempat yang tidak terpasang saat itu: ${backups}.`,
  'Cetakan kertas dan berkas yang pernah diekspor dari brankas.',
];

const day = (instant: string): string => paperDate(toLocalDay(Date.parse(instant))) ?? '';

/** Who was asked, and what each answered; nobody is named whom the directory does not know any more. */
const askedItem = ({ receiver, files, askedAt, answers }: AskedReceiver): string => {
  const who = receiver === '' ? 'Penerima yang tidak lagi ada di direktori' : receiver;
  if (askedAt === null) return `${who}: ${files} berkas, belum diminta.`;
  const { erased, kept, notHere } = answers;
  const open = files - erased - kept - notHere;
  const parts = [
    [erased, 'dihapus'],
    [kept, 'tetap disimpan'],
    [notHere, 'tidak ada di sana'],
    [open, 'belum dijawab'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${who}: ${files} berkas, diminta ${day(askedAt)}; ${said.join(', ')}.`;
};

const approvalBlocks = (context: DocumentContext, { holding, approval }: ErasureContent): Block[] =>
  holding === 'workingCopy' && approval === null
    ? []
    : [
        field(context, 'Pertimbangan panitia penilai arsip', approval?.consideration, 3),
        field(context, 'Disetujui oleh', approval?.official),
        field(context, 'Nomor surat persetujuan', approval?.number),
        field(context, 'Tanggal surat persetujuan', paperDate(approval?.date)),
      ];

const opening = (content: ErasureContent): string => {
  const { execution, holding } = content;
  const day = paperDateWithWeekday(execution?.date) ?? '…';
  const where = execution?.place ? `, bertempat di ${execution.place}` : '';
  const done = holding === 'archive' ? 'dimusnahkan arsip' : 'dihapus salinan kerja';
  return (
    `Pada hari ini, ${day}${where}, telah ${done} yang tercantum dalam daftar di bawah, dengan menghapus isi, lampiran, ` +
    'dokumen dan drafnya dari brankas terenkripsi. Yang tersisa hanya tanda pengenal acak tiap berkas, atau tahunnya, ' +
    'agar tidak masuk kembali.'
  );
};

const record = (context: DocumentContext, content: ErasureContent, asked: readonly AskedReceiver[]): Section[] => [
  { heading: 'Pelaksanaan', blocks: [{ block: 'text', text: opening(content) }] },
  { heading: 'Dasar', blocks: [field(context, 'Alasan', content.reason, 2), ...approvalBlocks(context, content)] },
  { heading: 'Daftar', blocks: [filesTable(content)] },
  ...(content.outOfReach === null
    ? []
    : ([
        { heading: 'Di luar jangkauan', blocks: [{ block: 'list', items: outOfReachItems(content.outOfReach) }] },
      ] as Section[])),
  ...(asked.length === 0
    ? []
    : ([
        { heading: 'Permintaan kepada penerima', blocks: [{ block: 'list', items: asked.map(askedItem) }] },
      ] as Section[])),
];

const list = (context: DocumentContext, content: ErasureContent): Section[] => [
  { heading: 'Usul', blocks: [field(context, 'Alasan', content.reason, 2)] },
  { heading: 'Daftar', blocks: [filesTable(content)] },
  ...(content.holding === 'archive'
    ? [{ heading: 'Penilaian dan persetujuan', blocks: approvalBlocks(context, content) }]
    : []),
];

const witness = (name: string): SignatureBlock => ({
  ...inkSignature('Saksi', null),
  placeAndDate: '',
  name,
});

const signatures = (context: DocumentContext, kind: ErasurePaperKind, content: ErasureContent): SignatureBlock[] => {
  const date = kind === 'erasureList' ? content.proposedOn : content.execution?.date;
  const own = {
    ...inkSignature(kind === 'erasureList' ? 'Yang mengusulkan' : 'Yang melaksanakan', null),
    placeAndDate: placeAndDate(context, paperDate(date)),
  };
  const witnesses = kind === 'erasureRecord' ? (content.execution?.witnesses ?? []) : [];
  return [...witnesses.map(witness), own];
};

/**
 * Everything that a paper of an erasure shows; Indonesian, to be signed by hand, without the name of an employee.
 * `asked`: what came of asking those who have something of the files, as known when the paper is made.
 */
export const erasureModel = (
  context: DocumentContext,
  kind: ErasurePaperKind,
  content: ErasureContent,
  asked: readonly AskedReceiver[],
): DocumentModel =>
  framePaper(kind, erasureTitles[kind][content.holding], context, {
    ...(kind === 'erasureRecord' ? { number: content.execution?.number || null } : {}),
    sections: kind === 'erasureRecord' ? record(context, content, asked) : list(context, content),
    signatures: signatures(context, kind, content),
  });
