import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { observed, sign } from '../fixtures/case-walks.ts';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { formsOf } from '../fixtures/scan.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp, loadRuntime, type RunningApp } from './support/launch.ts';
import { backendPid, passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { lock, unlock } from './support/steps/vault-steps.ts';
import { readWritten, textsIn, tracing } from './support/written.ts';

// What the application puts on the disk, byte by byte, files that are gone again too: nothing in the clear, and no file
// that nobody knows of.

test.skip(process.platform !== 'linux', 'strace is a Linux program');

const t = textsOf('id');
const typed = {
  note: 'kenari "catatan" é tulis',
  title: 'kenari "judul" é tulis',
  search: 'kenari "cari" é tulis',
  name: 'Kenarinama Tertulis',
  response: 'Kenaritanggapan "tertulis" é',
};
const texts = [...Object.values(typed), passphrase];

const seed = (): Promise<string> =>
  seedVault({ person: assessor, roles: ['assessor', 'counsellor'] }, async (get) => {
    const calls = { get };
    const caseId = await observed(calls, { content: { employee: { ...employee, name: typed.name } } });
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    await sign(calls, caseId, 'problemCommunicated', 'assessor', { content: { response: typed.response } });
  });

const openCase = async (page: Page): Promise<void> => {
  await goTo(page, t('cases.nav'));
  await page.getByRole('row').last().click();
};

/** A search, a paper that is made and printed, an export that is cancelled, a note. */
const work = async (app: RunningApp, page: Page): Promise<void> => {
  await goTo(page, t('cases.nav'));
  await page.getByRole('searchbox').fill(typed.search);
  await page.getByRole('searchbox').fill('');
  await openCase(page);
  await page.getByRole('tab', { name: t('cases.view.documents') }).click();
  await page.getByRole('tabpanel').getByRole('button').last().click();
  await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  await app.setDialogs({ paperPrinted: true });
  await page.getByRole('button', { name: /^Cetak dokumen/ }).click();
  await page.getByRole('button', { name: /^Ekspor dokumen/ }).click();
  await enterPassphraseAgain(page, passphrase);
  await goTo(page, t('notes.nav'));
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await page.getByRole('textbox', { name: 'Judul' }).fill(typed.title);
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.type(typed.note);
};

/** Files that the application writes, by what they are. Whatever else comes is thought of first. */
const known = {
  vault: /\/documents\/Brankas Contoh\//,
  /** The list of vaults, and language and colours of the lock page. */
  ownLists: /\/profile\/(vaults|preferences)\.json(\.new)?$/,
  /** Chromium's profile, emptied at the start and at the end. */
  session: /\/profile\/session\//,
  /** What processes share: in memory (/dev/shm), but for the driver, which asks for files. */
  shared: /\/\.org\.chromium\.Chromium\.\w+$/,
  /** The desktop's settings and its graphics driver, which keep files of their own. */
  system: /\/\.cache\/(dconf|mesa_shader_cache\w*)\//,
};
const isKnown = (path: string): boolean => Object.values(known).some((pattern) => pattern.test(path));

/** Each form of a text in a file that is gone again, written by the main process. */
const plant = async (app: RunningApp, folder: string, text: string): Promise<string[]> => {
  const forms = [...formsOf(text), gzipSync(text), deflateSync(`-${text}-`)];
  const files = forms.map((form, index) => ({
    path: join(folder, `planted-${index}`),
    base64: form.toString('base64'),
  }));
  await app.electron.evaluate((_electron, planted) => {
    const { writeFileSync, rmSync } = process.getBuiltinModule('node:fs');
    for (const { path, base64 } of planted) {
      writeFileSync(path, Buffer.from(base64, 'base64'));
      rmSync(path);
    }
  }, files);
  return files.map(({ path }) => path);
};

test('nothing is written in the clear, nor into a file that nobody knows of', async () => {
  const home = await seed();
  const folder = await mkdtemp(join(tmpdir(), 'bilik-written-'));
  const log = join(folder, 'calls');
  const { electronExecutable } = (await loadRuntime()).runtimePaths();
  const app = await launchApp({ home, executable: await tracing(join(folder, 'trace'), electronExecutable, log) });
  await work(app, await unlock(app, passphrase));
  process.kill((await backendPid(app))!, 'SIGKILL');
  await lock(app, await unlock(app, passphrase));
  const planted = await plant(app, folder, typed.note);
  await app.close();
  const written = await readWritten(log);
  // The control: what was planted is found in every form, and nothing else is.
  expect(textsIn(written, texts).sort()).toEqual(planted.map((path) => `${path}: ${typed.note}`).sort());
  const paths = [...written.files.keys(), ...written.mapped].filter((path) => !planted.includes(path));
  expect(paths.filter((path) => !isKnown(path))).toEqual([]);
  for (const name of ['records.db', 'notes.db']) expect(paths.some((path) => path.endsWith(name))).toBe(true);
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
});
