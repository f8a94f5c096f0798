import type { DocumentContext } from '../documents/context.ts';
import { framePaper } from '../documents/frame.ts';
import { programmePaperTitles } from '../documents/kind.ts';
import type { Block, DocumentModel, Section } from '../documents/model.ts';
import { paperDate } from '../documents/paper-date.ts';
import { field, inkSignature, paperReference } from '../documents/parts.ts';
import type { PersonInput } from '../identity/person.ts';
import { type ProgrammeElement, type ProgrammeSetting, programmeElements } from './elements.ts';
import { stateOf } from './state.ts';

/** What a guideline is made of: settings by element, with the names of elements as papers write them. */
export interface GuidelineContent {
  readonly settings: { readonly [E in ProgrammeElement]?: ProgrammeSetting | null };
  readonly titles: Readonly<Record<ProgrammeElement, string>>;
  /** Who sets it; null: a place to write the name. */
  readonly official: PersonInput | null;
  /** The day on which it is made, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One process for both (law: guideline): what each step is to performance, and to competence. */
const together: readonly (readonly [step: string, performance: string, competence: string])[] = [
  [
    'Menemukan kebutuhan',
    'Evaluasi kinerja, wawancara, atau penilaian atasan menunjukkan hasil kerja yang belum sesuai.',
    'Kompetensi sekarang dibandingkan dengan standar kompetensi jabatan.',
  ],
  [
    'Menetapkan tujuan',
    'Tujuan menyebut ukuran dan target kerja, sejalan dengan sasaran organisasi.',
    'Tujuan menyebut kompetensi yang dituju dan masuk rencana pengembangan kompetensi.',
  ],
  [
    'Memilih coach atau mentor dan merencanakan',
    'Jadwal menyesuaikan jadwal kerja dan diberi prioritas.',
    'Metode, bahan, dan cara evaluasi ditetapkan sebelum dimulai.',
  ],
  [
    'Melaksanakan',
    'Hambatan kerja dibahas; penyesuaian Ekspektasi disepakati dengan Pimpinan.',
    'Potensi digali, atau pengetahuan dan pengalaman dialihkan.',
  ],
  [
    'Mengevaluasi',
    'Perubahan hasil kerja dilihat pada evaluasi kinerja berikutnya.',
    'Kegiatan yang sudah ditandatangani dicatat sebagai JP; kebutuhan berikutnya disebut.',
  ],
];

const purpose = (institution: string): Section => ({
  heading: 'Maksud',
  blocks: [
    {
      block: 'text',
      text: `Coaching dan mentoring${institution === '' ? '' : ` di ${institution}`} adalah satu kegiatan untuk dua hal: pengembangan kompetensi dan pengelolaan kinerja Pegawai. Pedoman ini mengatur keduanya bersama, sesuai keadaan instansi.`,
    },
    {
      block: 'list',
      items: [
        'Peraturan LAN Nomor 10 Tahun 2018 tentang Pengembangan Kompetensi Pegawai Negeri Sipil.',
        'Peraturan Menteri PANRB Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara.',
      ],
    },
  ],
});

const process: Section = {
  heading: 'Satu alur untuk kinerja dan kompetensi',
  blocks: [
    {
      block: 'table',
      label: '',
      columns: [
        { label: 'Langkah', width: 22 },
        { label: 'Pengelolaan kinerja', width: 39 },
        { label: 'Pengembangan kompetensi', width: 39 },
      ],
      rows: together,
    },
    {
      block: 'text',
      text: 'Isi coaching dan mentoring bukan bahan penilaian SKP, tunjangan, promosi, atau hukuman disiplin, dan tidak dipakai untuk memeringkat Pegawai.',
    },
  ],
};

/** What an element says; a part that is empty is not printed. */
const blocksOf = (context: DocumentContext, setting: ProgrammeSetting, isDraft: boolean): Block[] => {
  const { text, document, since, until, unit } = setting;
  const reference = [document.title, paperReference(document.number, paperDate(document.date))].filter(Boolean);
  const [from, to] = [paperDate(since), paperDate(until)];
  const holds = [from === null ? '' : `sejak ${from}`, to === null ? '' : `sampai ${to}`].filter(Boolean);
  const fields: [label: string, text: string][] = [
    ['Ditetapkan dengan', reference.join(', ')],
    ['Berlaku', holds.join(' ')],
    ['Penanggung jawab', unit],
    ['Keadaan', isDraft ? 'masih konsep' : ''],
  ];
  return [
    { block: 'text', text },
    ...fields.filter(([, value]) => value !== '').map(([label, value]) => field(context, label, value)),
  ];
};

/** Everything that a guideline of coaching and mentoring shows; elements without a valid setting are named as open. */
export const guidelineModel = (
  context: DocumentContext,
  { settings, titles, official, today }: GuidelineContent,
): DocumentModel => {
  const standings = programmeElements.map((element) => {
    const setting = settings[element] ?? null;
    return { element, setting, state: stateOf(setting, today) };
  });
  const isWritten = ({ state }: { readonly state: string }): boolean => state === 'set' || state === 'drafted';
  const written = standings.filter(isWritten);
  const open = standings.filter((standing) => !isWritten(standing));
  return framePaper('programmeGuideline', programmePaperTitles.programmeGuideline, context, {
    classification: 'ordinary',
    number: null,
    sections: [
      purpose(context.institution.name),
      process,
      ...written.map(({ element, setting, state }, index) => ({
        heading: `${index + 1}. ${titles[element]}`,
        blocks: setting === null ? [] : blocksOf(context, setting, state === 'drafted'),
      })),
      ...(open.length === 0
        ? []
        : [
            {
              heading: 'Unsur yang belum ditetapkan',
              blocks: [{ block: 'list' as const, items: open.map(({ element }) => titles[element]) }],
            },
          ]),
    ],
    signatures: [{ ...inkSignature('Pejabat yang Berwenang', official), placeAndDate: null }],
  });
};
