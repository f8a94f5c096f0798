import { expect, test } from '@playwright/test';
import type { PersonInput, Role } from '../../shared/domain/identity/person.ts';
import { attach, listNumberOf } from '../fixtures/case-steps.ts';
import { acceptedByHolder, enter, observed, reported, resulted, sign } from '../fixtures/case-walks.ts';
import { assessor, authorisedOfficial, counsellor, employee, personnelHead } from '../fixtures/people/cast.ts';
import { resultCauses } from '../fixtures/people/texts.ts';
import { type CaseVault, openCaseVault, viewOf } from './support/documents/case-vault.ts';
import { documentOf, expectDocument, textsOf } from './support/documents/signed-documents.ts';
import { holds, rowsOfVault } from './support/documents/vault-rows.ts';

// The papers that the built application prints and signs, as other people's programs read them.

const canary = 'KENARI-catatan-pribadi-7c41';

/** A test in the vault of a person, open in an application of its own. */
const inVault = (
  title: string,
  person: PersonInput,
  roles: readonly Role[],
  work: (vault: CaseVault) => Promise<void>,
): void =>
  test(title, async () => {
    const vault = await openCaseVault(person, roles);
    try {
      await work(vault);
    } finally {
      await vault.close();
    }
  });

/** A note of a case with an attachment, all of it the canary, and a draft. */
const saveNote = async (vault: CaseVault, caseId: string): Promise<void> => {
  const attachmentIds = [await attach(vault, `lampiran ${canary}`, 'notes')];
  const content = JSON.stringify({ type: 'doc', text: canary });
  await vault.get('notes.save', { noteId: null, caseId, title: canary, content, attachmentIds });
  await vault.get('drafts.save', { kind: 'act:resultSigned', caseId, subjectKey: '', content });
};

inVault('an assessor signs communication sheet, report and copy', assessor, ['assessor'], async (vault) => {
  const caseId = await observed(vault);
  await sign(vault, caseId, 'problemIdentified', 'assessor');
  const communicated = await sign(vault, caseId, 'problemCommunicated', 'assessor');
  await sign(vault, caseId, 'changeEvaluated', 'assessor');
  const hash = await sign(vault, caseId, 'reportSubmitted', 'assessor');
  expect(await expectDocument(vault, communicated, 'communicationSheet')).toContain(employee.nip);
  expect(await expectDocument(vault, hash, 'behaviourReport')).toContain(employee.nip);
  const copy = await sign(vault, caseId, 'copyReleased', 'assessor', { about: hash });
  const text = await expectDocument(vault, copy, 'employeeCopy');
  expect(text).toContain('SALINAN');
  const released = (await viewOf(vault, caseId)).acts.find((act) => act.hash === copy);
  expect(released).toMatchObject({ about: hash, body: { content: { releasedTo: employee.name } } });
  const listed = (await viewOf(vault, caseId)).documents.map(({ kind }) => kind);
  expect([...listed].sort()).toEqual(['behaviourReport', 'communicationSheet', 'employeeCopy']);
  expect(await vault.get('documents.ofAct', { hash })).toMatchObject({ caseId });
});

const unit = ['personnelHead', 'personnelOfficer'] as const;

inVault('the personnel unit signs what it sends to others', personnelHead, unit, async (vault) => {
  const { caseId, report } = await reported(vault);
  const returned = await sign(vault, caseId, 'reportReturned', 'personnelOfficer', { about: report });
  const attachmentIds = [await attach(vault, 'Umpan balik yang dilengkapi')];
  const about = await enter(vault, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  const registered = await sign(vault, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await sign(vault, caseId, 'counsellingDecided', 'personnelHead');
  const assigned = await sign(vault, caseId, 'counsellorAssigned', 'personnelHead');
  await enter(vault, caseId, 'assignmentAnswered', 'counsellor', { about: assigned });
  const planned = await sign(vault, caseId, 'sessionScheduled', 'personnelOfficer');
  const moved = await sign(vault, caseId, 'sessionRescheduled', 'personnelHead', { about: planned });
  expect(await expectDocument(vault, returned, 'returnLetter')).toContain('Bukti umpan balik belum lengkap.');
  expect(await expectDocument(vault, registered, 'registrationNote')).toContain(listNumberOf(caseId));
  expect(await expectDocument(vault, assigned, 'assignmentLetter')).toContain('Ratna Misal Kusumawardhani');
  // No reason for the counselling stands in an invitation.
  for (const hash of [planned, moved])
    expect(await expectDocument(vault, hash, 'invitation')).not.toContain('Keterlambatan');
});

inVault('the follow-up names all who decide it, and the copy its receiver', personnelHead, unit, async (vault) => {
  const { caseId, result } = await resulted(vault, { kind: 'independent', person: counsellor });
  await sign(vault, caseId, 'resultReceived', 'personnelHead', { about: result });
  const deciders = [
    { role: 'personnelHead', person: personnelHead },
    { role: 'authorisedOfficial', person: authorisedOfficial },
  ];
  const hash = await sign(vault, caseId, 'followUpDecided', 'personnelHead', { content: { deciders } });
  const text = await expectDocument(vault, hash, 'followUpDecision');
  for (const { name } of [personnelHead, authorisedOfficial]) expect(text).toContain(name);
  const copy = await sign(vault, caseId, 'copyReleased', 'personnelHead', { about: hash });
  const copied = await expectDocument(vault, copy, 'employeeCopy');
  for (const words of ['SALINAN', employee.name]) expect(copied).toContain(words);
});

inVault('a note stands in notes.db alone and in no document', counsellor, ['counsellor'], async (vault) => {
  const caseId = await acceptedByHolder(vault);
  const first = await enter(vault, caseId, 'sessionScheduled', 'personnelOfficer');
  await saveNote(vault, caseId);
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
