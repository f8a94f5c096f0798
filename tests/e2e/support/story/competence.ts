import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bpsExample } from '../../../../shared/domain/competence/bps-example.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import { textsOf } from '../accessible/texts.ts';
import {
  addActivity,
  addStandard,
  assess,
  evaluatePlan,
  lookAtCsv,
  openLearner,
  openLedger,
  openPart,
  planGaps,
  publishTable,
  type TypedCompetence,
  text,
} from '../steps/competence-steps.ts';
import { button } from '../steps/guidance-steps.ts';
import { employee } from './assessor.ts';
import { canaries } from './canaries.ts';
import { showInMiddle, showTop } from './scroll.ts';
import type { Participant, Stage } from './stage.ts';

// Learning hours, competences and a plan, as the personnel unit keeps them. Every figure and decision is made up.

type Keeper = Pick<Participant, 'app' | 'page'>;
const t = textsOf('id');
const year = new Date().getFullYear();
const decision = 'Keputusan Contoh Nomor 4/2026';

const goToPart = async (page: Page, part: 'table' | 'import' | 'standards'): Promise<void> => {
  await openLedger(page);
  await button(page, text(`${part}.title`)).click();
  await page.getByRole('heading', { level: 1, name: text(`${part}.title`), exact: true }).waitFor();
};

/** The conversion table of the institution, from last year on. */
const publish = async (page: Page, look: Stage['look']): Promise<void> => {
  await goToPart(page, 'table');
  await button(page, text('table.next')).click();
  const citation = (letter: string): string => `${decision}, huruf ${letter}`;
  const rows = [
    { kind: 'eLearning', unit: 'hours', jp: '1', maximum: '12', evidence: false, citation: citation('a') },
    { kind: 'coaching', unit: 'sessions', jp: '1', maximum: '8', evidence: false, citation: citation('b') },
    { kind: 'mentoring', unit: 'sessions', jp: '1,5', evidence: false, citation: citation('c') },
    { kind: 'seminar', unit: 'days', jp: '4', evidence: true, citation: citation('d') },
  ];
  await publishTable(page, { year: year - 1, basis: decision, rows }, () => look(page, 'competence-table-edit'));
  await showTop(page);
  await look(page, 'competence-table');
  await lookAtExample(page, look);
};

/** The public example of one institution, loaded into a next version that nobody publishes. */
const lookAtExample = async (page: Page, look: Stage['look']): Promise<void> => {
  await button(page, text('table.next')).click();
  await button(page, text('table.example')).click();
  await page.getByRole('group', { name: text('table.row', { number: bpsExample.length }), exact: true }).waitFor();
  await showInMiddle(button(page, text('table.example')));
  await look(page, 'competence-table-example');
  await button(page, t('common.cancel')).click();
};

const lines = [
  `${employee.nip};E-learning;Dasar pengelolaan data;${year - 1}-03-04;${year - 1}-03-05;jam;6`,
  `${employee.nip};Seminar/konferensi/sarasehan;Sarasehan layanan data;${year - 1}-06-10;${year - 1}-06-11;hari;2`,
  `${employee.nip};Pelatihan teknis;Pelatihan peta data;${year - 1}-09-02;${year - 1}-09-04;JP;14`,
  `${employee.nip};E-learning;Menulis kabar singkat ${canaries.learning};${year}-01-12;${year}-01-12;jam;4,5`,
  `${employee.nip};Coaching;Coaching bersama atasan;${year}-01-14;${year}-01-14;sesi;3`,
  `${employee.nip};Mentoring;Mentoring peta data;${year}-01-15;${year}-01-15;sesi;4`,
  `${cast.otherEmployee.nip};E-learning;Tata arsip digital;${year}-01-08;${year}-01-09;jam;9`,
];

/** Activities by a file from a spreadsheet, all or none. */
const bringIn = async ({ app, page }: Keeper, { folder, look }: Stage): Promise<void> => {
  await goToPart(page, 'import');
  const csv = join(folder, 'files', 'kegiatan.csv');
  await lookAtCsv(app, page, csv, ['NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah', ...lines]);
  const store = button(page, text('import.store', { number: lines.length }));
  await showInMiddle(store);
  await look(page, 'competence-import');
  await store.click();
  await page
    .getByRole('status')
    .filter({ hasText: text('import.stored', { accepted: lines.length, known: 0 }) })
    .waitFor();
};

/** Two more by hand: one with its certificate, one whose proof is still missing. */
const addByHand = async ({ app, page }: Keeper, { files, look }: Stage): Promise<void> => {
  await openLedger(page);
  await openLearner(page, employee.name);
  const technical = {
    kind: 'technicalTraining',
    unit: 'jp',
    amount: '6,5',
    day: `${year}-01-20`,
    proofs: [files.certificate],
  };
  await addActivity(app, page, { ...technical, title: 'Pelatihan dasbor layanan' });
  const seminar = { kind: 'seminar', unit: 'days', amount: '1', day: `${year}-01-22` };
  await addActivity(app, page, { ...seminar, title: 'Seminar layanan digital' });
  await page
    .getByRole('row', { name: /Seminar layanan digital/ })
    .getByText(text('verdict.evidenceMissing'))
    .waitFor();
  await showTop(page);
  await look(page, 'competence-person');
  await showInMiddle(page.getByRole('table', { name: text('records') }));
  await look(page, 'competence-records');
};

const competences: readonly TypedCompetence[] = [
  { name: 'Pemetaan data', type: 'technical', level: 4 },
  { name: 'Kerja sama', type: 'managerial', level: 3 },
  { name: 'Perekat bangsa', type: 'sociocultural', level: 2 },
];

const aims = {
  mapping: `Menyusun peta data layanan sendiri (${canaries.aim})`,
  team: 'Mengabari tim sebelum tugas terlambat',
} as const;

/** Standard of the position, assessment, plan from the gaps, evaluation that the official signed on paper. */
const plan = async ({ app, page }: Keeper, { files, look }: Stage): Promise<void> => {
  await goToPart(page, 'standards');
  await addStandard(page, employee.position, 'Keputusan Contoh Nomor 3/2025', competences);
  await look(page, 'competence-standards');
  await openLedger(page);
  await openLearner(page, employee.name);
  await openPart(page, 'gaps');
  await assess(page, 'Wawancara dan pengamatan atasan', competences, [2, 2, 2]);
  await page.getByRole('table', { name: text('gaps') }).waitFor();
  await showTop(page);
  await look(page, 'competence-gaps');
  await openPart(page, 'plan');
  const mapping = { gap: 'Pemetaan data', kind: 'mentoring', activity: 'Mentoring peta data', quarter: 1, jp: '6' };
  const team = { gap: 'Kerja sama', kind: 'coaching', activity: 'Coaching bersama atasan', quarter: 1, jp: '3' };
  await planGaps(page, [
    { ...mapping, aim: aims.mapping, record: 'Mentoring peta data' },
    { ...team, aim: aims.team, record: 'Coaching bersama atasan' },
  ]);
  await page.getByText(text('planLacks.notEvaluated', { name: aims.team })).waitFor();
  await showTop(page);
  await look(page, 'competence-plan');
  const { name, position } = cast.authorisedOfficial;
  const signed = { official: name, office: position, scan: files.pdf };
  await evaluatePlan({ app, page }, signed, { [aims.mapping]: 'met', [aims.team]: 'partly' });
  await showInMiddle(page.getByRole('region', { name: text('evaluation.title') }));
  await look(page, 'competence-plan-evaluated');
};

/** The plan of the institution, in which the employees' plans are added up; it is proposed. */
const planInstitution = async (page: Page, look: Stage['look']): Promise<void> => {
  await openLedger(page);
  await button(page, text('institution.title')).click();
  await page.getByRole('table', { name: text('institution.employees') }).waitFor();
  await page.getByLabel(text('institution.budgetSource')).fill('DIPA 001.01.2/2026');
  await button(page, text('institution.addLine')).click();
  const line = page.getByRole('group', { name: text('institution.line', { number: 1 }), exact: true });
  await line.getByLabel(new RegExp(`^${text('institution.activity')}`)).fill('Bimbingan teknis layanan data');
  await line.getByLabel(text('institution.people')).fill('20');
  await line.getByLabel(text('plan.cost')).fill('15000000');
  await page.getByRole('radio', { name: text('institution.state.proposed') }).check();
  await button(page, text('institution.save')).click();
  await page.getByText(text('institution.saved'), { exact: true }).first().waitFor();
  await showTop(page);
  await look(page, 'institution-plan');
};

/** Conversion table, activities, standard, gaps, plan of the employee and of the institution; ends at the ledger. */
export const keepCompetence = async (keeper: Keeper, stage: Stage): Promise<void> => {
  const { page } = keeper;
  await publish(page, stage.look);
  await bringIn(keeper, stage);
  await addByHand(keeper, stage);
  await plan(keeper, stage);
  await planInstitution(page, stage.look);
  await openLedger(page);
  await page.getByRole('row', { name: new RegExp(employee.name.slice(0, 12)) }).waitFor();
  await stage.look(page, 'competence-ledger');
};
