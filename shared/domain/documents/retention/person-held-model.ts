import type { PersonInput, Role } from '../../identity/person.ts';
import { guidanceNumber } from '../../retention/erasure.ts';
import type { HeldPaperKind } from '../../retention/person-held.ts';
import {
  type Disposition,
  type RetentionKind,
  type RetentionSchedule,
  retentionKinds,
} from '../../retention/schedule.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import { type DocumentKind, documentTitles } from '../kind.ts';
import type { Block, DocumentModel, Section, TableBlock } from '../model.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { identity, inkSignature, placeAndDate } from '../parts.ts';

/** "Apa yang tersimpan tentang saya" (law: access). */
export const heldTitle = 'Apa yang Tersimpan tentang Saya';

/** A paper of a file of which the person may have a copy. */
export interface HeldDocument {
  readonly kind: DocumentKind;
  readonly on: string;
  /** Copies that were released of it. */
  readonly copies: readonly { readonly on: string; readonly number: string }[];
  /** Corrections that were asked for and refused. */
  readonly disputed: number;
}

/** A file (case) about the person. */
export interface HeldFile {
  /** In the register of the unit; empty: none. */
  readonly listNumber: string;
  readonly from: string;
  /** First day after its years; null: it goes on, or none are set. */
  readonly dueOn: string | null;
  readonly documents: readonly HeldDocument[];
}

/** That somebody got papers about the person; whoever it was is told by office alone. */
export interface HeldDelivery {
  readonly on: string;
  readonly to: readonly Role[];
  readonly documents: readonly DocumentKind[];
}

/** Coaching or mentoring that the person took part in. */
export interface HeldGuidance {
  readonly guidanceId: string;
  readonly kind: string;
  readonly topic: string;
  readonly records: readonly { readonly title: string; readonly on: string }[];
}

/** What a vault holds about a person, as far as that person may have it. */
export interface PersonHeld {
  readonly person: PersonInput;
  readonly files: readonly HeldFile[];
  readonly deliveries: readonly HeldDelivery[];
  readonly years: readonly { readonly year: number; readonly jp: number }[];
  readonly learning: readonly {
    readonly kind: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly jp: number;
  }[];
  /** Whether present competences are recorded, and the years with a plan, with how often it was evaluated. */
  readonly competences: boolean;
  readonly plans: readonly { readonly year: number; readonly evaluations: number }[];
  readonly guidance: readonly HeldGuidance[];
  /** Copies that were released to the person, who holds this vault; null in any other vault. */
  readonly ownCopies: readonly { readonly on: string; readonly title: string }[] | null;
  readonly schedule: RetentionSchedule;
  /** The day on which it is made. */
  readonly today: string;
}

const text = (said: string): Block => ({ block: 'text', text: said });

const day = (on: string): string => paperDate(on) ?? '–';

/** Hundredths of JP as papers write them. */
const jpText = (hundredths: number): string => `${String(hundredths / 100).replace('.', ',')} JP`;

const tableOf = (
  label: string,
  columns: readonly (readonly [string, number])[],
  rows: TableBlock['rows'],
): TableBlock => ({
  block: 'table',
  label,
  columns: columns.map(([name, width]) => ({ label: name, width })),
  rows,
});

const copiesText = ({ copies, disputed }: HeldDocument): string =>
  [
    ...(copies.length === 0 ? ['dapat diminta'] : []),
    ...copies.map(({ on, number }) => `diserahkan ${day(on)}${number === '' ? '' : `, nomor salinan ${number}`}`),
    ...(disputed === 0 ? [] : ['dibantah Pegawai']),
  ].join('; ');

const fileBlocks = ({ listNumber, from, dueOn, documents }: HeldFile, index: number): Block[] => {
  const name = listNumber === '' ? `Berkas ${index + 1}, tanpa nomor daftar` : `Berkas nomor ${listNumber}`;
  const until = dueOn === null ? '' : ` Masa simpannya habis ${day(dueOn)}.`;
  return [
    text(`${name}, dibuka ${day(from)}.${until}`),
    ...(documents.length === 0
      ? [text('Brankas ini tidak memegang dokumen berkas itu yang salinannya dapat diserahkan dari sini.')]
      : [
          tableOf(
            `Dokumen ${name.toLowerCase()}`,
            [
              ['Tanggal', 22],
              ['Dokumen', 44],
              ['Salinan', 34],
            ],
            documents.map((one) => [day(one.on), documentTitles[one.kind], copiesText(one)]),
          ),
        ]),
  ];
};

const files = (held: PersonHeld): Section => ({
  heading: 'Berkas permasalahan perilaku kerja dan konseling kinerja',
  blocks:
    held.files.length === 0
      ? [text('Tidak ada berkas yang menyebut nama Anda dalam daftar brankas ini.')]
      : held.files.flatMap(fileBlocks),
});

/** Who has got which papers: by office, since a name is another person's. */
const deliveries = (held: PersonHeld): Section => ({
  heading: 'Siapa yang menerima, dan kapan',
  blocks:
    held.deliveries.length === 0
      ? [text('Dari brankas ini tidak ada dokumen tersebut yang dikirim atau diserahkan.')]
      : [
          tableOf(
            'Penerima',
            [
              ['Tanggal', 22],
              ['Penerima', 34],
              ['Dokumen', 44],
            ],
            held.deliveries.map(({ on, to, documents }) => [
              day(on),
              to.map((role) => roleTitles[role]).join(' / ') || 'Tidak diketahui jabatannya',
              documents.map((kind) => documentTitles[kind]).join('; '),
            ]),
          ),
        ],
});

/** Years with a plan; of a plan that was evaluated, how often. */
const plansText = ({ plans }: PersonHeld): string =>
  plans.length === 0
    ? 'tidak ada'
    : plans
        .map(({ year, evaluations }) => (evaluations === 0 ? String(year) : `${year} (${evaluations} evaluasi)`))
        .join(', ');

const learning = (held: PersonHeld): Section => ({
  heading: 'Pengembangan kompetensi',
  blocks: [
    ...(held.learning.length === 0
      ? [text('Tidak ada catatan pengembangan kompetensi.')]
      : [
          tableOf(
            'JP per tahun',
            [
              ['Tahun', 50],
              ['JP yang diakui', 50],
            ],
            held.years.map(({ year, jp }) => [String(year), jpText(jp)]),
          ),
          tableOf(
            'Kegiatan',
            [
              ['Waktu', 28],
              ['Jenis', 26],
              ['Kegiatan', 32],
              ['JP', 14],
            ],
            held.learning.map(({ kind, title, from, to, jp }) => [
              from === to ? day(from) : `${day(from)} s.d. ${day(to)}`,
              kind,
              title,
              jpText(jp),
            ]),
          ),
        ]),
    text(`Kompetensi yang ada: ${held.competences ? 'tercatat' : 'tidak dicatat'}.`),
    text(`Rencana pengembangan untuk tahun: ${plansText(held)}.`),
  ],
});

/** What was said stays with those who were there: the record itself each of them has. */
const guidance = (held: PersonHeld): Section => ({
  heading: 'Pembinaan',
  blocks:
    held.guidance.length === 0
      ? [text('Tidak ada berkas pembinaan yang Anda ikuti di brankas ini.')]
      : [
          tableOf(
            'Berkas pembinaan',
            [
              ['Nomor', 16],
              ['Jenis', 16],
              ['Topik', 30],
              ['Rekaman', 38],
            ],
            held.guidance.map(({ guidanceId, kind, topic, records }) => [
              guidanceNumber(guidanceId),
              kind,
              topic,
              records.map(({ title, on }) => `${title}, ${day(on)}`).join('; ') || '–',
            ]),
          ),
        ],
});

const ownCopies = ({ ownCopies: own }: PersonHeld): Section[] =>
  own === null
    ? []
    : [
        {
          heading: 'Salinan yang diserahkan kepada Anda',
          blocks:
            own.length === 0
              ? [text('Belum ada salinan di brankas ini.')]
              : [{ block: 'list', items: own.map(({ on, title }) => `${title}, ${day(on)}`) }],
        },
      ];

const keptTitles: Partial<Readonly<Record<RetentionKind, string>>> = {
  counselled: 'Berkas konseling kinerja',
  notCounselled: 'Berkas tanpa konseling',
  guidance: 'Pembinaan',
  learning: 'Pengembangan kompetensi',
};

const dispositionTitles: Readonly<Record<Disposition, string>> = {
  destroy: 'musnah',
  permanent: 'permanen',
  review: 'dinilai kembali',
  personalFile: 'masuk berkas perseorangan',
};

/** The whole schedule, whatever lies here: so it tells of no file. */
const retention = ({ schedule }: PersonHeld): Section => ({
  heading: 'Lama penyimpanan',
  blocks: [
    tableOf(
      'Jadwal',
      [
        ['Yang disimpan', 34],
        ['Lama', 36],
        ['Dasar', 30],
      ],
      retentionKinds.flatMap((kind) => {
        const title = keptTitles[kind];
        const rule = schedule[kind];
        if (title === undefined) return [];
        if (rule === null) return [[title, 'belum diatur: tidak dihapus', '–']];
        const years = `${rule.active} tahun aktif, ${rule.inactive} tahun inaktif`;
        return [[title, `${years}, lalu ${dispositionTitles[rule.disposition]}`, rule.citation || '–']];
      }),
    ),
  ],
});

/** The same on every paper, whatever lies in the vault: what is not told tells nothing by its absence. */
const notPart: Section = {
  heading: 'Yang tidak termuat',
  blocks: [
    {
      block: 'list',
      items: [
        'Catatan pribadi konselor, bila ada: itu milik konselor sendiri, tidak dibaca untuk dokumen ini, dan bukan bagian darinya.',
        'Isi dokumen: salinannya diserahkan atas permintaan, dengan menutup data orang lain. Setiap penyerahan dicatat.',
        'Yang dibicarakan dalam pembinaan: rekamannya ada pada mereka yang ikut di dalamnya.',
        'Perbaikan yang Anda minta: ajukan tentang salinan yang Anda terima. Bila ditolak, kata-kata Anda menyertai setiap salinan sesudahnya.',
        'Nama orang lain: penerima disebut dengan jabatannya.',
        'Berkas yang menurut jadwal retensi tidak lagi menyebut nama Pegawainya, dan draf yang belum ditandatangani.',
        'Yang disimpan brankas lain: setiap pemegang menjawab untuk brankasnya sendiri.',
      ],
    },
  ],
};

/** Everything that the paper shows; Indonesian, to be signed by hand. */
export const personHeldModel = (context: DocumentContext, held: PersonHeld): DocumentModel => {
  const kind: HeldPaperKind = 'personHeld';
  return framePaper(kind, heldTitle, context, {
    addressee: ['Yth.', held.person.name],
    identity: [identity({ ...context, form: 'signed' }, 'Data dalam daftar Pegawai', held.person)],
    sections: [
      files(held),
      deliveries(held),
      learning(held),
      guidance(held),
      ...ownCopies(held),
      retention(held),
      notPart,
    ],
    signatures: [
      { ...inkSignature('Yang menyerahkan', null), placeAndDate: placeAndDate(context, paperDate(held.today)) },
    ],
  });
};
