import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps a picture of a screen where `BILIK_PICTURES` names a folder; to look at what a test saw. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.BILIK_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};
