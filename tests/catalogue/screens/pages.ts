import { employee } from '../../fixtures/people/cast.ts';
import { noBackups, notesMissing, notWhole } from '../made/backups.ts';
import { identity } from '../made/exchange.ts';
import { brokenTrail } from '../made/notebook.ts';
import type { Screen } from '../screen.ts';
import { refuse } from '../window/stand-in.ts';

const nothingKept = {
  clock: null,
  waiting: [],
  today: [],
  upcoming: [],
  followUps: [],
  drafts: [],
  toErase: [],
  caseload: [],
};
/** A draft of a former version that no form takes any more. */
const unfit = {
  draftId: 'e'.repeat(32),
  kind: 'act:feedbackRecorded',
  caseId: 'c'.repeat(32),
  subjectKey: '',
  updatedAt: '2026-11-20T02:00:00.000Z',
};
const unfitContent = JSON.stringify({ lama: 'Rapat evaluasi, pukul sembilan. Anggota tim menyampaikan keberatan.' });

/** The frame of the window, and the pages of the smaller areas. */
export const pageScreens: readonly Screen[] = [
  { name: 'home', path: '/' },
  {
    name: 'home-empty',
    path: '/',
    answers: {
      'overview.home': nothingKept,
      'backup.status': noBackups,
      'exchange.drafts': [],
      'exchange.review': [],
      'exchange.journal': { entries: [], missing: [], receiptsDue: [] },
      'guidance.reminders': [],
    },
  },
  {
    name: 'home-clock',
    path: '/',
    answers: { 'overview.home': { ...nothingKept, clock: { reads: '2010-01-01', known: '2026-11-24' } } },
  },
  {
    name: 'home-no-sheet',
    path: '/',
    answers: { 'overview.home': nothingKept, 'keys.status': { sheetConfirmed: false, isHalf: false, rotation: null } },
  },
  {
    name: 'home-half-keys',
    path: '/',
    answers: { 'overview.home': nothingKept, 'keys.status': { sheetConfirmed: true, isHalf: true, rotation: null } },
  },
  { name: 'home-not-whole', path: '/', answers: { 'overview.home': nothingKept, 'integrity.status': notWhole } },
  {
    name: 'home-unfit-draft',
    path: '/',
    answers: {
      'overview.home': {
        ...nothingKept,
        drafts: [{ ...unfit, personId: null, employeeName: employee.name, fits: false }],
      },
      'drafts.get': { ...unfit, content: unfitContent },
    },
    steps: async ({ page, t }) => {
      await page.getByText(t('home.draft.onlyText')).waitFor();
      await page.getByRole('button', { name: employee.name }).click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
    opens: ['ui/DraftText.tsx'],
  },
  {
    name: 'frame-palette',
    path: '/',
    steps: async ({ page, t }) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
    },
    opens: ['app/CommandPalette.tsx'],
  },
  ...(['language', 'scheme'] as const).map(
    (menu): Screen => ({
      name: `frame-menu-${menu}`,
      path: '/help',
      steps: async ({ page, t, button }) => {
        await button(t(`app.${menu}`)).click();
        await page.getByRole('menu').waitFor();
      },
      opens: ['app/TopBar.tsx'],
    }),
  ),
  {
    name: 'frame-narrow',
    path: '/help',
    steps: async ({ t, button }) => {
      await button(t('app.collapse')).click();
      await button(t('app.expand')).waitFor();
    },
  },
  {
    name: 'frame-idle-warning',
    path: '/help',
    steps: async ({ page, t, emit }) => {
      await emit({ event: 'idleWarning', secondsLeft: 600 });
      await page.getByRole('alertdialog', { name: t('app.idleTitle') }).waitFor();
    },
    opens: ['app/IdleWarning.tsx'],
  },
  { name: 'frame-no-such-page', path: '/nowhere', route: '' },
  { name: 'notes', path: '/notes' },
  {
    name: 'notes-left',
    path: '/notes',
    answers: { 'notes.leaving': { notes: 3, decision: null, question: 'whatBecomes' } },
    steps: async ({ page, t }) => {
      await page.getByRole('radio', { name: t('notes.leaving.keepUntil') }).check();
      await page.getByRole('textbox', { name: t('notes.leaving.until') }).waitFor();
    },
  },
  {
    name: 'notes-left-decided',
    path: '/notes',
    answers: {
      'notes.leaving': {
        notes: 3,
        decision: { fate: 'keepUntil', until: '2027-12-31', decidedAt: '2026-11-23T02:00:00.000Z' },
        question: null,
      },
    },
  },
  {
    name: 'home-notes-left',
    path: '/',
    answers: { 'notes.leaving': { notes: 3, decision: null, question: 'timeIsOver' } },
  },
  { name: 'notes-empty', path: '/notes', answers: { 'notes.list': [] } },
  {
    name: 'notes-older-backups',
    path: '/notes',
    answers: { 'notes.list': [], 'backup.status': { ...noBackups, beforeErasure: { here: 2, away: 1 } } },
  },
  { name: 'notes-missing', path: '/notes', answers: { 'notes.list': [], 'backup.status': notesMissing } },
  {
    name: 'home-key-revoked',
    path: '/',
    answers: {
      'identity.status': {
        ...identity,
        certifiedRoles: null,
        revoked: { at: '2026-11-20T02:00:00.000Z', reason: 'compromised', another: true },
      },
    },
  },
  { name: 'home-notes-missing', path: '/', answers: { 'backup.status': notesMissing } },
  {
    name: 'notes-open',
    path: '/notes',
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
      await page.getByRole('textbox', { name: t('notes.text') }).waitFor();
    },
  },
  {
    name: 'notes-picture-pasted',
    path: '/notes',
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
      await page.getByRole('textbox', { name: t('notes.text') }).evaluate((box) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(['x'], 'layar.png', { type: 'image/png' }));
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await page.getByText(t('notes.refused.pictures')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'notes-unsaved-at-lock',
    path: '/notes',
    answers: { 'notes.save': refuse('diskFull') },
    steps: async ({ page, t }) => {
      await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
      await page.getByRole('textbox', { name: t('notes.noteTitle') }).fill('Pertemuan kedua');
      await page.keyboard.press('Control+L');
      await page.getByRole('dialog', { name: t('app.unsavedTitle') }).waitFor();
      await page.getByRole('status').getByText(t('errors.diskFull')).last().waitFor();
    },
    opens: ['app/UnsavedAtLock.tsx'],
  },
  {
    name: 'notes-unsaved-at-quit',
    path: '/notes',
    answers: { 'notes.save': refuse('textTooLong') },
    steps: async ({ page, t, emit }) => {
      await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
      await page.getByRole('textbox', { name: t('notes.noteTitle') }).fill('Pertemuan kedua');
      await emit({ event: 'lockAsked', leave: 'quit' });
      await page.getByRole('dialog', { name: t('app.unsavedTitle') }).waitFor();
      await page.getByRole('status').getByText(t('errors.textTooLong')).last().waitFor();
    },
    opens: ['app/UnsavedAtLock.tsx'],
  },
  {
    name: 'notes-file',
    path: '/notes',
    steps: async ({ page, t, button }) => {
      await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
      await page
        .getByRole('list', { name: t('common.attachments') })
        .getByRole('button')
        .first()
        .click();
      await button(t('notes.exportFile')).waitFor();
    },
  },
  { name: 'follow-ups', path: '/cases/follow-ups' },
  {
    name: 'follow-ups-all',
    path: '/cases/follow-ups',
    steps: async ({ page, t }) => {
      await page.getByRole('switch', { name: t('cases.followUps.all') }).check();
      await page.getByRole('cell', { name: t('cases.followUps.standing.done') }).waitFor();
    },
  },
  { name: 'follow-ups-empty', path: '/cases/follow-ups', answers: { 'overview.followUps': [] } },
  { name: 'schedule', path: '/schedule' },
  { name: 'schedule-empty', path: '/schedule', answers: { 'overview.schedule': [] } },
  { name: 'papers', path: '/documents' },
  { name: 'papers-empty', path: '/documents', answers: { 'documents.list': [] } },
  {
    name: 'papers-open',
    path: '/documents',
    steps: async ({ page, t }) => {
      await page
        .getByRole('button', { name: new RegExp(`^${t('papers.open')}: `) })
        .first()
        .click();
      await page.getByRole('dialog').locator('.pdf-page').first().waitFor();
    },
    opens: ['features/papers/PapersPage.tsx'],
  },
  {
    name: 'papers-certificate',
    path: '/documents',
    answers: {
      'dialog.chooseFiles': [{ token: 'sertifikat', name: 'sertifikat.p12', size: 3000 }],
      'documents.exportWithCertificate': {
        saved: true,
        certificate: {
          holder: 'Rahmat Hidayat',
          issuer: 'Rahmat Hidayat',
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2027-01-01T00:00:00.000Z',
          selfIssued: true,
        },
      },
    },
    steps: async ({ page, t, button }) => {
      await page
        .getByRole('button', { name: new RegExp(`^${t('papers.open')}: `) })
        .first()
        .click();
      await page.getByRole('dialog').locator('.pdf-page').first().waitFor();
      await button(t('papers.certificate.action')).click();
      await page.getByText(t('papers.certificate.selfIssued')).waitFor();
    },
    opens: ['features/papers/PapersPage.tsx'],
  },
  { name: 'employees', path: '/employees' },
  { name: 'employees-empty', path: '/employees', answers: { 'persons.list': [] } },
  {
    name: 'employees-held',
    path: '/employees',
    answers: { 'retention.preparePerson': { viewId: 'kertas', size: 1000 } },
    steps: async ({ page, t, button }) => {
      await button(`${t('employees.held')}: ${employee.name}`).click();
      await page
        .getByRole('dialog', { name: t('employees.heldOf', { name: employee.name }) })
        .locator('.pdf-page')
        .first()
        .waitFor();
    },
    opens: ['features/employees/EmployeesPage.tsx'],
  },
  {
    name: 'employees-edit',
    path: '/employees',
    steps: async ({ page, t, button }) => {
      await button(`${t('employees.edit')}: ${employee.name}`).click();
      await page.getByRole('dialog', { name: t('employees.editTitle') }).waitFor();
    },
    opens: ['features/employees/EmployeeDialog.tsx'],
  },
  { name: 'help', path: '/help' },
  { name: 'audit', path: '/audit' },
  { name: 'audit-nothing-of-this-kind', path: '/audit', answers: { 'audit.list': { entries: [], more: false } } },
  ...([undefined, brokenTrail] as const).map(
    (verdict): Screen => ({
      name: verdict === undefined ? 'audit-whole' : 'audit-broken',
      path: '/audit',
      answers: verdict === undefined ? {} : { 'audit.verify': verdict },
      steps: async ({ page, t, button }) => {
        await button(t('auditTrail.verify')).click();
        await page
          .getByRole('status')
          .filter({ hasText: t(verdict === undefined ? 'auditTrail.whole' : 'auditTrail.notWhole') })
          .waitFor();
      },
    }),
  ),
  {
    name: 'audit-checkpoint',
    path: '/audit',
    steps: async ({ page, t, button }) => {
      await button(t('auditTrail.checkpoint')).click();
      await page.getByRole('dialog').getByLabel(t('auditTrail.verifierKey'), { exact: true }).waitFor();
    },
    opens: ['features/audit/CheckpointDialog.tsx'],
  },
];
