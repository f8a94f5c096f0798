import { expect, test } from '@playwright/test';
import { attach, step } from '../fixtures/case-steps.ts';
import { acceptedByHolder, enter, sign } from '../fixtures/case-walks.ts';
import { counsellor } from '../fixtures/people/cast.ts';
import { resultCauses } from '../fixtures/people/texts.ts';
import { type CaseVault, expectRefused, openCaseVault, summaryOf } from './support/variants/case-vault.ts';
import { documentOf, expectDocument, textsOf } from './support/variants/signed-documents.ts';
import { holds, rowsOfVault } from './support/variants/vault-rows.ts';

// A counsellor's own vault, by the real calls in the built application: private notes stay apart from every record.

const canary = 'KENARI-catatan-pribadi-7c41';
let vault: CaseVault;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  vault = await openCaseVault(counsellor, ['counsellor']);
});
test.afterAll(() => vault?.close());

/** A note of a case with an attachment, all of it the canary, and a draft. */
const saveNote = async (caseId: string): Promise<void> => {
  const attachmentIds = [await attach(vault, `lampiran ${canary}`, 'notes')];
  const content = JSON.stringify({ type: 'doc', text: canary });
  await vault.get('notes.save', { noteId: null, caseId, title: canary, content, plain: canary, attachmentIds });
  await vault.get('drafts.save', { kind: 'act:resultSigned', caseId, subjectKey: '', content });
};

test('a note stands in notes.db alone and in no document', async () => {
  const caseId = await acceptedByHolder(vault);
  const first = await enter(vault, caseId, 'sessionScheduled', 'personnelOfficer');
  await saveNote(caseId);
  await sign(vault, caseId, 'consentRecorded', 'counsellor');
  await sign(vault, caseId, 'sessionHeld', 'counsellor', { about: first });
  const second = await sign(vault, caseId, 'sessionScheduled', 'counsellor');
  const result = await sign(vault, caseId, 'resultSigned', 'counsellor');
  const copy = await sign(vault, caseId, 'copyReleased', 'counsellor', { about: result });

  expect(await expectDocument(vault, second, 'invitation')).toContain('Ratna Misal Kusumawardhani');
  expect(await expectDocument(vault, result, 'resultRecord')).toContain('Rekaman Informasi');
  expect(await expectDocument(vault, copy, 'employeeCopy')).toContain('SALINAN');
  for (const hash of [second, result, copy]) {
    const { pdf } = await documentOf(vault, hash);
    for (const bytes of [pdf, Buffer.from(textsOf(pdf))]) expect(holds(bytes, canary)).toBe(false);
  }
  const { records, notes } = rowsOfVault(vault.dir);
  expect(holds(records, resultCauses)).toBe(true);
  expect(holds(notes, canary)).toBe(true);
  expect(holds(records, canary)).toBe(false);
});

test('the search for a canary finds it in each form', () => {
  const base64 = (text: string) => Buffer.from(Buffer.from(text).toString('base64'));
  const plain = [Buffer.from(canary), Buffer.from(canary, 'utf16le')];
  const encoded = ['', 'x', 'xy'].map((before) => base64(`${before}${canary} dan seterusnya`));
  for (const form of [...plain, ...encoded]) expect(holds(Buffer.concat([Buffer.from('-'), form]), canary)).toBe(true);
  expect(holds(base64('tidak ada apa-apa'), canary)).toBe(false);
});

test('a file of an own act never takes a file of the notes', async () => {
  const caseId = await acceptedByHolder(vault);
  const attachmentIds = [await attach(vault, canary, 'notes')];
  const referral = step('referralRecorded', 'counsellor', { caseId, attachmentIds });
  await expectRefused(vault, referral, 'unknownAttachment');
});

test('consent refused ends the counselling in a record', async () => {
  const caseId = await acceptedByHolder(vault);
  await sign(vault, caseId, 'consentRecorded', 'counsellor', { content: { consent: 'refused' } });
  expect((await summaryOf(vault, caseId)).nextDue).toBe('resultSigned');
  await expectRefused(vault, step('resultSigned', 'counsellor', { caseId }), 'sessionNotHeld');
  await sign(vault, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended', sessions: [] } });
  expect((await summaryOf(vault, caseId)).phase).toBe('result');
});

test('a referral lets the counselling end, and may follow the result', async () => {
  const caseId = await acceptedByHolder(vault);
  const ended = step('resultSigned', 'counsellor', { caseId, content: { outcome: 'ended', sessions: [] } });
  await expectRefused(vault, ended, 'nothingEnded');
  await sign(vault, caseId, 'referralRecorded', 'counsellor', { content: { imminentDanger: true } });
  expect(await vault.codesOf(ended)).toEqual(['ok']);
  expect(await vault.codesOf(step('referralRecorded', 'counsellor', { caseId }))).toEqual(['ok']);
});

test('a missed session is recorded without reasons, and another planned by the counsellor', async () => {
  const caseId = await acceptedByHolder(vault);
  await expectRefused(vault, step('sessionScheduled', 'counsellor', { caseId }), 'capacityNotAllowed');
  const about = await enter(vault, caseId, 'sessionScheduled', 'personnelOfficer');
  await sign(vault, caseId, 'sessionMissed', 'counsellor', { about });
  const again = await sign(vault, caseId, 'sessionScheduled', 'counsellor');
  await sign(vault, caseId, 'sessionHeld', 'counsellor', { about: again });
  await sign(vault, caseId, 'resultSigned', 'counsellor');
  expect((await summaryOf(vault, caseId)).phase).toBe('result');
});

test('a counsellor neither decides nor assigns', async () => {
  const caseId = await acceptedByHolder(vault);
  await expectRefused(vault, step('counsellorAssigned', 'personnelHead', { caseId }), 'roleNotHeld');
  await expectRefused(vault, step('counsellingDecided', 'personnelHead', { caseId }), 'roleNotHeld');
  await expectRefused(vault, step('followUpDecided', 'counsellor', { caseId }), 'resultNotSigned', 'authorNotDecider');
});
