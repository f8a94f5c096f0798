import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesBelow, findTexts } from '../fixtures/scan.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { canaries } from './support/story/canaries.ts';
import { type Cast, play } from './support/story/play.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

// The demo's case, once: three vaults, driven through their windows; then what it left is looked at from outside.

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let cast: Cast;
/** What axe found on the way. */
const found: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  // Three vaults, every screen of the walk looked at by axe: minutes, and more on a busy machine.
  test.setTimeout(1_200_000);
  folder = await mkdtemp(join(tmpdir(), 'bilik-story-'));
  cast = await play({
    folder,
    files: await writeSampleFiles(join(folder, 'files')),
    tell: () => undefined,
    look: async (page, name) => {
      found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    },
  });
});

test.afterAll(async () => {
  if (cast !== undefined) for (const { app } of Object.values(cast)) await app.close();
  await rm(folder, { recursive: true, force: true });
});

const left = (): string[] => ['vaults', 'computers', 'temporary'].map((name) => join(folder, name));

test('axe finds nothing on any screen on the way', () => {
  expect(found).toEqual([]);
});

test('no typed word stands in vault, profile, cache or temporary files while the vaults are open', async () => {
  expect((await filesBelow(join(folder, 'vaults'))).length).toBeGreaterThanOrEqual(15);
  expect(await findTexts(left(), Object.values(canaries))).toEqual([]);
});

test('the scan finds a word in each form', async () => {
  const word = canaries.note;
  const forms = {
    plain: word,
    wide: Buffer.from(word, 'utf16le'),
    base64: Buffer.from(`xy${word}z`).toString('base64'),
  };
  for (const [name, content] of Object.entries(forms)) {
    const file = join(folder, 'temporary', `planted-${name}`);
    await writeFile(file, content);
    expect(await findTexts([join(folder, 'temporary')], [word])).toEqual([`${file}: ${word}`]);
    await rm(file);
  }
});

test('after closing, nothing typed is left and the session folders are empty', async () => {
  for (const { app } of Object.values(cast)) await app.close();
  expect(await findTexts(left(), Object.values(canaries))).toEqual([]);
  for (const name of await readdir(join(folder, 'computers'))) {
    expect(await filesBelow(join(folder, 'computers', name, 'profile', 'session'))).toEqual([]);
  }
});

const documents = async (): Promise<string[]> =>
  (await readdir(join(folder, 'documents'))).map((name) => join(folder, 'documents', name));

test('every exported document is accepted by pdfsig and by bilik verify', async () => {
  const files = await documents();
  expect(files).toHaveLength(7);
  for (const file of files) {
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain('Signature is Valid');
  }
  const cli = [join(root, 'out/main/bilik.js'), 'verify', '--json', ...files];
  const said = JSON.parse(execFileSync(process.execPath, cli, { encoding: 'utf8' })) as { verdict: string }[];
  expect(said.map(({ verdict }) => verdict)).toEqual(files.map(() => 'valid'));
});

test('the invitation says nothing of the problem, and no document holds a private note', async () => {
  for (const file of await documents()) {
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).not.toContain(canaries.note);
    expect((await readFile(file)).includes(canaries.note)).toBe(false);
    if (file.endsWith('undangan.pdf')) expect(text).not.toContain(canaries.behaviour);
  }
  const invitation = execFileSync('pdftotext', [join(folder, 'documents', 'undangan.pdf'), '-'], { encoding: 'utf8' });
  expect(invitation.toLowerCase()).not.toMatch(/masalah|panggilan|perilaku/);
});

test('each vault passes bilik vault check with its passphrase', () => {
  for (const [name, { passphrase }] of Object.entries(cast)) {
    const cli = [join(root, 'out/main/bilik.js'), 'vault', 'check', join(folder, 'vaults', name)];
    execFileSync(process.execPath, cli, { input: `${passphrase}\n`, encoding: 'utf8', env: process.env });
  }
});
