import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { observed, sign } from '../fixtures/case-walks.ts';
import { knownTables, sayingEverywhere } from '../fixtures/form-tables.ts';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { formsOf } from '../fixtures/scan.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp, loadRuntime, type RunningApp } from './support/launch.ts';
import { backendPid, callFrom, enter, launchProbe, openNewVault, passphrase, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';
import { goTo, startAct } from './support/steps/case-steps.ts';
import { lock, unlock } from './support/steps/vault-steps.ts';
import { readWritten, textsIn, tracing, type Written } from './support/written.ts';

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
  form: 'Kenariisian "tertulis" é',
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

/** Writes into each field of the form of the next act that takes words, and leaves it as a draft. */
const fillForm = async (page: Page): Promise<void> => {
  await openCase(page);
  const form = await startAct(page, 'changeEvaluated');
  const fields = form.getByRole('textbox');
  await fields.first().waitFor();
  for (const field of await fields.all()) if (await field.isEditable()) await field.fill(typed.form);
  await goTo(page, t('home.nav'));
};

/** A search, a form, a paper that is made and printed, an export that is cancelled, a note. */
const work = async (app: RunningApp, page: Page): Promise<void> => {
  await goTo(page, t('cases.nav'));
  await page.getByRole('searchbox').fill(typed.search);
  await page.getByRole('searchbox').fill('');
  await fillForm(page);
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
  /** A vault until it is whole. */
  newVault:
    /\/documents\/\.Brankas Contoh-[0-9a-f]{16}\.new\/(records\.db|notes\.db|(key|key-copy|recovery)\.age\.new)/,
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

/** Nothing lies in the clear but what was planted, which is found in every form; and every file is known. */
const expectEncrypted = (written: Written, planted: readonly string[]): void => {
  expect(textsIn(written, texts).sort()).toEqual(planted.map((path) => `${path}: ${typed.note}`).sort());
  const paths = [...written.files.keys(), ...written.mapped].filter((path) => !planted.includes(path));
  expect(paths.filter((path) => !isKnown(path))).toEqual([]);
  for (const name of ['records.db', 'notes.db']) expect(paths.some((path) => path.endsWith(name))).toBe(true);
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
  expectEncrypted(await readWritten(log), planted);
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
});

test('what any field of any form says is written into the encrypted databases alone', async () => {
  const appFolder = await makeProbeApp();
  const folder = await mkdtemp(join(tmpdir(), 'bilik-written-'));
  const log = join(folder, 'calls');
  const { electronExecutable } = (await loadRuntime()).runtimePaths();
  const app = await launchProbe(appFolder, {
    executable: await tracing(join(folder, 'trace'), electronExecutable, log),
  });
  const { page, vaultId } = await openNewVault(app);
  for (const [index, { fields }] of knownTables.entries()) {
    // Forms keep what is typed as a draft, field by field.
    for (const name of Object.keys(fields)) {
      const content = JSON.stringify({ content: sayingEverywhere({ [name]: fields[name]! }, typed.note) });
      const draft = { kind: `act:${index}`, caseId: null, subjectKey: name, content };
      expect(await callFrom(page, 'drafts.save', draft), name).toMatchObject({ ok: true });
    }
  }
  await enter(page, 'vault.lock', {});
  await enter(await readyPage(app, 'lock'), 'vault.unlock', { vaultId, passphrase });
  const again = await readyPage(app, 'app');
  const kept = await callFrom<readonly { readonly draftId: string }[]>(again, 'drafts.list', {});
  expect(kept.ok && kept.value.length).toBe(knownTables.flatMap(({ fields }) => Object.keys(fields)).length);
  await enter(again, 'vault.lock', {});
  await readyPage(app, 'lock');
  const planted = await plant(app, folder, typed.note);
  await app.close();
  expectEncrypted(await readWritten(log), planted);
  for (const path of [dirname(appFolder), folder]) await rm(path, { recursive: true, force: true });
});
