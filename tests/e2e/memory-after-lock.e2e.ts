import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { unsealKeyFile } from '../../electron/backend/vault/unseal-key-files.ts';
import { observed, sign } from '../fixtures/case-walks.ts';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { filesBelow } from '../fixtures/scan.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { findInMemory, mayReadMemory, processesOf, type Secret } from './support/memory.ts';
import { backendPid, isAlive, pagePids, passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { fillPerson } from './support/steps/form-steps.ts';
import { lockPage } from './support/steps/vault-steps.ts';

// Once a vault is locked, no process that goes on holds what was open: passphrase, keys, recovery code, texts. The
// driver speaks to the pages through the main process, so it must not name any of these whole: what is typed goes key
// by key, what is read comes back in other signs.

test.skip(process.platform !== 'linux', 'reads /proc');

const t = textsOf('id');
/** Typed into a note. */
const title = 'Kenarijudul di dalam memori';
const text = 'Kenariisi catatan di dalam memori';
/** On a paper that the main process prints. */
const response = 'Kenaritanggapan di dalam memori';
const name = 'Kenarinama Dalam Memori';

const typeInto = async (page: Page, field: Locator, value: string): Promise<void> => {
  await field.click();
  await page.keyboard.type(value);
};

/** The keys of the one vault below a folder, as they stand in its key file. */
const keysOf = async (home: string): Promise<readonly Secret[]> => {
  const file = (await filesBelow(home)).find((path) => path.endsWith(join('/', 'key.age')));
  const opened = await unsealKeyFile(readFileSync(file ?? ''), passphrase);
  if (!opened.ok) throw new Error(opened.error.code);
  const { recordsKey, notesKey, signingSeed, documentKey, receivingIdentities } = opened.value.keys;
  return [
    { name: 'records key', value: recordsKey },
    { name: 'notes key', value: notesKey },
    { name: 'signing seed', value: signingSeed },
    { name: 'document key', value: documentKey.subarray(-64) },
    { name: 'receiving key', value: receivingIdentities[0] ?? '' },
  ];
};

/** What the processes of the open vault hold between them. */
const heldBy = async (pids: readonly number[], secrets: readonly Secret[]): Promise<string[]> => {
  const held = await Promise.all(pids.map((pid) => findInMemory(pid, secrets)));
  return [...new Set(held.flatMap(({ found }) => found))].sort();
};

const vaultProcesses = async (app: RunningApp): Promise<number[]> => [
  ...(await pagePids(app)),
  (await backendPid(app))!,
];

/**
 * After a lock: the processes of the vault have ended, and none that runs holds a secret. The main process prints, so
 * that the text of a `paper` may stay in memory that it has freed: docs/security.md says so.
 */
const expectGone = async (
  app: RunningApp,
  ended: readonly number[],
  secrets: readonly Secret[],
  papers: readonly Secret[] = [],
): Promise<void> => {
  await lockPage(app);
  await expect.poll(() => ended.filter(isAlive)).toEqual([]);
  const main = await app.electron.evaluate(() => process.pid);
  const running = await processesOf(main);
  expect(running).toEqual(expect.arrayContaining(await vaultProcesses(app)));
  const left: string[] = [];
  let read = 0;
  for (const pid of running) {
    const { found, bytes } = await findInMemory(pid, pid === main ? secrets : [...secrets, ...papers]);
    left.push(...found.map((secret) => `${pid === main ? 'main' : pid}: ${secret}`));
    read += bytes;
  }
  expect(left).toEqual([]);
  test.info().annotations.push({ type: 'read', description: `${running.length} processes, ${read} bytes` });
};

/** A vault with a paper that can be printed. */
const seed = (): Promise<string> =>
  seedVault({ person: assessor, roles: ['assessor', 'counsellor'] }, async (get) => {
    const calls = { get };
    const caseId = await observed(calls, { content: { employee: { ...employee, name } } });
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    await sign(calls, caseId, 'problemCommunicated', 'assessor', { content: { response } });
  });

const mayRead = (app: RunningApp): Promise<boolean> => vaultProcesses(app).then((pids) => mayReadMemory(pids[0]!));

test('no key, passphrase or text is in the memory of what goes on after the lock', async () => {
  const home = await seed();
  const named = (texts: Readonly<Record<string, string>>): Secret[] =>
    Object.entries(texts).map(([called, value]) => ({ name: called, value }));
  const secrets = [...(await keysOf(home)), ...named({ passphrase, title, text })];
  const papers = named({ response, name });
  const app = await launchApp({ home });
  const lock = await lockPage(app);
  test.skip(!(await mayRead(app)), 'this user may not read the memory of its processes');
  await typeInto(lock, lock.getByLabel(t('common.passphrase'), { exact: true }), passphrase);
  await lock.getByRole('button', { name: t('vault.unlock'), exact: true }).click();
  const page = await app.page('app');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(page, t('cases.nav'));
  await page.getByRole('row').last().click();
  await page.getByRole('tab', { name: t('cases.view.documents') }).click();
  await page.getByRole('tabpanel').getByRole('button').last().click();
  await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  await goTo(page, t('notes.nav'));
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await typeInto(page, page.getByRole('textbox', { name: 'Judul' }), title);
  await typeInto(page, page.getByRole('textbox', { name: 'Isi catatan' }), text);
  const open = await vaultProcesses(app);
  // The control: all of it is there, and the search finds it.
  const all = [...secrets, ...papers];
  expect(await heldBy(open, all)).toEqual(all.map((secret) => secret.name).sort());
  await page.keyboard.press('Control+L').catch(() => undefined);
  await expectGone(app, open, secrets, papers);
  await app.close();
  await rm(home, { recursive: true, force: true });
});

/** Signs moved along, so that what is read stands nowhere else as it is; done twice it is undone. */
const veiled = (code: string): string =>
  [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) ^ 0x15)).join('');

/** Goes to the step of the recovery sheet of a new vault; the code on it, one group after the other. */
const showSheet = async (app: RunningApp): Promise<string> => {
  await mkdir(app.documents, { recursive: true });
  const page = await lockPage(app);
  const goOn = (): Promise<void> => page.getByRole('button', { name: t('common.continue') }).click();
  await page.getByRole('button', { name: t('vault.create'), exact: true }).click();
  await fillPerson(page.locator('form'), assessor);
  await goOn();
  await page.getByRole('textbox', { name: 'Nama instansi' }).fill('Kementerian Contoh');
  await page.getByRole('checkbox', { name: t('roles.assessor'), exact: true }).check();
  await goOn();
  await goOn();
  await page.getByRole('radio', { name: 'Tanpa cadangan otomatis' }).check();
  await goOn();
  await typeInto(page, page.getByLabel('Frasa sandi baru', { exact: true }), passphrase);
  await typeInto(page, page.getByLabel('Ulangi frasa sandi', { exact: true }), passphrase);
  await page.getByRole('button', { name: 'Buat brankas' }).click();
  const sheet = page.getByRole('list', { name: 'Kode pemulihan' });
  await sheet.waitFor();
  const groups = await sheet
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) =>
        [...(item.lastElementChild?.textContent ?? '')]
          .map((sign) => String.fromCharCode(sign.charCodeAt(0) ^ 0x15))
          .join(''),
      ),
    );
  return groups.map(veiled).join('');
};

test('a lock while the recovery code is on the screen takes it out of memory', async () => {
  const app = await launchApp();
  await lockPage(app);
  test.skip(!(await mayRead(app)), 'this user may not read the memory of its processes');
  const code = await showSheet(app);
  expect(code).toHaveLength(58);
  const secrets = [
    { name: 'passphrase', value: passphrase },
    { name: 'recovery code', value: code },
  ];
  const open = await vaultProcesses(app);
  expect(await heldBy(open, secrets)).toEqual(['passphrase', 'recovery code']);
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expectGone(app, open, [...secrets, ...(await keysOf(app.home))]);
  await app.close();
});
