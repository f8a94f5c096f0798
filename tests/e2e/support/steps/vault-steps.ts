import { mkdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import { type Text, textsOf } from '../accessible/texts.ts';
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

type Look = (page: Page, name: string) => Promise<void>;
const unseen: Look = async () => {};

/** Says no to backups; without a place and without a no, nothing goes on. */
const declineBackups = async (page: Page): Promise<void> => {
  const t = textsOf('id');
  const [place, none] = (['choose', 'none'] as const).map((choice) =>
    page.getByRole('radio', { name: t(`vault.backupPlace.${choice}`) }),
  );
  await goOn(page);
  await expect(page.getByText(t('vault.backupPlace.missing'))).toBeVisible();
  await place!.check();
  await goOn(page);
  await expect(page.getByText(t('vault.backupPlace.missing'))).toBeVisible();
  await none!.check();
};

/** The last steps of a new vault: no backups, passphrase, recovery sheet, two groups of it asked back. */
const finishVault = async (app: RunningApp, page: Page, passphrase: string, look: Look): Promise<MadeVault> => {
  await declineBackups(page);
  await look(page, 'vault-backup');
  await goOn(page);
  await page.getByLabel('Frasa sandi baru', { exact: true }).fill(passphrase);
  await page.getByLabel('Ulangi frasa sandi', { exact: true }).fill(passphrase);
  await look(page, 'vault-passphrase');
  await page.getByRole('button', { name: 'Buat brankas' }).click();
  const sheet = page.getByRole('list', { name: 'Kode pemulihan' });
  await sheet.waitFor({ timeout: 60_000 });
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

/** The lock page once it listens: its field is there before its script, and before a person sees the window. */
export const lockPage = async (app: RunningApp): Promise<Page> => {
  const page = await app.page('lock');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', /./);
  return page;
};

/** Walks through the wizard of a new vault, as a person would; `look` is called at each step. */
export const createVault = async (app: RunningApp, plan: VaultPlan, look: Look = unseen): Promise<MadeVault> => {
  await mkdir(app.documents, { recursive: true });
  const page = await lockPage(app);
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
  return finishVault(app, page, plan.passphrase, look);
};

/** An invitation to be opened on a computer without any vault. */
export interface InvitationPlan {
  readonly invitation: string;
  /** The ten words that the personnel unit reads aloud. */
  readonly words: readonly string[];
  /** Name of the vault; the one proposed when left out. */
  readonly label?: string;
  readonly passphrase: string;
}

/** Opens an invitation file, compares its words, and makes the vault that it leads to. */
export const acceptInvitation = async (
  app: RunningApp,
  { invitation, words, label, passphrase }: InvitationPlan,
  look: Look = unseen,
): Promise<MadeVault> => {
  await mkdir(app.documents, { recursive: true });
  const page = await lockPage(app);
  await look(page, 'welcome');
  await app.setDialogs({ files: [invitation] });
  await page.getByRole('button', { name: 'Buka berkas ajakan' }).click();
  const list = page.getByRole('list', { name: 'Sepuluh kata', exact: true });
  await list.waitFor();
  const shown = await list
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.lastElementChild?.textContent ?? ''));
  expect(shown).toEqual(words);
  await look(page, 'invitation-words');
  await page.getByRole('radio', { name: 'Kesepuluh kata sama' }).check();
  if (label !== undefined) {
    await page.getByRole('button', { name: textsOf('id')('vault.correctIdentity') }).click();
    await page.getByRole('textbox', { name: 'Nama brankas' }).fill(label);
  }
  await goOn(page);
  return finishVault(app, page, passphrase, look);
};

/** Opens the one vault of the lock page by its passphrase; `t` in another language than Indonesian. */
export const unlock = async (app: RunningApp, passphrase: string, t: Text = textsOf('id')): Promise<Page> => {
  const page = await lockPage(app);
  await page.getByLabel(t('common.passphrase'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: t('vault.unlock'), exact: true }).click();
  const opened = await app.page('app');
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};

/** Locks by the keyboard and waits for the lock page. */
export const lock = async (app: RunningApp, page: Page): Promise<Page> => {
  await page.keyboard.press('Control+L').catch(() => undefined);
  return lockPage(app);
};

/** Chooses a backup on the lock page and names the vault that it becomes. */
const chooseBackup = async (app: RunningApp, backup: string): Promise<Page> => {
  const t = textsOf('id');
  const lock = await lockPage(app);
  await mkdir(app.documents, { recursive: true });
  await app.setDialogs({ files: [backup] });
  await lock.getByRole('button', { name: t('vault.restore') }).click();
  await lock.getByRole('textbox', { name: t('vault.label') }).fill('Brankas pulih');
  return lock;
};

/** Restores a backup by the groups of its recovery sheet, with a passphrase from now on. */
export const restoreBySheet = async (
  app: RunningApp,
  backup: string,
  { groups, newPassphrase }: { readonly groups: readonly string[]; readonly newPassphrase: string },
): Promise<Page> => {
  const t = textsOf('id');
  const lock = await chooseBackup(app, backup);
  await lock.getByRole('radio', { name: t('vault.restoreBySheet') }).check();
  for (const [index, group] of groups.entries())
    await lock.getByLabel(t('vault.group', { number: index + 1 }), { exact: true }).fill(group);
  await lock.getByLabel('Frasa sandi baru', { exact: true }).fill(newPassphrase);
  await lock.getByLabel('Ulangi frasa sandi', { exact: true }).fill(newPassphrase);
  await lock.getByRole('button', { name: t('vault.recover'), exact: true }).click();
  return app.page('app');
};

/** Restores a backup from the lock page into a new vault, by its passphrase; resolves to the page of the open vault. */
export const restoreFrom = async (app: RunningApp, backup: string, passphrase: string): Promise<Page> => {
  const t = textsOf('id');
  const lock = await chooseBackup(app, backup);
  await lock.getByRole('textbox', { name: t('vault.restorePassphrase') }).fill(passphrase);
  await lock.getByRole('button', { name: t('vault.recover'), exact: true }).click();
  return app.page('app');
};
