import { mkdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import type { RunningApp } from '../launch.ts';
import { fillPerson } from './form-steps.ts';

/** A vault to be made through the window. */
export interface VaultPlan {
  readonly label: string;
  readonly person: PersonInput;
  /** Roles by the names on the screen. */
  readonly roles: readonly string[];
  readonly institution: string;
  readonly passphrase: string;
}

export interface MadeVault {
  /** Page of the open vault. */
  readonly page: Page;
  /** The recovery code as it stands on the sheet, groups joined by blanks. */
  readonly recovery: string;
}

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Lanjutkan' }).click();

/** Copies the two groups asked back from the sheet. */
const answerGroups = async (page: Page, groups: readonly string[]): Promise<void> => {
  for (const field of await page.getByRole('textbox', { name: /^Kelompok \d+/ }).all()) {
    const number = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? (await labelOf(page, field)))?.[0]);
    await field.fill(groups[number - 1] ?? '');
  }
};

const labelOf = async (page: Page, field: ReturnType<Page['locator']>): Promise<string> => {
  const id = await field.getAttribute('id');
  return (await page.locator(`label[for="${id}"]`).textContent()) ?? '';
};

/** Walks through the wizard of a new vault, as a person would; `look` is called at each step. */
export const createVault = async (
  app: RunningApp,
  plan: VaultPlan,
  look: (page: Page, name: string) => Promise<void> = async () => {},
): Promise<MadeVault> => {
  await mkdir(app.documents, { recursive: true });
  const page = await app.page('lock');
  await page.getByRole('button', { name: 'Buat brankas baru' }).click();
  await fillPerson(page.locator('form'), plan.person);
  await look(page, 'vault-person');
  await goOn(page);
  await page.getByRole('textbox', { name: 'Nama instansi' }).fill(plan.institution);
  for (const role of plan.roles) await page.getByRole('checkbox', { name: role, exact: true }).check();
  await look(page, 'vault-roles');
  await goOn(page);
  await page.getByRole('textbox', { name: 'Nama brankas' }).fill(plan.label);
  await look(page, 'vault-place');
  await goOn(page);
  await page.getByLabel('Frasa sandi baru', { exact: true }).fill(plan.passphrase);
  await page.getByLabel('Ulangi frasa sandi', { exact: true }).fill(plan.passphrase);
  await look(page, 'vault-passphrase');
  await page.getByRole('button', { name: 'Buat brankas' }).click();
  const sheet = page.getByRole('list', { name: 'Kode pemulihan' });
  await sheet.waitFor();
  const groups = await sheet
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.lastElementChild?.textContent ?? ''));
  await page.getByRole('checkbox', { name: /Lembar pemulihan sudah dicetak/ }).check();
  await goOn(page);
  await answerGroups(page, groups);
  await page.getByRole('button', { name: 'Periksa dan buka brankas' }).click();
  const opened = await app.page('app');
  await expect(opened.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible();
  return { page: opened, recovery: groups.join(' ') };
};

/** Opens the one vault of the lock page by its passphrase. */
export const unlock = async (app: RunningApp, passphrase: string): Promise<Page> => {
  const page = await app.page('lock');
  await page.getByLabel('Frasa sandi', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Buka brankas', exact: true }).click();
  const opened = await app.page('app');
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};

/** Locks by the keyboard and waits for the lock page. */
export const lock = async (app: RunningApp, page: Page): Promise<Page> => {
  await page.keyboard.press('Control+L').catch(() => undefined);
  return app.page('lock');
};
