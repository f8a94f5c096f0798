import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { lockPage, unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

test('a vault gets other keys and another sheet while it is open, and what was written is there after', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.type('Sebelum kunci diganti');
  await goTo(page, t('settings.nav'));
  await page.getByRole('tab', { name: t('settings.security') }).click();
  await page.getByRole('button', { name: t('keys.rotate') }).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.keys.rotate.title'));
  await expect(page.getByText(t('keys.rotated'))).toBeVisible();

  await page.getByRole('button', { name: t('keys.makeSheet') }).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.keys.makeSheet.title'));
  const groups = page.getByRole('list', { name: t('vault.recoveryCode') }).getByRole('listitem');
  await expect(groups).toHaveCount(10);
  for (let index = 0; index < 10; index += 1) {
    const asked = page.getByLabel(t('vault.group', { number: index + 1 }), { exact: true });
    if ((await asked.count()) === 0) continue;
    await asked.fill((await groups.nth(index).locator('p').last().innerText()).trim());
  }
  await page.getByRole('button', { name: t('keys.useSheet') }).click();
  await expect(page.getByText(t('keys.sheetDone'))).toBeVisible();
  // The page may be gone before the key is up.
  await page.keyboard.press('Control+l').catch(() => undefined);
  await lockPage(app);

  const again = await unlock(app, passphrase);
  await goTo(again, 'Catatan pribadi');
  await again.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await expect(again.getByRole('textbox', { name: 'Isi catatan' })).toContainText('Sebelum kunci diganti');
  await app.close();
  await rm(home, { recursive: true, force: true });
});
