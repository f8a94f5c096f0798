import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import { enterPassphraseAgain, pressConfirm } from '../confirmation.ts';
import { launchApp, type RunningApp } from '../launch.ts';
import type { SampleFiles } from './sample-files.ts';

const t = textsOf('id');

/** Where the story is played and what hears of it. */
export interface Stage {
  /** Folder below which the three people's vaults, profiles and exports lie. */
  readonly folder: string;
  readonly files: SampleFiles;
  /** Hears each thing that is done. */
  readonly tell: (step: string) => void;
  /** Called where a screen is worth a picture. */
  readonly look: (page: Page, name: string) => Promise<void>;
}

/** Someone at an own computer: an own profile, the vault below `vaults`. */
export interface Participant {
  readonly app: RunningApp;
  readonly page: Page;
  readonly passphrase: string;
  readonly recovery: string;
}

/** Someone at work on the file of an employee. */
export interface Work extends Pick<Participant, 'app' | 'page' | 'passphrase'> {
  /** Name of the employee whose file it is. */
  readonly whose: string;
}

/** Starts the application on the computer of `name`. */
export const startFor = async (stage: Stage, name: string): Promise<RunningApp> => {
  const home = join(stage.folder, 'computers', name);
  const documents = join(stage.folder, 'vaults');
  const temporary = join(stage.folder, 'temporary');
  for (const folder of [home, documents, temporary]) await mkdir(folder, { recursive: true });
  const app = await launchApp({ home, env: { BILIK_DOCUMENTS: documents, TMPDIR: temporary } });
  app.electron.context().setDefaultTimeout(30_000);
  return app;
};

/** Chooses files in the next dialog of a drop field and waits until they are taken in. */
export const attach = async (app: RunningApp, page: Page, label: string, paths: readonly string[]): Promise<void> => {
  await app.setDialogs({ files: paths });
  await page.getByRole('group', { name: label, exact: true }).getByRole('button', { name: 'Pilih berkas' }).click();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await page
      .getByRole('button', { name: `Hapus dari daftar ini: ${name}`, exact: true })
      .first()
      .waitFor();
  }
};

/** Signs the act in its form, looks at its document, exports it to `documents/<name>`, and comes back to the case. */
export const signAndExport = async (
  { app, page, passphrase, whose }: Work,
  stage: Stage,
  name: string,
  picture?: string,
): Promise<string> => {
  await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
  await pressConfirm(page);
  await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  if (picture !== undefined) {
    // The text is laid over a page when it is drawn.
    await page.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
    await stage.look(page, picture);
  }
  const target = join(stage.folder, 'documents', name);
  await exportShown(app, page, passphrase, target);
  await page
    .getByRole('navigation', { name: t('common.breadcrumbs') })
    .getByRole('button', { name: whose })
    .click();
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
  return target;
};

/** Saves the document that is shown to `target`, the passphrase entered again. */
const exportShown = async (app: RunningApp, page: Page, passphrase: string, target: string): Promise<void> => {
  await app.setDialogs({ save: target });
  await page
    .getByRole('button', { name: /^Ekspor dokumen: / })
    .first()
    .click();
  await enterPassphraseAgain(page, passphrase);
  await page.getByText('Disimpan di luar brankas. Jaga kerahasiaannya.').first().waitFor();
};
