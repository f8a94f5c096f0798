import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

test('a counsellor who leaves keeps the notes until a day, then erases them all', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor', 'assessor'] }, async (get) => {
    await get('notes.save', {
      noteId: null,
      caseId: null,
      title: 'Satu',
      content: '{"type":"doc"}',
      attachmentIds: [],
    });
    await get('profile.save', { person: counsellor, roles: ['assessor'] });
  });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await expect(page.getByText(t('notes.leaving.title.whatBecomes'))).toBeVisible();
  await page.getByRole('button', { name: t('notes.leaving.go') }).click();
  await page.getByRole('radio', { name: t('notes.leaving.keepUntil') }).check();
  await page.getByRole('textbox', { name: t('notes.leaving.until') }).fill('2199-12-31');
  await page.getByRole('button', { name: t('notes.leaving.decide') }).click();
  await expect(page.getByText(/^Anda memutuskan menyimpan catatan ini sampai/)).toBeVisible();
  await goTo(page, t('home.title'));
  await expect(page.getByText(t('notes.leaving.title.whatBecomes'))).toHaveCount(0);
  await goTo(page, t('notes.nav'));
  await page.getByRole('button', { name: t('notes.leaving.change') }).click();
  await page.getByRole('radio', { name: t('notes.leaving.eraseNow') }).check();
  await page.getByRole('button', { name: t('notes.leaving.eraseAll') }).click();
  await expect((await confirmationOf(page)).locator('body')).toContainText('1');
  await enterPassphraseAgain(page, passphrase, t('confirm.call.notes.eraseAll.title'));
  await expect(page.getByText(t('notes.empty'))).toBeVisible();
  await app.close();
  await rm(home, { recursive: true, force: true });
});
