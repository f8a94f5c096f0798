import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { inspect, takeIn } from '../../electron/backend/exchange/receive/inspections.ts';
import { attach, paperStep, step } from '../fixtures/case-steps.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { foundInstitution, type Member, send } from '../fixtures/institution.ts';
import { unwrap } from '../fixtures/made-vault.ts';
import * as people from '../fixtures/people/cast.ts';
import { attachLarge } from './attach-large.ts';
import { type Figure, figure, median } from './statistics.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
} as const;

/** A file of the personnel unit that begins with a report on paper and its scans. */
const reportWith = async ({ calls }: Member, scans: readonly string[]): Promise<string> => {
  const change = { attachmentIds: scans, signedDocumentId: scans[0] ?? null };
  const acts = [
    step('caseOpened', 'personnelOfficer', { content: { startsFrom: 'report' } }),
    paperStep('reportSubmitted', 'assessor', change),
  ].map((act) => ({ ...act, aboutIndex: null }));
  return (await calls.get('case.recordActs', { acts, draftId: null })).caseId;
};

const timed = async <T>(work: () => Promise<T>): Promise<readonly [value: T, took: number]> => {
  const started = performance.now();
  const value = await work();
  return [value, performance.now() - started];
};

const takeInAll = async (at: Member, paths: readonly string[]): Promise<void> => {
  const { held, inspectionId } = unwrap(await inspect(at.exchange, paths));
  if (held !== null) throw new Error(held);
  unwrap(await takeIn(at.exchange, inspectionId, false));
};

/**
 * Sealing a report with 20 MB of scans out of one vault and taking it into another one, databases and files included,
 * against age encryption and decryption of the same number of bytes in memory by typage; medians in milliseconds.
 */
export const measureSealImport = async (rounds: number): Promise<Figure> => {
  const { members } = await foundInstitution(cast);
  const { officer, head } = members;
  const identity = head.vault.keys.receivingIdentities[0] ?? '';
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const files = Array.from({ length: 4 }, () => new Uint8Array(randomBytes(5_000_000)));
    const scans: string[] = [];
    for (const bytes of files) scans.push(await attachLarge(officer.calls, bytes));
    const caseId = await reportWith(officer, scans);
    const [paths, sealing] = await timed(() => send(officer, head, caseId));
    const [, taking] = await timed(() => takeInAll(head, paths));
    const plain = new Uint8Array(Buffer.concat(files));
    const [sealed, encrypting] = await timed(() => encrypter.encrypt(plain));
    const [, decrypting] = await timed(() => decrypter.decrypt(sealed));
    if (round < 0) continue;
    own.push(sealing + taking);
    bare.push(encrypting + decrypting);
  }
  return figure('exchange.sealImport20MB', 'ms', median(own), median(bare), 2);
};

/** Decrypts a file with typage and makes the bytes durable in a file of their own. */
const decryptAndWrite = async (decrypter: Decrypter, path: string, target: string): Promise<void> => {
  const plain = await decrypter.decrypt(new Uint8Array(await readFile(path)));
  const handle = await open(target, 'wx');
  await handle.writeFile(plain);
  await handle.sync();
  await handle.close();
  const folder = await open(join(target, '..'), 'r');
  await folder.sync();
  await folder.close();
};

/**
 * Taking in many small packages, each a report with a scan, one after the other, against decrypting each with typage
 * and writing the same bytes to a file that is synced; total of each in milliseconds.
 */
export const measureSmallImports = async (count: number): Promise<Figure> => {
  const { members } = await foundInstitution(cast);
  const { officer, head } = members;
  const packages: string[][] = [];
  for (let index = 0; index < count; index += 1) {
    const scan = await attach(officer.calls, `%PDF-1.7 ${randomBytes(6000).toString('base64')}`);
    const evidence = await attach(officer.calls, `Umpan balik ${index}`);
    packages.push(await send(officer, head, await reportWith(officer, [scan, evidence])));
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(head.vault.keys.receivingIdentities[0] ?? '');
  const folder = join(temporaryFolder(), 'polos');
  await mkdir(folder);
  let own = 0;
  let bare = 0;
  // In turns, so that a machine that slows down slows both.
  for (const [index, paths] of packages.entries()) {
    own += (await timed(() => takeInAll(head, paths)))[1];
    bare += (await timed(() => decryptAndWrite(decrypter, paths[0] ?? '', join(folder, String(index)))))[1];
  }
  return figure(`exchange.import${count}Small`, 'ms', own, bare, 2);
};
