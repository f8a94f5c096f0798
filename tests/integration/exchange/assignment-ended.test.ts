import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { deskOn } from '../../fixtures/case-desk.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

// The unit ends an accepted assignment before the first session, and another counsellor is assigned: between vaults.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  next: { person: people.otherEmployee, roles: ['counsellor'] },
} as const;

/** A case whose counsellor has accepted, planned for a day, and has recorded what nobody else sees. */
const accepted = async () => {
  const { members } = await foundInstitution(cast);
  const caseId = await reportedCase(members.assessor.calls);
  const desk = deskOn(members, caseId);
  await desk.give('assessor');
  await desk.says('officer', 'reportRegistered', { of: 'reportSubmitted' });
  await desk.give('officer');
  await desk.says('head', 'counsellingDecided');
  await desk.says('head', 'counsellorAssigned');
  await desk.says('head', 'sessionScheduled');
  await desk.give('head');
  await desk.says('counsellor', 'assignmentAnswered', { of: 'counsellorAssigned' });
  await desk.says('counsellor', 'consentRecorded', { content: { consent: 'refused' } });
  await desk.give('counsellor');
  return desk;
};

const typesAt = ({ vault }: Member, caseId: string): readonly ActType[] =>
  loadCase(vault.records, caseId).acts.map(({ header }) => header.type);
const refusedAt = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state.refused;
const answerAt = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state.assignment?.answer;

describe('an accepted assignment', () => {
  it('is ended by the unit; that counsellor and the assessor learn it, and the next one counsels', async () => {
    const desk = await accepted();
    const { members, caseId, says, give } = desk;
    await says('head', 'assignmentEnded', { of: 'counsellorAssigned' });
    await give('head');
    for (const name of ['officer', 'assessor', 'counsellor'] as const)
      expect(answerAt(members[name], caseId), name).toBe('ended');
    await says('head', 'counsellorAssigned', { content: { counsellor: people.otherEmployee } });
    await says('head', 'sessionScheduled');
    await give('head', 'counsellor');
    await says('next', 'assignmentAnswered', { of: 'counsellorAssigned' });
    await says('next', 'sessionHeld', { of: 'sessionScheduled' });
    await says('next', 'resultSigned');
    await give('next', 'head', 'officer', 'counsellor');
    for (const member of Object.values<Member>(members)) expect(refusedAt(member, caseId)).toEqual([]);
    expect(typesAt(members.next, caseId)).not.toContain('consentRecorded');
    expect(typesAt(members.head, caseId)).toContain('resultSigned');
    // Whose assignment was ended learns nothing of what follows.
    expect(typesAt(members.counsellor, caseId).filter((type) => type === 'counsellorAssigned')).toHaveLength(1);
    expect(typesAt(members.counsellor, caseId)).not.toContain('resultSigned');
  });

  it('is not ended twice, nor by a head who learns of the session’s day too late', async () => {
    const { members, says, give } = await accepted();
    const late = { of: 'counsellorAssigned', content: { date: '2026-05-07' } } as const;
    await expect(says('head', 'assignmentEnded', late)).rejects.toThrow(/actNotAllowed|firstSessionPassed/);
    await says('head', 'assignmentEnded', { of: 'counsellorAssigned' });
    await give('head');
    await expect(says('head', 'assignmentEnded', { of: 'counsellorAssigned' })).rejects.toThrow();
    expect(members.head.calls).toBeDefined();
  });

  it.each([
    ['the assessor', 'assessor', 'assessor', 'actRefused'],
    ['the assessor, who says to be the head', 'assessor', 'personnelHead', 'actNotCertified'],
    ['the counsellor', 'counsellor', 'counsellor', 'actRefused'],
    ['the counsellor, who says to be the official', 'counsellor', 'authorisedOfficial', 'actNotCertified'],
    ['an officer', 'officer', 'personnelOfficer', 'actRefused'],
  ] as const)('is not ended by %s', async (_, by, capacity: Role, held) => {
    const { members, caseId } = await accepted();
    const about = hashOf(members.head, caseId, 'counsellorAssigned');
    const refs = [...loadCase(members.head.vault.records, caseId).state.heads];
    const act = forgeAct(members[by], {
      caseId,
      type: 'assignmentEnded',
      capacity,
      refs,
      about,
      content: contents.assignmentEnded,
    });
    const path = await forgePackage(members[by], await addressOf(members.head), { caseId, acts: [act] });
    expect(await look(members.head, [path])).toMatchObject({ held });
    expect(answerAt(members.head, caseId)).toBe('accepted');
  });

  it('is not ended by what is about the assignment of another file', async () => {
    const { members, caseId } = await accepted();
    const { head, officer } = members;
    const foreign = hashOf(head, caseId, 'reportSubmitted');
    const act = forgeAct(head, {
      caseId,
      type: 'assignmentEnded',
      capacity: 'personnelHead',
      refs: [...loadCase(head.vault.records, caseId).state.heads],
      about: foreign,
      content: contents.assignmentEnded,
    });
    const path = await forgePackage(head, await addressOf(officer), { caseId, acts: [act] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused' });
    expect(answerAt(officer, caseId)).toBe('accepted');
  });
});
