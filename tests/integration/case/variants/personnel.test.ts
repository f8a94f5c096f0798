import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import { attach, listNumberOf, paperStep, step } from '../../../fixtures/case-steps.ts';
import { type CaseVault, expectRefused, openCaseVault, summaryOf, viewOf } from '../../../fixtures/case-vault.ts';
import { assigned, decided, enter, registered, reported, sign } from '../../../fixtures/case-walks.ts';
import { assessor, assessorSuperior, counsellor, employee, personnelHead } from '../../../fixtures/people/cast.ts';

// From a report on paper to an assignment in the personnel unit's vault.

let vault: CaseVault;

beforeEach(async () => {
  vault = await openCaseVault(personnelHead, ['personnelHead', 'personnelOfficer']);
});

describe('from the report to the assignment', () => {
  it('a report is returned, completed and registered', async () => {
    const { caseId, report } = await reported(vault);
    const returned = await sign(vault, caseId, 'reportReturned', 'personnelOfficer', { about: report });
    expect(await summaryOf(vault, caseId)).toMatchObject({
      phase: 'report',
      nextDue: 'reportSubmitted',
      listNumber: '',
    });
    const register = (about: string) => step('reportRegistered', 'personnelOfficer', { caseId, about });
    await expectRefused(vault, register(report), 'reportNotPending');
    const attachmentIds = [await attach(vault, 'Umpan balik yang dilengkapi')];
    const completed = await enter(vault, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
    await expectRefused(vault, register(report), 'aboutNotPossible');
    const hash = await sign(vault, caseId, 'reportRegistered', 'personnelOfficer', { about: completed });
    expect(await summaryOf(vault, caseId)).toMatchObject({ phase: 'decision', listNumber: listNumberOf(caseId) });
    expect(await vault.get('documents.ofAct', { hash: returned })).toMatchObject({ kind: 'returnLetter' });
    expect(await vault.get('documents.ofAct', { hash })).toMatchObject({ kind: 'registrationNote' });
    const [letter, note] = vault.host.jobs;
    expect(letter?.html).toContain('Bukti umpan balik belum lengkap.');
    expect(note?.html).toContain(listNumberOf(caseId));
  });

  it('a report on paper needs its scan and evidence of feedback beside it', async () => {
    const opening = step('caseOpened', 'personnelOfficer', { content: { startsFrom: 'report' } });
    const { caseId } = await vault.get('case.recordAct', { ...opening, draftId: null });
    const report = (attachmentIds: string[]) => paperStep('reportSubmitted', 'assessor', { caseId, attachmentIds });
    await expectRefused(vault, report([]), 'feedbackEvidenceMissing', 'scanMissing');
    await expectRefused(vault, report([await attach(vault, '%PDF-1.7 laporan')]), 'feedbackEvidenceMissing');
    const signedHere = { ...report([await attach(vault, 'bukti')]), paper: null };
    await expectRefused(vault, signedHere, 'roleNotHeld');
  });

  it('a decision against counselling needs a reason, is told and closes the file', async () => {
    const caseId = await registered(vault);
    const no = (reason: string) =>
      step('counsellingDecided', 'personnelHead', { caseId, content: { decision: 'no', reason } });
    await expectRefused(vault, no(''), 'contentInvalid');
    await expectRefused(vault, { ...no('Cukup bimbingan.'), capacity: 'personnelOfficer' }, 'capacityNotAllowed');
    expect(await vault.codesOf(no('Cukup dengan bimbingan kinerja oleh atasan.'))).toEqual(['ok']);
    await expectRefused(vault, step('counsellingDecided', 'personnelHead', { caseId }), 'alreadyDecided');
    await expectRefused(vault, step('counsellorAssigned', 'personnelHead', { caseId }), 'counsellingNotDecided');
    await sign(vault, caseId, 'statusNotified', 'personnelOfficer', { content: { status: 'notCounselled' } });
    await sign(vault, caseId, 'caseClosed', 'personnelHead', { content: { reason: 'notCounselled' } });
    expect(await summaryOf(vault, caseId)).toMatchObject({ closed: true, phase: 'closed', counsellorKind: null });
  });

  it('a counsellor declines, and another one is assigned and accepts', async () => {
    const { caseId, assignment } = await assigned(vault, { kind: 'independent', person: counsellor });
    const again = step('counsellorAssigned', 'personnelHead', { caseId });
    await expectRefused(vault, again, 'counsellorAlreadyAssigned');
    await enter(vault, caseId, 'assignmentAnswered', 'counsellor', {
      about: assignment,
      content: { answer: 'declined' },
    });
    expect(await summaryOf(vault, caseId)).toMatchObject({ phase: 'assignment', nextDue: 'counsellorAssigned' });
    await expectRefused(vault, step('sessionScheduled', 'personnelHead', { caseId }), 'counsellorNotAssigned');

    const other = { ...counsellor, name: 'Wulan Teladan Saraswati, M.Psi.', nip: '198911232014042999' };
    const about = await sign(vault, caseId, 'counsellorAssigned', 'personnelHead', { content: { counsellor: other } });
    const answer = (person: PersonInput) =>
      paperStep('assignmentAnswered', 'counsellor', { caseId, about, author: person });
    await expectRefused(vault, answer(counsellor), 'notTheCounsellor');
    expect(await vault.codesOf(answer(other))).toEqual(['ok']);
    expect(await summaryOf(vault, caseId)).toMatchObject({ phase: 'counselling', nextDue: 'sessionScheduled' });
    await vault.get('documents.ofAct', { hash: about });
    expect(vault.host.jobs[0]?.html).toContain('Wulan Teladan Saraswati');
  });

  it('an independent counsellor is neither the employee nor the assessor nor of the same unit', async () => {
    const caseId = await decided(vault);
    const assign = (person: PersonInput) =>
      step('counsellorAssigned', 'personnelHead', { caseId, content: { counsellor: person } });
    await expectRefused(vault, assign(employee), 'counsellorIsEmployee', 'counsellorInSameUnit');
    await expectRefused(vault, assign({ ...employee, unit: 'Unit lain' }), 'counsellorIsEmployee');
    await expectRefused(vault, assign({ ...assessor, unit: 'Unit lain' }), 'counsellorIsAssessor');
    const sameUnit = { ...counsellor, unit: employee.unit.toUpperCase() };
    await expectRefused(vault, assign(sameUnit), 'counsellorInSameUnit');
    expect(await vault.codesOf(assign(counsellor))).toEqual(['ok']);
  });

  it('a trained assessor needs proof of training, a counselling official the named function', async () => {
    const caseId = await decided(vault);
    const assign = (content: Readonly<Record<string, unknown>>, attachmentIds: readonly string[] = []) =>
      step('counsellorAssigned', 'personnelHead', { caseId, content, attachmentIds });
    const trained = { kind: 'trainedAssessor', counsellor: assessor, qualification: 'Sertifikat 7/2025' };
    await expectRefused(vault, assign(trained), 'trainingProofMissing');
    const proof = [await attach(vault, '%PDF-1.7 sertifikat')];
    await expectRefused(vault, assign({ ...trained, counsellor }, proof), 'trainedAssessorIsOther');
    const official = { kind: 'counsellingOfficial', counsellor, qualification: '' };
    await expectRefused(vault, assign(official), 'qualificationMissing');
    await expectRefused(
      vault,
      assign({ ...official, qualification: 'Konselor', counsellor: employee }),
      'counsellorIsEmployee',
    );
    expect(await vault.codesOf(assign(trained, proof))).toEqual(['ok']);
  });

  it('the same person as assessor and head leaves the decision to the authorised official', async () => {
    const caseId = await registered(vault, { content: { assessor: personnelHead, assessorIsHead: true } });
    const asHead = (type: 'counsellingDecided' | 'counsellorAssigned') => step(type, 'personnelHead', { caseId });
    await expectRefused(vault, asHead('counsellingDecided'), 'capacityNotAllowed', 'decidedByAssessor');
    const scan = await attach(vault, '%PDF-1.7 penetapan');
    const byOfficial = (change: object) =>
      paperStep('counsellingDecided', 'authorisedOfficial', { caseId, attachmentIds: [scan], ...change });
    await expectRefused(vault, byOfficial({ attachmentIds: [] }), 'scanMissing');
    await expectRefused(vault, byOfficial({ author: personnelHead }), 'decidedByAssessor');
    expect(await vault.codesOf(byOfficial({}))).toEqual(['ok']);
    await expectRefused(vault, asHead('counsellorAssigned'), 'capacityNotAllowed', 'decidedByAssessor');
    await enter(vault, caseId, 'counsellorAssigned', 'authorisedOfficial');
    expect(await viewOf(vault, caseId)).toMatchObject({
      resultReceivers: ['authorisedOfficial'],
      summary: { counsellorKind: 'independent', phase: 'assignment' },
    });
  });

  it.each([
    ['degrees without dots', (name: string) => `${name.split(',')[0]} SH`, true],
    ['an initial', (name: string) => name.replace(/^(\p{L})\p{L}+/u, '$1.'), true],
    ['another first name', () => 'Xaverius Contohlain', false],
  ])('the assessor does not decide under a name spelled by %s', async (_how, spell, isOne) => {
    const spelled = { ...personnelHead, name: spell(personnelHead.name), nip: '' };
    const caseId = await registered(vault, { content: { assessor: spelled } });
    const decide = step('counsellingDecided', 'personnelHead', { caseId });
    expect(await vault.codesOf(decide)).toEqual([isOne ? 'decidedByAssessor' : 'ok']);
  });

  it('such a person is not offered among those who decide the follow-up', async () => {
    const mayDecide = async (content: Readonly<Record<string, unknown>>) =>
      (await viewOf(vault, await registered(vault, { content }))).mayDecide;
    const others = ['assessorSuperior', 'authorisedOfficial'];
    expect(await mayDecide({})).toEqual([...others, 'personnelHead']);
    expect(await mayDecide({ assessor: personnelHead, assessorIsHead: true })).toEqual(others);
  });

  it('an employee who left leaves nothing but the closing', async () => {
    const caseId = await decided(vault);
    await sign(vault, caseId, 'employeeLeft', 'personnelOfficer', { content: { kind: 'retired', destination: '' } });
    await expectRefused(vault, step('counsellorAssigned', 'personnelHead', { caseId }), 'employeeHasLeft');
    const close = (reason: string) => step('caseClosed', 'personnelHead', { caseId, content: { reason } });
    await expectRefused(vault, close('other'), 'closingReasonUnfounded');
    expect(await vault.codesOf(close('employeeLeft'))).toEqual(['ok']);
    expect(await summaryOf(vault, caseId)).toMatchObject({ closed: true });
  });

  it('a new assessor is shown, and may not counsel independently', async () => {
    const caseId = await decided(vault);
    await sign(vault, caseId, 'assessorReplaced', 'personnelOfficer');
    expect(await viewOf(vault, caseId)).toMatchObject({
      assessor: { name: assessorSuperior.name },
      summary: { assessorName: assessorSuperior.name },
    });
    const assign = (person: PersonInput) =>
      step('counsellorAssigned', 'personnelHead', { caseId, content: { counsellor: person } });
    await expectRefused(vault, assign(assessorSuperior), 'counsellorIsAssessor');
    expect(await vault.codesOf(assign(counsellor))).toEqual(['ok']);
  });

  it('a list of acts with one refused records none of them', async () => {
    const caseId = await registered(vault);
    const list = [
      step('counsellingDecided', 'personnelHead', { caseId }),
      step('resultReceived', 'personnelHead', { caseId }),
    ];
    const before = await vault.fingerprint();
    const acts = list.map((act) => ({ ...act, aboutIndex: null }));
    await expect(vault.get('case.recordActs', { acts, draftId: null })).rejects.toThrow(/actNotAllowed.*"index":1/);
    expect(await vault.fingerprint()).toBe(before);
  });
});
