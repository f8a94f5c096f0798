import { describe, expect, it } from 'vitest';
import type { CounsellorKind } from '../../../shared/domain/case/content/counselling.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, contents, paperStep, record, step } from '../../fixtures/case-steps.ts';
import { accepted, enter, registered, reported, resulted, sign } from '../../fixtures/case-walks.ts';
import {
  assessor,
  assessorSuperior,
  authorisedOfficial,
  counsellor,
  personnelHead,
} from '../../fixtures/people/cast.ts';

/** The vault of a head of the personnel unit who also registers; everyone else is on paper. */
const openUnit = async (): Promise<Calls> =>
  callsOn(await testVault(personnelHead, ['personnelHead', 'personnelOfficer']));
const openAssessor = async (): Promise<Calls> => callsOn(await testVault(assessor, ['assessor']));

const codesOf = async (calls: Calls, input: ReturnType<typeof step>): Promise<unknown> => {
  const result = await calls.call('case.recordAct', { ...input, draftId: null });
  return result.ok ? 'ok' : (result.error.details?.codes ?? result.error.code);
};
const summaryOf = async (calls: Calls, caseId: string) => (await calls.get('case.open', { caseId })).summary;

describe('the report', () => {
  it('is returned, completed and registered', async () => {
    const calls = await openUnit();
    const attachmentIds = [await attach(calls, 'Umpan balik yang dilengkapi')];
    const { caseId, report: about } = await reported(calls);
    const returned = await sign(calls, caseId, 'reportReturned', 'personnelOfficer', { about });
    expect(await calls.get('documents.ofAct', { hash: returned })).toMatchObject({ kind: 'returnLetter' });
    expect(await codesOf(calls, step('reportRegistered', 'personnelOfficer', { caseId, about }))).not.toBe('ok');
    const again = await enter(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
    await sign(calls, caseId, 'reportRegistered', 'personnelOfficer', { about: again });
    expect(await summaryOf(calls, caseId)).toMatchObject({ phase: 'decision', listNumber: '12/2026' });
  });

  it('is refused on paper without its scan, and without evidence beside it', async () => {
    const calls = await openUnit();
    const opened = step('caseOpened', 'personnelOfficer', { content: { startsFrom: 'report' } });
    const { caseId } = await calls.get('case.recordAct', { ...opened, draftId: null });
    expect(await codesOf(calls, paperStep('reportSubmitted', 'assessor', { caseId }))).toContain(
      'feedbackEvidenceMissing',
    );
    const scan = await attach(calls, '%PDF-1.7 laporan');
    expect(await codesOf(calls, paperStep('reportSubmitted', 'assessor', { caseId, attachmentIds: [scan] }))).toContain(
      'feedbackEvidenceMissing',
    );
  });
});

describe('a decision against counselling', () => {
  it('needs a reason and ends the file', async () => {
    const calls = await openUnit();
    const caseId = await registered(calls);
    const no = (reason: string) =>
      step('counsellingDecided', 'personnelHead', { caseId, content: { decision: 'no', reason } });
    expect(await codesOf(calls, no(''))).toBe('contentInvalid');
    await record(calls, no('Cukup dengan bimbingan.'));
    expect(await codesOf(calls, step('counsellorAssigned', 'personnelHead', { caseId }))).toContain(
      'counsellingNotDecided',
    );
    await sign(calls, caseId, 'caseClosed', 'personnelHead', { content: { reason: 'notCounselled' } });
    expect(await summaryOf(calls, caseId)).toMatchObject({ closed: true });
  });
});

describe('the counsellor', () => {
  it('declines: the first schedule is void, and another is assigned and scheduled', async () => {
    const calls = await openUnit();
    const caseId = await registered(calls);
    await sign(calls, caseId, 'counsellingDecided', 'personnelHead');
    const about = await sign(calls, caseId, 'counsellorAssigned', 'personnelHead');
    await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
    await enter(calls, caseId, 'assignmentAnswered', 'counsellor', { about, content: { answer: 'declined' } });
    expect(await codesOf(calls, step('sessionScheduled', 'personnelHead', { caseId }))).not.toBe('ok');
    await sign(calls, caseId, 'counsellorAssigned', 'personnelHead');
    expect((await summaryOf(calls, caseId)).nextDue).toBe('assignmentAnswered');
    await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
  });

  it('of the independent kind is neither the assessor nor of the same unit', async () => {
    const calls = await openUnit();
    const caseId = await registered(calls);
    await sign(calls, caseId, 'counsellingDecided', 'personnelHead');
    const assign = (person: PersonInput) =>
      step('counsellorAssigned', 'personnelHead', { caseId, content: { counsellor: person } });
    expect(await codesOf(calls, assign(assessor))).toContain('counsellorIsAssessor');
    const sameUnit = { ...counsellor, unit: contents.caseOpened.employee.unit };
    expect(await codesOf(calls, assign(sameUnit))).toContain('counsellorInSameUnit');
  });

  it('who is a trained assessor needs proof of training', async () => {
    const calls = await openUnit();
    const caseId = await registered(calls);
    await sign(calls, caseId, 'counsellingDecided', 'personnelHead');
    const content = { kind: 'trainedAssessor', counsellor: assessor, qualification: 'Sertifikat' };
    const input = step('counsellorAssigned', 'personnelHead', { caseId, content });
    expect(await codesOf(calls, input)).toContain('trainingProofMissing');
    expect(await codesOf(calls, { ...input, attachmentIds: [await attach(calls, '%PDF-1.7 sertifikat')] })).toBe('ok');
  });

  it('misses sessions and ends the counselling without reasons', async () => {
    const calls = await openUnit();
    const caseId = await accepted(calls, { kind: 'independent', person: counsellor });
    const first = await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
    await enter(calls, caseId, 'sessionMissed', 'counsellor', { about: first });
    const second = await enter(calls, caseId, 'sessionScheduled', 'counsellor');
    await enter(calls, caseId, 'sessionRescheduled', 'counsellor', { about: second });
    await enter(calls, caseId, 'sessionMissed', 'counsellor', { about: second });
    const asCompleted = paperStep('resultSigned', 'counsellor', {
      caseId,
      attachmentIds: [await attach(calls, '%PDF-')],
    });
    expect(await codesOf(calls, asCompleted)).toContain('sessionNotHeld');
    await enter(calls, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended', sessions: [] } });
    expect((await summaryOf(calls, caseId)).phase).toBe('result');
  });
});

describe('the reporting route', () => {
  const routes: readonly (readonly [CounsellorKind, PersonInput, readonly Role[]])[] = [
    ['independent', counsellor, ['personnelHead']],
    ['trainedAssessor', assessor, ['assessorSuperior']],
    ['counsellingOfficial', counsellor, ['assessor', 'assessorSuperior']],
  ];
  it.each(routes)('of the kind %s is as the regulation says', async (kind, person, receivers) => {
    const calls = await openUnit();
    const { caseId, result } = await resulted(calls, { kind, person });
    const view = await calls.get('case.open', { caseId });
    expect([...view.resultReceivers].sort()).toEqual([...receivers].sort());
    const whole = view.acts.find(({ hash }) => hash === result)?.deliveries.filter(({ form }) => form === 'all');
    expect(whole?.map(({ role }) => role).sort()).toEqual([...receivers, 'counsellor'].sort());
  });
});

describe('the follow-up', () => {
  it('is decided jointly, and never by the assessor', async () => {
    const calls = await openUnit();
    const { caseId, result } = await resulted(calls, { kind: 'independent', person: counsellor });
    await sign(calls, caseId, 'resultReceived', 'personnelHead', { about: result });
    const joint = [
      { role: 'personnelHead', person: personnelHead },
      { role: 'authorisedOfficial', person: authorisedOfficial },
      { role: 'assessorSuperior', person: assessorSuperior },
    ];
    const byAssessor = { deciders: [joint[0], { role: 'assessorSuperior', person: assessor }] };
    const refused = step('followUpDecided', 'personnelHead', { caseId, content: byAssessor });
    expect(await codesOf(calls, refused)).toContain('decidedByAssessor');
    const hash = await sign(calls, caseId, 'followUpDecided', 'personnelHead', { content: { deciders: joint } });
    expect(await calls.get('documents.ofAct', { hash })).toMatchObject({ kind: 'followUpDecision' });
    expect(calls.host.jobs[0]?.html).toContain(authorisedOfficial.name);
    const copy = await sign(calls, caseId, 'copyReleased', 'personnelHead', { about: hash });
    expect(await calls.get('documents.ofAct', { hash: copy })).toMatchObject({ kind: 'employeeCopy' });
    expect(calls.host.jobs[1]?.html).toContain('SALINAN');
  });
});

describe('the same person as assessor and head', () => {
  it('leaves the decision to the authorised official', async () => {
    const calls = await openUnit();
    const content = { assessor: personnelHead, assessorIsHead: true };
    const caseId = await registered(calls, { content });
    expect(await codesOf(calls, step('counsellingDecided', 'personnelHead', { caseId }))).toContain(
      'capacityNotAllowed',
    );
    await enter(calls, caseId, 'counsellingDecided', 'authorisedOfficial');
    await enter(calls, caseId, 'counsellorAssigned', 'authorisedOfficial');
    expect((await summaryOf(calls, caseId)).counsellorKind).toBe('independent');
  });

  it('is not offered among those who decide the follow-up', async () => {
    const calls = await openUnit();
    const mayDecide = async (content: Record<string, unknown>) =>
      (await calls.get('case.open', { caseId: await registered(calls, { content }) })).mayDecide;
    const others = ['assessorSuperior', 'authorisedOfficial'];
    expect(await mayDecide({})).toEqual([...others, 'personnelHead']);
    expect(await mayDecide({ assessor: personnelHead, assessorIsHead: true })).toEqual(others);
  });
});

describe('behaviour that changed', () => {
  it('closes the file, and a relapse opens a new round', async () => {
    const calls = await openAssessor();
    const { caseId } = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
    await sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: [await attach(calls, '%PDF-1.7')] });
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    await sign(calls, caseId, 'problemCommunicated', 'assessor');
    await sign(calls, caseId, 'changeEvaluated', 'assessor', { content: { outcome: 'changed' } });
    await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
    expect(await summaryOf(calls, caseId)).toMatchObject({ closed: true });
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    expect(await summaryOf(calls, caseId)).toMatchObject({ closed: false, phase: 'communication' });
    await sign(calls, caseId, 'problemCommunicated', 'assessor');
    await sign(calls, caseId, 'changeEvaluated', 'assessor');
    await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [await attach(calls, '%PDF-1.7')] });
    expect((await summaryOf(calls, caseId)).phase).toBe('report');
  });
});

describe('a change of people', () => {
  it('shows the new assessor, and an employee who left leaves only the closing', async () => {
    const calls = await openUnit();
    const caseId = await registered(calls);
    await sign(calls, caseId, 'assessorReplaced', 'personnelHead');
    expect((await calls.get('case.open', { caseId })).assessor.name).toBe(contents.assessorReplaced.assessor.name);
    await sign(calls, caseId, 'employeeLeft', 'personnelHead');
    expect(await codesOf(calls, step('counsellingDecided', 'personnelHead', { caseId }))).not.toBe('ok');
    await sign(calls, caseId, 'caseClosed', 'personnelHead', { content: { reason: 'employeeLeft' } });
    expect(await summaryOf(calls, caseId)).toMatchObject({ closed: true, assessorName: castOf.assessorSuperior.name });
  });
});
