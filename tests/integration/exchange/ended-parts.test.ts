import { describe, expect, it } from 'vitest';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Whoever has no part in a case any more, or after all, learns that much by package, and no more.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  next: { person: people.otherEmployee, roles: ['assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

const reported = async ({ calls }: Member): Promise<string> => {
  const caseId = await observed(calls);
  await evaluated(calls, caseId);
  await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [await attach(calls, '%PDF-1.7 bukti')] });
  return caseId;
};

const actsOf = async ({ calls }: Member, caseId: string) => (await calls.get('case.open', { caseId })).acts;

const bodiesOf = async (at: Member, caseId: string): Promise<string[]> =>
  (await actsOf(at, caseId)).filter(({ body }) => body !== null).map(({ type }) => type);

const dueAt = async ({ calls }: Member, to: Member, caseId: string): Promise<string[]> => {
  const { cases } = await calls.get('exchange.outbox', { caseId });
  const receiver = cases[0]?.receivers.find(({ entryId }) => entryId === to.entryId);
  return receiver?.acts.map(({ type, form }) => `${type} ${form}`) ?? [];
};

describe('an assessor who is replaced', () => {
  it('gets the act that says so, and nothing after it; the successor gets what only the predecessor has', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, assessor, next } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    const content = { ...contents.assessorReplaced, assessor: people.otherEmployee };
    await sign(officer.calls, caseId, 'assessorReplaced', 'personnelOfficer', { content });
    expect(await dueAt(officer, assessor, caseId)).toEqual(['assessorReplaced all']);
    await pass(officer, assessor, caseId);
    await pass(officer, next, caseId);
    expect(await bodiesOf(next, caseId)).not.toContain('problemIdentified');
    await pass(assessor, next, caseId);
    expect(await bodiesOf(next, caseId)).toEqual(
      expect.arrayContaining(['problemIdentified', 'problemCommunicated', 'changeEvaluated', 'assessorReplaced']),
    );
    await sign(next.calls, caseId, 'feedbackRecorded', 'assessor', {
      attachmentIds: [await attach(next.calls, '%PDF-1.7 umpan balik')],
    });
    await pass(next, officer, caseId);
    expect(await dueAt(officer, assessor, caseId)).toEqual([]);
  });
});

describe('who never came to know of a post', () => {
  it('is told nothing when it passes to somebody else', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, head, assessor, superior } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    await pass(assessor, head, caseId);
    const content = { ...contents.postHandedOver, post: 'assessorSuperior', successor: people.otherEmployee };
    await sign(head.calls, caseId, 'postHandedOver', 'personnelHead', { content });
    await pass(head, officer, caseId);
    expect(await dueAt(officer, superior, caseId)).toEqual([]);
    expect(await dueAt(head, superior, caseId)).toEqual([]);
  });
});

describe('copies for an employee', () => {
  const copyOf = async ({ calls }: Member, caseId: string, about: string): Promise<string> => {
    const hash = await sign(calls, caseId, 'copyReleased', 'assessor', { about });
    await calls.get('documents.ofAct', { hash });
    return hash;
  };
  const communicated = async ({ calls }: Member) => {
    const caseId = await observed(calls);
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    return { caseId, about: await enter(calls, caseId, 'problemCommunicated', 'assessor') };
  };

  it('follow one another before the first is confirmed', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, employee } = members;
    const { caseId, about } = await communicated(assessor);
    await copyOf(assessor, caseId, about);
    await pass(assessor, employee, caseId);
    await copyOf(assessor, caseId, about);
    expect(await dueAt(assessor, employee, caseId)).toEqual(['copyReleased all']);
    await pass(assessor, employee, caseId);
    expect((await employee.calls.get('exchange.copies', {})).length).toBe(2);
  });

  it('come without what somebody else confirmed on paper', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, employee } = members;
    const { caseId, about } = await communicated(assessor);
    const first = await copyOf(assessor, caseId, about);
    await enter(assessor.calls, caseId, 'copyAcknowledged', 'employee', { about: first });
    expect(await dueAt(assessor, employee, caseId)).toEqual(['copyReleased all']);
    await pass(assessor, employee, caseId);
    expect((await employee.calls.get('exchange.copies', {})).length).toBe(1);
  });

  it('do not leave while one of them has no paper', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, employee } = members;
    const { caseId, about } = await communicated(assessor);
    await copyOf(assessor, caseId, about);
    await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
    const request = { caseId, entryId: employee.entryId, again: false, partBytes: null };
    expect(await assessor.calls.code('exchange.seal', request)).toBe('copyWithoutDocument');
  });
});
