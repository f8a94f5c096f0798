import { expect } from '@playwright/test';
import { bpsExample } from '../../../shared/domain/competence/bps-example.ts';
import { sumPlans } from '../../../shared/domain/competence/institution-plan.ts';
import { programmeElements } from '../../../shared/domain/programme/elements.ts';
import { remembered } from '../made/drafts.ts';
import { correctedPlan, damagedPlan, institutionEvaluated } from '../made/evaluations.ts';
import {
  agreedFile,
  alikeFile,
  evaluatedPlan,
  exampleTable,
  learnerId,
  unclearFile,
  wrongClockTables,
} from '../made/learning.ts';
import type { Hand, Screen } from '../screen.ts';

const person = { path: `/competence/${learnerId}`, route: '/competence/$personId' };

const openPart = async ({ page, t }: Hand, part: string): Promise<void> => {
  await page.getByRole('tab', { name: t(`competence.tab.${part}`), exact: true }).click();
  await page.getByRole('tabpanel').waitFor();
};
const openDialog = async ({ page, t, button }: Hand, key: string): Promise<void> => {
  await button(t(key)).click();
  await page.getByRole('dialog').waitFor();
};
const element = programmeElements[0];

/** JP dan kompetensi, and the programme of the institution. */
export const learningScreens: readonly Screen[] = [
  { name: 'competence-ledger', path: '/competence' },
  {
    name: 'competence-ledger-empty',
    path: '/competence',
    answers: { 'competence.ledger': { rows: [], total: 0, reached: 0, jp: 0, versionNo: 0 } },
  },
  {
    name: 'competence-menu-of-exports',
    path: '/competence',
    steps: async ({ page, t, button }) => {
      await button(t('competence.export.title')).click();
      await page.getByRole('menuitem').first().waitFor();
    },
    opens: ['features/competence/ledger/ExportMenu.tsx'],
  },
  ...(['hours', 'gaps', 'plan'] as const).map(
    (part): Screen => ({ name: `competence-${part}`, ...person, steps: (hand) => openPart(hand, part) }),
  ),
  {
    name: 'competence-plan-evaluated',
    ...person,
    answers: { 'competence.plan': evaluatedPlan },
    steps: (hand) => openPart(hand, 'plan'),
  },
  {
    name: 'competence-plan-corrected',
    ...person,
    answers: { 'competence.plan': correctedPlan },
    steps: (hand) => openPart(hand, 'plan'),
  },
  {
    name: 'competence-plan-correcting',
    ...person,
    answers: { 'competence.plan': damagedPlan },
    steps: async (hand) => {
      await openPart(hand, 'plan');
      await hand.button(hand.t('competence.evaluation.correct')).click();
    },
  },
  { name: 'institution-plan', path: '/competence/institution/2026', route: '/competence/institution/$year' },
  {
    name: 'institution-plan-empty',
    path: '/competence/institution/2025',
    route: '/competence/institution/$year',
    answers: {
      'competence.institutionPlan': { revision: 0, plan: null, sums: sumPlans([]), since: null, evaluations: [] },
    },
  },
  {
    name: 'institution-plan-set',
    path: '/competence/institution/2026',
    route: '/competence/institution/$year',
    answers: { 'competence.institutionPlan': { ...institutionEvaluated, evaluations: [] } },
  },
  {
    name: 'institution-plan-evaluated',
    path: '/competence/institution/2026',
    route: '/competence/institution/$year',
    answers: { 'competence.institutionPlan': institutionEvaluated },
  },
  {
    name: 'institution-plan-signed-pdf',
    path: '/competence/institution/2026',
    route: '/competence/institution/$year',
    answers: { 'competence.institutionPlan': institutionEvaluated },
    steps: (hand) => openDialog(hand, 'competence.evaluation.pdf'),
    opens: ['features/competence/evaluation/EvaluationCards.tsx'],
  },
  {
    name: 'competence-plan-none',
    ...person,
    answers: { 'competence.plan': { revision: 0, plan: null, evaluation: null, evaluations: [], lacks: [] } },
    steps: (hand) => openPart(hand, 'plan'),
  },
  {
    name: 'competence-record',
    ...person,
    steps: (hand) => openDialog(hand, 'competence.add'),
    opens: ['features/competence/person/RecordDialog.tsx'],
  },
  {
    name: 'competence-withdraw',
    ...person,
    answers: remembered(),
    // The reason is there again when the dialog was closed over it.
    steps: async ({ page, t, button }) => {
      const begin = page.getByRole('button', {
        name: new RegExp(`^${t('competence.withdrawNamed', { title: '' }).trim()}`),
      });
      const reason = page.getByRole('dialog').getByRole('textbox', { name: t('competence.reason') });
      await begin.first().click();
      await reason.fill('Tercatat pada orang yang salah');
      await button(t('common.cancel')).click();
      await expect(reason).toHaveCount(0);
      await begin.first().click();
      await expect(reason).toHaveValue('Tercatat pada orang yang salah');
    },
    opens: ['features/competence/WithdrawDialog.tsx'],
  },
  { name: 'competence-table', path: '/competence/table' },
  {
    name: 'competence-table-wrong-clock',
    path: '/competence/table',
    answers: { 'competence.tables': wrongClockTables },
  },
  { name: 'competence-table-empty', path: '/competence/table', answers: { 'competence.tables': [] } },
  {
    name: 'competence-table-next',
    path: '/competence/table',
    steps: ({ t, button }) => button(t('competence.table.next')).click(),
  },
  {
    name: 'competence-table-example',
    path: '/competence/table',
    steps: async ({ t, button, page }) => {
      await button(t('competence.table.next')).click();
      await button(t('competence.table.example')).click();
      await page
        .getByText(t('competence.table.row', { number: bpsExample.length }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'competence-table-limits',
    path: '/competence/table',
    answers: { 'competence.tables': [exampleTable] },
  },
  {
    name: 'competence-table-file',
    path: '/competence/table',
    steps: async ({ t, button }) => {
      await button(t('competence.table.next')).click();
      await button(t('competence.table.load')).click();
      await button(t('competence.table.takeWithout', { number: 1 })).waitFor();
    },
  },
  {
    name: 'competence-table-publish',
    path: '/competence/table',
    steps: async (hand) => {
      await hand.button(hand.t('competence.table.next')).click();
      await hand.page
        .getByRole('button', { name: new RegExp(`^${hand.t('competence.table.publish', { year: '\\d+' })}`) })
        .click();
      await hand.page.getByRole('dialog').waitFor();
    },
    opens: ['features/competence/table/PublishDialog.tsx'],
  },
  { name: 'competence-import', path: '/competence/import' },
  {
    name: 'competence-import-refused',
    path: '/competence/import',
    steps: async ({ page, t, button }) => {
      await button(t('competence.import.choose')).click();
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'competence-import-order',
    path: '/competence/import',
    answers: { 'competence.importRecords': unclearFile },
    steps: async ({ page, t, button }) => {
      await button(t('competence.import.choose')).click();
      await page.getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'competence-import-people',
    path: '/competence/import',
    answers: { 'competence.importRecords': alikeFile },
    steps: async ({ page, t, button }) => {
      await button(t('competence.import.choose')).click();
      await page.getByText(t('competence.import.people.title')).waitFor();
    },
  },
  {
    name: 'competence-import-agreed',
    path: '/competence/import',
    answers: { 'competence.importRecords': agreedFile },
    steps: async ({ page, t, button }) => {
      await button(t('competence.import.choose')).click();
      await page.getByLabel(t('competence.import.leaveOut')).check();
      await button(t('competence.import.store', { number: agreedFile.accepted })).waitFor();
    },
  },
  { name: 'competence-standards', path: '/competence/standards' },
  {
    name: 'competence-standard',
    path: '/competence/standards',
    steps: (hand) => openDialog(hand, 'competence.standards.add'),
    opens: ['features/competence/standards/StandardDialog.tsx'],
  },
  { name: 'lists', path: '/lists' },
  {
    name: 'lists-named',
    path: '/lists',
    steps: async ({ page, t, button }) => {
      await page.getByLabel(t('lists.withNames')).check();
      await page.getByLabel(t('lists.purpose')).fill('Rapat penilaian kinerja triwulan');
      await page.getByLabel(t('lists.receiver')).fill('Kepala Bagian Kepegawaian Peragaan');
      await button(t('lists.show')).click();
      await page.getByRole('heading', { name: t('lists.shown') }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'lists-unprotected',
    path: '/lists',
    steps: async ({ page, t }) => {
      await page.getByLabel(t('lists.unprotected')).check();
      await page.getByText(t('lists.understood')).scrollIntoViewIfNeeded();
    },
  },
  { name: 'programme', path: '/programme' },
  {
    name: 'programme-figures',
    path: '/programme',
    // Figures of small units are hidden, and it is said why.
    steps: ({ page, t }) =>
      page.getByText(t('programme.plot.hidden')).evaluate((element) => element.scrollIntoView({ block: 'end' })),
  },
  {
    name: 'programme-element',
    path: '/programme',
    steps: (hand) =>
      hand
        .button(hand.t('programme.editNamed', { name: hand.t(`programme.element.${element}`) }))
        .click()
        .then(() => hand.page.getByRole('dialog').waitFor()),
    opens: ['features/programme/ElementDialog.tsx'],
  },
  { name: 'programme-joined', path: '/programme/figures' },
  {
    name: 'programme-joined-send',
    path: '/programme/figures',
    steps: (hand) =>
      hand
        .button(hand.t('programme.send.open'))
        .click()
        .then(() => hand.page.getByRole('dialog').getByRole('radio').first().waitFor()),
    opens: ['features/programme/SendFigures.tsx'],
  },
  { name: 'programme-benefits', path: '/programme/benefits' },
  {
    name: 'programme-benefits-short',
    path: '/programme/benefits',
    steps: async ({ page, t, button }) => {
      await button(t('programme.tally.add')).click();
      const alert = page.getByRole('alert').first();
      await alert.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
];
