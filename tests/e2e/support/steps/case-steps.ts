import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import { pressConfirm } from '../confirmation.ts';

const textsOf = (area: string) =>
  JSON.parse(readFileSync(join(resolve(import.meta.dirname, '../../../../shared/i18n/id'), `${area}.json`), 'utf8'));

const breadcrumbs = textsOf('common').common.breadcrumbs as string;
const { acts: actNames, actsDue: dueNames } = textsOf('case') as {
  readonly acts: Readonly<Record<ActType, string>>;
  readonly actsDue: Partial<Readonly<Record<ActType, string>>>;
};

/** Name of an act on the screen. */
export const actName = (type: ActType): string => actNames[type];

/** The form of an act, open. */
export const actForm = async (page: Page, type: ActType): Promise<Locator> => {
  const form = page.getByRole('form', { name: actName(type), exact: true });
  await form.waitFor();
  return form;
};

/** Goes from the page of a case to the form of an act, signed here or entered from paper. */
export const startAct = async (page: Page, type: ActType, way: 'here' | 'paper' = 'here'): Promise<Locator> => {
  const verb = way === 'here' ? 'Mulai' : 'Catat dari kertas/PDF';
  await page.getByRole('button', { name: `${verb}: ${dueNames[type] ?? actName(type)}`, exact: true }).click();
  return actForm(page, type);
};

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

/**
 * Signs the act in its form, or records it from paper, and goes on to the form of what is due next, or of the closing:
 * a follow-up that goes on somewhere else is not waited for.
 */
export const goOnTo = async (page: Page, next: ActType): Promise<void> => {
  const where = next === 'caseClosed' ? 'tutup berkas' : 'langkah berikutnya';
  await page.getByRole('button', { name: new RegExp(`, lalu ${where}$`) }).click();
  await pressConfirm(page);
  await actForm(page, next);
};

/** Signs the act in its form and comes back to the page of the case. */
export const signAct = async (page: Page, employee: string): Promise<void> => {
  await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
  await pressConfirm(page);
  await backAtCase(page, employee);
};

/** Records the act from paper and comes back to the page of the case. */
export const recordAct = async (page: Page, employee: string): Promise<void> => {
  await page.getByRole('button', { name: 'Catat dari kertas/PDF', exact: true }).click();
  await pressConfirm(page);
  await backAtCase(page, employee);
};

/** Waits for the case, or for the document of the act just signed, from which it goes on to the case. */
const backAtCase = async (page: Page, employee: string): Promise<void> => {
  const document = page.getByRole('region', { name: /^Halaman 1 dari/ });
  await expect(document.or(heading(page, employee)).first()).toBeVisible();
  if (await document.isVisible()) {
    await page.getByRole('navigation', { name: breadcrumbs }).getByRole('button', { name: employee }).click();
  }
  await expect(heading(page, employee)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Yang dapat dilakukan sekarang' })).toBeVisible();
};

/** Goes to a page of the navigation. */
export const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Navigasi utama' }).getByText(name, { exact: true }).click();
  await heading(page, name).waitFor();
};
