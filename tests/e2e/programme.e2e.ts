import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { workedCoaching } from '../fixtures/guidance.ts';
import * as people from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import { button, openPage } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

// The programme of the institution: what is missing stands first, an element is set by its document, and the figures
// stand beside their plots as tables.

const t = textsOf('id');
const text = (key: string, values: Record<string, string | number> = {}): string => t(`programme.${key}`, values);
let home: string;
let folder: string;
let pdf: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-programme-'));
  ({ pdf } = await writeSampleFiles(folder));
  home = await seedVault({ person: people.personnelHead, roles: ['personnelHead'] }, async (get) => {
    await get('persons.save', { personId: null, person: people.employee });
    const year = new Date().getFullYear();
    const file = workedCoaching();
    const sessions = file.sessions.map((session) => ({ ...session, date: `${year}-03-02` }));
    const goals = file.goals.map((goal) => ({ ...goal, due: `${year}-05-05`, state: 'met' as const }));
    await get('guidance.save', { guidanceId: null, revision: 0, file: { ...file, sessions, goals } });
  });
});
test.afterAll(async () => {
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

test('an element is set by its document; figures stand as tables too', async () => {
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|CSP/i.test(message.text())) refused.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page, text('nav'), text('title'));
  const name = text('element.coach');
  await expect(page.getByText(text('missing', { number: 12 }))).toBeVisible();
  await button(page, text('editNamed', { name })).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByLabel(text('field.text')).fill('Coach ditugaskan oleh Pimpinan unit.');
  await dialog.getByLabel(text('field.title')).fill('Keputusan Contoh');
  await dialog.getByLabel(text('field.number')).fill('12/2026');
  await dialog.getByLabel(text('field.date')).fill('2026-01-05');
  await dialog.getByLabel(text('field.since')).fill('2026-02-01');
  await app.setDialogs({ files: [pdf] });
  await button(dialog, t('common.chooseFile')).click();
  await dialog.getByRole('list', { name: t('common.attachments') }).waitFor();
  await picture(page, 'programme-element');
  await button(dialog, t('common.save')).click();
  await dialog.waitFor({ state: 'detached' });
  await expect(page.getByRole('row', { name: new RegExp(`^${name} `) })).toContainText('Keputusan Contoh, 12/2026');
  const sessions = page.getByRole('table', { name: text('plot.sessions') });
  await expect(sessions.getByRole('row', { name: /^Maret/ })).toContainText('10');
  await expect(page.locator('.recharts-bar-rectangle path').first()).toBeVisible();
  await picture(page, 'programme');
  expect(refused).toEqual([]);
  await app.close();
});
