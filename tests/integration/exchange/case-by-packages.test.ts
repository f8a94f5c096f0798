import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../shared/contract/case.ts';
import { attach, contents, record, step } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, hashOf, type Member, pass, sendReceipt, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

const view = (at: Member, caseId: string): Promise<CaseView> => at.calls.get('case.open', { caseId });
describe('a case carried by packages', () => {
  it('goes from the first observation to the follow-up across four vaults', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer, head, counsellor } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran laporan');
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });

    const arrived = await pass(assessor, officer, caseId);
    expect(arrived).toMatchObject({ newCase: true, employeeName: people.employee.name, kind: 'acts' });
    expect(arrived.acts.filter(({ form }) => form === 'all').map(({ type }) => type)).toEqual(
      expect.arrayContaining(['caseOpened', 'feedbackRecorded', 'reportSubmitted']),
    );
    expect(arrived.acts.find(({ type }) => type === 'problemIdentified')?.form).toBe('header');

    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
      about: hashOf(officer, caseId, 'reportSubmitted'),
    });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', {
      content: { kind: 'independent', counsellor: people.counsellor },
    });
    await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
    await pass(head, counsellor, caseId);
    await pass(head, officer, caseId);

    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', {
      about: hashOf(counsellor, caseId, 'counsellorAssigned'),
    });
    await record(counsellor.calls, step('consentRecorded', 'counsellor', { caseId }));
    await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', {
      about: hashOf(counsellor, caseId, 'sessionScheduled'),
    });
    const result = await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
    const delivered = await pass(counsellor, head, caseId);
    expect(delivered.acts.map(({ type }) => type)).not.toContain('consentRecorded');
    expect(delivered.acts.find(({ type }) => type === 'resultSigned')?.form).toBe('all');
    await sign(head.calls, caseId, 'resultReceived', 'personnelHead', { about: result });
    await sign(head.calls, caseId, 'followUpDecided', 'personnelHead');
    await sign(head.calls, caseId, 'statusNotified', 'personnelHead', { content: { status: 'concluded' } });
    await pass(head, assessor, caseId);
    await pass(head, officer, caseId);

    const register = (at: Member) => at.calls.get('overview.followUps', {});
    const [{ personInCharge = '', dueDate = '' } = {}] = contents.followUpDecided.items;
    const decided = { caseId, employeeName: people.employee.name, item: 0, standing: 'open' };
    expect(await register(head)).toEqual([{ ...decided, kind: 'guidance', personInCharge, dueDate }]);
    // Who has the decision as a header alone knows that there is one.
    expect(await register(officer)).toEqual([{ ...decided, kind: null, personInCharge: '', dueDate: '' }]);
    expect(await register(assessor)).toEqual([]);
    const onHome = async (today: string) => (await head.calls.get('overview.home', { today })).followUps.length;
    expect(await onHome('2026-08-16')).toBe(1);
    const decision = hashOf(head, caseId, 'followUpDecided');
    await sign(head.calls, caseId, 'followUpProgressed', 'personnelHead', { about: decision });
    expect(await register(head)).toMatchObject([{ standing: 'done' }]);
    expect(await onHome('2026-12-01')).toBe(0);

    const seen = await view(assessor, caseId);
    expect(seen.acts.filter(({ withoutEffect }) => withoutEffect !== null)).toEqual([]);
    expect(seen.acts.find(({ type }) => type === 'resultSigned')).toBeUndefined();
    expect(seen.acts.find(({ type }) => type === 'statusNotified')?.body).not.toBeNull();
    const officerSees = await view(officer, caseId);
    expect(officerSees.acts.find(({ type }) => type === 'resultSigned')?.body).toBeNull();
    expect(officerSees.acts.filter(({ withoutEffect }) => withoutEffect !== null)).toEqual([]);

    await take(assessor, await sendReceipt(officer, assessor));
    const { entries } = await assessor.calls.get('exchange.journal', {});
    expect(entries.find(({ direction }) => direction === 'out')?.receivedAt).not.toBeNull();
  });
});
