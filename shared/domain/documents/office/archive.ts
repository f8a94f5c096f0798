import type { DocumentContext } from '../context.ts';
import type { Form } from '../forms/form.ts';
import type { Block, SignatureBlock } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { field, inkSignature, placeAndDate, table } from '../parts.ts';
import { archiveTable } from '../retention/archive-table.ts';
import type { OfficeForm } from './office-form.ts';

const text = (said: string): Block => ({ block: 'text', text: said });

/** Two parties of a berita acara, and who knows of it, below place and date. */
const parties = (context: DocumentContext, first: string, second: string): readonly SignatureBlock[] => [
  inkSignature(first, null),
  { ...inkSignature(second, null), placeAndDate: placeAndDate(context, null) },
];

/** Where and when it is done, in words as minutes have it. */
const occasion = (context: DocumentContext): readonly Block[] => [
  field(context, 'Pada hari, tanggal (dengan huruf)', null),
  field(context, 'Bertempat di', null),
];

const party = (context: DocumentContext, name: string): readonly Block[] => [
  field(context, `${name}: nama, NIP`, null),
  field(context, `${name}: jabatan, unit kerja`, null),
];

const contentColumns = [
  { label: 'No.', width: 7 },
  { label: 'Tanggal', width: 20 },
  { label: 'Dokumen', width: 38 },
  { label: 'Nomor', width: 22 },
  { label: 'Lampiran', width: 13 },
];

/** Daftar isi berkas: the papers of a file in order, known by its number in the register alone. */
export const contentList: OfficeForm = (context, { register, papers }) => ({
  sections: [
    {
      heading: 'Berkas',
      blocks: [
        field(context, 'Nomor dalam daftar', register),
        field(context, 'Kode klasifikasi arsip', null),
        field(context, 'Jumlah dokumen', papers.length === 0 ? null : String(papers.length)),
      ],
    },
    {
      heading: 'Isi',
      blocks: [
        table(
          context,
          'Isi berkas',
          contentColumns,
          papers.map(({ on, title, number, attachments }, index) => [
            ...[String(index + 1), paperDate(on) ?? '–', title, number || '–'],
            attachments === 0 ? '–' : String(attachments),
          ]),
          14,
        ),
      ],
    },
  ],
  signatures: [{ ...inkSignature('Yang menyusun', null), placeAndDate: placeAndDate(context, null) }],
  layout: 'list',
});

/** Daftar berkas: all files of a unit by number, kind and span. */
export const fileList: OfficeForm = (context, { archive }) => ({
  sections: [
    {
      heading: 'Keterangan',
      blocks: [field(context, 'Unit pengolah', context.institution.unit), field(context, 'Keadaan pada tanggal', null)],
    },
    { heading: 'Daftar', blocks: [archiveTable(archive)] },
  ],
  signatures: [{ ...inkSignature('Yang menyusun', null), placeAndDate: placeAndDate(context, null) }],
  layout: 'list',
});

/** Berita acara serah terima berkas: which file, how much of it, who gives and who takes. */
export const handoverMinutes: OfficeForm = (context, { register, papers }) => ({
  number: null,
  sections: [
    {
      heading: 'Pelaksanaan',
      blocks: [...occasion(context), ...party(context, 'Yang menyerahkan'), ...party(context, 'Yang menerima')],
    },
    {
      heading: 'Yang diserahterimakan',
      blocks: [
        field(context, 'Berkas, nomor dalam daftar', register, 2),
        field(context, 'Jumlah dokumen', papers.length === 0 ? null : String(papers.length)),
        field(context, 'Bentuk (kertas, kiriman tersegel, media simpan)', null),
        field(context, 'Keadaan dan keterangan', null, 3),
        text(
          'Berkas diserahkan dalam keadaan tertutup. Yang menerima bertanggung jawab atas kerahasiaan dan penyimpanannya.',
        ),
      ],
    },
  ],
  signatures: parties(context, 'Yang menyerahkan', 'Yang menerima'),
  layout: 'minutes',
});

/** Berita acara pemindahan with its daftar arsip inaktif: from the unit that made them to the records unit. */
export const transferMinutes: OfficeForm = (context, { archive }) => ({
  number: null,
  sections: [
    {
      heading: 'Pelaksanaan',
      blocks: [...occasion(context), ...party(context, 'Unit pengolah'), ...party(context, 'Unit kearsipan')],
    },
    { heading: 'Daftar arsip inaktif', blocks: [archiveTable(archive)] },
    {
      heading: 'Penyimpanan',
      blocks: [
        field(context, 'Jumlah boks dan tempat simpan', null, 2),
        text('Arsip dipindahkan menurut jadwal retensi arsip instansi; akses tetap menurut klasifikasi keamanannya.'),
      ],
    },
  ],
  signatures: parties(context, 'Unit pengolah', 'Unit kearsipan'),
  layout: 'minutes',
});

const receiptColumns = [
  { label: 'No.', width: 7 },
  { label: 'Nomor surat', width: 24 },
  { label: 'Tanggal surat', width: 17 },
  { label: 'Kepada', width: 24 },
  { label: 'Diterima: tanggal, pukul, nama, tanda tangan', width: 28 },
];

/**
 * Tanda terima surat (ekspedisi): numbers and days alone. It goes through many hands, so it tells no subject, no mark
 * and nobody whom a letter is about (law: neutralInvitation).
 */
export const deliveryReceipt: Form = (context) => ({
  classification: 'ordinary',
  sections: [
    {
      heading: '',
      blocks: [
        table(context, 'Surat yang diserahkan', receiptColumns, [], 8),
        text('Amplop diterima dalam keadaan tertutup dan utuh. Surat hanya dibuka oleh yang dituju.'),
      ],
    },
  ],
  signatures: [{ ...inkSignature('Yang menyerahkan', null), placeAndDate: placeAndDate(context, null) }],
});
