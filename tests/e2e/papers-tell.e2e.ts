import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Role } from '../../shared/domain/identity/person.ts';
import { contents } from '../fixtures/case-steps.ts';
import { accepted, acceptedByHolder, enter, resulted, sign } from '../fixtures/case-walks.ts';
import { bilik } from '../fixtures/cli.ts';
import { counsellor, personnelHead } from '../fixtures/people/cast.ts';
import { type CaseVault, openCaseVault } from './support/documents/case-vault.ts';
import { documentOf, wordsOf } from './support/documents/signed-documents.ts';

// What stands on the papers themselves, as they come out of the printer: not why a counselling ended, and who entered
// what is copied from paper.

/** A day that nothing else in these cases has. */
const day = '2026-05-11';
const dayOnPaper = /11\s+Mei\s+2026|2026-05-11|11[/-]0?5[/-]2026/;

/** Why a counselling ends without a session: told to nobody. */
const causes = ['refused', 'missed', 'referred'] as const;
type Cause = (typeof causes)[number];

type Write = (type: 'consentRecorded' | 'sessionMissed' | 'referralRecorded', change: object) => Promise<string>;

const end = async (write: Write, cause: Cause, about: string): Promise<void> => {
  if (cause === 'refused') await write('consentRecorded', { content: { consent: 'refused', date: day } });
  if (cause === 'missed') await write('sessionMissed', { about, content: { date: day } });
  if (cause === 'referred')
    await write('referralRecorded', { content: { date: day, to: 'doctor', imminentDanger: true } });
};

/** Words without what is another one on each paper: hashes, codes, numbers and times. */
const sameWords = (pdf: Uint8Array): string =>
  wordsOf(pdf)
    .replaceAll(/\s/g, '')
    .replaceAll(/[0-9a-fA-F]{12,}/g, '#')
    .replaceAll(/\d/g, '0');

/** Expects papers of one kind, one of each cause, to say the same and no cause. */
const expectAlike = async (vault: CaseVault, hashes: readonly string[]): Promise<void> => {
  const pdfs: Buffer[] = [];
  for (const hash of hashes) pdfs.push((await documentOf(vault, hash)).pdf);
  for (const pdf of pdfs) {
    expect(wordsOf(pdf)).not.toMatch(dayOnPaper);
    expect(sameWords(pdf)).toBe(sameWords(pdfs[0]!));
  }
};

const ended = { outcome: 'ended', sessions: [] };

test("record and copy in the counsellor's vault say the same whatever ended the counselling", async () => {
  const vault = await openCaseVault(counsellor, ['counsellor']);
  try {
    const [records, copies]: string[][] = [[], []];
    for (const cause of causes) {
      const caseId = await acceptedByHolder(vault);
      const about = await enter(vault, caseId, 'sessionScheduled', 'personnelOfficer');
      await end((type, change) => sign(vault, caseId, type, 'counsellor', change), cause, about);
      const record = await sign(vault, caseId, 'resultSigned', 'counsellor', { content: ended });
      records!.push(record);
      copies!.push(await sign(vault, caseId, 'copyReleased', 'counsellor', { about: record }));
    }
    await expectAlike(vault, records!);
    await expectAlike(vault, copies!);
    expect(wordsOf((await documentOf(vault, records![0]!)).pdf)).toMatch(/tidak\s+dilanjutkan/i);
  } finally {
    await vault.close();
  }
});

const unit: readonly Role[] = ['personnelHead', 'personnelOfficer'];

test('follow-up and its copy in the vault of the unit say the same, also where it keeps the cause for itself', async () => {
  const vault = await openCaseVault(personnelHead, unit);
  try {
    const [decisions, copies]: string[][] = [[], []];
    for (const cause of causes) {
      const caseId = await accepted(vault, { kind: 'independent', person: counsellor });
      const about = await sign(vault, caseId, 'sessionScheduled', 'personnelHead');
      await end(
        (type, change) => enter(vault, caseId, type, 'counsellor', { author: counsellor, ...change }),
        cause,
        about,
      );
      await enter(vault, caseId, 'resultSigned', 'counsellor', { author: counsellor, content: ended });
      const decided = await sign(vault, caseId, 'followUpDecided', 'personnelHead');
      decisions!.push(decided);
      copies!.push(await sign(vault, caseId, 'copyReleased', 'personnelHead', { about: decided }));
    }
    await expectAlike(vault, decisions!);
    await expectAlike(vault, copies!);
  } finally {
    await vault.close();
  }
});

test('the copy of an act from paper says in print who entered it, and so does the command', async () => {
  const vault = await openCaseVault(personnelHead, unit);
  const folder = mkdtempSync(join(tmpdir(), 'bilik-entered-'));
  try {
    const { caseId, result } = await resulted(vault, { kind: 'independent', person: counsellor });
    const hash = await sign(vault, caseId, 'copyReleased', 'personnelHead', { about: result });
    const { pdf } = await documentOf(vault, hash);
    const words = wordsOf(pdf).replaceAll(/\s+/g, ' ');
    expect(words).toContain(contents.resultSigned.agreement.slice(0, 20));
    expect(words).toMatch(/Dimasukkan dari kertas oleh : Pimpinan unit kerja yang membidangi pengelolaan kepegawaian/);
    expect(words).toContain(counsellor.name);
    writeFileSync(join(folder, 'salinan.pdf'), pdf);
    const { out } = await bilik(['verify', join(folder, 'salinan.pdf')]);
    expect(out).toMatch(/Dicatat dari kertas oleh: Pimpinan unit kepegawaian/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await vault.close();
  }
});
