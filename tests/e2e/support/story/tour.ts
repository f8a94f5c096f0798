import type { Locator, Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import { goTo } from '../steps/case-steps.ts';
import type { Participant, Stage } from './stage.ts';

const t = textsOf('id');

const tab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click();
};

const button = (scope: Page | Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });

/** A paper that the button makes and shows, once its words are laid over the page. */
const lookAtPaper = async (page: Page, name: string, title: string, look: () => Promise<void>): Promise<void> => {
  await button(page, name).click();
  const paper = page.getByRole('dialog', { name: title });
  await paper.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
  await look();
  await button(paper, t('common.close')).click();
  await paper.waitFor({ state: 'detached' });
};

/** The neutral letter that tells the employee of a report. */
const lookAtNotice = (page: Page, look: Stage['look']): Promise<void> => {
  const title = t('cases.documents.notice');
  return lookAtPaper(page, title, title, () => look(page, 'report-notice'));
};

/** The register of follow-ups, all of them. */
const lookAtFollowUps = async (page: Page, look: Stage['look']): Promise<void> => {
  const title = t('cases.followUps.title');
  await goTo(page, t('cases.list.title'));
  await button(page, title).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('switch', { name: t('cases.followUps.all') }).check();
  await page.getByRole('table', { name: title }).waitFor();
  await look(page, 'follow-ups');
};

/** What the vault keeps about the employee, on the page of employees. */
const lookAtHeld = (page: Page, employee: string, look: Stage['look']): Promise<void> =>
  lookAtPaper(page, `${t('employees.held')}: ${employee}`, t('employees.heldOf', { name: employee }), () =>
    look(page, 'employees-held'),
  );

const caseTabs = async (page: Page, employee: string, look: Stage['look']): Promise<void> => {
  await goTo(page, 'Berkas konseling');
  await look(page, 'cases');
  await page.getByText(employee).first().click();
  await page.getByRole('heading', { level: 1, name: employee }).waitFor();
  for (const [name, picture] of [
    ['Dokumen', 'case-documents'],
    ['Lampiran', 'case-attachments'],
    ['Penerima', 'case-receivers'],
  ] as const) {
    await tab(page, name);
    await look(page, picture);
    if (picture === 'case-documents') await lookAtNotice(page, look);
  }
  await tab(page, 'Langkah');
};

const settingsTabs = async (page: Page, look: Stage['look']): Promise<void> => {
  await goTo(page, 'Pengaturan');
  for (const [name, picture] of [
    ['Pemilik brankas', 'settings-owner'],
    ['Dokumen', 'settings-documents'],
    ['Keamanan', 'settings-security'],
    ['Tampilan', 'settings-appearance'],
  ] as const) {
    await tab(page, name);
    await look(page, picture);
  }
};

/** Looks at every screen of an open vault that the story does not pass through. */
export const tour = async ({ page }: Pick<Participant, 'page'>, employee: string, stage: Stage): Promise<void> => {
  await goTo(page, 'Beranda');
  await stage.look(page, 'home');
  await caseTabs(page, employee, stage.look);
  await lookAtFollowUps(page, stage.look);
  for (const [name, picture] of [
    ['Jadwal', 'schedule'],
    ['Dokumen', 'documents'],
    ['Pegawai', 'employees'],
    ['Bantuan', 'help'],
  ] as const) {
    await goTo(page, name);
    await stage.look(page, picture);
    if (picture === 'employees') await lookAtHeld(page, employee, stage.look);
  }
  await settingsTabs(page, stage.look);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').waitFor();
  await stage.look(page, 'palette');
  await page.keyboard.press('Escape');
};
