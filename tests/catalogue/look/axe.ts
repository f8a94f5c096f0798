import type { Page } from '@playwright/test';
import { axePath } from '../window/serve-pages.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}
interface Axe {
  readonly run: (options: object) => Promise<{ readonly violations: readonly Violation[] }>;
}

/** Rules that `contrastFindings` and `geometryFindings` hold, more strictly and in a hundredth of the time. */
const held = ['color-contrast', 'target-size'];

/** `all`: every rule of WCAG 2.2 A and AA, and axe's good practice; `texts`: those that another language can break. */
const tags = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  texts: ['cat.language', 'cat.name-role-value', 'cat.text-alternatives'],
} as const;

/** What axe finds on the page as it is now, one line for each place. */
export const axeFindings = async (page: Page, rules: keyof typeof tags): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: axePath });
  const options = {
    runOnly: { type: 'tag', values: tags[rules] },
    rules: Object.fromEntries(held.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  const violations = await page.evaluate(
    async (given) => (await (window as unknown as { axe: Axe }).axe.run(given)).violations,
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
};
