import type { Page } from '@playwright/test';
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

/**
 * Nothing is being waited for, what was changed last is on the screen, and menus, dialogs and charts, which follow it a
 * little later, have found their place. Where there is none of them, two frames are enough.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const mostFrames = 600;
    const moving = '[data-portal] > *, [role="menu"], [role="dialog"], [role="listbox"], .recharts-wrapper';
    let frames = 0;
    const next = async (): Promise<void> => {
      frames += 1;
      if (frames > mostFrames) throw new Error('the page does not come to rest');
      await frame();
    };
    const places = (): string =>
      [...document.querySelectorAll(moving)]
        .map((element) => Object.values(element.getBoundingClientRect().toJSON()).join())
        .join(' ');
    const stillFrames = (): number => (places() === '' ? 2 : 6);
    while (document.querySelector('.mantine-Loader-root') !== null) await next();
    let last = places();
    for (let still = 0; still < stillFrames(); ) {
      await next();
      const now = places();
      still = now === last ? still + 1 : 0;
      last = now;
    }
  });

/**
 * Looks at the page as it is now in one appearance, in every size; what is found, and pictures where they are wanted.
 */
export const lookAt = async (page: Page, name: string, appearance: Appearance): Promise<string[]> => {
  const { language, colorScheme } = appearance;
  const found: string[] = [];
  await page.evaluate(installLook);
  await settled(page);
  // In the size first in which the window is: each change of it draws everything anew.
  const width = page.viewportSize()?.width;
  for (const size of [...sizes].sort((a, b) => Number(b.width === width) - Number(a.width === width))) {
    if (size.width !== page.viewportSize()?.width) {
      await page.setViewportSize(size);
      await settled(page);
    }
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
