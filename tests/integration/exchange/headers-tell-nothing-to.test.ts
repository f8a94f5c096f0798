import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { type Desk, deskOn } from '../../fixtures/case-desk.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed } from '../../fixtures/case-walks.ts';
import { foundInstitution, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { receivedBy } from '../../fixtures/received.ts';

// As headers-tell-nothing: the same byte for byte with and without what is hidden, also for those whose part ended or
// never began, of paper that waits, of copies and of records for oneself.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
  next: { person: people.otherEmployee, roles: ['assessor', 'counsellor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;
type Name = keyof typeof cast;

type Cases = Desk<Name>;

/** A case on its way. */
const begin = async (): Promise<Cases> => {
  const { members } = await foundInstitution(cast);
  const caseId = await observed(members.assessor.calls);
  await evaluated(members.assessor.calls, caseId);
  await enter(members.assessor.calls, caseId, 'reportSubmitted', 'assessor');
  const desk = deskOn(members, caseId);
  await desk.give('assessor');
  // Two might assess or counsel, and the first of them does: whom nothing names yet is asked for.
  await desk.says('officer', 'reportRegistered', { of: 'reportSubmitted' });
  await desk.give('officer');
  return desk;
};

interface Counselling {
  readonly by?: 'counsellor' | 'assessor';
  readonly kind?: string;
  /** What happens once the counsellor has accepted, and once the result is signed. */
  readonly meanwhile?: (desk: Cases) => Promise<unknown>;
  readonly after?: (desk: Cases) => Promise<unknown>;
}

const assign = async ({ says, members }: Cases, counsellor: Name, kind: string): Promise<void> => {
  const attachmentIds = [await attach(members.head.calls, '%PDF-1.7 sertifikat')];
  const content = { kind, counsellor: members[counsellor].person, qualification: 'Sertifikat 7/2025' };
  await says('head', 'counsellorAssigned', { content, attachmentIds });
  await says('head', 'sessionScheduled');
};

/** Corrects the acceptance: what a counsellor says to all, with or without something hidden before it. */
const correct = ({ says, members }: Cases, by: Name): Promise<string> =>
  says(by, 'actCorrected', {
    of: 'assignmentAnswered',
    as: 'counsellor',
    author: members[by].person,
    content: { content: { ...contents.assignmentAnswered, declaration: 'Tidak ada benturan kepentingan.' } },
  });

/** The counselling, from its decision to the status that everybody learns. */
const counsel = async (desk: Cases, { by = 'counsellor', kind = 'independent', meanwhile, after }: Counselling) => {
  const { says, give } = desk;
  await says('head', 'counsellingDecided');
  await assign(desk, by, kind);
  await give('head');
  const as = 'counsellor';
  const author = desk.members[by].person;
  await says(by, 'assignmentAnswered', { of: 'counsellorAssigned', as, author });
  await give(by);
  await meanwhile?.(desk);
  if (after === undefined) await correct(desk, by);
  await says(by, 'sessionHeld', { of: 'sessionScheduled', as, author });
  await says(by, 'resultSigned', { as, author });
  await after?.(desk);
  await says(by, 'statusNotified', { as, author });
  await give(by, 'officer');
};

/** What is the counsellor's alone. */
const referralBy =
  (by: Name) =>
  async ({ says, members }: Cases): Promise<void> => {
    const own = { as: 'counsellor', author: members[by].person } as const;
    await says(by, 'consentRecorded', own);
    await says(by, 'referralRecorded', own);
  };

/** Two cases are the same to these, in what they have and in what came to them. */
const expectSame = (one: Cases, other: Cases, names: readonly Name[]): void => {
  for (const name of names) {
    const received = receivedBy(one.members[name], one.caseId);
    expect(received, name).not.toBe('');
    expect(receivedBy(other.members[name], other.caseId), name).toBe(received);
    const to = one.members[name].person.name;
    expect(other.carried.get(to), name).toEqual(one.carried.get(to));
  }
};

const typesAt = ({ members, caseId }: Cases, name: Name): readonly string[] =>
  loadCase(members[name].vault.records, caseId).acts.map(({ header }) => header.type);

const unit = ['head', 'officer', 'official'] as const satisfies readonly Name[];

describe('what a role receives is the same with and without what is hidden', () => {
  it('for an assessor whose part ended, and for who follows', async () => {
    const made = async (isReferred: boolean) => {
      const desk = await begin();
      const meanwhile = async () => {
        if (isReferred) await referralBy('counsellor')(desk);
        await desk.says('head', 'assessorReplaced', { content: { assessor: people.otherEmployee } });
        await desk.give('head', 'assessor');
        if (isReferred) await desk.says('counsellor', 'referralRecorded');
      };
      await counsel(desk, { meanwhile });
      return desk;
    };
    const [plain, referred] = [await made(false), await made(true)];
    expect(typesAt(plain, 'assessor')).toContain('assessorReplaced');
    expect(typesAt(plain, 'next')).toContain('statusNotified');
    expectSame(plain, referred, [...unit, 'assessor', 'next']);
  }, 120_000);

  it('for a counsellor who declined, whatever comes of the next one', async () => {
    const made = async (isReferred: boolean) => {
      const desk = await begin();
      const { says, give } = desk;
      await says('head', 'counsellingDecided');
      await assign(desk, 'counsellor', 'independent');
      await give('head');
      await says('counsellor', 'assignmentAnswered', { of: 'counsellorAssigned', content: { answer: 'declined' } });
      await give('counsellor');
      await assign(desk, 'next', 'independent');
      await give('head');
      const own = { as: 'counsellor', author: people.otherEmployee } as const;
      await says('next', 'assignmentAnswered', { of: 'counsellorAssigned', ...own });
      if (isReferred) await referralBy('next')(desk);
      await correct(desk, 'next');
      await says('next', 'sessionHeld', { of: 'sessionScheduled', ...own });
      await says('next', 'resultSigned', own);
      await says('next', 'statusNotified', own);
      await give('next', 'officer', 'head');
      return desk;
    };
    const [plain, referred] = [await made(false), await made(true)];
    expect(typesAt(plain, 'counsellor')).not.toContain('statusNotified');
    expect(typesAt(plain, 'counsellor').filter((type) => type === 'counsellorAssigned')).toHaveLength(1);
    expectSame(plain, referred, [...unit, 'assessor', 'counsellor']);
  }, 120_000);

  it('for a counsellor whose assignment was ended, and for who follows, whatever the first one had recorded', async () => {
    const made = async (isReferred: boolean) => {
      const desk = await begin();
      const { says, give } = desk;
      await says('head', 'counsellingDecided');
      await assign(desk, 'counsellor', 'independent');
      await give('head');
      await says('counsellor', 'assignmentAnswered', { of: 'counsellorAssigned' });
      if (isReferred) {
        await says('counsellor', 'consentRecorded', { content: { consent: 'refused' } });
        await referralBy('counsellor')(desk);
        await says('counsellor', 'sessionMissed', { of: 'sessionScheduled' });
      }
      await correct(desk, 'counsellor');
      await give('counsellor');
      await says('head', 'assignmentEnded', { of: 'counsellorAssigned' });
      await give('head');
      await assign(desk, 'next', 'independent');
      await give('head', 'counsellor', 'official');
      const own = { as: 'counsellor', author: people.otherEmployee } as const;
      await says('next', 'assignmentAnswered', { of: 'counsellorAssigned', ...own });
      await says('next', 'sessionHeld', { of: 'sessionScheduled', ...own });
      await says('next', 'resultSigned', own);
      await says('next', 'statusNotified', own);
      await give('next', 'officer', 'head', 'counsellor');
      return desk;
    };
    const [plain, referred] = [await made(false), await made(true)];
    expect(typesAt(plain, 'next')).toContain('statusNotified');
    for (const type of ['consentRecorded', 'referralRecorded', 'sessionMissed'])
      expect(typesAt(referred, 'next')).not.toContain(type);
    // The counsellor learns that it is over, and nothing of what follows.
    expect(typesAt(referred, 'counsellor').at(-1)).toBe('assignmentEnded');
    expectSame(plain, referred, [...unit, 'assessor', 'next']);
  }, 120_000);

  it('of paper that waits for its named author, and of the answer that denies it', async () => {
    const made = async (isEntered: boolean) => {
      const desk = await begin();
      const { says, enters, give } = desk;
      if (isEntered) {
        await enters('officer', 'counsellingDecided', {
          as: 'personnelHead',
          content: { decision: 'no', reason: 'Ya' },
        });
        await give('officer');
      }
      const letter = desk.members.assessor.person;
      await says('officer', 'actCorrected', {
        of: 'reportRegistered',
        content: { content: { ...contents.reportRegistered, remark: letter.name } },
      });
      await give('officer');
      if (isEntered) {
        await says('head', 'paperAnswered', { of: 'counsellingDecided', content: { answer: 'denied' } });
      }
      await give('head');
      await counsel(desk, {});
      return desk;
    };
    const [plain, entered] = [await made(false), await made(true)];
    expect(typesAt(entered, 'head')).toContain('paperAnswered');
    expectSame(plain, entered, ['official', 'assessor', 'counsellor']);
  }, 120_000);

  it('of a copy that the employee got, and for the employee of what lies behind it', async () => {
    const made = async (isReleased: boolean, isReferred: boolean) => {
      const desk = await begin();
      const release = async () => {
        if (!isReleased) return;
        const { counsellor, employee } = desk.members;
        const hash = await desk.says('counsellor', 'copyReleased', { of: 'resultSigned' });
        await counsellor.calls.get('documents.ofAct', { hash });
        await desk.give('counsellor');
        await employee.calls.get('exchange.acknowledgeCopy', { hash, date: '2026-06-04', response: '' });
        await pass(employee, counsellor, desk.caseId);
      };
      const referral = isReferred ? referralBy('counsellor') : undefined;
      await counsel(desk, { after: release, ...(referral && { meanwhile: referral }) });
      return desk;
    };
    const [plain, released, both] = [await made(false, false), await made(true, false), await made(true, true)];
    expect(typesAt(released, 'counsellor')).toContain('copyAcknowledged');
    expectSame(plain, released, ['assessor']);
    expect(typesAt(released, 'employee')).toEqual(['copyReleased', 'copyAcknowledged']);
    expectSame(released, both, [...unit, 'assessor']);
    // The paper of the copy is a few bytes more or less each time.
    const toEmployee = ({ members, caseId }: Cases) => receivedBy(members.employee, caseId);
    expect(toEmployee(both)).toBe(toEmployee(released));
  }, 120_000);

  it('of records that somebody made for oneself', async () => {
    const made = async (isKept: boolean) => {
      const desk = await begin();
      const { enters, says, give } = desk;
      const meanwhile = async () => {
        if (!isKept) return;
        await enters('head', 'consentRecorded', { as: 'counsellor', author: people.counsellor });
        await enters('head', 'sessionHeld', { of: 'sessionScheduled', as: 'counsellor', author: people.counsellor });
        await enters('assessor', 'employeeLeft', { as: 'counsellor', author: people.counsellor });
      };
      await counsel(desk, { meanwhile });
      await says('assessor', 'actCorrected', {
        of: 'feedbackRecorded',
        content: { content: { ...contents.feedbackRecorded, content: 'Diperbaiki.' } },
      });
      await says('head', 'resultReceived', { of: 'resultSigned' });
      await says('head', 'followUpDecided');
      await give('assessor', 'head');
      return desk;
    };
    const [plain, kept] = [await made(false), await made(true)];
    expect(typesAt(kept, 'head')).toContain('consentRecorded');
    expectSame(plain, kept, ['officer', 'official', 'counsellor']);
  }, 120_000);
});
