import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const manyStops = 400;

/** Presses Tab until `target` has the focus. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await target.waitFor();
  for (let stop = 0; stop < manyStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reaches ${target}`);
};

/** Expects that what has the focus shows it by an outline. */
export const expectRing = async (page: Page): Promise<void> => {
  const ring = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return 'nothing has the focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return element.matches(':focus-visible') ? `${outlineStyle} ${outlineWidth}` : 'not visible';
  });
  expect(ring).toBe('solid 2px');
};

/** What one walk by Tab through the whole page met, in order. */
interface Walk {
  /** Interactive elements that were never reached. */
  readonly missed: readonly string[];
  /** Stops that do not show the focus. */
  readonly unseen: readonly string[];
  /** Whether the walk came back to where it began. */
  readonly returned: boolean;
}

/** Marks what has the focus; answers with whether it was marked before. */
const mark = (page: Page): Promise<{ readonly again: boolean; readonly unseen: string | null }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { again: false, unseen: null };
    // A field of a date has several stops of its own.
    const again = element.hasAttribute('data-met') && element.getAttribute('data-met') !== 'last';
    for (const last of document.querySelectorAll('[data-met="last"]')) last.setAttribute('data-met', '');
    element.setAttribute('data-met', 'last');
    const shows = (of: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(of);
      return outlineStyle === 'solid' && outlineWidth === '2px';
    };
    // A checkbox, radio or switch is drawn by what stands beside it; a field by its wrapper.
    const near = [element, element.nextElementSibling, element.closest('.mantine-Input-input')].filter(
      (it) => it !== null,
    );
    return { again, unseen: near.some(shows) ? null : element.outerHTML.slice(0, 160) };
  });

/** What one can act on by keys. */
const interactive = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable="true"]';

/**
 * Walks the page by Tab until it meets again what it has met. What is missed is told of what stood there at the
 * beginning: a list may be drawn anew behind the walk.
 */
export const walk = async (page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Walk> => {
  await page.evaluate((all) => {
    for (const met of document.querySelectorAll('[data-met]')) met.removeAttribute('data-met');
    for (const element of document.querySelectorAll(all)) element.setAttribute('data-stood', '');
  }, interactive);
  const unseen: string[] = [];
  let returned = false;
  for (let stop = 0; stop < manyStops && !returned; stop += 1) {
    await page.keyboard.press(key);
    const met = await mark(page);
    returned = met.again;
    if (met.unseen !== null && !returned) unseen.push(met.unseen);
  }
  const missed = await page.evaluate((all) => {
    const scope = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document;
    const groups = 'input[type="radio"], [role="tab"], [role="toolbar"] *';
    return (
      [...scope.querySelectorAll<HTMLElement>(all)]
        .filter((element) => element.hasAttribute('data-stood'))
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
        .filter((element) => !element.hasAttribute('data-met') && element.closest('[aria-hidden="true"]') === null)
        // Within these groups the arrows move; the group itself is reached.
        .filter((element) => !element.matches(groups))
        .map((element) => element.outerHTML.slice(0, 160))
    );
  }, interactive);
  return { missed, unseen, returned };
};

/** Time without any change after which a page counts as complete, in milliseconds. */
const stillFor = 400;

/** Waits until nothing is being loaded and the page no longer changes: a list may still be on its way. */
const untilComplete = async (page: Page): Promise<void> => {
  await expect(page.locator('[aria-busy="true"], .mantine-Loader-root')).toHaveCount(0);
  await page.evaluate(
    (still) =>
      new Promise<void>((done) => {
        const complete = (): void => {
          changes.disconnect();
          done();
        };
        let timer = setTimeout(complete, still);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(complete, still);
        });
        changes.observe(document.body, { childList: true, subtree: true });
      }),
    stillFor,
  );
};

/** Expects that Tab reaches everything one can act on, shows where it is, and comes back to where it began. */
export const expectAllReached = async (page: Page): Promise<void> => {
  await untilComplete(page);
  expect(await walk(page)).toEqual({ missed: [], unseen: [], returned: true });
};

/** Expects that Shift+Tab leads through the whole page as well. */
export const expectNoTrap = async (page: Page): Promise<void> => {
  await untilComplete(page);
  expect.soft((await walk(page, 'Shift+Tab')).missed).toEqual([]);
};
