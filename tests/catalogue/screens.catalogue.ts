import { expect } from '@playwright/test';
import { appearances, lookAt } from './look/look-at.ts';
import type { Appearance } from './made/vault.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens/all.ts';
import { answersOf, show, test } from './shown.ts';
import type { CatalogueWindow } from './window/open-window.ts';

// Every screen, dialog and state of the window, drawn from fixtures: nothing is found by axe, every text stands out
// from its ground, and nothing is cut off, overlaps or is too small, in both languages and colour schemes, large and
// small.

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
