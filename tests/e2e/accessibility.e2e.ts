import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectNothingFound } from './support/accessible/axe.ts';
import { tourFile, tourForms, typesWithoutForm } from './support/accessible/case-screens.ts';
import { tourNewVault, tourUnlock } from './support/accessible/lock-screens.ts';
import { tourBeginnings, tourDialogs, tourPages, tourSettings } from './support/accessible/page-screens.ts';
import { choose, newHome, seedHome } from './support/accessible/seed.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

// axe finds nothing on any screen, light and dark, in both languages. Texts do not change with the colours, nor colours
// with the language: two tours see each of them.

const variants = [
  { language: 'id', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const;

let seeded: string;

// One test sees some thirty screens.
test.describe.configure({ timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  seeded = await seedHome();
});

test.afterAll(() => rm(seeded, { recursive: true, force: true }));

/** Nothing moves or fades while it is looked at. */
const still = async (app: RunningApp): Promise<void> => {
  const calm = (page: Page): Promise<void> => page.emulateMedia({ reducedMotion: 'reduce' });
  app.electron.on('window', (page) => void calm(page).catch(() => undefined));
  await Promise.all(app.electron.windows().map(calm));
};

const start = async (home: string, variant: (typeof variants)[number]): Promise<RunningApp> => {
  await choose(home, variant.language, variant.scheme);
  const app = await launchApp({ home });
  await still(app);
  return app;
};

test('every form is among the screens', () => {
  // A case is opened on a page of its own; a copy is acknowledged, and a post handed over, on those of the exchange.
  expect(typesWithoutForm()).toEqual(['caseOpened', 'copyAcknowledged', 'postHandedOver']);
});

for (const variant of variants) {
  const name = `${variant.language}, ${variant.scheme}`;
  const t = textsOf(variant.language);
  const look = expectNothingFound(variant.scheme);

  test(`nothing is found before and in a new vault (${name})`, async () => {
    const home = await newHome();
    const app = await start(home, variant);
    const page = await tourNewVault(app, t, look);
    await tourPages({ page, t, look }, 'empty');
    await app.close();
    await rm(home, { recursive: true, force: true });
  });

  test(`nothing is found on the pages and dialogs (${name})`, async () => {
    const app = await start(seeded, variant);
    const tour = { page: await tourUnlock(app, t, look), t, look };
    await tourPages(tour, 'filled');
    await tourBeginnings(tour);
    await tourSettings(tour);
    await tourDialogs(tour);
    await app.close();
  });

  test(`nothing is found in a file and its forms (${name})`, async () => {
    const app = await start(seeded, variant);
    const tour = { page: await tourUnlock(app, t, async () => {}), t, look };
    await tourFile(tour);
    await tourForms(tour);
    await app.close();
  });
}
