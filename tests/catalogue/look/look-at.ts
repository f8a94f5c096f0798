import { expect, type Page } from '@playwright/test';
import type { Appearance } from '../made/vault.ts';
import { axeFindings } from './axe.ts';
import { contrastFindings } from './contrast.ts';
import { geometryFindings } from './geometry.ts';
import { installLook } from './in-page.ts';
import { keepPicture } from './picture.ts';

/** The smallest window that the application makes, and a small laptop. */
const sizes = [
  { width: 720, height: 520 },
  { width: 1366, height: 768 },
] as const;

/** In which appearances every screen is looked at. Texts do not change with the colours, nor colours with the texts. */
export const appearances: readonly [Appearance, ...Appearance[]] = [
  { language: 'id', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
];

/** What was changed last is on the screen. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Nothing is still being waited for. */
export const settled = async (page: Page): Promise<void> => {
  await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
  await drawn(page);
};

/** Looks at the page as it is now in one appearance, in every size; what is found, and pictures where they are wanted. */
export const lookAt = async (page: Page, name: string, appearance: Appearance): Promise<string[]> => {
  const { language, colorScheme } = appearance;
  const found: string[] = [];
  await page.evaluate(installLook);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await drawn(page);
    const seen = await page.evaluate(geometryFindings);
    found.push(...seen.map((finding) => `${language}, ${size.width} px: ${finding}`));
    await keepPicture(page, `${name}-${language}-${colorScheme}-${size.width}`);
  }
  const others = [
    ...(await page.evaluate(contrastFindings)),
    ...(await axeFindings(page, appearance === appearances[0] ? 'all' : 'texts')),
  ];
  return [...found, ...others.map((finding) => `${language}, ${colorScheme}: ${finding}`)];
};
