import type { CountedRecord, LedgerRow } from '../../../shared/contract/competence.ts';
import type { RecordsOutcome } from '../../../shared/contract/competence-file.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { OutputOf } from '../../../shared/contract/method.ts';
import type { ProgrammeVersion } from '../../../shared/contract/programme.ts';
import { bpsExample } from '../../../shared/domain/competence/bps-example.ts';
import { verdicts } from '../../../shared/domain/competence/count.ts';
import { listTitles } from '../../../shared/domain/documents/kind.ts';
import { maskNip } from '../../../shared/domain/identity/nip.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { blankSetting, programmeElements } from '../../../shared/domain/programme/elements.ts';
import { benefitCounts, figures, guidanceCounts, tellFigures } from '../../../shared/domain/programme/figures.ts';
import { joinTables } from '../../../shared/domain/programme/joined.ts';
import { conversion, conversionRow, learningInput } from '../../fixtures/learning.ts';
import { assessor, authorisedOfficial, employee, personnelHead } from '../../fixtures/people/cast.ts';
import { people } from '../../fixtures/people/everyone.ts';
import { coachings } from '../../fixtures/programme-figures.ts';
import type { Answers } from '../window/stand-in.ts';
import { hex, scan } from './files.ts';

/** Whose learning is shown. */
export const learnerId = hex(1, 32);

const ledger: LedgerRow[] = people.map(({ name, position, unit, employmentStatus }, index) => ({
  personId: hex(index + 1, 32),
  name,
  position,
  unit,
  employmentStatus,
  jp: 250 * index * index,
  target: index === 3 ? null : 2000,
  records: index,
  uncounted: index % 3,
}));

/** A record for each way in which one can count, or not. */
/** A version of the conversion table that counts. */
const standing = { withdrawn: null, withdrawable: false };

/** Versions that a wrong clock published: one taken back, one that keeps all others out. */
export const wrongClockTables: OutputOf<Contract['competence.tables']> = [
  {
    ...conversion({ fromYear: 2031 }),
    versionNo: 3,
    publishedAt: '2031-06-15T02:00:00.000Z',
    ...standing,
    withdrawable: true,
  },
  {
    ...conversion({ fromYear: 2031 }),
    versionNo: 2,
    publishedAt: '2031-06-14T02:00:00.000Z',
    withdrawn: { reason: 'Baterai jam komputer habis.', at: '2026-11-24T02:00:00.000Z' },
    withdrawable: false,
  },
];

/** A version with values for abroad, and maxima of a day and a month. */
export const exampleTable: OutputOf<Contract['competence.tables']>[number] = {
  ...conversion({ rows: [...bpsExample] }),
  versionNo: 1,
  publishedAt: '2026-01-05T02:00:00.000Z',
  ...standing,
};

const records: CountedRecord[] = verdicts.map((verdict, index) => ({
  ...learningInput({ title: `Kegiatan ${index + 1}`, evidence: index % 2 === 0 ? [hex(1, 32)] : [] }),
  recordId: hex(index + 1, 32),
  revision: 1,
  origin: (['typed', 'csv', 'guidance'] as const)[index % 3] ?? 'typed',
  withdrawn: verdict === 'withdrawn' ? 'Dicatat dua kali.' : null,
  year: 2026,
  jp: verdict === 'counted' || verdict === 'capped' || verdict === 'stated' ? 600 : 0,
  verdict,
  citation: verdict === 'counted' ? 'Keputusan Contoh Nomor 1' : '',
  countsAs: verdict === 'duplicate' ? hex(1, 32) : null,
  overlaps: index === 1,
}));

const standard = {
  position: employee.position,
  citation: 'Keputusan Contoh Nomor 7',
  competences: [
    { type: 'technical' as const, name: 'Pengelolaan data', level: 3, description: 'Menyusun peta data unit.' },
    { type: 'managerial' as const, name: 'Kerja sama', level: 2, description: '' },
    { type: 'sociocultural' as const, name: 'Perekat bangsa', level: 2, description: '' },
  ],
};
const item = {
  itemId: hex(1, 32),
  competence: 'Pengelolaan data',
  aim: 'Menyusun peta data',
  kind: 'eLearning' as const,
  activity: 'Kursus daring pengelolaan data',
  quarter: 2,
  plannedJp: 1000,
  cost: 250_000,
  recordIds: [hex(1, 32)],
};
/** The plan of the year, before it is evaluated. */
export const plan = {
  revision: 2,
  plan: {
    items: [item, { ...item, itemId: hex(2, 32), competence: '', aim: 'Belajar bersama komunitas', recordIds: [] }],
    remark: '',
  },
  evaluation: null,
  evaluations: [],
  lacks: [
    { code: 'gapNotPlanned' as const, name: 'Kerja sama' },
    { code: 'itemWithoutRecord' as const, name: 'Belajar bersama komunitas' },
    { code: 'notEvaluated' as const, name: 'Menyusun peta data' },
  ],
};
/** The same, closed by an evaluation of version 0.3, which nobody signed. */
export const evaluatedPlan = {
  ...plan,
  evaluation: {
    date: '2026-11-20',
    official: 'Prof. Dr. Seno Umpama, M.A.',
    office: 'Direktur Jenderal',
    results: plan.plan.items.map(({ itemId }, index) => ({
      itemId,
      outcome: index === 0 ? ('partly' as const) : ('notMet' as const),
      level: index === 0 ? 2 : null,
      remark: index === 0 ? 'Peta data unit selesai.' : '',
    })),
  },
  lacks: [],
};

const problems = [
  { row: 3, column: 'Selesai', code: 'csvDateInvalid', value: '31/02/2026' },
  { row: 5, column: 'NIP', code: 'csvNipChanged', value: '1,99103E+17' },
];
const nothing = { columns: [], rows: [], columnCount: 0, rowCount: 0 };
/** A file of learning records in which something is wrong. */
const refusedFile: RecordsOutcome = {
  seen: hex(1, 64),
  taken: { encoding: 'utf-8', guessed: false, separator: ';', headerRow: 1, sample: '' },
  leftOut: nothing,
  accepted: 0,
  known: 0,
  problemCount: problems.length,
  problems,
  stored: false,
  dayOrder: null,
  askOrder: null,
  sample: [],
  people: [],
};
const askOrder = { written: '3/4/2026', dayFirst: '2026-04-03', monthFirst: '2026-03-04' };
/** One of which it has to be asked whether days or months come first. */
export const unclearFile: RecordsOutcome = { ...refusedFile, problemCount: 0, problems: [], askOrder };
/** One that names somebody who is nearly one of the register. */
export const alikeFile: RecordsOutcome = {
  ...refusedFile,
  problemCount: 0,
  problems: [],
  people: [
    {
      ...{ row: 4, nip: '', name: `${employee.name.slice(0, 1)}. ${employee.name.split(' ').slice(1).join(' ')}` },
      unitOfWork: employee.unit,
      fitting: [{ personId: '0'.repeat(32), shown: toPublicPerson(employee) }],
    },
  ],
};
/** One whose encoding was guessed, with columns and rows that are left out. */
export const agreedFile: RecordsOutcome = {
  ...unclearFile,
  taken: { encoding: 'windows-1252', guessed: true, separator: ';', headerRow: 3, sample: 'Menyusun “résumé” – dasar' },
  leftOut: { columns: ['No', 'Jabatan'], rows: [{ row: 14, value: 'Jumlah · 120' }], columnCount: 2, rowCount: 1 },
  accepted: 10,
  known: 1,
  dayOrder: 'dayFirst',
  sample: [
    {
      row: 4,
      name: employee.name,
      title: 'Pengelolaan data',
      written: '3/4/2026',
      from: '2026-04-03',
      to: '2026-04-03',
    },
    {
      ...{ row: 5, name: employee.name, title: 'Menyusun “résumé” – dasar' },
      ...{ written: '5/6/2026 – 7/6/2026' },
      from: '2026-06-05',
      to: '2026-06-07',
    },
  ],
};
/** A conversion table with a column that is left out. */
export const tableFile = {
  outcome: {
    seen: refusedFile.seen,
    taken: refusedFile.taken,
    leftOut: { ...nothing, columns: ['Catatan'], columnCount: 1 },
    accepted: 1,
    known: 0,
    problemCount: 0,
    problems: [],
    stored: false,
  },
  rows: [conversionRow()],
};

const setting = (revision: number): ProgrammeVersion => ({
  revision,
  setting: {
    ...blankSetting(),
    text: 'Coach ditugaskan oleh Pimpinan unit.',
    document: { title: 'Keputusan Contoh', number: '12/2026', date: '2026-01-05' },
    since: '2026-02-01',
    until: revision === 1 ? '2026-10-31' : '',
    unit: 'Bagian Kepegawaian Peragaan',
    attachmentIds: [hex(1, 32)],
  },
  attachments: [scan(1, 'keputusan.pdf')],
  savedAt: '2026-02-01T02:00:00.000Z',
});

const period = '2026-1';
const tally = {
  period,
  unit: employee.unit,
  sheets: 14,
  productivity: 9,
  creativity: 6,
  satisfaction: 14,
  engagement: 8,
};
const ownFigures = figures.parse(
  tellFigures(
    [
      ...coachings({ unit: employee.unit, people: 7, sessions: 3, goals: ['met', 'partly'] }),
      ...coachings({ unit: 'Subbagian Arsip Peragaan', people: 2, sessions: 5, goals: ['notMet'] }),
    ],
    [tally],
    period,
  ),
);

/** A vault that keeps learning hours and the programme. */
export const learningAnswers: Answers = {
  'competence.ledger': { rows: ledger, total: ledger.length, reached: 3, jp: 9000, versionNo: 2 },
  'competence.filters': { units: [employee.unit], years: [2026, 2025] },
  'competence.employee': {
    personId: learnerId,
    name: employee.name,
    position: employee.position,
    unit: employee.unit,
    employmentStatus: 'pns',
    years: [2026, 2025].map((year) => ({
      year,
      jp: 1800,
      target: 2000,
      targetCitation: 'Keputusan Contoh Nomor 2',
      shares: { formal: 600, social: 600, experience: 600 },
    })),
    records,
  },
  'competence.tables': [
    {
      ...conversion({ fromYear: 2026, rows: [conversionRow(), conversionRow({ kind: 'coaching', unit: 'sessions' })] }),
      versionNo: 2,
      publishedAt: '2026-01-03T02:00:00.000Z',
      ...standing,
    },
    { ...conversion(), versionNo: 1, publishedAt: '2020-01-03T02:00:00.000Z', ...standing },
  ],
  'competence.standards': [{ ...standard, standardId: hex(1, 32), revision: 1 }],
  'competence.competences': {
    position: employee.position,
    standard,
    present: {
      assessedOn: '2026-03-02',
      basis: 'Penilaian atasan',
      levels: [
        { name: 'Pengelolaan data', level: 2 },
        { name: 'Kerja sama', level: 1 },
      ],
    },
    gaps: [
      { type: 'technical', name: 'Pengelolaan data', required: 3, present: 2 },
      { type: 'managerial', name: 'Kerja sama', required: 2, present: 1 },
      { type: 'sociocultural', name: 'Perekat bangsa', required: 2, present: null },
    ],
  },
  'competence.plan': plan,
  'competence.importRecords': refusedFile,
  'competence.readTable': tableFile,
  'competence.figures': {
    units: [
      { unit: employee.unit, withTarget: 27, reached: 13, gaps: 15, assessed: 14 },
      { unit: 'Bidang Data Peragaan', withTarget: 'withheld', reached: 'withheld', gaps: 9, assessed: 8 },
      { unit: 'Subbagian Arsip Peragaan', withTarget: 'small', reached: 'withheld', gaps: 0, assessed: 0 },
    ],
    total: { withTarget: 41, reached: 19, gaps: 24, assessed: 22 },
  },
  'programme.get': programmeElements.map((element, index) => ({
    element,
    current: index % 4 === 0 ? setting(2) : null,
  })),
  'programme.history': [setting(2), setting(1)],
  'lists.prepare': {
    title: listTitles.registerList,
    facts: [
      { label: 'Periode', value: 'seluruhnya' },
      { label: 'Unit kerja', value: 'semua' },
      { label: 'Keadaan', value: 'semua' },
      { label: 'Tujuan', value: 'Rapat penilaian kinerja triwulan' },
      { label: 'Penerima', value: 'Kepala Bagian Kepegawaian Peragaan' },
      { label: 'Dibuat', value: '26 November 2026' },
      { label: 'Jumlah', value: '2' },
    ],
    columns: [
      ...['No', 'Nomor daftar', 'Nama', 'NIP', 'Pangkat/Gol.', 'Jabatan', 'Unit kerja', 'Nomor laporan'],
      ...['Tanggal laporan', 'Penetapan', 'Nomor penetapan', 'Tanggal penetapan', 'Keadaan'],
    ],
    rows: [1, 2].map((number) => [
      ...[String(number), `${number}/2026`, employee.name, maskNip(employee.nip), employee.rank, employee.position],
      ...[employee.unit, `R-${number}/KP.07/2026`, '1 Maret 2026', 'Konseling kinerja', `R-${number}0/2026`],
      ...['20 Maret 2026', 'Konseling'],
    ]),
    total: 2,
  },
  'programme.prepareGuideline': { viewId: 'kertas', size: 1000 },
  'programme.prepareBenefitSheet': { viewId: 'kertas', size: 1000 },
  'programme.figures': {
    own: ownFigures,
    leftAt: null,
    isOver: true,
    sources: [{ entryId: hex(9, 32), name: assessor.name, sealedAt: '2026-07-02T02:00:00.000Z' }],
    joined: {
      guidance: joinTables(
        [
          ownFigures.guidance,
          tellFigures(coachings({ unit: employee.unit, people: 6, sessions: 2 }), [], period).guidance,
        ],
        guidanceCounts,
      ),
      benefits: joinTables([ownFigures.benefits], benefitCounts),
    },
  },
  'exchange.figuresReceivers': {
    certified: true,
    receivers: [
      { entryId: hex(8, 32), name: personnelHead.name, position: personnelHead.position, olderProgram: true },
      {
        entryId: hex(7, 32),
        name: authorisedOfficial.name,
        position: authorisedOfficial.position,
        olderProgram: false,
      },
    ],
  },
  'programme.tallies': [{ tallyId: hex(6, 32), tally }],
};
