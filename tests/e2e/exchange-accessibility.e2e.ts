import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectNothingFound } from './support/accessible/axe.ts';
import {
  type ExchangeTour,
  tourDirectory,
  tourReceived,
  tourReceiving,
  tourSending,
  tourSignedFiles,
} from './support/accessible/exchange-screens.ts';
import { expectAllReached, expectNoTrap, tabTo } from './support/accessible/keys.ts';
import { choose, newHome } from './support/accessible/seed.ts';
import { invited, type SeededExchange, seedExchange } from './support/accessible/seed-exchange.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { unlock } from './support/steps/vault-steps.ts';

// axe finds nothing on the screens of the exchange, in light (all rules) and in dark (colours), and all of them work
// by the keyboard alone. Each variant is another language.

const variants = [
  { language: 'id', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const;

test.describe.configure({ mode: 'default', timeout: 240_000 });

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-exchange-axe-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const open = async (
  seeded: SeededExchange,
  language: 'id' | 'en',
  scheme: 'light' | 'dark',
): Promise<{ readonly app: RunningApp; readonly page: Page }> => {
  await choose(seeded.home, language, scheme);
  const app = await launchApp({ home: seeded.home });
  const page = await unlock(app, passphrase, textsOf(language));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page };
};

for (const { language, scheme } of variants) {
  test(`nothing is found on the screens of the exchange (${language}, ${scheme})`, async () => {
    const t = textsOf(language);
    const look = expectNothingFound(scheme);
    const seeded = await seedExchange(folder);
    await mkdir(join(folder, 'out'));
    const { app, page } = await open(seeded, language, scheme);
    const tour: ExchangeTour = { page, t, look, app, seeded, folder: join(folder, 'out') };
    await tourReceived(tour);
    await tourReceiving(tour);
    await tourSending(tour);
    await tourDirectory(tour);
    await tourSignedFiles(tour);
    await app.close();

    const home = await newHome();
    await choose(home, language, scheme);
    const fresh = await launchApp({ home });
    const lockPage = await fresh.page('lock');
    await fresh.setDialogs({ files: [seeded.invitation] });
    await lockPage.getByRole('button', { name: t('vault.openInvitation'), exact: true }).click();
    await lockPage.getByText(invited.name).waitFor();
    await look(lockPage, 'invitation on the lock page');
    await lockPage.getByRole('radio', { name: t('words.differ') }).check();
    await look(lockPage, 'invitation whose words differ');
    await fresh.close();
    await rm(home, { recursive: true, force: true });
  });
}

test('everything is reached by Tab, and a package is received by the keyboard alone', async () => {
  const t = textsOf('id');
  const seeded = await seedExchange(folder);
  const { app, page } = await open(seeded, 'id', 'light');
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
