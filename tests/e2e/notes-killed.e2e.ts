import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
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

/** A chat as it is copied from a messenger. */
const chat = Array.from({ length: 24_000 }, (_, line) => `[${line % 24}.00] Sinta Contoh: pesan ke-${line} 🙂`).join(
  '\n',
);

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Isi catatan' });

/** Pastes a text, or a picture without any. */
const paste = (page: Page, text: string | null): Promise<void> =>
  textOf(page).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    if (pasted === null) clipboardData.items.add(new File(['x'], 'layar.png', { type: 'image/png' }));
    else clipboardData.setData('text/plain', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

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

  await paste(again, null);
  await expect(again.getByText('Gambar dan berkas tidak dapat ditempel')).toBeVisible();
  await paste(again, chat);
  // The page may be gone before the key is up.
  await again.keyboard.press('Control+l').catch(() => undefined);
  const last = await unlock(app, passphrase);
  await goTo(last, 'Catatan pribadi');
  await last.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await expect(textOf(last)).toContainText('pesan ke-23999');
  await app.close();
  await rm(home, { recursive: true, force: true });
});
