import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Hears which screen is ready to be looked at. */
export type Look = (page: Page, screen: string) => Promise<void>;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects that axe finds nothing on what is shown now; goes on to the next screen when it does. */
export const expectNothingFound =
  (scheme: 'light' | 'dark'): Look =>
  async (page, screen) => {
    await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    // Legacy mode: Electron cannot open the empty second page that axe would work in.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
    const { violations } = await axe.withTags(tags).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
    );
    expect.soft(found, screen).toEqual([]);
  };
