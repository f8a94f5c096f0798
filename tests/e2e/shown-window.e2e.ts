import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { assessor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { holdPort } from './support/hold-port.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { startScreen } from './support/screen.ts';
import { lockPage } from './support/steps/vault-steps.ts';

/** More colours than an empty window has. */
const fewColours = 60;
/** What most of each page is made of, in the dark scheme. */
const grounds = { lock: '#26282b', app: '#1f2023' };

test('the lock page stands on the screen until the page of the open vault has drawn', async () => {
  const home = await seedVault({ person: assessor, roles: ['assessor'] });
  const preferences = { language: 'id', colorScheme: 'dark', contentProtection: false };
  await writeFile(join(home, 'profile/preferences.json'), JSON.stringify(preferences));
  const screen = await startScreen();
  const app = await launchApp({ home, env: screen.env });
  const { electron } = app;
  const area = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getContentBounds());
  const seen = async () => {
    const { colours, ground } = await screen.look(await area());
    return { ground, isEmpty: colours <= fewColours };
  };

  const locked = await lockPage(app);
  await expect.poll(seen).toEqual({ ground: grounds.lock, isEmpty: false });

  // From here on a page has no port, so it has nothing to draw, until it is released.
  await electron.context().addInitScript(holdPort);
  const loaded = electron.evaluate(
    ({ app: main }) =>
      new Promise<void>((resolve) => {
        main.once('browser-window-created', (_event, window) => void window.once('ready-to-show', () => resolve()));
      }),
  );
  await locked.locator('#passphrase').fill(passphrase);
  await locked.locator('#submit').click();
  await loaded;
  expect(await seen()).toEqual({ ground: grounds.lock, isEmpty: false });
  // Both pages are there: `app.page` would wait until the second is shown.
  const opened = electron.windows().find((page) => page !== locked);
  if (opened === undefined) throw new Error('there is no second page');
  await opened.waitForFunction(() => 'release' in window);
  expect(await seen()).toEqual({ ground: grounds.lock, isEmpty: false });

  await opened.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect(opened.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible();
  await expect.poll(seen).toEqual({ ground: grounds.app, isEmpty: false });
  await app.close();
  await screen.close();
  await rm(home, { recursive: true, force: true });
});
