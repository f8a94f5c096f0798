import { expect } from '@playwright/test';
import { employee } from '../../fixtures/people/cast.ts';
import { summaryOf } from '../made/case.ts';
import { cases } from '../made/cases.ts';
import { remembered } from '../made/drafts.ts';
import { ids, records } from '../made/guidance.ts';
import type { Hand, Screen } from '../screen.ts';

const coaching = { path: `/guidance/${ids.coaching}`, route: '/guidance/$guidanceId' };
const mentoring = { path: `/guidance/${ids.mentoring}`, route: '/guidance/$guidanceId' };
const learning = (['learningCommunity', 'internship'] as const).map((kind) => ({
  kind,
  path: `/guidance/${ids[kind]}`,
  route: '/guidance/$guidanceId',
}));
const learningTabs = ['plan', 'sessions', 'actions', 'evaluation', 'records'] as const;
const dialogue = { path: `/guidance/${ids.dialogue}`, route: '/guidance/$guidanceId' };
const tabs = ['goals', 'plan', 'sessions', 'actions', 'evaluation', 'records', 'summary'] as const;

const openTab = async ({ page, t }: Hand, name: string): Promise<void> => {
  await page.getByRole('tab', { name: t(`guidance.tab.${name}`), exact: true }).click();
  await page.getByRole('tabpanel').waitFor();
};

/** A dialog that a record's button opens. */
const ofRecord = (name: string, key: string, opens: string, steps?: Screen['steps']): Screen => ({
  name: `guidance-record-${name}`,
  ...coaching,
  steps: async (hand) => {
    await openTab(hand, 'records');
    await hand.button(hand.t(key)).first().click();
    await hand.page.getByRole('dialog').waitFor();
    await steps?.(hand);
  },
  opens: [opens],
});

/** Learning communities and magang: begun, in their parts, and a report that lacks something. */
const learningFiles = learning.flatMap(({ kind, ...file }): Screen[] => [
  { name: `guidance-new-${kind}`, path: `/guidance/new/${kind}`, route: '/guidance/new/$kind' },
  ...learningTabs.map(
    (name): Screen => ({ name: `guidance-${kind}-${name}`, ...file, steps: (hand) => openTab(hand, name) }),
  ),
  {
    name: `guidance-${kind}-incomplete`,
    ...file,
    steps: async (hand) => {
      await openTab(hand, 'evaluation');
      await hand.page.getByRole('tabpanel').getByRole('textbox').first().fill('');
      await hand.button(hand.t('guidance.records.make')).click();
      await hand.page.getByRole('alert').first().waitFor();
    },
  },
]);

/** Pembinaan: the list, the ways to begin, files of coaching and mentoring in their parts, records, registers. */
const files: readonly Screen[] = [
  { name: 'guidance-list', path: '/guidance' },
  { name: 'guidance-list-empty', path: '/guidance', answers: { 'guidance.list': [] } },
  ...(['coaching', 'mentoring'] as const).flatMap((kind): Screen[] => [
    { name: `guidance-quick-${kind}`, path: `/guidance/quick/${kind}`, route: '/guidance/quick/$kind' },
    {
      name: `guidance-quick-${kind}-incomplete`,
      path: `/guidance/quick/${kind}`,
      route: '/guidance/quick/$kind',
      steps: async ({ page, t, button }) => {
        await button(t('guidance.quick.print')).click();
        await page.getByRole('alert').first().waitFor();
      },
    },
    ...(kind === 'coaching'
      ? [
          {
            name: 'guidance-quick-coaching-all',
            path: '/guidance/quick/coaching',
            route: '/guidance/quick/$kind',
            steps: async ({ page, t, button }: Hand) => {
              await button(t('guidance.quick.more', { count: 4 })).click();
              await page.getByRole('switch', { name: t('guidance.adjustmentNeeded') }).check();
              await page.getByRole('textbox', { name: t('guidance.field.targetBefore') }).scrollIntoViewIfNeeded();
            },
          },
        ]
      : []),
    { name: `guidance-new-${kind}`, path: `/guidance/new/${kind}`, route: '/guidance/new/$kind' },
  ]),
  ...(['preCoaching', 'mentoringPlan'] as const).map(
    (kind): Screen => ({
      name: `guidance-write-${kind}`,
      path: `/guidance/write/${kind}`,
      route: '/guidance/write/$written',
    }),
  ),
  ...tabs.flatMap((name): Screen[] =>
    [coaching, mentoring].map((file) => ({
      name: `guidance-${file === coaching ? 'coaching' : 'mentoring'}-${name}`,
      ...file,
      steps: async (hand) => {
        await openTab(hand, name);
        if (name === 'goals') await hand.button(hand.t('guidance.goal.add')).click();
        if (name === 'actions') await hand.button(hand.t('guidance.action.add')).click();
      },
    })),
  ),
  {
    name: 'guidance-overview',
    ...mentoring,
    steps: async (hand) => {
      await openTab(hand, 'summary');
      await hand.button(hand.t('guidance.overview.make')).click();
      await hand.page.getByRole('dialog').locator('.pdf-page').first().waitFor();
    },
    opens: ['features/guidance/file/OverviewPart.tsx'],
  },
  { name: 'guidance-new-dialogue', path: '/guidance/new/dialogue', route: '/guidance/new/$kind' },
  { name: 'guidance-dialogue-records', ...dialogue },
  {
    name: 'guidance-dialogue',
    ...dialogue,
    steps: async (hand) => {
      await openTab(hand, 'dialogue');
      await hand.page
        .getByRole('region', { name: hand.t('guidance.dialogue.next'), exact: true })
        .scrollIntoViewIfNeeded();
    },
  },
  { name: 'guidance-received', path: `/guidance/${ids.received}`, route: coaching.route },
  {
    name: 'guidance-record-fields',
    ...coaching,
    steps: async (hand) => {
      await openTab(hand, 'records');
      const show = hand.page.getByRole('button', { name: hand.t('guidance.records.show') });
      while ((await show.count()) > 0) await show.first().click();
    },
  },
  ofRecord('original', 'guidance.records.original.open', 'features/guidance/records/OriginalDialog.tsx', ({ page }) =>
    page.locator('.pdf-page').first().waitFor(),
  ),
  ofRecord('scan', 'guidance.records.scan', 'features/guidance/records/ScanDialog.tsx'),
  ofRecord('send', 'guidance.records.send', 'features/guidance/records/SendDialog.tsx'),
  {
    ...ofRecord('send-to-older', 'guidance.records.send', 'features/guidance/records/SendDialog.tsx', ({ page, t }) =>
      page.getByText(t('guidance.send.olderProgram', { name: employee.name })).waitFor(),
    ),
    answers: {
      'guidance.receivers': {
        certified: true,
        receivers: [{ entryId: '2'.repeat(32), name: employee.name, party: 1, signed: false, olderProgram: true }],
      },
    },
  },
  ofRecord('discard', 'guidance.records.discard', 'features/guidance/records/DiscardDialog.tsx'),
  ofRecord('print', 'common.print', 'features/guidance/records/RecordActions.tsx', ({ page }) =>
    page.locator('.pdf-page').first().waitFor(),
  ),
  ofRecord('pdf', 'guidance.records.pdf', 'features/guidance/records/SignedPdfDialog.tsx', ({ page }) =>
    page.locator('.pdf-page').first().waitFor(),
  ),
  {
    name: 'guidance-into-case',
    ...coaching,
    answers: { 'case.list': [{ ...summaryOf(cases.opened), employeeName: employee.name }] },
    steps: async (hand) => {
      await openTab(hand, 'summary');
      const into = hand.page.getByRole('region', { name: hand.t('guidance.intoCase.title') });
      await into.getByRole('combobox', { name: hand.t('guidance.intoCase.case') }).click();
      await hand.page.getByRole('option').first().click();
    },
  },
  {
    name: 'guidance-menu-of-papers',
    path: '/guidance',
    steps: async ({ page, t, button }) => {
      await button(t('guidance.blankPapers')).click();
      await page.getByRole('menuitem').first().waitFor();
    },
    opens: ['features/guidance/list/BlankPapers.tsx'],
  },
  {
    name: 'guidance-questions',
    ...coaching,
    answers: remembered(),
    steps: async (hand) => {
      const own = hand.page.getByRole('textbox', { name: hand.t('guidance.bank.own') }).first();
      await openTab(hand, 'sessions');
      await own.fill('Apa yang Anda tunggu dari saya?');
      await openTab(hand, 'goals');
      await expect(own).toHaveCount(0);
      await openTab(hand, 'sessions');
      await expect(own).toHaveValue('Apa yang Anda tunggu dari saya?');
      await hand.page
        .getByRole('combobox', { name: hand.t('guidance.bank.question') })
        .first()
        .click();
      await hand.page.getByRole('option').first().waitFor();
    },
  },
  { name: 'guidance-calendar', path: '/guidance/calendar' },
  { name: 'guidance-coaches', path: '/guidance/coaches' },
  {
    name: 'guidance-coach',
    path: '/guidance/coaches',
    steps: async ({ page, t, button }) => {
      await button(t('guidance.coaches.add')).click();
      await page.getByRole('dialog').waitFor();
    },
    opens: ['features/guidance/coaches/CoachDialog.tsx'],
  },
];

const answers = [
  ['gap', 'large'],
  ['cause', 'behaviour'],
  ['matter', 'behaviour'],
  ['career', 'moveUp'],
  ['performance', 'above'],
] as const;

/** Choosing a form of guidance: nothing answered, and answered with the table behind it. */
const choice: readonly Screen[] = [
  { name: 'choice', path: '/guidance/choose' },
  {
    name: 'choice-answered',
    path: '/guidance/choose',
    steps: async ({ page, t, button }) => {
      for (const [question, answer] of answers)
        await page
          .getByRole('radiogroup', { name: t(`guidanceChoice.question.${question}`) })
          .getByRole('radio', { name: t(`guidanceChoice.answer.${question}.${answer}`), exact: true })
          .check();
      await button(t('guidanceChoice.tableShow')).click();
    },
  },
];

/** Training is recommended: what is formal and informal, and whose plan and JP it leads to. */
const training: Screen = {
  name: 'choice-training',
  path: '/guidance/choose',
  steps: async ({ page, t }) => {
    for (const [question, answer] of [
      ['gap', 'large'],
      ['cause', 'skill'],
      ['matter', 'skill'],
      ['performance', 'below'],
    ] as const)
      await page
        .getByRole('radiogroup', { name: t(`guidanceChoice.question.${question}`) })
        .getByRole('radio', { name: t(`guidanceChoice.answer.${question}.${answer}`), exact: true })
        .check();
    await page.getByRole('list', { name: t('guidanceChoice.trainingForms') }).scrollIntoViewIfNeeded();
  },
};

/** The page that enters a signed record as learning. */
const asLearning: Screen = {
  name: 'guidance-as-learning',
  path: `/competence/guidance/${ids.coaching}/${records.complete.hash}`,
  route: '/competence/guidance/$guidanceId/$hash',
};

export const guidanceScreens: readonly Screen[] = [...files, ...learningFiles, ...choice, training, asLearning];
