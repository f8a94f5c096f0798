import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { MethodName } from '../../shared/contract/index.ts';
import { step } from '../fixtures/case-steps.ts';
import { assessor } from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, leaveConfirmation, pressConfirm } from './support/confirmation.ts';
import type { RunningApp } from './support/launch.ts';
import { callFrom, enter, launchProbe, openNewVault, passphrase, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// The window of confirmation in real Electron, above a page that can try everything.

const t = textsOf('id');
let appFolder: string;
let app: RunningApp;
let page: Page;
let vaultId: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  ({ page, vaultId } = await openNewVault(app, { person: assessor, roles: ['assessor'], institution: 'Dinas Contoh' }));
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

const opening = { ...step('caseOpened', 'assessor', { content: { assessor } }), draftId: null };
const visible = (): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length);
const record = () => callFrom<{ caseId: string }>(page, 'case.recordAct', opening);
const cases = async (): Promise<number> => {
  const answer = await callFrom<unknown[]>(page, 'case.list', {});
  return answer.ok ? answer.value.length : -1;
};

test('it stands above the window, in another process and session, and its press alone signs', async () => {
  const recorded = record();
  const view = await confirmationOf(page);
  const found = await app.electron.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    const above = windows.find((one) => one.getParentWindow() !== null)!;
    const below = above.getParentWindow()!;
    return {
      count: windows.length,
      modal: above.isModal(),
      ownProcess: above.webContents.getOSProcessId() !== below.webContents.getOSProcessId(),
      ownSession: above.webContents.session !== below.webContents.session,
      persistent: above.webContents.session.isPersistent(),
    };
  });
  expect(found).toEqual({ count: 2, modal: true, ownProcess: true, ownSession: true, persistent: false });
  await expect(view.getByRole('heading', { level: 1 })).toContainText(t('confirm.sign.title'));
  await expect(view.getByRole('heading', { level: 2 }).first()).toHaveText(t('acts.caseOpened'));
  await expect(view.getByText('Januari–Juni 2026')).toBeVisible();
  await pressConfirm(page);
  expect(await recorded).toMatchObject({ ok: true });
  expect(await cases()).toBe(1);
});

test('it is read and left by the keyboard: the first press of Enter signs nothing', async () => {
  const recorded = record();
  const view = await confirmationOf(page);
  await expect(view.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(view.getByRole('button', { name: t('confirm.sign.answer'), exact: true })).toBeEnabled();
  await view.keyboard.press('Enter');
  expect(await cases()).toBe(1);
  for (const name of [t('common.cancel'), t('confirm.sign.answer')]) {
    await view.keyboard.press('Tab');
    await expect(view.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await leaveConfirmation(page);
  expect(await recorded).toMatchObject({ error: { code: 'notConfirmed' } });
});

test('a passphrase is asked for by the keyboard and to a screen reader: what for, what is wrong, where one is', async () => {
  await app.setDialogs({ save: join(appFolder, 'jejak') });
  const exported = callFrom(page, 'audit.export', { store: 'records' });
  const view = await confirmationOf(page);
  const asked = view.getByLabel(t('common.passphrase'), { exact: true });
  const title = (await view.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const reason = (await view.locator('form > p').first().textContent()) ?? '';
  await expect(asked).toBeFocused();
  await expect(asked).toHaveAccessibleDescription(reason);
  await expect(view.getByRole('form', { name: title, exact: true })).toBeVisible();
  await expect(view.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "${title}" [level=1]
      - group "${title}"
      - form "${title}":
        - paragraph: ${reason}
        - textbox "${t('common.passphrase')}"
        - alert
        - button "${t('common.cancel')}"
        - button "${t('common.continue')}"
  `);
  // No key reaches it before it takes a press.
  await expect(view.getByRole('button', { name: t('common.continue'), exact: true })).toBeEnabled();
  for (const name of [t('common.cancel'), t('common.continue')]) {
    await view.keyboard.press('Tab');
    await expect(view.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await view.keyboard.press('Shift+Tab');
  await view.keyboard.press('Shift+Tab');
  await view.keyboard.press('Enter');
  await view.keyboard.type('bukan frasa sandi ini');
  await view.keyboard.press('Enter');
  await expect(view.getByRole('alert')).toHaveText(t('errors.wrongPassphrase'));
  await expect(asked).toBeFocused();
  await expect(asked).toHaveValue('');
  await view.keyboard.type(passphrase);
  await view.keyboard.press('Enter').catch(() => undefined);
  expect(await exported).toMatchObject({ ok: true });
});

test('a passphrase is chosen by the keyboard: its rule is read, and it is asked twice', async () => {
  await app.setDialogs({ save: join(appFolder, 'identitas') });
  const exported = callFrom(page, 'identity.exportReceiving', { protection: 'passphrase' });
  const view = await confirmationOf(page);
  const field = (key: string) => view.getByLabel(t(key), { exact: true });
  const fields = [field('common.passphrase'), field('confirm.chosen.file'), field('confirm.chosenAgain')];
  await expect(field('confirm.chosen.file')).toHaveAccessibleDescription(t('confirm.chosenRule', { length: 12 }));
  await expect(view.getByRole('button', { name: t('common.continue'), exact: true })).toBeEnabled();
  const chosen = 'angin kelapa sore di tepi danau 41';
  for (const [at, typed] of [passphrase, chosen, `${chosen}2`].entries()) {
    await expect(fields[at]!).toBeFocused();
    await view.keyboard.type(typed);
    await view.keyboard.press('Tab');
  }
  await expect(view.getByRole('button', { name: t('common.cancel'), exact: true })).toBeFocused();
  await view.keyboard.press('Shift+Tab');
  await view.keyboard.press('Enter');
  await expect(view.getByRole('alert')).toHaveText(t('confirm.chosenDiffer'));
  await expect(fields[2]!).toBeFocused();
  await view.keyboard.press('End');
  await view.keyboard.press('Backspace');
  await view.keyboard.press('Enter').catch(() => undefined);
  expect(await exported).toMatchObject({ ok: true, value: { saved: true } });
});

test('what is typed into the page below is dropped meanwhile, and comes again after', async () => {
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
  });
  const typed = () => page.evaluate(() => document.querySelector('input')?.value);
  const type = (sign: string) =>
    app.electron.evaluate(({ BrowserWindow }, keyCode) => {
      const below = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() === null)!;
      for (const event of ['keyDown', 'char', 'keyUp'] as const)
        below.webContents.sendInputEvent({ type: event, keyCode });
    }, sign);
  await type('a');
  await expect.poll(typed).toBe('a');
  const recorded = record();
  await confirmationOf(page);
  await type('b');
  await leaveConfirmation(page);
  await recorded;
  expect(await typed()).toBe('a');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await type('d');
  await expect.poll(typed).toBe('ad');
});

test('neither its page nor the one below reaches the other', async () => {
  const recorded = record();
  const view = await confirmationOf(page);
  const reached = await view.evaluate(() => ({
    opener: window.opener === null,
    names: ['require', 'process', 'electron', 'ipcRenderer', 'probe'].filter((name) => name in window),
  }));
  expect(reached).toEqual({ opener: true, names: [] });
  // A second port is refused, and the page below hears nothing of the first.
  await view.evaluate(() => window.postMessage('bilik-port-please', window.location.origin));
  const channels = await page.evaluate(async () => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('x');
    channel.onmessage = ({ data }) => heard.push(data);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return [heard.length, window.open('app://bilik/confirm.html') === null];
  });
  expect(channels).toEqual([0, true]);
  await pressConfirm(page);
  expect(await recorded).toMatchObject({ ok: true });
});

for (const [name, happen] of [
  ['crashes', 'crash'],
  ['is closed', 'close'],
] as const) {
  test(`nothing is signed when it ${name}`, async () => {
    const before = await cases();
    const recorded = record();
    await confirmationOf(page);
    await app.electron.evaluate(({ BrowserWindow }, what) => {
      const above = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() !== null && one.isVisible())!;
      if (what === 'crash') above.webContents.forcefullyCrashRenderer();
      else above.close();
    }, happen);
    expect(await recorded).toMatchObject({ error: { code: 'notConfirmed' } });
    expect(await cases()).toBe(before);
  });
}

test('nothing is signed when the page that called is loaded anew', async () => {
  const before = await cases();
  void record().catch(() => undefined);
  await confirmationOf(page);
  const [below] = await Promise.all([readyPage(app, 'app'), page.reload()]);
  await expect.poll(visible).toBe(1);
  page = below;
  await page.waitForFunction(() => 'probe' in window);
  expect(await cases()).toBe(before);
});

const words = Array.from({ length: 10 }, () => 'angin');
const entryId = '0'.repeat(32);
const roles = [{ role: 'coach', from: '2026-01-01', to: null }];

/**
 * Calls that take something out of a vault or change whom it trusts, and what comes of them when the window of
 * confirmation is left; what names nothing is refused before a window comes.
 */
const guarded: readonly (readonly [MethodName, object, string])[] = [
  ['identity.exportReceiving', { protection: 'none' }, 'notConfirmed'],
  ['directory.trust', { fileToken: 'x', words }, 'unknownToken'],
  ['directory.certify', { fileToken: 'x', words, roles, entryId: null, formerKey: null }, 'unknownToken'],
  ['directory.revoke', { entryId, key: '0'.repeat(64), reason: 'lost' }, 'notPublisher'],
  ['exchange.importHeld', { inspectionId: 'x' }, 'unknownInspection'],
  ['exchange.tellApart', { inspectionId: 'x', same: [true] }, 'unknownInspection'],
  ['audit.export', { store: 'records' }, 'notConfirmed'],
];

test('nothing leaves and nobody is trusted without it', async () => {
  await app.setDialogs({ save: join(appFolder, 'keluar') });
  for (const [method, input, code] of guarded) {
    const answer = callFrom(page, method, input);
    if (code === 'notConfirmed') {
      await confirmationOf(page);
      await leaveConfirmation(page);
    }
    expect.soft(await answer, method).toMatchObject({ error: { code } });
  }
  expect(existsSync(join(appFolder, 'keluar'))).toBe(false);
});

test('a lock takes it away, and nothing is signed', async () => {
  const before = await cases();
  void record().catch(() => undefined);
  await confirmationOf(page);
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  const lockPage = await readyPage(app, 'lock');
  expect(await visible()).toBe(1);
  await enter(lockPage, 'vault.unlock', { vaultId, passphrase });
  page = await readyPage(app, 'app');
  expect(await cases()).toBe(before);
});

test('no press in a rhythm, none that began before and no key that is held signs; one after that does', async () => {
  const before = await cases();
  const recorded = record();
  const view = await confirmationOf(page);
  const answer = view.getByRole('button', { name: t('confirm.sign.answer'), exact: true });
  await expect(view.getByText('Januari–Juni 2026')).toBeVisible();
  await expect(answer).toBeEnabled();
  // Looked at again, by a clock that goes when it is told: in all windows, so this comes last.
  await view.clock.install();
  await view.clock.pauseAt(new Date(Date.now() + 60_000));
  const lookAgain = () => view.evaluate(() => void window.dispatchEvent(new FocusEvent('focus')));
  await lookAgain();
  await expect(answer).toBeDisabled();
  const { x, y, width, height } = (await answer.boundingBox())!;
  const place = [x + width / 2, y + height / 2] as const;
  for (let press = 0; press < 6; press += 1) {
    await view.mouse.dblclick(...place);
    await view.clock.runFor(500);
  }
  await view.mouse.down();
  await view.clock.runFor(60_000);
  await expect(answer).toBeDisabled();
  await view.mouse.up();
  await expect(answer).toBeDisabled();
  await view.clock.runFor(1000);
  await expect(answer).toBeEnabled();
  // Who stands on the button by the keyboard stays there.
  await answer.focus();
  await lookAgain();
  for (const key of ['Enter', ' ']) {
    for (let repeat = 0; repeat < 5; repeat += 1) await view.keyboard.down(key);
    await view.clock.runFor(60_000);
    await view.keyboard.up(key);
  }
  await expect(answer).toBeFocused();
  await expect(answer).toBeDisabled();
  expect(await cases()).toBe(before);
  await view.clock.runFor(1000);
  await view.keyboard.press('Enter').catch(() => undefined);
  expect(await recorded).toMatchObject({ ok: true });
  expect(await cases()).toBe(before + 1);
  await page.clock.resume();
});
