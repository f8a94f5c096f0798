import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { observed } from '../fixtures/case-walks.ts';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');
const account = 'Tas berisi laptop dicuri di kereta.';

test('a computer is lost: whose data is shown, a letter and the request to revoke the key are made', async () => {
  const home = await seedVault({ person: assessor, roles: ['assessor'] }, async (get) => {
    await observed({ get });
  });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, t('settings.nav'));
  await page.getByRole('tab', { name: t('settings.security') }).click();
  await page.getByRole('button', { name: t('retention.incident.open') }).click();
  await page.getByRole('textbox', { name: t('retention.incident.account') }).fill(account);
  await page.getByRole('button', { name: t('retention.incident.show') }).click();
  const row = page.getByRole('row', { name: employee.name });
  await expect(row).toContainText(t('acts.feedbackRecorded'));
  const letter = t('retention.incident.personOf', { name: employee.name });
  for (const [press, name] of [
    [letter, letter],
    [t('retention.incident.makeRequest'), t('retention.incident.paper.incidentRevocation')],
  ] as const) {
    await page.getByRole('button', { name: press }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.locator('.pdf-text').first()).toContainText(account);
    await dialog.getByRole('button', { name: t('common.close') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  // From here the key is revoked: another identity says so by its card.
  await page.getByRole('button', { name: t('retention.incident.openKeys') }).click();
  await page.getByRole('heading', { name: t('keys.identity'), exact: true }).waitFor();
  // What was written is kept.
  await goTo(page, t('home.title'));
  await page.getByRole('button', { name: t('home.draft.incident') }).click();
  await expect(page.getByRole('textbox', { name: t('retention.incident.account') })).toHaveValue(account);
  await app.close();
  await rm(home, { recursive: true, force: true });
});
