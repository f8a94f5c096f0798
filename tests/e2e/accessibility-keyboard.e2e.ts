import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { caseNames } from '../fixtures/people/case-names.ts';
import { expectAllReached, expectNoTrap, expectRing, tabTo } from './support/accessible/keys.ts';
import { choose, seedHome } from './support/accessible/seed.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf } from './support/confirmation.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';

// Every screen works by the keyboard alone: after the vault is open no test here uses a pointer.

const t = textsOf('id');
let home: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  home = await seedHome();
  await choose(home, 'id', 'light');
  app = await launchApp({ home });
  // The field has the focus, Enter opens.
  const lockPage = await app.page('lock');
  const field = lockPage.getByLabel(t('common.passphrase'), { exact: true });
  await expect(field).toBeFocused();
  await expectAllReached(lockPage);
  await expectNoTrap(lockPage);
  await tabTo(lockPage, field);
  await lockPage.keyboard.insertText(passphrase);
  await lockPage.keyboard.press('Enter');
  page = await app.page('app');
  await title(t('home.title')).waitFor();
});

test.afterAll(async () => {
  await app?.close();
  await rm(home, { recursive: true, force: true });
});

const title = (name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const press = (keys: string): Promise<void> => page.keyboard.press(keys);

/** Goes to a page of the navigation by Tab and Enter. */
const goByKeys = async (area: string): Promise<void> => {
  const entry = page.getByRole('navigation', { name: t('app.navigation') }).getByRole('button', {
    name: t(`${area}.nav`),
    exact: true,
  });
  await tabTo(page, entry);
  await press('Enter');
  await title(t(area === 'cases' ? 'cases.list.title' : `${area}.title`)).waitFor();
};

/** Opens a file by the arrows of the list. */
const openByKeys = async (name: string): Promise<void> => {
  await goByKeys('cases');
  const grid = page.getByRole('grid');
  await tabTo(page, grid);
  await press('Home');
  for (let row = 0; row < Object.keys(caseNames).length; row += 1) {
    const chosen = page.locator('tr[aria-selected="true"]');
    if ((await chosen.textContent())?.includes(name)) break;
    await press('ArrowDown');
  }
  await press('Enter');
  await title(name).waitFor();
  await page.getByRole('heading', { level: 2, name: t('cases.now.title') }).waitFor();
};

test('the skip link is first and leads to the content', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, page.getByRole('link', { name: t('app.skip') }));
  await expectRing(page);
  await expect(page.getByRole('link', { name: t('app.skip') })).toBeInViewport();
  await press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

for (const area of [
  'home',
  'cases',
  'exchange',
  'notes',
  'schedule',
  'papers',
  'employees',
  'directory',
  'settings',
  'help',
]) {
  test(`everything on ${area} is reached, seen and left by Tab`, async () => {
    await goByKeys(area);
    await expectAllReached(page);
    await expectNoTrap(page);
  });
}

test('the register of follow-ups is opened by Enter, and everything on it reached, seen and left by Tab', async () => {
  await goByKeys('cases');
  await tabTo(page, button(t('cases.followUps.title')));
  await press('Enter');
  await title(t('cases.followUps.title')).waitFor();
  await tabTo(page, page.getByRole('switch', { name: t('cases.followUps.all') }));
  await press('Space');
  await expectAllReached(page);
  await expectNoTrap(page);
});

test('the title of a new page has the focus', async () => {
  await goByKeys('schedule');
  await goByKeys('help');
  await expect(title(t('help.title'))).toBeFocused();
});

test('tabs move by the arrows', async () => {
  await goByKeys('settings');
  const tab = (name: string): Locator => page.getByRole('tab', { name: t(`settings.${name}`), exact: true });
  await tabTo(page, tab('profile'));
  await press('ArrowRight');
  await expect(tab('institution')).toBeFocused();
  await expect(tab('institution')).toHaveAttribute('aria-selected', 'true');
  await press('ArrowLeft');
  await expect(tab('profile')).toHaveAttribute('aria-selected', 'true');
});

/** What the window of confirmation says to a screen reader, in the order in which it is read. */
const spoken = `
- main:
  - heading /${t('confirm.sign.title')} · / [level=1]
  - paragraph: /${t('confirm.word').replace(':', '.')} [a-z]+ [a-z]+/
  - group /${t('confirm.sign.title')}/:
    - heading "${t('acts.counsellingDecided')}" [level=2]
    - term: Penetapan
    - definition: Dilakukan
    - heading "${t('confirm.receivers')}" [level=3]
    - list:
      - listitem: /${t('roles.personnelOfficer')}.* ${t('confirm.receivesAll')}/
  - form /${t('confirm.sign.title')}/:
    - button "${t('common.cancel')}"
    - button "${t('confirm.sign.answer')}"
`;

/** Signs in the window of confirmation, reached, read and pressed by the keyboard alone. */
const signByKeys = async (): Promise<void> => {
  const view = await confirmationOf(page);
  await expect(view.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(view.locator('main')).toMatchAriaSnapshot(spoken);
  await expect(view.getByRole('heading', { name: t('confirm.receivers') })).toBeVisible();
  const answer = view.getByRole('button', { name: t('confirm.sign.answer'), exact: true });
  await expect(answer).toBeEnabled();
  await tabTo(view, answer);
  const closed = view.waitForEvent('close');
  await view.keyboard.press('Enter').catch(() => undefined);
  await closed;
};

test('a file is opened by the arrows and Enter, and an act written and signed', async () => {
  await openByKeys(caseNames.reportRegistered);
  await expectAllReached(page);
  await tabTo(page, button(t('cases.now.start', { act: t('acts.counsellingDecided') })));
  await press('Enter');
  const form = page.getByRole('form', { name: t('acts.counsellingDecided') });
  await form.waitFor();
  await expect(button(t('cases.form.sign'))).toBeEnabled();
  await expectAllReached(page);
  await tabTo(page, form.getByRole('radio', { name: 'Dilakukan', exact: true }));
  await press('Space');
  const sign = button(t('cases.form.sign'));
  await expect(sign).toBeEnabled();
  await tabTo(page, sign);
  await press('Enter');
  await signByKeys();
  // The paper of the decision is shown.
  await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  await tabTo(page, button(t('cases.backToCase')));
  await press('Enter');
  await title(caseNames.reportRegistered).waitFor();
  await expect(page.getByRole('list', { name: t('cases.view.timeline') })).toContainText(t('acts.counsellingDecided'));
});

test('a dialog holds the focus, closes by Escape and gives the focus back', async () => {
  await goByKeys('employees');
  const add = button(t('employees.add'));
  await tabTo(page, add);
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: t('employees.editTitle') });
  await dialog.waitFor();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await expectAllReached(page);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect(add).toBeFocused();
});

test('a menu opens, moves and closes by keys', async () => {
  const scheme = button(t('app.scheme'));
  await tabTo(page, scheme);
  await press('Enter');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await press('ArrowDown');
  await expect(menu.locator(':focus')).toHaveCount(1);
  await press('Escape');
  await menu.waitFor({ state: 'detached' });
  await expect(scheme).toBeFocused();
});

test('the palette opens by Ctrl+K, finds a page, gives the focus back', async () => {
  await goByKeys('employees');
  const add = button(t('employees.add'));
  await tabTo(page, add);
  await press('Control+K');
  const palette = page.getByRole('dialog', { name: t('app.palette') });
  await palette.waitFor();
  await press('Escape');
  await palette.waitFor({ state: 'detached' });
  await expect(add).toBeFocused();
  await press('Control+K');
  await palette.waitFor();
  await page.keyboard.insertText(t('help.nav'));
  await press('Enter');
  await title(t('help.title')).waitFor();
});

test('Ctrl+L locks', async () => {
  await press('Control+L').catch(() => undefined);
  const lockPage = await app.page('lock');
  await expect(lockPage.getByLabel(t('common.passphrase'), { exact: true })).toBeFocused();
});
