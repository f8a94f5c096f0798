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

/** What was changed last is on the screen, and menus and dialogs, which follow it a little later, have found their place. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const places = (): string =>
      [...document.querySelectorAll('[data-portal] > *, [role="menu"], [role="dialog"], [role="listbox"]')]
        .map((element) => Object.values(element.getBoundingClientRect().toJSON()).join())
        .join(' ');
    const stillFrames = 6;
    const mostFrames = 120;
    await frame();
    let last = places();
    for (let still = 0, frames = 0; still < stillFrames && frames < mostFrames; frames += 1) {
      await frame();
      const now = places();
      still = now === last ? still + 1 : 0;
      last = now;
    }
  });

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
