import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Ends every transition and animation at once from here on, or no longer: half faded, a notice that comes or goes has
 * colours that nobody reads. By a constructed sheet, since the page's policy lets no style in.
 */
const still = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((stands) => {
    const marked = window as Window & { stillSheet?: CSSStyleSheet };
    if (marked.stillSheet === undefined) {
      marked.stillSheet = new CSSStyleSheet();
      document.adoptedStyleSheets.push(marked.stillSheet);
    }
    const rule = '*, ::before, ::after { transition: none !important; animation: none !important; }';
    marked.stillSheet.replaceSync(stands ? rule : '');
  }, on);

/** What axe finds on what is shown now, once nothing is being waited for: one line for each place. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
  await still(page, true);
  const findings = await analyzed(page);
  await still(page, false);
  return findings;
};

const analyzed = async (page: Page): Promise<string[]> => {
  // Legacy mode: Electron cannot open the empty second page that axe would work in.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  const { violations } = await axe.withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
};
