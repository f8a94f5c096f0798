import { test as base } from '@playwright/test';
import { textsOf } from '../e2e/support/accessible/texts.ts';
import { type Appearance, atWork } from './made/vault.ts';
import type { Screen } from './screen.ts';
import { type CatalogueWindow, openWindow } from './window/open-window.ts';
import type { Answers } from './window/stand-in.ts';

/** A test with one window of its worker. */
export const test = base.extend<object, { readonly shown: CatalogueWindow }>({
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

/** What is answered while a screen is shown. */
export const answersOf = (screen: Screen, appearance: Appearance): Answers => ({
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
export const show = async (shown: CatalogueWindow, screen: Screen, appearance: Appearance): Promise<void> => {
  const { page, load, loadConfirmation, emit } = shown;
  const confirmation = screen.confirmation?.(appearance.language);
  if (confirmation !== undefined) await loadConfirmation(confirmation, searchOf(screen, appearance));
  else await load(screen.path === null ? 'lock' : 'app', answersOf(screen, appearance), searchOf(screen, appearance));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const t = textsOf(appearance.language);
  await screen.steps?.({ page, t, emit, button: (name) => page.getByRole('button', { name, exact: true }) });
};
