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

test('a vault gets another identity while it is open, has it when it is opened again, and offers its new card', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, t('settings.nav'));
  await page.getByRole('tab', { name: t('settings.security') }).click();
  const button = page.getByRole('button', { name: t('keys.replaceIdentity') });
  await expect(button).toBeDisabled();
  await page.getByRole('radio', { name: t('keys.identityReason.compromised') }).check();
  await button.click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.keys.replaceIdentity.title'));
  await expect(page.getByText(t('keys.identityDone'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('keys.saveNewCard') })).toBeVisible();
  // The page may be gone before the key is up.
  await page.keyboard.press('Control+l').catch(() => undefined);
  await lockPage(app);

  const again = await unlock(app, passphrase);
  await goTo(again, t('settings.nav'));
  await again.getByRole('tab', { name: t('settings.security') }).click();
  await expect(again.getByRole('button', { name: t('keys.saveNewCard') })).toBeVisible();
  await again.getByRole('button', { name: t('auditTrail.open') }).click();
  await expect(again.getByText(t('audit.identityReplaced')).first()).toBeVisible();
  await app.close();
  await rm(home, { recursive: true, force: true });
});
