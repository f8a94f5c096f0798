import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps a picture of a screen, as a small laptop shows it, where `BILIK_PICTURES` names a folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.BILIK_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};
