import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { bilik } from '../../fixtures/cli.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, hashOf, type Member, spread } from '../../fixtures/institution.ts';
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
type Name = keyof typeof cast;

const fileOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId);
const viewOf = async ({ calls }: Member, caseId: string, hash: string) =>
  (await calls.get('case.open', { caseId })).acts.find((act) => act.hash === hash);

/** A file in which the counsellor has accepted on paper and a session is planned; everybody has what is due. */
const planned = async (kind: 'independent' | 'counsellingOfficial') => {
  const { members } = await foundInstitution(cast);
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

/** What `bilik verify` says of an act in a package. */
const toldOf = async ({ vault }: Member, files: readonly string[], hash: string): Promise<unknown> => {
  const identity = join(temporaryFolder(), 'identitas.txt');
  writeFileSync(identity, `${vault.keys.receivingIdentities[0]}\n`);
  const { out } = await bilik(['verify', ...files, '--identity', identity, '--json']);
  const [{ acts }] = JSON.parse(out) as [{ acts: { hash: string }[] }];
  return acts.find((act) => act.hash === hash);
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
      const { members, all, caseId } = await planned(kind);
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
      const { files } = carried.find(({ to }) => to === members.official) ?? expect.fail('nothing for the official');
      expect(fileOf(members.official, caseId).byHash.has(result)).toBe(true);
      expect(await toldOf(members.official, files, result)).toMatchObject({
        type: 'resultSigned',
        origin: 'paper',
        enteredAs: keeper.roles[0],
      });
    },
    60_000,
  );

  it('is corrected from paper by its keeper, for all', async () => {
    const { members, all, caseId } = await planned('independent');
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

  it('stays with who does not keep it, and asks there for the session', async () => {
    const { members, caseId } = await planned('independent');
    const { officer } = members;
    await expect(enter(officer.calls, caseId, 'resultSigned', 'counsellor')).rejects.toThrow(/sessionNotHeld/);
    const session = hashOf(officer, caseId, 'sessionScheduled');
    await enter(officer.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
    const result = await enter(officer.calls, caseId, 'resultSigned', 'counsellor');
    expect(fileOf(officer, caseId).byHash.get(result)?.header).toMatchObject({ scope: 'own' });
  }, 60_000);
});

describe('a follow-up on paper that names a superior to whom no result goes', () => {
  it('comes to the superior by who has the file; until then there is nothing to enter it into', async () => {
    const { members, all, caseId } = await planned('independent');
    const { head, superior } = members;
    await enter(head.calls, caseId, 'resultSigned', 'counsellor');
    await spread(head, all, caseId);
    expect(fileOf(superior, caseId).acts).toEqual([]);
    await expect(enter(superior.calls, caseId, 'followUpDecided', 'assessorSuperior')).rejects.toThrow(/unknownCase/);
    const deciders = [
      { role: 'personnelHead', person: people.personnelHead },
      { role: 'assessorSuperior', person: people.assessorSuperior },
    ];
    const decided = await enter(head.calls, caseId, 'followUpDecided', 'personnelHead', { content: { deciders } });
    expect(fileOf(head, caseId).byHash.get(decided)?.header).toMatchObject({ scope: 'shared' });
    await spread(head, all, caseId);
    expect(fileOf(superior, caseId).byHash.get(decided)?.body).not.toBe(null);
    const scan = await enter(superior.calls, caseId, 'followUpJoined', 'assessorSuperior', { about: decided });
    expect(fileOf(superior, caseId).byHash.get(scan)?.header).toMatchObject({ scope: 'shared' });
    await spread(superior, all, caseId);
    expect(fileOf(head, caseId).state.followUp).toMatchObject({ deciders: ['assessorSuperior', 'personnelHead'] });
  }, 60_000);
});
