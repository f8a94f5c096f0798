import type { Locator, Page } from '@playwright/test';

/** Scrolls so that something stands in the middle of the window, or as near to it as the page allows. */
export const showInMiddle = (place: Locator): Promise<void> =>
  place.first().evaluate((element) => element.scrollIntoView({ block: 'center' }));

/** Scrolls a page to its beginning. */
export const showTop = (page: Page): Promise<void> => showInMiddle(page.getByRole('heading', { level: 1 }));
