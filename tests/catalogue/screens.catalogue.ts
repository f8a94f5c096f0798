import { test as base, expect } from '@playwright/test';
import { textsOf } from '../e2e/support/accessible/texts.ts';
import { appearances, lookAt } from './look/look-at.ts';
import { type Appearance, atWork } from './made/vault.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens/all.ts';
import { type CatalogueWindow, openWindow } from './window/open-window.ts';
import type { Answers } from './window/stand-in.ts';

// Every screen, dialog and state of the window, drawn from fixtures: nothing is found by axe, every text stands out
// from its ground, and nothing is cut off, overlaps or is too small, in both languages and colour schemes, large and
// small.

const test = base.extend<object, { readonly shown: CatalogueWindow }>({
  shown: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here what it is to make before.
    async ({}, use) => {
      const shown = await openWindow();
      await use(shown);
      await shown.close();
    },
    { scope: 'worker' },
  ],
});

/** Where the page begins: the place at which the window was left. */
const placeOf = ({ path, state }: Screen): Answers =>
  path === null
    ? {}
    : { 'session.getPlace': { path, state: state === undefined ? null : JSON.stringify({ [path]: state }) } };

const answersOf = (screen: Screen, appearance: Appearance): Answers => ({
  ...atWork(appearance, screen.roles),
  ...placeOf(screen),
  ...screen.answers,
});

/**
 * The address of a screen: the lock page is told in it what the main process knows (electron/main/run-application.ts).
 */
const searchOf = ({ path, search, answers }: Screen, { language, colorScheme }: Appearance): string => {
  if (path !== null) return search ?? '';
  const listed = answers?.['vault.list'];
  const known = typeof listed !== 'object' || !('vaults' in listed) || listed.vaults.length > 0;
  return `?${new URLSearchParams({ language, scheme: colorScheme, version: '0.0.0', known: String(known) })}${search ?? ''}`;
};

/** Shows a screen in an appearance: the page loaded anew, and what a person does there. */
const show = async (shown: CatalogueWindow, screen: Screen, appearance: Appearance): Promise<void> => {
  const { page, load, loadConfirmation, emit } = shown;
  const confirmation = screen.confirmation?.(appearance.language);
  if (confirmation !== undefined) await loadConfirmation(confirmation, searchOf(screen, appearance));
  else await load(screen.path === null ? 'lock' : 'app', answersOf(screen, appearance), searchOf(screen, appearance));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const t = textsOf(appearance.language);
  await screen.steps?.({ page, t, emit, button: (name) => page.getByRole('button', { name, exact: true }) });
};

/** Changes the appearance of what is shown, as the settings do. */
const change = async ({ page, answerBy, emit }: CatalogueWindow, screen: Screen, next: Appearance): Promise<void> => {
  answerBy(answersOf(screen, next));
  await emit({ event: 'changed', areas: ['session'] });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
    next.colorScheme,
  );
};

for (const screen of screens) {
  test(screen.name, async ({ shown }) => {
    const found: string[] = [];
    for (const appearance of appearances) {
      const isFirst = appearance === appearances[0];
      // The page on which a vault is opened takes the scheme when it is loaded.
      if (isFirst || screen.path === null) await show(shown, screen, appearance);
      else await change(shown, screen, appearance);
      found.push(...(await lookAt(shown.page, screen.name, appearance)));
    }
    expect.soft(shown.problems(), 'what went wrong in the page or in the stand-in').toEqual([]);
    expect(found, 'what was found on the screen').toEqual([]);
  });
}
