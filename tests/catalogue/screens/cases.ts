import type { CaseView } from '../../../shared/contract/case.ts';
import { personnelOfficer } from '../../fixtures/people/cast.ts';
import { viewOf } from '../made/case.ts';
import { answeredCase, cases, closedCase, correctedCase, mistakenCase } from '../made/cases.ts';
import type { Screen } from '../screen.ts';
import { refuse } from '../window/stand-in.ts';

const file = { path: `/cases/${cases.followUpDecided.caseId}`, route: '/cases/$caseId' };

const beginnings = ['new', 'fromPaper', 'assigned'] as const;
const pathOfBeginning = { new: '/cases/new', fromPaper: '/cases/from-paper', assigned: '/cases/assigned' };

/** The same file in the vault of somebody who did not sign its acts. */
const fromElsewhere = (view: CaseView): CaseView => ({
  ...view,
  acts: view.acts.map((act) => ({ ...act, own: false })),
});

/** The same file with acts as version 0.3 signed them. */
const fromOlder = (view: CaseView): CaseView => ({
  ...view,
  acts: view.acts.map((act) => ({ ...act, byParts: false, isDayTold: false })),
});

/** Kept from before the file was closed. */
const leftDraft = {
  draftId: 'd'.repeat(32),
  kind: 'act:reportSubmitted',
  caseId: closedCase.caseId,
  subjectKey: '',
  updatedAt: '2026-11-20T02:00:00.000Z',
};

const noteToErase = {
  noteId: 'a'.repeat(32),
  title: '',
  excerpt: '',
  createdAt: '2026-11-20T02:00:00.000Z',
  updatedAt: '2026-11-20T02:00:00.000Z',
};

/** Berkas konseling: the list, a file in its parts, its papers, the ways to begin one. */
export const caseScreens: readonly Screen[] = [
  { name: 'cases-list', path: '/cases' },
  { name: 'cases-list-empty', path: '/cases', answers: { 'case.list': [] } },
  { name: 'cases-list-failed', path: '/cases', answers: { 'case.list': refuse('storageFailed') } },
  {
    name: 'cases-save-filter',
    path: '/cases',
    steps: async ({ page, t, button }) => {
      await button(t('cases.list.saved')).click();
      await page.getByRole('menuitem', { name: t('cases.list.save') }).click();
      await page.getByRole('dialog', { name: t('cases.list.save') }).waitFor();
    },
    opens: ['features/cases/list/FilterBar.tsx'],
  },
  ...beginnings.flatMap((way): Screen[] => {
    const submit = `cases.${way === 'new' ? 'newCase' : way}.submit`;
    return [
      { name: `cases-begin-${way}`, path: pathOfBeginning[way] },
      {
        name: `cases-begin-${way}-incomplete`,
        path: pathOfBeginning[way],
        steps: ({ page, t }) => page.getByRole('button', { name: t(submit) }).click(),
      },
    ];
  }),
  {
    name: 'cases-file-mistaken',
    path: `/cases/${mistakenCase.caseId}`,
    route: '/cases/$caseId',
    answers: { 'notes.list': [{ ...noteToErase, caseId: mistakenCase.caseId }] },
    steps: ({ page, t }) => page.getByRole('heading', { name: t('cases.mistaken.notes') }).waitFor(),
  },
  {
    name: 'cases-file-closed',
    path: `/cases/${closedCase.caseId}`,
    route: '/cases/$caseId',
    answers: {
      'drafts.list': [leftDraft],
      'drafts.get': {
        ...leftDraft,
        content: JSON.stringify({ content: { problem: 'Ditulis sebelum berkas ditutup' } }),
      },
    },
    steps: async ({ page, t, button }) => {
      await page.getByRole('heading', { name: t('cases.now.settledDrafts') }).waitFor();
      await button(t('cases.now.readDraft', { name: t('acts.reportSubmitted') })).click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    name: 'cases-file-identity',
    path: `/cases/${correctedCase.caseId}`,
    route: '/cases/$caseId',
    answers: { 'case.open': fromElsewhere(viewOf(correctedCase, ['assessor'])) },
    steps: ({ page, t }) =>
      page.getByRole('button', { name: t('cases.identity.same'), exact: true }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'cases-file-unconfirmed',
    path: `/cases/${cases.reportRegistered.caseId}`,
    route: '/cases/$caseId',
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: t('cases.timeline.answer') }).waitFor();
      await page.getByText(t('cases.timeline.confirmation.unconfirmed')).scrollIntoViewIfNeeded();
      const role = t('roles.personnelOfficer');
      await page
        .getByText(t('cases.timeline.enteredBy', { name: personnelOfficer.name, role }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'cases-file-older',
    path: `/cases/${correctedCase.caseId}`,
    route: '/cases/$caseId',
    answers: { 'case.open': fromOlder(viewOf(correctedCase, ['assessor'])) },
    steps: async ({ page, t }) => {
      await page.getByText(t('cases.view.olderActs')).waitFor();
    },
  },
  {
    name: 'cases-file-answered',
    path: `/cases/${answeredCase.caseId}`,
    route: '/cases/$caseId',
    steps: ({ page, t }) =>
      page.getByRole('button', { name: t('cases.now.giveCopy', { act: t('acts.responseGiven') }) }).waitFor(),
  },
  {
    name: 'cases-file-answered-timeline',
    path: `/cases/${answeredCase.caseId}`,
    route: '/cases/$caseId',
    steps: ({ page, t }) => page.getByText(t('cases.signature.refused')).scrollIntoViewIfNeeded(),
  },
  {
    name: 'cases-file-awaited',
    ...file,
    steps: ({ page, t }) =>
      page.getByText(t('cases.timeline.awaits', { roles: t('roles.personnelHead') })).scrollIntoViewIfNeeded(),
  },
  {
    name: 'cases-file',
    ...file,
    steps: async ({ page, t }) => {
      await page
        .getByRole('button', { name: t('cases.timeline.details') })
        .nth(1)
        .click();
      await page.getByRole('button', { name: new RegExp(t('cases.now.showBlocked', { count: '\\d+' })) }).click();
    },
  },
  ...Object.entries(cases)
    .filter(([name]) => name !== 'followUpDecided')
    .map(([name, { caseId }]): Screen => ({ name: `cases-file-${name}`, path: `/cases/${caseId}`, route: file.route })),
  ...(['documents', 'attachments', 'deliveries'] as const).map(
    (tab): Screen => ({
      name: `cases-file-${tab}`,
      ...file,
      steps: async ({ page, t }) => {
        await page.getByRole('tab', { name: t(`cases.view.${tab}`), exact: true }).click();
        await page.getByRole('tabpanel', { name: t(`cases.view.${tab}`) }).waitFor();
      },
    }),
  ),
  {
    name: 'cases-attachment',
    ...file,
    steps: async ({ page, t }) => {
      await page.getByRole('tab', { name: t('cases.view.attachments'), exact: true }).click();
      await page.getByRole('button', { name: t('common.viewNamed', { name: 'pindaian.pdf' }) }).click();
      await page.getByRole('dialog', { name: 'pindaian.pdf' }).locator('.pdf-page').first().waitFor();
    },
    opens: ['features/cases/view/AttachmentDialog.tsx', 'ui/viewer/FileView.tsx'],
  },
  {
    name: 'cases-notice-of-report',
    ...file,
    steps: async ({ page, t, button }) => {
      await page.getByRole('tab', { name: t('cases.view.documents'), exact: true }).click();
      await button(t('cases.documents.notice')).click();
      await page.getByRole('dialog').locator('.pdf-page').first().waitFor();
    },
    opens: ['features/cases/view/ReportNotice.tsx'],
  },
  {
    name: 'cases-menu-of-forms',
    ...file,
    steps: async ({ page, t, button }) => {
      await button(t('cases.start.formsOfCase')).click();
      await page.getByRole('menuitem').first().waitFor();
    },
    opens: ['features/cases/paper/BlankFormsMenu.tsx'],
  },
  {
    name: 'cases-form-to-print',
    ...file,
    steps: async ({ page, t, button }) => {
      await button(t('cases.start.formsOfCase')).click();
      await page.getByRole('menuitem').first().click();
      await page.getByRole('dialog').locator('.pdf-page').first().waitFor();
    },
    opens: ['ui/PaperDialog.tsx'],
  },
  {
    name: 'cases-document',
    path: `/cases/${cases.opened.caseId}/document/${cases.opened.file.acts[0]?.hash}`,
    route: '/cases/$caseId/document/$hash',
    steps: ({ page }) => page.locator('.pdf-page').first().waitFor(),
  },
];
