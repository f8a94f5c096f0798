import { beforeEach, describe, expect, it } from 'vitest';
import type { CounsellorKind } from '../../../../shared/domain/case/content/counselling.ts';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import { paperStep, type StepChange, step } from '../../../fixtures/case-steps.ts';
import { type CaseVault, expectRefused, openCaseVault, summaryOf, viewOf } from '../../../fixtures/case-vault.ts';
import { accepted, enter, resulted, sign } from '../../../fixtures/case-walks.ts';
import {
  assessor,
  assessorSuperior,
  authorisedOfficial,
  counsellor,
  employee,
  personnelHead,
} from '../../../fixtures/people/cast.ts';

// From counselling to follow-up in the personnel unit's vault.

let vault: CaseVault;

beforeEach(async () => {
  vault = await openCaseVault(personnelHead, ['personnelHead', 'personnelOfficer']);
});

const independent = { kind: 'independent', person: counsellor } as const;

interface Route {
  readonly kind: CounsellorKind;
  readonly person: PersonInput;
  /** Who receives the result record (law: route). */
  readonly receivers: readonly Role[];
  /** Who receives some of it, the header alone. */
  readonly headers: readonly Role[];
  /** Who decides the follow-up. */
  readonly decider: Role;
  readonly deciding: PersonInput;
}

const routes: readonly Route[] = [
  {
    kind: 'independent',
    person: counsellor,
    receivers: ['personnelHead'],
    headers: ['authorisedOfficial', 'personnelOfficer'],
    decider: 'personnelHead',
    deciding: personnelHead,
  },
  {
    kind: 'trainedAssessor',
    person: assessor,
    receivers: ['assessorSuperior'],
    headers: ['authorisedOfficial', 'personnelHead', 'personnelOfficer'],
    decider: 'assessorSuperior',
    deciding: assessorSuperior,
  },
  {
    kind: 'counsellingOfficial',
    person: counsellor,
    receivers: ['assessor', 'assessorSuperior'],
    headers: ['authorisedOfficial', 'personnelHead', 'personnelOfficer'],
    decider: 'assessorSuperior',
    deciding: assessorSuperior,
  },
];

/** An act in a capacity: signed here by the holder, entered from paper for anybody else. */
const act = (caseId: string, type: 'resultReceived' | 'followUpDecided', capacity: Role, change: StepChange = {}) =>
  capacity === 'personnelHead'
    ? sign(vault, caseId, type, capacity, change)
    : enter(vault, caseId, type, capacity, change);

const deciders = (...list: readonly (readonly [Role, PersonInput])[]) => ({
  deciders: list.map(([role, person]) => ({ role, person })),
});

const rolesWith = (deliveries: readonly { role: Role; form: string }[], form: string): Role[] =>
  deliveries
    .filter((delivery) => delivery.form === form)
    .map(({ role }) => role)
    .sort();

describe('from counselling to the follow-up', () => {
  for (const { kind, person, receivers, headers, decider, deciding } of routes) {
    it(`the result of the kind ${kind} goes its route to the end`, async () => {
      const { caseId, result } = await resulted(vault, { kind, person });
      const view = await viewOf(vault, caseId);
      expect([...view.resultReceivers].sort()).toEqual(receivers);
      const { deliveries } = view.acts.find(({ hash }) => hash === result) ?? { deliveries: [] };
      expect(rolesWith(deliveries, 'all')).toEqual([...receivers, 'counsellor'].sort());
      expect(rolesWith(deliveries, 'header')).toEqual(headers);

      const receive = (capacity: Role) => paperStep('resultReceived', capacity, { caseId, about: result });
      await expectRefused(vault, receive('personnelOfficer'), 'capacityNotAllowed');
      if (!receivers.includes('assessor')) await expectRefused(vault, receive('assessor'), 'capacityNotAllowed');
      for (const receiver of receivers) await act(caseId, 'resultReceived', receiver, { about: result });
      await expectRefused(
        vault,
        receive(receivers[0] ?? decider),
        ...(kind === 'independent' ? ['capacityNotAllowed'] : ['alreadyReceived']),
      );
      const content = deciders([decider, deciding]);
      const about = await act(caseId, 'followUpDecided', decider, { content });
      await sign(vault, caseId, 'followUpProgressed', 'personnelOfficer', { about });
      await expectRefused(
        vault,
        step('followUpProgressed', 'personnelOfficer', { caseId, about }),
        'followUpItemSettled',
      );
      await sign(vault, caseId, 'statusNotified', 'personnelOfficer', { content: { status: 'concluded' } });
      await sign(vault, caseId, 'caseClosed', 'personnelOfficer');
      const ended = await viewOf(vault, caseId);
      expect(ended.summary).toMatchObject({ closed: true, phase: 'closed', counsellorKind: kind });
      expect(ended.acts.filter(({ withoutEffect, damage }) => withoutEffect !== null || damage !== null)).toEqual([]);
    });
  }

  it('sessions are missed and moved, and the counselling ends without reasons', async () => {
    const caseId = await accepted(vault, independent);
    const first = await sign(vault, caseId, 'sessionScheduled', 'personnelOfficer');
    await expectRefused(vault, step('sessionScheduled', 'personnelOfficer', { caseId }), 'capacityNotAllowed');
    const withReason = paperStep('sessionMissed', 'counsellor', { caseId, about: first, content: { reason: 'sakit' } });
    await expectRefused(vault, withReason, 'contentInvalid');
    await enter(vault, caseId, 'sessionMissed', 'counsellor', { about: first });
    await expectRefused(vault, paperStep('sessionHeld', 'counsellor', { caseId, about: first }), 'sessionNotPlanned');
    const second = await enter(vault, caseId, 'sessionScheduled', 'counsellor');
    await sign(vault, caseId, 'sessionRescheduled', 'personnelHead', { about: second });
    expect((await summaryOf(vault, caseId)).nextSession).toEqual({ date: '2026-05-08', startTime: '13:30', zone: '' });
    await enter(vault, caseId, 'sessionMissed', 'counsellor', { about: second });
    // Who keeps the ink paper of a result need not see the sessions behind it.
    await expectRefused(vault, paperStep('resultSigned', 'counsellor', { caseId }), 'scanMissing');
    await enter(vault, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended', sessions: [] } });
    expect(await summaryOf(vault, caseId)).toMatchObject({ phase: 'result', nextDue: 'resultReceived' });
  });

  it('consent refused is recorded and is no gate', async () => {
    const caseId = await accepted(vault, independent);
    const about = await sign(vault, caseId, 'sessionScheduled', 'personnelHead');
    await enter(vault, caseId, 'consentRecorded', 'counsellor', { content: { consent: 'refused' } });
    expect(await summaryOf(vault, caseId)).toMatchObject({ phase: 'counselling', nextDue: 'resultSigned' });
    await enter(vault, caseId, 'sessionHeld', 'counsellor', { about });
    await enter(vault, caseId, 'resultSigned', 'counsellor');
    expect((await summaryOf(vault, caseId)).phase).toBe('result');
  });

  it('a referral has its own record and reaches nobody but the counsellor', async () => {
    const caseId = await accepted(vault, independent);
    const content = { to: 'doctor', imminentDanger: true };
    await expectRefused(vault, step('referralRecorded', 'personnelHead', { caseId, content }), 'capacityNotAllowed');
    const hash = await enter(vault, caseId, 'referralRecorded', 'counsellor', { content });
    const referral = (await viewOf(vault, caseId)).acts.find((one) => one.hash === hash);
    expect([...(referral?.facts ?? [])].sort()).toEqual(['doctor', 'imminentDanger']);
    expect(referral?.deliveries.filter(({ form }) => form !== 'nothing')).toEqual([
      { role: 'counsellor', form: 'all' },
    ]);
  });

  it('nobody but the counsellor signs the result, once', async () => {
    const { caseId } = await resulted(vault, independent);
    const again = paperStep('resultSigned', 'counsellor', { caseId });
    await expectRefused(vault, again, 'resultAlreadySigned', 'scanMissing');
    const other = await accepted(vault, independent);
    await expectRefused(vault, step('resultSigned', 'counsellor', { caseId: other }), 'roleNotHeld');
    const ended = { outcome: 'ended', sessions: [] };
    const inOtherName = { caseId: other, author: assessor, content: ended };
    await expectRefused(vault, paperStep('resultSigned', 'counsellor', inOtherName), 'scanMissing', 'notTheCounsellor');
  });

  it('the follow-up is decided jointly, never by the assessor, and a copy is released', async () => {
    const { caseId, result } = await resulted(vault, independent);
    await sign(vault, caseId, 'resultReceived', 'personnelHead', { about: result });
    const head = ['personnelHead', personnelHead] as const;
    const decide = (content: object) => step('followUpDecided', 'personnelHead', { caseId, content: { ...content } });
    await expectRefused(vault, decide(deciders(head, ['assessorSuperior', assessor])), 'decidedByAssessor');
    await expectRefused(vault, decide(deciders(head, ['authorisedOfficial', employee])), 'decidedByEmployee');
    await expectRefused(vault, decide(deciders(['authorisedOfficial', authorisedOfficial])), 'authorNotDecider');
    await expectRefused(vault, decide({ items: [] }), 'contentInvalid');
    const byAssessor = paperStep('followUpDecided', 'assessor', {
      caseId,
      content: deciders(['assessorSuperior', assessor]),
    });
    await expectRefused(vault, byAssessor, 'authorNotDecider', 'scanMissing', 'decidedByAssessor');
    const joint = deciders(head, ['authorisedOfficial', authorisedOfficial]);
    const hash = await sign(vault, caseId, 'followUpDecided', 'personnelHead', { content: joint });
    await expectRefused(vault, decide(joint), 'followUpAlreadyDecided');
    const decision = (await viewOf(vault, caseId)).acts.find((one) => one.hash === hash);
    expect(rolesWith(decision?.deliveries ?? [], 'all')).toEqual(['authorisedOfficial', 'personnelHead']);
    expect(await vault.get('documents.ofAct', { hash })).toMatchObject({ kind: 'followUpDecision' });
    for (const { name } of [personnelHead, authorisedOfficial]) expect(vault.host.jobs[0]?.html).toContain(name);

    await expectRefused(
      vault,
      step('copyReleased', 'personnelHead', { caseId, about: result, content: { releasedTo: '' } }),
      'contentInvalid',
    );
    const copy = await sign(vault, caseId, 'copyReleased', 'personnelHead', { about: hash });
    expect(await vault.get('documents.ofAct', { hash: copy })).toMatchObject({ kind: 'employeeCopy' });
    for (const text of ['SALINAN', employee.name]) expect(vault.host.jobs[1]?.html).toContain(text);
  });
});
