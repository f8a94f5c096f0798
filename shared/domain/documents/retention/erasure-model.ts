import { toLocalDay } from '@shared/kernel/date.ts';
import type { ErasureContent, ErasurePaperKind, OutOfReach } from '../../retention/erasure.ts';
import type { AskedReceiver } from '../../retention/request.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, Section, SignatureBlock } from '../model.ts';
import { paperDate, paperDateWithWeekday } from '../paper-date.ts';
import { choices, field, inkSignature, placeAndDate } from '../parts.ts';
import { archiveTable } from './archive-table.ts';

/** Titles by what the vault holds: only an archive is destroyed; a working copy is erased. */
export const erasureTitles: Readonly<Record<ErasurePaperKind, Readonly<Record<ErasureContent['holding'], string>>>> = {
  erasureList: { archive: 'Daftar Arsip Usul Musnah', workingCopy: 'Daftar Salinan Kerja yang Diusulkan Dihapus' },
  erasureConsideration: {
    archive: 'Pertimbangan Panitia Penilai Arsip',
    workingCopy: 'Pertimbangan Penghapusan Salinan Kerja',
  },
  erasureApproval: { archive: 'Persetujuan Pemusnahan Arsip', workingCopy: 'Persetujuan Penghapusan Salinan Kerja' },
  erasureRecord: { archive: 'Berita Acara Pemusnahan Arsip', workingCopy: 'Catatan Penghapusan Salinan Kerja' },
};

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
  { heading: 'Daftar', blocks: [archiveTable(content)] },
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
  { heading: 'Daftar', blocks: [archiveTable(content)] },
  ...(content.holding === 'archive'
    ? [{ heading: 'Penilaian dan persetujuan', blocks: approvalBlocks(context, content) }]
    : []),
];

/** What the panel weighs; filled in once it is recorded. */
const consideration = (context: DocumentContext, content: ErasureContent): Section[] => [
  {
    heading: 'Yang dinilai',
    blocks: [
      field(context, 'Usul tanggal', paperDate(content.proposedOn)),
      field(context, 'Alasan', content.reason, 2),
      archiveTable(content),
    ],
  },
  {
    heading: 'Pertimbangan',
    blocks: [
      field(context, 'Pertimbangan panitia penilai arsip', content.approval?.consideration, 8),
      choices('Panitia berpendapat, arsip yang tercantum', opinions, []),
    ],
  },
];

const opinions = {
  destroy: 'dapat dimusnahkan seluruhnya',
  partly: 'dapat dimusnahkan sebagian, selebihnya dinilai kembali',
  keep: 'tidak dimusnahkan',
};

/** Who agrees to the erasure; filled in once it is recorded. */
const approval = (context: DocumentContext, content: ErasureContent): Section[] => [
  {
    heading: 'Dasar',
    blocks: [
      field(context, 'Usul tanggal', paperDate(content.proposedOn)),
      field(context, 'Pertimbangan panitia penilai arsip', content.approval?.consideration, 3),
      field(context, 'Persetujuan lembaga kearsipan (bila disyaratkan): nomor, tanggal', null),
    ],
  },
  {
    heading: 'Persetujuan',
    blocks: [
      { block: 'text', text: 'Arsip yang tercantum di bawah ini disetujui untuk dimusnahkan.' },
      archiveTable(content),
    ],
  },
];

const witness = (name: string): SignatureBlock => ({
  ...inkSignature('Saksi', null),
  placeAndDate: '',
  name,
});

/** What a paper of an erasure says, on which day, and who signs it by hand: the last one below place and date. */
interface ErasurePart {
  readonly sections: Section[];
  readonly on: string | undefined;
  readonly signers: readonly SignatureBlock[];
}

const ink = (title: string): SignatureBlock => inkSignature(title, null);

const partOf = (
  context: DocumentContext,
  kind: ErasurePaperKind,
  content: ErasureContent,
  asked: readonly AskedReceiver[],
): ErasurePart => {
  const { execution } = content;
  switch (kind) {
    case 'erasureList':
      return { sections: list(context, content), on: content.proposedOn, signers: [ink('Yang mengusulkan')] };
    case 'erasureConsideration':
      return {
        sections: consideration(context, content),
        on: undefined,
        signers: [ink('Anggota'), ink('Anggota'), ink('Ketua panitia')],
      };
    case 'erasureApproval':
      return {
        sections: approval(context, content),
        on: content.approval?.date,
        signers: [ink('Pejabat yang menyetujui')],
      };
    case 'erasureRecord':
      return {
        sections: record(context, content, asked),
        on: execution?.date,
        signers: [...(execution?.witnesses ?? []).map(witness), ink('Yang melaksanakan')],
      };
  }
};

/** Numbers of those that have one; undefined: this kind has none. */
const numberOf = (kind: ErasurePaperKind, { approval, execution }: ErasureContent): string | null | undefined => {
  if (kind === 'erasureRecord') return execution?.number || null;
  return kind === 'erasureApproval' ? (approval?.number ?? null) : undefined;
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
): DocumentModel => {
  const { sections, on, signers } = partOf(context, kind, content, asked);
  const number = numberOf(kind, content);
  return framePaper(kind, erasureTitles[kind][content.holding], context, {
    ...(number === undefined ? {} : { number }),
    sections,
    signatures: signers.map((signer, index) =>
      index === signers.length - 1 ? { ...signer, placeAndDate: placeAndDate(context, paperDate(on)) } : signer,
    ),
  });
};
