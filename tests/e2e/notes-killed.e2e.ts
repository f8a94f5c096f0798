import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { launchApp } from './support/launch.ts';
import { backendPid, passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// Milliseconds between keys: quicker than any pause that a saver could wait for.
const pace = 300;
/** Keys within the last second before the end, and one that was under way. */
const mayBeLost = Math.ceil(1000 / pace) + 1;
const typed = 'Pegawai datang tepat waktu lalu';

test('typing without a pause, and the backend killed: all but the last second is there', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.type(typed, { delay: pace });
  process.kill((await backendPid(app))!, 'SIGKILL');
  const again = await unlock(app, passphrase);
  await goTo(again, 'Catatan pribadi');
  await again.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  const kept = (await again.getByRole('textbox', { name: 'Isi catatan' }).innerText()).trim();
  expect(typed.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(typed.length - mayBeLost);
  await app.close();
  await rm(home, { recursive: true, force: true });
});
