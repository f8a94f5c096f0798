import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, hashOf, type Member, pass, spread } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// The result record comes on paper to those of its route, who see no session: they enter what they keep by law, and
// share it (law: keeper).

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
} as const;
const counselling = { counsellor: { person: people.counsellor, roles: ['counsellor'] } } as const;
type Name = keyof typeof cast;

const fileOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId);
const viewOf = async ({ calls }: Member, caseId: string, hash: string) =>
  (await calls.get('case.open', { caseId })).acts.find((act) => act.hash === hash);

/** A file in which the counsellor has accepted on paper and a session is planned; everybody has what is due. */
const planned = async <Others extends Record<string, { person: typeof people.counsellor; roles: readonly Role[] }>>(
  others: Others,
  kind: 'independent' | 'trainedAssessor' | 'counsellingOfficial',
) => {
  const { members } = await foundInstitution<Name | (keyof Others & string)>({ ...cast, ...others });
  const all = Object.values<Member>(members);
  const { assessor, officer, head } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await spread(assessor, all, caseId);
  const about = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await spread(officer, all, caseId);
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  const content = { kind, counsellor: people.counsellor, qualification: 'Sertifikat 7/2025' };
  const assignment = await enter(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content });
  await enter(head.calls, caseId, 'assignmentAnswered', 'counsellor', { about: assignment });
  await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await spread(head, all, caseId);
  return { members, all, caseId };
};

const kept = [
  ['independent', 'head'],
  ['counsellingOfficial', 'superior'],
  ['counsellingOfficial', 'assessor'],
] as const satisfies readonly (readonly [string, Name])[];

describe('a result record on paper, entered by who keeps it', () => {
  it.each(kept)(
    'of kind %s is shared by the %s, who sees no session',
    async (kind, by) => {
      const { members, all, caseId } = await planned({}, kind);
      const keeper = members[by];
      const { available } = await keeper.calls.get('case.open', { caseId });
      expect(available.find(({ type }) => type === 'resultSigned')?.obstacles).toEqual([]);
      const result = await enter(keeper.calls, caseId, 'resultSigned', 'counsellor');
      const { header } = fileOf(keeper, caseId).byHash.get(result) ?? expect.fail('no act');
      expect(header).toMatchObject({ scope: 'shared', enteredAs: keeper.roles[0], namedKey: null });
      // It goes to the others of the route, and its header to who sees that far.
      const carried = await spread(keeper, all, caseId);
      expect(carried.length).toBeGreaterThan(0);
      for (const { to } of carried.filter(({ to }) => fileOf(to, caseId).byHash.has(result))) {
        expect(fileOf(to, caseId).state.result?.hash, to.person.name).toBe(result);
        expect(await viewOf(to, caseId, result)).toMatchObject({ enteredAs: keeper.roles[0], withoutEffect: null });
      }
      const receivers = carried.filter(({ to }) => fileOf(to, caseId).byHash.has(result)).map(({ to }) => to);
      expect(receivers).toContain(members.official);
    },
    60_000,
  );

  it('is shared also where the keeper noted the session for oneself, which stays and stands', async () => {
    const { members, all, caseId } = await planned({}, 'independent');
    const { head, officer } = members;
    const session = hashOf(head, caseId, 'sessionScheduled');
    const held = await enter(head.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
    const result = await enter(head.calls, caseId, 'resultSigned', 'counsellor');
    await sign(head.calls, caseId, 'resultReceived', 'personnelHead', { about: result });
    await sign(head.calls, caseId, 'followUpDecided', 'personnelHead');
    await spread(head, all, caseId);
    const { byHash, superseded, state } = fileOf(head, caseId);
    expect(byHash.get(held)?.header).toMatchObject({ scope: 'own' });
    expect([...superseded]).toEqual([]);
    expect(state.sessions).toMatchObject([{ state: 'held' }]);
    expect(state.refused).toEqual([]);
    expect(fileOf(officer, caseId).byHash.has(held)).toBe(false);
    expect(fileOf(officer, caseId).state.followUp).not.toBeNull();
    expect(fileOf(officer, caseId).state.receivedBy).toEqual(['personnelHead']);
  }, 60_000);

  it('is corrected from paper by its keeper, for all', async () => {
    const { members, all, caseId } = await planned({}, 'independent');
    const { head } = members;
    const result = await enter(head.calls, caseId, 'resultSigned', 'counsellor');
    const { content } = fileOf(head, caseId).byHash.get(result)?.body ?? expect.fail('no body');
    const corrected = await enter(head.calls, caseId, 'actCorrected', 'counsellor', {
      about: result,
      content: { content: { ...content, problem: 'Sering terlambat.' } },
    });
    expect(fileOf(head, caseId).byHash.get(corrected)?.header).toMatchObject({ scope: 'shared' });
    await spread(head, all, caseId);
    expect(fileOf(members.officer, caseId).state.corrections).toEqual({ [result]: corrected });
  }, 60_000);

  it('waits for the counsellor who has a key, and has effect once that key confirms it', async () => {
    const { members, all, caseId } = await planned(counselling, 'independent');
    const { head, counsellor, officer } = members;
    for (const type of ['assignmentAnswered'] as const) expect(hashOf(counsellor, caseId, type)).not.toBe('');
    const session = hashOf(counsellor, caseId, 'sessionScheduled');
    await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
    const result = await enter(head.calls, caseId, 'resultSigned', 'counsellor');
    expect(fileOf(head, caseId).byHash.get(result)?.header).toMatchObject({ scope: 'shared' });
    expect((await spread(head, all, caseId)).map(({ to }) => to)).toEqual([counsellor]);
    expect(fileOf(counsellor, caseId).state.result).toBeNull();
    await sign(counsellor.calls, caseId, 'paperAnswered', 'counsellor', {
      about: result,
      author: people.counsellor,
      content: { answer: 'confirmed' },
    });
    await spread(counsellor, all, caseId);
    await pass(head, officer, caseId).catch(() => null);
    for (const member of [counsellor, head, officer])
      expect(fileOf(member, caseId).state.result?.hash, member.person.name).toBe(result);
  }, 60_000);

  it('stays with who does not keep it, and asks there for the session', async () => {
    const { members, caseId } = await planned({}, 'independent');
    const { officer } = members;
    await expect(enter(officer.calls, caseId, 'resultSigned', 'counsellor')).rejects.toThrow(/sessionNotHeld/);
    const session = hashOf(officer, caseId, 'sessionScheduled');
    await enter(officer.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
    const result = await enter(officer.calls, caseId, 'resultSigned', 'counsellor');
    expect(fileOf(officer, caseId).byHash.get(result)?.header).toMatchObject({ scope: 'own' });
  }, 60_000);
});
