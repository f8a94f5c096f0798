import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAllReached, expectNoTrap, tabTo } from './support/accessible/keys.ts';
import { seedExchange } from './support/accessible/seed-exchange.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { unlock } from './support/steps/vault-steps.ts';

// The screens of the exchange work by the keyboard alone.

test.describe.configure({ mode: 'default' });

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-exchange-keys-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('everything is reached by Tab, and a package is received by the keyboard alone', async () => {
  const t = textsOf('id');
  const seeded = await seedExchange(folder);
  const app = await launchApp({ home: seeded.home });
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const goByKeys = async (area: string): Promise<void> => {
    await tabTo(
      page,
      page
        .getByRole('navigation', { name: t('app.navigation') })
        .getByRole('button', { name: t(`${area}.nav`), exact: true }),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t(`${area}.title`), exact: true }).waitFor();
  };
  await goByKeys('directory');
  const tab = (name: string) => page.getByRole('tab', { name: t(`directory.tab.${name}`), exact: true });
  for (const name of ['own', 'members', 'invitations', 'special']) {
    await tabTo(page, page.locator('[role="tab"][aria-selected="true"]'));
    while ((await tab(name).getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowRight');
    await expectAllReached(page);
    await expectNoTrap(page);
  }
  await goByKeys('exchange');
  await page.getByRole('table', { name: t('exchange.history') }).waitFor();
  await expectAllReached(page);
  await expectNoTrap(page);
  await app.setDialogs({ files: [seeded.fresh] });
  await tabTo(page, button(t('exchange.choose')));
  await page.keyboard.press('Enter');
  // What was found has the focus.
  await expect(page.getByRole('heading', { name: t('exchange.checked'), exact: true })).toBeFocused();
  await expectAllReached(page);
  await tabTo(page, button(t('exchange.import')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: t('exchange.imported') })).toBeFocused();
  await tabTo(page, button(t('exchange.openCase')));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: t('cases.now.title') }).waitFor();
  await app.close();
});
