import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps a picture of the window under a fixed name where `BILIK_CATALOGUE_PICTURES` names a folder. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.BILIK_CATALOGUE_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};
