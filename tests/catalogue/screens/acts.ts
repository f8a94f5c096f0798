import { expect } from '@playwright/test';
import { type ActType, actTypes } from '../../../shared/domain/case/act-type.ts';
import { maxText } from '../../../shared/domain/fields.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { assessor } from '../../fixtures/people/cast.ts';
import type { MadeCase } from '../made/case.ts';
import { type CaseName, cases, copiedCase } from '../made/cases.ts';
import { members, outbox } from '../made/exchange.ts';
import type { Screen } from '../screen.ts';
import { refuse } from '../window/stand-in.ts';

/** In which case each form is shown: the opening, and what only the exchange asks for, have pages of their own. */
const shownIn: Readonly<Record<Exclude<ActType, (typeof elsewhere)[number]>, CaseName | MadeCase>> = {
  feedbackRecorded: 'opened',
  problemIdentified: 'opened',
  problemCommunicated: 'problemIdentified',
  changeEvaluated: 'problemCommunicated',
  reportSubmitted: 'changeEvaluated',
  reportReturned: 'reportSubmitted',
  reportRegistered: 'reportSubmitted',
  counsellingDecided: 'reportRegistered',
  counsellorAssigned: 'counsellingDecided',
  assignmentAnswered: 'counsellorAssigned',
  assignmentEnded: 'sessionScheduled',
  sessionScheduled: 'sessionScheduled',
  sessionRescheduled: 'sessionScheduled',
  consentRecorded: 'sessionScheduled',
  sessionHeld: 'sessionScheduled',
  sessionMissed: 'sessionScheduled',
  referralRecorded: 'sessionScheduled',
  resultSigned: 'sessionHeld',
  resultReceived: 'resultSigned',
  followUpDecided: 'resultSigned',
  followUpJoined: 'followUpDecided',
  followUpProgressed: 'followUpDecided',
  statusNotified: 'followUpDecided',
  caseClosed: 'opened',
  employeeMistaken: 'opened',
  employeeLeft: 'opened',
  assessorReplaced: 'opened',
  paperAnswered: 'reportRegistered',
  copyReleased: 'followUpDecided',
  responseGiven: copiedCase,
  correctionRequested: 'followUpDecided',
  correctionAnswered: 'followUpDecided',
  actCorrected: 'followUpDecided',
  identityCorrected: 'opened',
};

/** Acts whose form is no page of a case: a case is opened, a copy acknowledged and a post handed over elsewhere. */
export const elsewhere = ['caseOpened', 'copyAcknowledged', 'postHandedOver'] as const satisfies readonly ActType[];

const route = '/cases/$caseId/act/$type';
const here = (type: ActType): type is keyof typeof shownIn => type in shownIn;

/** Corrections, answers and copies have the act that they are about in their place. */
const isAboutAny = (type: ActType): boolean => ['actCorrected', 'paperAnswered', 'copyReleased'].includes(type);

/** Corrections, answers and copies are about the report; of the others the form itself says what they are about. */
const pathOf = (type: keyof typeof shownIn): string => {
  const shown = shownIn[type];
  const { caseId, file } = typeof shown === 'string' ? cases[shown] : shown;
  const about = file.acts.find(({ header }) => header.type === 'reportSubmitted')?.hash ?? '';
  return `/cases/${caseId}/act/${type}${isAboutAny(type) ? `/${about}` : ''}`;
};

const report = `/cases/${cases.reportSubmitted.caseId}/act/reportReturned`;
const title = 'reportReturned';

/** A clock that stands in 2010, while the case has an act of this week. */
const doubtedClock = {
  reads: '2010-01-01T02:14:00.000Z',
  known: '2026-11-23T03:00:00.000Z',
  reasons: ['computerWrong', 'earlierWrong'],
  isBehind: true,
  hasLeapt: false,
} as const;

/** A number that stands on an invitation of another file. */
const numberTaken = {
  code: 'numberTaken',
  rule: 'numbers',
  satisfiedBy: null,
  stands: {
    caseId: cases.opened.caseId,
    hash: '7'.repeat(64),
    type: 'sessionScheduled',
    number: 'R-7/KBK/KP.05/XI/2026',
    date: '2026-11-23',
    employeeName: 'Tirta Contoh',
  },
} as const;

/** The case may go to every member of the directory, whose programs are all of version 0.3 or of now. */
const anyMember = (olderProgram: boolean) => ({
  'directory.members': members.map((member) => ({ ...member, self: false })),
  'exchange.outbox': {
    certified: true,
    cases: [
      {
        ...outbox,
        receivers: members.flatMap(({ entryId }) => outbox.receivers.map((due) => ({ ...due, entryId, olderProgram }))),
      },
    ],
  },
});

/** The form of every act, and what stands beside, above and before it. */
export const actScreens: readonly Screen[] = [
  {
    name: 'act-person-of-like-name',
    path: `/cases/${cases.opened.caseId}/act/assessorReplaced`,
    route,
    answers: {
      'persons.alike': [{ entryId: '4'.repeat(32), known: null, shown: toPublicPerson(assessor) }],
    },
    steps: async ({ page, t }) => {
      await page
        .getByRole('textbox', { name: t('person.name') })
        .first()
        .fill('Damar Contohwijaya');
      await page
        .getByRole('group', { name: t('person.alike.question') })
        .first()
        .waitFor();
    },
  },
  ...actTypes.filter(here).map(
    (type): Screen => ({
      name: `act-${type}`,
      path: pathOf(type),
      route: isAboutAny(type) ? `${route}/$about` : route,
      steps: ({ page, t }) => page.getByRole('form', { name: t(`acts.${type}`), exact: true }).waitFor(),
    }),
  ),
  {
    name: 'act-number-taken',
    path: pathOf('sessionScheduled'),
    route,
    answers: { 'case.checkAct': { issues: [], obstacles: [numberTaken], warnings: [], deliveries: [] } },
    steps: async ({ page, t }) => {
      const field = page.getByRole('textbox', { name: t('cases.field.numberReason'), exact: true });
      await field.waitFor();
      await page.getByText(t('errors.numberTaken')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'act-incomplete',
    path: `/cases/${cases.opened.caseId}/act/problemIdentified`,
    route,
    steps: async ({ page, t, button }) => {
      await button(t('cases.form.sign')).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'act-left-field',
    path: `/cases/${cases.opened.caseId}/act/problemIdentified`,
    route,
    steps: async ({ page, t }) => {
      const fields = page
        .getByRole('form', { name: t('acts.problemIdentified') })
        .locator('textarea:not([aria-hidden])');
      const refused = page.getByText(t('fieldIssue.required'), { exact: true });
      // The first letter, and all of them taken back: judged on leaving the field, no sooner.
      await fields.first().fill('S');
      await page.waitForTimeout(600);
      await expect(refused, 'while the first letter is typed').toHaveCount(0);
      await fields.first().fill('');
      await page.waitForTimeout(600);
      await expect(refused, 'while somebody writes').toHaveCount(0);
      await fields.first().blur();
      await refused.waitFor();
      await expect(refused, 'of the field that was left alone').toHaveCount(1);
      await expect(fields.first()).toHaveAttribute('aria-invalid', 'true');
      await fields.first().fill('Sering terlambat');
      await expect(refused, 'once it is filled').toHaveCount(0);
      await fields.first().blur();
      await expect(refused, 'left with what was filled').toHaveCount(0);
      await fields.first().fill('');
      await fields.first().blur();
      await refused.waitFor();
    },
  },
  {
    name: 'act-too-much-text',
    path: `/cases/${cases.opened.caseId}/act/problemIdentified`,
    route,
    steps: async ({ page, t }) => {
      const field = page
        .getByRole('form', { name: t('acts.problemIdentified') })
        .locator('textarea')
        .first();
      await field.fill('Terlambat. ');
      await field.press('Control+End');
      await page.keyboard.insertText('x'.repeat(maxText));
      await page
        .getByRole('alert')
        .filter({ hasText: /20\.011/ })
        .waitFor();
      await expect(field, 'all of the text or none of it').toHaveValue('Terlambat. ');
    },
  },
  {
    name: 'act-that-weighs',
    path: `/cases/${cases.resultSigned.caseId}/act/followUpDecided`,
    route,
    steps: async ({ page, t }) => {
      await page.getByRole('combobox', { name: t('cases.rows.kind') }).click();
      await page.getByRole('option', { name: t('cases.option.followUp.disciplineRecommendation') }).click();
      await expect(page.getByRole('checkbox', { name: t('cases.rows.burdensome') })).toBeChecked();
      await page.getByText(t('cases.field.employeeAskedOn')).first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'act-too-early',
    path: `/cases/${cases.problemCommunicated.caseId}/act/changeEvaluated`,
    route,
    steps: async ({ page, t }) => {
      await page
        .getByLabel(new RegExp(`^${t('cases.field.date')}`))
        .first()
        .fill('2026-04-01');
      await page.getByRole('radio', { name: t('cases.option.change.unchanged') }).check();
      await page.getByText(t('cases.field.earlyReason')).first().waitFor();
    },
  },
  {
    name: 'act-with-notes',
    path: `/cases/${cases.sessionHeld.caseId}/act/resultSigned`,
    route,
    steps: async ({ page, t, button }) => {
      await button(t('cases.notesPanel.show')).click();
      await page.getByRole('complementary', { name: t('cases.notesPanel.title') }).waitFor();
    },
    opens: ['features/notes/NotesSidePanel.tsx'],
  },
  {
    name: 'act-from-paper',
    path: report,
    route,
    steps: async ({ page, t }) => {
      await page.getByRole('radio', { name: t('cases.form.modePaper') }).check();
      await page.getByRole('heading', { name: t('cases.form.paperTitle') }).waitFor();
    },
  },
  {
    name: 'act-clock-asked',
    path: report,
    route,
    answers: {
      'case.checkAct': { issues: [], obstacles: [], warnings: [], deliveries: [] },
      'case.recordAct': ({ clock }) => refuse(clock === null ? 'clockAsked' : 'correctionUnfit', doubtedClock),
    },
    steps: async ({ page, t, button }) => {
      await button(t('cases.form.sign')).click();
      const dialog = page.getByRole('dialog', { name: t('clock.ask.title') });
      await dialog.getByLabel(t('clock.ask.date')).fill('2025-11-24');
      await dialog.getByLabel(t('clock.ask.time')).fill('09:30');
      await button(t('clock.ask.goOn')).click();
      await dialog.getByRole('alert').waitFor();
      await expect(dialog.getByLabel(t('clock.ask.date')), 'what was stated stays').toHaveValue('2025-11-24');
    },
    opens: ['ui/clock/ClockQuestion.tsx'],
  },
  {
    name: 'act-copy-parts',
    path: pathOf('copyReleased'),
    route: `${route}/$about`,
    steps: async ({ page, t }) => {
      const parts = page.getByRole('group', { name: t('cases.field.leftOut') }).getByRole('checkbox');
      await parts.first().check();
      await parts.last().check();
    },
  },
  {
    name: 'act-discard',
    path: report,
    route,
    steps: async ({ page, t, button }) => {
      await page.getByRole('form', { name: t(`acts.${title}`), exact: true }).waitFor();
      await page.getByRole('radio', { name: t('cases.form.modePaper') }).check();
      await button(t('common.discardDraft')).click();
      await page.getByRole('dialog', { name: t('cases.form.discardTitle') }).waitFor();
    },
    opens: ['features/cases/act-form/DraftActions.tsx'],
  },
  {
    name: 'act-send-draft',
    path: `/cases/${cases.reportRegistered.caseId}/act/counsellingDecided`,
    route,
    roles: ['personnelOfficer'],
    answers: { 'directory.members': members.map((member) => ({ ...member, self: false })) },
    steps: async ({ page, t, button }) => {
      await button(t('exchange.sendDraft')).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
    opens: ['features/cases/act-form/SendDraftDialog.tsx'],
  },
  {
    name: 'act-send-draft-to-older',
    path: `/cases/${cases.reportRegistered.caseId}/act/counsellingDecided`,
    route,
    roles: ['personnelOfficer'],
    answers: anyMember(true),
    steps: async ({ page, t, button }) => {
      await button(t('exchange.sendDraft')).click();
      await page.getByRole('dialog').getByRole('radio').first().check();
      const [, said = ''] = t('exchange.olderProgram', { name: '|' }).split('|');
      await page.getByText(said.trim()).waitFor();
    },
  },
  {
    name: 'act-draft-sent',
    path: `/cases/${cases.reportRegistered.caseId}/act/counsellingDecided`,
    route,
    roles: ['personnelOfficer'],
    answers: {
      ...anyMember(false),
      'exchange.sealDraft': { saved: true, packageId: null, files: ['bilik-7361d196.paket'] },
    },
    steps: async ({ page, t, button }) => {
      await button(t('exchange.sendDraft')).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio').first().check();
      await dialog.getByRole('button', { name: t('exchange.seal'), exact: true }).click();
      await dialog.getByRole('list', { name: t('sealing.files') }).waitFor();
      // The way on stands there; behind it no button for what cannot be done here.
      await dialog.getByRole('button', { name: t('cases.backToCase'), exact: true }).waitFor();
      await expect(page.locator('button:disabled')).toHaveCount(0);
    },
  },
  {
    name: 'act-from-guidance',
    path: `/cases/${cases.opened.caseId}/from-guidance/${'0'.repeat(63)}1`,
    route: '/cases/$caseId/from-guidance/$hash',
    steps: ({ page, t }) => page.getByRole('form', { name: t('acts.feedbackRecorded'), exact: true }).waitFor(),
  },
  {
    name: 'act-received-draft',
    path: `/cases/${cases.reportSubmitted.caseId}/draft/${'0'.repeat(30)}15`,
    route: '/cases/$caseId/draft/$draftId',
    steps: ({ page, t }) => page.getByRole('form', { name: t('acts.reportRegistered'), exact: true }).waitFor(),
  },
  {
    name: 'act-not-possible',
    path: `/cases/${cases.opened.caseId}/act/caseOpened`,
    route,
    steps: ({ page, t }) => page.getByText(t('cases.form.unavailable')).waitFor(),
  },
  {
    name: 'act-unknown-case',
    path: `/cases/${'f'.repeat(32)}/act/caseClosed`,
    route,
    steps: ({ page }) => page.getByRole('alert').waitFor(),
  },
];
