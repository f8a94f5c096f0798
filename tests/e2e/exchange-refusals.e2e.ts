import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { sealToRecipient } from '../../electron/backend/crypto/age.ts';
import { packages } from '../../electron/backend/db/exchange-schema.ts';
import { takeDirectory } from '../../electron/backend/identity/trusted-directory.ts';
import type { Directory } from '../../shared/domain/identity/directory.ts';
import { type HeldCode, heldKinds } from '../../shared/domain/package/review.ts';
import { attachBytes } from '../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import { asUnlocked, certify, directoryOf, foundDirectory, trust } from '../fixtures/directory.ts';
import { fingerprintOf } from '../fixtures/fingerprint.ts';
import { sealAnything } from '../fixtures/package-damage.ts';
import * as people from '../fixtures/people/cast.ts';
import { writable } from '../fixtures/writable.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain, leaveConfirmation } from './support/confirmation.ts';
import {
  type Backstage,
  insideOf,
  makeBackstage,
  type Receiver,
  receiverOf,
  recipientOf,
  sealFrom,
  takeBackstage,
  writeDirectory,
} from './support/exchange/backstage.ts';
import { makeSeat, type Seat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { acceptShown, dropReceived, expectHeld, openExchange } from './support/steps/exchange-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// What does not belong is dropped on the real window, one thing after another: the person reads why it is held and
// what to do, and not a byte of the databases changes. The officer receives; everyone else is a vault backstage.

const t = textsOf('id');
const from2020 = (role: 'personnelOfficer' | 'assessor') => [{ role, from: '2020-01-01', to: null }];

let folder: string;
let head: Backstage;
let assessor: Backstage;
let stranger: Backstage;
let officer: Receiver & Pick<Seat, 'dir'>;
let app: RunningApp;
let page: Page;
let caseId: string;
/** A case of the assessor that came to the head alone. */
let heldByHead: string;

test.describe.configure({ mode: 'serial' });

/** An assessor's file with its report, ready to leave. `bytes` is an attachment of the report. */
const reportedBy = async ({ calls, person }: Backstage, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const id = await observed(calls);
  await evaluated(calls, id);
  const attachmentIds = [await attachBytes(calls, bytes)];
  await sign(calls, id, 'reportSubmitted', 'assessor', { attachmentIds, author: person });
  return id;
};
const small = new Uint8Array(Buffer.from('%PDF-1.7 lampiran'));

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-refusals-'));
  const seat = await makeSeat(folder, 'officer', { person: people.personnelOfficer, roles: ['personnelOfficer'] });
  head = await makeBackstage(folder, 'head', { person: people.personnelHead, roles: ['personnelHead'] });
  assessor = await makeBackstage(folder, 'assessor', { person: people.assessor, roles: ['assessor'] });
  stranger = await makeBackstage(folder, 'stranger', { person: people.assessor, roles: ['assessor', 'personnelHead'] });
  await foundDirectory(head.vault, [assessor]);
  await certify(head.vault, seat, { roles: from2020('personnelOfficer') as never });
  trust(assessor.vault, directoryOf(head.vault).file, directoryOf(head.vault).rootKey);
  await foundDirectory(stranger.vault, []);
  await certify(stranger.vault, seat, { roles: from2020('personnelOfficer') as never });
  officer = { ...receiverOf(seat), dir: seat.dir };
  caseId = await reportedBy(assessor, small);
  heldByHead = await reportedBy(assessor, small);
  await takeBackstage(head, await sealFrom(assessor, head, heldByHead));
  seat.leave();
  app = await launchApp({ home: seat.home });
  page = await unlock(app, passphrase);
  await backAtReceiving();
});

test.afterAll(async () => {
  await app?.close();
  for (const vault of [head, assessor, stranger]) vault?.leave();
  await rm(folder, { recursive: true, force: true });
});

/** Drops files, expects that they are held for this reason, and that nothing was written. */
const dropHeld = async (paths: readonly string[], code: HeldCode, detail?: RegExp): Promise<void> => {
  // What has a way out is kept for the list of it; that nothing else changes then, integration tests compare by row.
  const isKept = heldKinds[code].kept;
  const databases = isKept ? [] : ['records.db', 'notes.db'];
  const before = await fingerprintOf(officer.dir, databases);
  await dropReceived(page, paths);
  await expectHeld(page, code, detail);
  expect(await fingerprintOf(officer.dir, databases)).toBe(before);
};

/**
 * What lies in the databases once nothing is written any more: the place where the person is was kept (with a little
 * delay), and each database was told what the other one stands at.
 */
const restingFingerprint = async (): Promise<string> => {
  await expect(async () => {
    const before = await fingerprintOf(officer.dir);
    await page.waitForTimeout(700);
    expect(await fingerprintOf(officer.dir)).toBe(before);
  }).toPass();
  return fingerprintOf(officer.dir);
};

/** On the page Kirim & Terima. */
const backAtReceiving = async (): Promise<void> => {
  await openExchange(page);
  await restingFingerprint();
};

const copyAs = async (path: string, name: string): Promise<string> => {
  const copy = join(folder, name);
  await copyFile(path, copy);
  return copy;
};

const write = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};

const title = (key: string) => page.getByRole('heading', { level: 1, name: t(key), exact: true });
const button = (key: string) => page.getByRole('button', { name: t(key), exact: true });

let first: string;
/** Sound, and not taken in. */
let good: string;

test('a package is held while no directory is trusted; a directory is trusted by ten words and the passphrase', async () => {
  [first = ''] = await sealFrom(assessor, officer, caseId);
  await dropHeld([first], 'noDirectory');
  await dropReceived(page, [await writeDirectory(folder, 'terbit', head.vault)]);
  await title('directory.fileTitle.directory').waitFor();
  await expect(button('directory.trust')).toBeDisabled();
  await page.getByRole('radio', { name: t('words.same') }).check();
  const before = await restingFingerprint();
  await button('directory.trust').click();
  await leaveConfirmation(page);
  expect(await fingerprintOf(officer.dir)).toBe(before);
  await button('directory.trust').click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.directory.trust.reason'));
  await title('directory.title').waitFor();
  await expect(page.getByText(t('directory.trusted'))).toBeVisible();
});

test('a package that came before is held, under another name too', async () => {
  await backAtReceiving();
  await dropReceived(page, [first]);
  await acceptShown(page);
  await dropHeld([first], 'packageDuplicate', /Pertama diterima/);
  await dropHeld([await copyAs(first, 'dari surel (1).paket')], 'packageDuplicate');
});

test('a counter that stands for another content is held', async () => {
  // The assessor's vault is put back to before it sealed: it counts the same number again.
  const sent = eq(packages.peerKey, Buffer.from(officer.key, 'hex'));
  expect(writable(assessor.vault.records).delete(packages).where(sent).run().changes).toBe(1);
  await dropHeld(await sealFrom(assessor, officer, caseId, { again: true }), 'packageFork');
});

test('packages out of order are told and taken; a replay of an older one is held', async () => {
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
  const second = await sealFrom(assessor, officer, caseId);
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: 'Sekali lagi.' } });
  const third = await sealFrom(assessor, officer, caseId);
  for (const [paths, notice] of [
    [third, 'counterGap'],
    [second, 'arrivedLate'],
  ] as const) {
    await dropReceived(page, paths);
    await expect(page.getByText(t(`exchange.notice.${notice}`))).toBeVisible();
    await acceptShown(page);
  }
  await dropHeld(second, 'packageDuplicate', /Pertama diterima/);
});

test('a package from nobody in the directory is held', async () => {
  const foreign = await reportedBy(stranger, small);
  await dropHeld(await sealFrom(stranger, officer, foreign), 'signerUnknown');
});

test('a package for somebody else is held, sealed again by its receiver too', async () => {
  const toHead = await sealFrom(assessor, head, caseId);
  await dropHeld(toHead, 'packageNotForMe');
  const inside = await insideOf(await readFile(toHead[0] ?? ''), receiverOf(head));
  const again = await sealToRecipient(inside, await recipientOf(officer));
  await dropHeld([await write('diteruskan.paket', again)], 'packageForOther');
});

test('a damaged, a cut, a changed and a foreign file are held', async () => {
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: 'Ketiga kali.' } });
  [good = ''] = await sealFrom(assessor, officer, caseId);
  const bytes = await readFile(good);
  const flipped = Buffer.from(bytes);
  flipped[bytes.length - 40] = (flipped[bytes.length - 40] ?? 0) ^ 1;
  await dropHeld([await write('rusak.paket', flipped)], 'packageDamaged');
  await dropHeld([await write('potong.paket', bytes.subarray(0, bytes.length - 100))], 'packageDamaged');
  await dropHeld([await write('bukan.paket', 'bukan paket')], 'packageUnreadable');
  const tar = gunzipSync(await insideOf(bytes, officer));
  const at = tar.indexOf('"header"', tar.indexOf('acts/'));
  tar.write('"HEADER"', at);
  const changed = await sealAnything(await recipientOf(officer), gzipSync(tar));
  await dropHeld([await write('diubah.paket', changed)], 'packageTampered');
});

test('parts are held until all are there', async () => {
  const big = await reportedBy(assessor, new Uint8Array(randomBytes(1_300_000)));
  const [one = '', two = ''] = await sealFrom(assessor, officer, big, { partBytes: 1_000_000 });
  await dropHeld([one], 'partsIncomplete');
  await dropReceived(page, [two, one]);
  await acceptShown(page);
});

/** Drops a directory file, and expects what its page says; that nothing changes, integration tests compare by row. */
const dropDirectory = async (path: string, said: string): Promise<void> => {
  await dropReceived(page, [path]);
  await title('directory.fileTitle.directory').waitFor();
  await expect(page.getByText(said)).toBeVisible();
  await backAtReceiving();
};

/** Takes in a newer directory of the publisher, as a person does. */
const update = async (name: string): Promise<void> => {
  await dropReceived(page, [await writeDirectory(folder, name, head.vault)]);
  await expect(page.getByText(t('directory.newer'))).toBeVisible();
  await button('directory.update').click();
  await title('directory.title').waitFor();
  await backAtReceiving();
};

const reissued = (directory: Directory): Directory => ({
  ...directory,
  institution: `${directory.institution} (lain)`,
});
let older: string;
let fork: string;

test('a directory that is older, forked or of another root is refused', async () => {
  older = await writeDirectory(folder, 'lama', head.vault);
  const counsellor = await makeBackstage(folder, 'counsellor', { person: people.counsellor, roles: ['counsellor'] });
  await certify(head.vault, counsellor);
  counsellor.leave();
  fork = await writeDirectory(folder, 'bercabang', head.vault, reissued);
  await update('baru');
  await dropDirectory(older, t('errors.directoryOlder'));
  await dropDirectory(fork, t('errors.directoryFork'));
  await dropDirectory(await writeDirectory(folder, 'akar-lain', stranger.vault), t('directory.otherRootText'));
});

test('a package with a forked directory inside is held', async () => {
  const forked = takeDirectory(asUnlocked(assessor.vault).work, writable(assessor.vault.records), await readFile(fork));
  expect(forked.ok).toBe(true);
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: 'Keempat kali.' } });
  await dropHeld(await sealFrom(assessor, officer, caseId), 'directoryFork');
});

test('a package of a revoked key is held', async () => {
  const { entries } = directoryOf(head.vault).directory;
  const entryId = entries.find(({ keys }) => keys.some(({ key }) => key === assessor.key))?.entryId ?? '';
  await head.calls.get('directory.revoke', { entryId, key: assessor.key, reason: 'lost' });
  await update('dicabut');
  await dropHeld([good], 'signerRevoked');
});

test("acts of a revoked key are held for a person, who takes them in on one's own judgement by the passphrase", async () => {
  await dropReceived(page, await sealFrom(head, officer, heldByHead));
  const notice = page.getByRole('alert').filter({ hasText: t('exchange.held.actKeyRevoked') });
  await expect(notice).toContainText(t('errors.actKeyRevoked'));
  const before = await restingFingerprint();
  await expect(notice.getByRole('list', { name: t('exchange.heldDetails') })).toHaveText(people.assessor.name);
  await button('exchange.acceptHeld').click();
  await leaveConfirmation(page);
  expect(await fingerprintOf(officer.dir)).toBe(before);
  await button('exchange.acceptHeld').click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.exchange.importHeld.reason'));
  await page
    .getByRole('status')
    .filter({ hasText: t('exchange.imported') })
    .waitFor();
});
