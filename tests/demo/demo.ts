import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Page, test } from '@playwright/test';
import { canaries } from '../e2e/support/story/canaries.ts';
import { play } from '../e2e/support/story/play.ts';
import { writeSampleFiles } from '../e2e/support/story/sample-files.ts';

const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out/demo');
const size = { width: 1366, height: 768 };

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Takes a screen in light and dark. */
const picture = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize(size);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(out, 'screenshots', `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

interface Verified {
  readonly act: { readonly hash: string; readonly type: string } | null;
  readonly signatures: readonly { readonly signer: string }[];
}

/** What `bilik verify` says of a document. Rejects when it is not valid. */
const verify = async (file: string): Promise<Verified> => {
  const cli = [join(root, 'out/main/bilik.js'), 'verify', '--json', file];
  const { stdout } = await promisify(execFile)(process.execPath, cli, { env: process.env });
  return JSON.parse(stdout)[0];
};

const describeDocuments = async () => {
  const names = (await readdir(join(out, 'documents'))).filter((name) => name.endsWith('.pdf')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { act, signatures } = await verify(join(out, 'documents', name));
      return { file: `documents/${name}`, act: act?.hash ?? null, signer: signatures[0]?.signer ?? null };
    }),
  );
};

test('demo', async () => {
  const started = Date.now();
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'screenshots'), { recursive: true });
  let pictures = 0;
  const cast = await play({
    folder: out,
    files: await writeSampleFiles(join(out, 'files')),
    tell: (step) => say(`[${Math.round((Date.now() - started) / 1000)} s] ${step}`),
    look: async (page, name) => {
      pictures += 2;
      await picture(page, name);
    },
  });
  for (const { app } of Object.values(cast)) await app.close();
  const vaults = Object.fromEntries(
    Object.entries(cast).map(([name, { passphrase, recovery }]) => [
      name,
      { dir: `vaults/${name}`, passphrase, recovery: `AGE-SECRET-KEY-1${recovery.replaceAll(' ', '')}` },
    ]),
  );
  const documents = await describeDocuments();
  for (const folder of ['computers', 'temporary', 'files'])
    await rm(join(out, folder), { recursive: true, force: true });
  const told = { vaults, packages: [], documents, canaries: Object.values(canaries) };
  await writeFile(join(out, 'demo.json'), `${JSON.stringify(told, null, 2)}\n`);
  say(
    `out/demo: 3 vaults, ${documents.length} signed documents, ${pictures} pictures, ${Math.round((Date.now() - started) / 1000)} s`,
  );
});
