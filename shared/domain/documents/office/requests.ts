import type { Form } from '../forms/form.ts';
import { roleTitles } from '../official-titles.ts';
import { choices, field, identity, inkSignature, placeAndDate, table } from '../parts.ts';

const asked = {
  held: 'mengetahui apa yang tersimpan tentang saya',
  copy: 'memperoleh salinan dokumen',
  correction: 'memperbaiki yang keliru atau tidak lengkap',
};

/**
 * Our own words: which term counts, the institution writes; no source that we could read names one for these files.
 */
const termText =
  'Batas waktu diisi menurut ketentuan instansi. Sebagai bahan pertimbangan: 3 x 24 jam (UU 27/2022, periksa dahulu).';

/** Permintaan akses atau perbaikan of a person about the own data (law: access, rectify). */
export const accessRequest: Form = (context) => ({
  identity: [identity(context, 'Pemohon', context.employee)],
  sections: [
    {
      heading: 'Permintaan',
      blocks: [
        choices('Saya meminta untuk', asked, []),
        field(context, 'Dokumen atau data yang dimaksud', null, 2),
        field(context, 'Yang keliru, dan seharusnya (untuk perbaikan)', null, 3),
        field(context, 'Cara jawaban diterima', null),
      ],
    },
    {
      heading: 'Diisi penerima permintaan',
      blocks: [
        field(context, 'Diterima tanggal dan pukul', null),
        field(context, 'Batas waktu jawaban', null),
        { block: 'text', text: termText },
      ],
    },
  ],
  signatures: [
    inkSignature('Penerima permintaan', null),
    { ...inkSignature('Pemohon', context.employee), placeAndDate: placeAndDate(context, null) },
  ],
});

/** Jawaban atas permintaan: granted or not, and why not. */
export const accessAnswer: Form = (context) => ({
  number: null,
  identity: [identity(context, 'Pemohon', context.employee)],
  sections: [
    {
      heading: 'Permintaan yang dijawab',
      blocks: [
        field(context, 'Tanggal permintaan', null),
        choices('Permintaan untuk', asked, []),
        field(context, 'Batas waktu jawaban', null),
      ],
    },
    {
      heading: 'Jawaban',
      blocks: [
        choices(
          'Permintaan tersebut',
          { granted: 'dipenuhi', partly: 'dipenuhi sebagian', refused: 'tidak dipenuhi' },
          [],
        ),
        field(context, 'Yang diserahkan atau diperbaiki', null, 4),
        field(context, 'Alasan, bila tidak dipenuhi seluruhnya', null, 4),
        field(context, 'Cara mengajukan keberatan', null, 2),
      ],
    },
  ],
  signatures: [
    inkSignature('Tanda terima, Pemohon', context.employee),
    { ...inkSignature('Yang menjawab', null), placeAndDate: placeAndDate(context, null) },
  ],
});

const columns = [
  { label: 'Bagian', width: 24 },
  { label: 'Tertulis', width: 38 },
  { label: 'Seharusnya', width: 38 },
];

/** Ralat: what a paper says and what it should say; the paper itself stays as it is. */
export const correctionNote: Form = (context) => ({
  number: null,
  identity: [identity(context, roleTitles.employee, context.employee)],
  sections: [
    {
      heading: 'Dokumen yang diralat',
      blocks: [field(context, 'Nama dokumen', null), field(context, 'Nomor', null), field(context, 'Tanggal', null)],
    },
    {
      heading: 'Ralat',
      blocks: [
        table(context, 'Yang diralat', columns, [], 5),
        field(context, 'Alasan', null, 2),
        { block: 'text', text: 'Selebihnya dokumen tersebut tetap berlaku. Ralat ini disimpan bersamanya.' },
      ],
    },
  ],
  signatures: [{ ...inkSignature('Yang meralat', null), placeAndDate: placeAndDate(context, null) }],
});
