import type { ActType } from '../../case/act-type.ts';
import type {
  ExposedFile,
  Exposure,
  IncidentAccount,
  IncidentKind,
  IncidentPaperKind,
} from '../../retention/incident.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, Section, TableBlock } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { field, inkSignature, placeAndDate } from '../parts.ts';

/** Titles on the papers (Indonesian, as all paper). */
const incidentTitles: Readonly<Record<IncidentPaperKind, string>> = {
  incidentPerson: 'Pemberitahuan kepada yang Datanya Mungkin Diketahui Orang Lain',
  incidentAuthority: 'Laporan Data Pribadi yang Mungkin Diketahui Orang Lain',
  incidentRevocation: 'Permintaan Pencabutan Kunci',
};

const happened: Readonly<Record<IncidentKind, string>> = {
  lost: 'Komputer atau cadangan yang memuat brankas terenkripsi hilang atau berada di tangan orang lain.',
  missent: 'Kiriman tersegel terkirim kepada orang yang bukan tujuannya.',
};

/** Whose vault it is, as the request for revocation names its key. */
export interface IncidentHolder {
  readonly name: string;
  readonly keyFingerprint: string;
}

export interface IncidentPaper {
  readonly kind: IncidentKind;
  readonly paper: IncidentPaperKind;
  readonly account: IncidentAccount;
  readonly exposure: Exposure;
  readonly holder: IncidentHolder;
  /** Names of acts as papers write them. */
  readonly actTitles: Readonly<Record<ActType, string>>;
  /** The day on which it is made. */
  readonly today: string;
}

const nameOf = ({ employeeName, listNumber }: ExposedFile): string =>
  employeeName === '' ? `Berkas ${listNumber === '' ? 'tanpa nomor' : listNumber}` : employeeName;

/** In a list, where another file of the same id may stand above it. */
const rowName = (file: ExposedFile): string => `${nameOf(file)}${file.opening === null ? '' : ' (dikesampingkan)'}`;

const span = (days: readonly string[]): string => {
  const sorted = [...days].sort();
  const [from, to] = [paperDate(sorted[0]) ?? '', paperDate(sorted.at(-1)) ?? ''];
  return from === to ? from : `${from} s.d. ${to}`;
};

/** One row for each file: whose data, how many acts, of what time. */
const filesTable = (files: readonly ExposedFile[]): TableBlock => ({
  block: 'table',
  label: 'Data siapa saja',
  columns: [
    { label: 'No.', width: 8 },
    { label: 'Pegawai', width: 42 },
    { label: 'Jumlah langkah', width: 18 },
    { label: 'Kurun waktu', width: 32 },
  ],
  rows: files.map((file, index) => [
    String(index + 1),
    rowName(file),
    String(file.acts.length),
    span(file.acts.map(({ on }) => on)),
  ]),
});

/** One row for each act of a file. */
const actsTable = ({ acts }: ExposedFile, titles: IncidentPaper['actTitles']): TableBlock => ({
  block: 'table',
  label: 'Data apa',
  columns: [
    { label: 'Tanggal', width: 28 },
    { label: 'Langkah', width: 44 },
    { label: 'Yang mungkin terbaca', width: 28 },
  ],
  rows: acts.map(({ type, on, form }) => [
    paperDate(on),
    titles[type],
    form === 'all' ? 'seluruh isi' : 'hanya pemberitahuan, tanpa isi',
  ]),
});

const told = (context: DocumentContext, { kind, account }: IncidentPaper): Block[] => [
  { block: 'text', text: happened[kind] },
  field(context, 'Tanggal kejadian', paperDate(account.happenedOn)),
  field(context, 'Uraian', account.account, 3),
  field(context, 'Pengaman data', account.protection, 2),
  field(context, 'Tindakan yang sudah dan akan dilakukan', account.measures, 3),
  field(context, 'Narahubung', account.contact),
  field(context, 'Dasar pemberitahuan', account.citation),
];

/** What else was there, by number. Private notes are their holder's alone, to tell of or not. */
const others = ({ persons, guidance }: Exposure): Block[] =>
  persons + guidance === 0
    ? []
    : [
        {
          block: 'list',
          items: [`Orang dalam daftar Pegawai: ${persons}.`, `Berkas pembinaan: ${guidance}.`],
        },
      ];

const sections = (context: DocumentContext, given: IncidentPaper): Section[] => {
  const { paper, exposure, holder, actTitles } = given;
  if (paper === 'incidentRevocation')
    return [
      { heading: 'Kejadian', blocks: told(context, given) },
      {
        heading: 'Kunci yang diminta dicabut',
        blocks: [
          field(context, 'Pemegang', holder.name),
          field(context, 'Kode keamanan kunci', holder.keyFingerprint),
          {
            block: 'text',
            text: 'Cocokkan kode keamanan ini dengan direktori, pastikan permintaan ini dari pemegangnya, lalu cabut kuncinya.',
          },
        ],
      },
    ];
  const [file] = exposure.files;
  const data: Block[] =
    paper === 'incidentPerson'
      ? file === undefined
        ? []
        : [actsTable(file, actTitles)]
      : [filesTable(exposure.files), ...others(exposure)];
  return [
    { heading: 'Kejadian', blocks: told(context, given) },
    { heading: paper === 'incidentPerson' ? 'Data Anda' : 'Data yang mungkin diketahui', blocks: data },
  ];
};

/** Everything that a paper of an incident shows; Indonesian, to be signed by hand. */
export const incidentModel = (context: DocumentContext, given: IncidentPaper): DocumentModel => {
  const { paper, exposure, today } = given;
  const [file] = exposure.files;
  return framePaper(paper, incidentTitles[paper], context, {
    ...(paper === 'incidentPerson' && file !== undefined ? { addressee: ['Yth.', nameOf(file)] } : {}),
    sections: sections(context, given),
    signatures: [
      {
        ...inkSignature(paper === 'incidentRevocation' ? 'Pemegang kunci' : 'Yang memberitahukan', null),
        placeAndDate: placeAndDate(context, paperDate(today)),
      },
    ],
  });
};
