import type { Locator, Page } from '@playwright/test';
import { type ActType, actTypes } from '../../../../shared/domain/case/act-type.ts';
import type { Look } from './axe.ts';
import { files } from './seed.ts';
import type { Text } from './texts.ts';

/** An open window in one language, and who looks at each screen of it. */
export interface Tour {
  readonly page: Page;
  readonly t: Text;
  readonly look: Look;
}

/** Closes the dialog by the keyboard. */
export const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });

/** Goes to a page of the navigation by the name of its area. */
export const goTo = async ({ page, t }: Tour, area: string): Promise<void> => {
  const navigation = page.getByRole('navigation', { name: t('app.navigation') });
  await navigation.getByRole('button', { name: t(`${area}.nav`), exact: true }).click();
  await title(page, t(area === 'cases' ? 'cases.list.title' : `${area}.title`)).waitFor();
};

/** Opens the file of an employee from the list. */
export const openFile = async (tour: Tour, name: string): Promise<void> => {
  await goTo(tour, 'cases');
  await tour.page.getByRole('row').getByText(name).click();
  await backInFile(tour, name);
};

const backInFile = async ({ page, t }: Tour, name: string): Promise<void> => {
  await title(page, name).waitFor();
  await page.getByRole('heading', { level: 2, name: t('cases.now.title') }).waitFor();
};

/** Goes back from a page below the file by the breadcrumb. */
const up = async (tour: Tour, name: string): Promise<void> => {
  const { page, t } = tour;
  await page
    .getByRole('navigation', { name: t('common.breadcrumbs') })
    .getByRole('button', { name })
    .click();
  await backInFile(tour, name);
};

/** Which forms are looked at from which file; together all types but the opening itself. */
const formsOf: Readonly<Partial<Record<keyof typeof files, readonly ActType[]>>> = {
  opened: ['feedbackRecorded', 'problemIdentified', 'caseClosed', 'employeeLeft', 'assessorReplaced'],
  problemIdentified: ['problemCommunicated'],
  problemCommunicated: ['changeEvaluated'],
  changeEvaluated: ['reportSubmitted'],
  reportSubmitted: ['reportReturned', 'reportRegistered'],
  reportRegistered: ['counsellingDecided'],
  counsellingDecided: ['counsellorAssigned'],
  counsellorAssigned: ['assignmentAnswered'],
  sessionScheduled: [
    'sessionScheduled',
    'sessionRescheduled',
    'consentRecorded',
    'sessionHeld',
    'sessionMissed',
    'referralRecorded',
    'statusNotified',
  ],
  sessionHeld: ['resultSigned'],
  resultSigned: ['resultReceived', 'followUpDecided'],
  followUpDecided: ['followUpProgressed'],
};

/** Types of acts whose form the tour does not open; expected to be the opening alone. */
export const typesWithoutForm = (): readonly ActType[] => {
  const toured = [...Object.values(formsOf).flat(), 'actCorrected', 'copyReleased'];
  return actTypes.filter((type) => !toured.includes(type));
};

const startButton = ({ page, t }: Tour, type: ActType): Locator => {
  const act = t(`acts.${type}`);
  const here = page.getByRole('button', { name: t('cases.now.start', { act }), exact: true });
  return here.or(page.getByRole('button', { name: t('cases.now.record', { act }), exact: true })).first();
};

const lookAtForm = async (tour: Tour, type: ActType, name: string, start: Locator): Promise<void> => {
  const { page, t, look } = tour;
  await start.click();
  const form = page.getByRole('form', { name: t(`acts.${type}`), exact: true });
  await form.waitFor();
  await look(page, `form ${type}`);
  if (type === 'resultSigned') {
    await page.getByRole('button', { name: t('cases.notesPanel.show') }).click();
    await page.getByRole('complementary', { name: t('cases.notesPanel.title') }).waitFor();
    await look(page, 'form with notes beside');
    await page.getByRole('button', { name: t('cases.notesPanel.hide') }).click();
  }
  if (type === 'reportReturned') {
    await page.getByRole('radio', { name: t('cases.form.modePaper') }).check();
    await page.getByRole('heading', { name: t('cases.form.paperTitle') }).waitFor();
    await look(page, 'form from paper');
    await page.getByRole('button', { name: t('common.discardDraft') }).click();
    await page.getByRole('dialog', { name: t('cases.form.discardTitle') }).waitFor();
    await look(page, 'discard dialog');
    await closeDialog(page);
  }
  await up(tour, name);
};

/** The form of every act. */
export const tourForms = async (tour: Tour): Promise<void> => {
  for (const [file, types] of Object.entries(formsOf) as [keyof typeof files, readonly ActType[]][]) {
    const name = files[file];
    await openFile(tour, name);
    for (const type of types) await lookAtForm(tour, type, name, startButton(tour, type));
    if (file !== 'followUpDecided') continue;
    for (const [type, key] of [
      ['actCorrected', 'correct'],
      ['copyReleased', 'copy'],
    ] as const) {
      const start = tour.page.getByRole('button', { name: tour.t(`cases.timeline.${key}`), exact: true });
      await lookAtForm(tour, type, name, start.first());
    }
  }
};

/** A file: its four parts, what is not possible yet, an attachment, a blank form, a document. */
export const tourFile = async (tour: Tour): Promise<void> => {
  const { page, t, look } = tour;
  await openFile(tour, files.sessionHeld);
  await page
    .getByRole('button', { name: t('cases.timeline.details') })
    .first()
    .click();
  await page.getByRole('button', { name: new RegExp(t('cases.now.showBlocked', { count: '\\d+' })) }).click();
  await look(page, 'file: acts');
  for (const tab of ['documents', 'attachments', 'deliveries']) {
    await page.getByRole('tab', { name: t(`cases.view.${tab}`), exact: true }).click();
    await page.getByRole('tabpanel', { name: t(`cases.view.${tab}`) }).waitFor();
    await look(page, `file: ${tab}`);
    if (tab === 'attachments') await lookAtAttachment(tour);
  }
  await lookAtBlankForm(tour);
  await page.getByRole('tab', { name: t('cases.view.timeline'), exact: true }).click();
  await page
    .getByRole('button', { name: t('cases.timeline.document') })
    .last()
    .click();
  await page.locator('.pdf-page').first().waitFor();
  await look(page, 'document');
  await page.getByRole('button', { name: /^(Ekspor dokumen|Export( the)? document): /i }).click();
  await page.getByRole('dialog', { name: t('common.reauthTitle') }).waitFor();
  await look(page, 'passphrase once more');
  await closeDialog(page);
};

const lookAtAttachment = async ({ page, t, look }: Tour): Promise<void> => {
  await page
    .getByRole('button', { name: t('common.viewNamed', { name: 'pindaian.pdf' }) })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'pindaian.pdf' }).waitFor();
  await look(page, 'attachment');
  await closeDialog(page);
};

const lookAtBlankForm = async ({ page, t, look }: Tour): Promise<void> => {
  await page.getByRole('button', { name: t('cases.start.formsOfCase') }).click();
  const form = page.getByRole('menuitem').first();
  await form.waitFor();
  await look(page, 'menu of forms');
  await form.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('region').first().waitFor();
  await look(page, 'form to print');
  await closeDialog(page);
};
