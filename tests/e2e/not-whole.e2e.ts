import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp } from './support/launch.ts';
import { passphrase, vaultLabel } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { lockPage, unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

test('a database put back to an earlier state is told above each page, until the holder takes it as it is', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  const folder = join(home, 'documents', vaultLabel);
  const earlier = join(home, 'lama.db');
  await copyFile(join(folder, 'records.db'), earlier);
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, 'Catatan pribadi');
  await page.keyboard.press('Control+l').catch(() => undefined);
  await lockPage(app);
  await app.close();

  await copyFile(earlier, join(folder, 'records.db'));
  const again = await launchApp({ home });
  const told = await unlock(again, passphrase);
  const notice = told.getByRole('alert').filter({ hasText: t('integrity.broken') });
  await expect(notice).toContainText(t('finding.databaseBehind'));
  await notice.getByRole('button', { name: t('integrity.settle') }).click();
  await expect(told.getByText(t('integrity.todoNoBackup'))).toBeVisible();
  await told.getByRole('button', { name: t('integrity.accept') }).click();
  await enterPassphraseAgain(told, passphrase, t('finding.databaseBehind'));
  await expect(told.getByText(t('integrity.broken'))).toHaveCount(0);
  await told.getByRole('button', { name: t('integrity.check') }).click();
  const [checked = ''] = t('integrity.whole', { when: '|' }).split('|');
  await expect(told.getByText(checked)).toBeVisible();
  await goTo(told, t('home.title'));
  await expect(told.getByRole('alert').filter({ hasText: t('integrity.broken') })).toHaveCount(0);
  await again.close();
  await rm(home, { recursive: true, force: true });
});
