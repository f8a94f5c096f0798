import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Page, test } from '@playwright/test';
import { textsOf } from '../e2e/support/accessible/texts.ts';
import { openDirectory, saveReceivingIdentity } from '../e2e/support/steps/directory-steps.ts';
import { chooseLogo, openProfileForm, publishProfile } from '../e2e/support/steps/office-steps.ts';
import { canaries } from '../e2e/support/story/canaries.ts';
import { writeSampleFiles } from '../e2e/support/story/sample-files.ts';
import type { Desk, Parcel } from '../e2e/support/story/sealed/desk.ts';
import { playSealed } from '../e2e/support/story/sealed/play.ts';
import { checkKeys } from '../fixtures/check-keys.ts';
import { officeContents, pngOf } from '../fixtures/office.ts';
import { authorisedOfficial } from '../fixtures/people/cast.ts';
import { findTexts } from '../fixtures/scan.ts';
import { drawPapers } from './draw-papers.ts';

const t = textsOf('id');
const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out/demo');
const identities = join(out, 'identities');
const size = { width: 1366, height: 768 };

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Takes a screen in light and dark, without the notices that are about to go and without a pointer over anything. */
const picture = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize(size);
  for (const close of await page.locator('.mantine-Notification-closeButton').all()) {
    await close.click({ timeout: 2000 }).catch(() => undefined);
  }
  await page.mouse.move(size.width - 2, size.height - 2);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(out, 'screenshots', `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

/** What `bilik` says in JSON. Rejects when it is not content. */
const bilik = async (...args: readonly string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'out/main/bilik.js'), ...args, '--json'], {
    env: process.env,
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout);
};

interface Verified {
  readonly file: string;
  readonly act: { readonly hash: string; readonly type: string } | null;
  readonly signatures: readonly { readonly signer: string }[];
}

const describeDocuments = async () => {
  const names = (await readdir(join(out, 'documents'))).filter((name) => name.endsWith('.pdf')).sort();
  const verified: Verified[] = await bilik('verify', ...names.map((name) => join(out, 'documents', name)));
  return verified.map(({ file, act, signatures }) => ({
    file: relative(out, file),
    act: act?.hash ?? null,
    signer: signatures[0]?.signer ?? null,
  }));
};

interface Opened {
  readonly packageKind: string;
  /** What `bilik` says of the record in a package of guidance. */
  readonly record?: unknown;
  readonly acts: readonly { readonly hash: string; readonly type: string; readonly form: 'all' | 'header' }[];
}

const identityOf = (name: string): string => join(identities, `${name}.txt`);

/** What the receiver's identity, exported by the vault, finds in each package. */
const describePackages = (parcels: readonly Parcel[]) =>
  Promise.all(
    parcels.map(async ({ file, from, to }) => {
      const [opened] = (await bilik('verify', file, '--identity', identityOf(to))) as Opened[];
      const record = opened?.record == null ? {} : { record: opened.record };
      return { file: relative(out, file), from, to, kind: opened?.packageKind, acts: opened?.acts ?? [], ...record };
    }),
  );

/** Every card, directory, profile and invitation that was handed around, as `bilik verify` reads it. */
const describeSignedFiles = async () => {
  const names = (await readdir(join(out, 'directory'))).sort();
  const verified: { file: string; kind: string }[] = await bilik(
    'verify',
    ...names.map((name) => join(out, 'directory', name)),
  );
  return verified.map(({ file, kind }) => ({ file: relative(out, file), kind }));
};

/** Throws when a word that was typed stands in a vault, a profile, a temporary file or a package. */
const findCanaries = async (): Promise<void> => {
  const places = ['vaults', 'computers', 'temporary', 'packages'].map((name) => join(out, name));
  const found = await findTexts(places, Object.values(canaries));
  if (found.length > 0) throw new Error(`typed words outside of the databases:\n${found.join('\n')}`);
};

const describeVaults = (desks: readonly Desk[]) =>
  Object.fromEntries(
    desks.map(({ name, passphrase, recovery }) => [
      name,
      { dir: `vaults/${name}`, passphrase, recovery: `AGE-SECRET-KEY-1${recovery.replaceAll(' ', '')}` },
    ]),
  );

/** The unit makes the profile of the institution, and saves it beside the directory to pass it on. */
const makeProfile = async (desk: Desk, look: (page: Page, name: string) => Promise<void>): Promise<void> => {
  const { app, page } = desk;
  const logo = join(out, 'files', 'lambang.png');
  await writeFile(logo, pngOf());
  await openProfileForm(page);
  await chooseLogo(desk, logo);
  await publishProfile(desk, officeContents, authorisedOfficial, look);
  await openDirectory(page, 'office');
  await look(page, 'office-profile');
  await app.setDialogs({ save: join(out, 'directory', 'instansi.profil') });
  await page.getByRole('button', { name: t('office.export'), exact: true }).click();
  await page.getByText(t('office.exported')).waitFor();
};

test('demo', async () => {
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  await rm(out, { recursive: true, force: true });
  for (const folder of ['screenshots', 'identities']) await mkdir(join(out, folder), { recursive: true });
  let pictures = 0;
  const parcels: Parcel[] = [];
  const look = async (page: Page, name: string): Promise<void> => {
    pictures += 2;
    await picture(page, name);
  };
  const desks = Object.values(
    await playSealed({
      folder: out,
      files: await writeSampleFiles(join(out, 'files')),
      parcels,
      tell: (step) => say(`[${seconds()} s] ${step}`),
      look,
    }),
  );
  await makeProfile(desks.find(({ name }) => name === 'officer') as Desk, look);
  const exportIdentity = (desk: Desk): Promise<void> =>
    saveReceivingIdentity(desk, identityOf(desk.name), desk.name === 'officer' ? look : undefined);
  await Promise.all(desks.map(exportIdentity));
  await Promise.all(desks.map(({ app }) => app.close()));
  await findCanaries();
  const documents = await describeDocuments();
  const drawn = await drawPapers(join(out, 'documents'), join(out, 'papers'));
  const packages = await describePackages(parcels);
  const directory = await describeSignedFiles();
  for (const folder of ['computers', 'temporary', 'files', 'identities'])
    await rm(join(out, folder), { recursive: true, force: true });
  const told = { vaults: describeVaults(desks), directory, packages, documents, canaries: Object.values(canaries) };
  await writeFile(join(out, 'demo.json'), `${JSON.stringify(told, null, 2)}\n`);
  // Every key of every vault against every ciphertext that is left: each opens exactly what it should.
  const { tried, wrong } = await checkKeys(out);
  if (wrong.length > 0) throw new Error(`keys that open what they should not, or do not open:\n${wrong.join('\n')}`);
  const counts = [
    `${desks.length} vaults`,
    `${packages.length} packages`,
    `${documents.length} signed documents${drawn === null ? ', not drawn: pdftoppm is not installed' : ''}`,
    `${directory.length} signed files`,
    `${pictures} pictures`,
    `${tried} keys tried`,
  ];
  say(`${basename(resolve(out, '..'))}/demo: ${counts.join(', ')}, ${seconds()} s`);
});
