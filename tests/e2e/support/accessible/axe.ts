import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on what is shown now, once nothing is being waited for: one line for each place. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
  // Legacy mode: Electron cannot open the empty second page that axe would work in.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  const { violations } = await axe.withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
};
