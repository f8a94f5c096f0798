import type { Page } from '@playwright/test';
import { goTo } from '../steps/case-steps.ts';
import type { Participant, Stage } from './stage.ts';

const tab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click();
};

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
  for (const [name, picture] of [
    ['Jadwal', 'schedule'],
    ['Dokumen', 'documents'],
    ['Pegawai', 'employees'],
    ['Bantuan', 'help'],
  ] as const) {
    await goTo(page, name);
    await stage.look(page, picture);
  }
  await settingsTabs(page, stage.look);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').waitFor();
  await stage.look(page, 'palette');
  await page.keyboard.press('Escape');
};
