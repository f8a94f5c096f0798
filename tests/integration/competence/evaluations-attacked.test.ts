import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { saveProfile } from '../../../electron/backend/settings/profile.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, attachBytes } from '../../fixtures/case-steps.ts';
import { judging, official, planItem } from '../../fixtures/evaluations.ts';
import { foundInstitution } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { writable } from '../../fixtures/writable.ts';

// What somebody tries with evaluations of plans by the calls that everybody has, or with the rows in hand.

const clock = { now: () => Date.parse('2026-12-15T04:00:00Z') };
const year = 2026;
const item = planItem();
const plan = { items: [item], remark: '' };

const planned = async (calls: Calls, person: typeof people.employee): Promise<string> => {
  const { personId } = await calls.get('persons.save', { personId: null, person });
  await calls.get('competence.savePlan', { personId, year, revision: 0, plan });
  return personId;
};
const first = (personId: string) => ({
  ...{ personId, year, revision: 1 },
  evaluation: judging([item.itemId]),
  replaces: null,
});

describe('a correction', () => {
  it('is not put behind the evaluation that it replaced', async () => {
    const vault = await testVault(people.authorisedOfficial, ['authorisedOfficial']);
    const calls = callsOn(vault, clock);
    const personId = await planned(calls, people.employee);
    const { hash } = await calls.get('competence.signEvaluation', first(personId));
    const replaces = { evaluation: hash, why: 'Keliru' };
    const evaluation = judging([item.itemId], 'notMet');
    await calls.get('competence.signEvaluation', { ...first(personId), evaluation, replaces });
    writable(vault.records).run(sql`UPDATE plan_evaluations SET seq = seq + 10 WHERE replaces IS NULL`);
    const { evaluations, lacks } = await calls.get('competence.plan', { personId, year });
    expect(evaluations.map(({ record }) => record)).toEqual([null, null]);
    expect(lacks.map(({ code }) => code)).toContain('notEvaluated');
  });
});

describe('nobody evaluates the own plan', () => {
  it('not under a name that is nearly the own one either', async () => {
    const calls = callsOn(await testVault(people.personnelOfficer, ['personnelOfficer']), clock);
    const personId = await planned(calls, people.employee);
    const paper = {
      ...{ medium: 'ink' as const, signedOn: '2026-12-12' },
      attachmentIds: [await attach(calls, 'pindaian')],
    };
    const near = people.employee.name.replace(/(\p{L})(\p{L})/u, '$1$2$2');
    for (const name of [people.employee.name, near]) {
      const by = { ...official, name, nip: '' };
      const entering = { ...first(personId), official: by, paper };
      expect([name, await calls.code('competence.enterEvaluation', entering)]).toEqual([name, 'evaluatesSelf']);
    }
  });

  it('not in the name of the official: the paper is told as of somebody else', async () => {
    const { members } = await foundInstitution(
      {
        official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
        employee: { person: people.employee, roles: ['employee'] },
      },
      clock,
    );
    const checked = async ({ calls }: { readonly calls: Calls }, personId: string) => {
      const { hash } = await calls.get('competence.signEvaluation', first(personId));
      const { documentId } = await calls.get('competence.evaluationDocument', { hash });
      const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
      const attachmentId = await attachBytes(members.official.calls, new Uint8Array(bytes));
      return members.official.calls.get('documents.check', { attachmentId });
    };
    const genuine = await checked(members.official, await planned(members.official.calls, people.employee));
    expect([genuine.verdict, genuine.signer]).toEqual(['genuine', 'bound']);
    // In the own vault everybody may write another name and another role.
    const { employee } = members;
    unwrap(saveProfile(employee.exchange.work, { person: people.authorisedOfficial, roles: ['authorisedOfficial'] }));
    const forged = await checked(employee, await planned(employee.calls, people.employee));
    expect([forged.verdict, forged.signer]).toEqual(['signerOther', 'other']);
  });
});

describe('training of a coach', () => {
  const register = { qualification: '', topics: ['Data'], training: [], availability: '', remark: '' };
  const coachOf = async (calls: Calls, person: typeof people.employee) => {
    const coach = { person, kinds: ['coaching' as const], ...register };
    return (await calls.get('guidance.saveCoach', { coachId: null, coach, archived: false })).coachId;
  };

  it('is planned in nobody’s plan whose name somebody else has', async () => {
    const calls = callsOn(await testVault(people.authorisedOfficial, ['authorisedOfficial']), clock);
    const personId = await planned(calls, people.employee);
    const namesake = { ...people.otherEmployee, name: people.employee.name };
    const otherId = await planned(calls, namesake);
    const coachId = await coachOf(calls, { ...people.employee, nip: '', unit: '' });
    expect(await calls.get('competence.planCoachTraining', { coachId, year })).toEqual({ into: 'institution' });
    for (const id of [personId, otherId])
      expect((await calls.get('competence.plan', { personId: id, year })).plan?.items).toHaveLength(1);
  });

  it('is planned once, also where a later year was planned between', async () => {
    const calls = callsOn(await testVault(people.authorisedOfficial, ['authorisedOfficial']), clock);
    const coachId = await coachOf(calls, people.employee);
    await calls.get('competence.planCoachTraining', { coachId, year });
    await calls.get('competence.planCoachTraining', { coachId, year: year + 1 });
    expect(await calls.code('competence.planCoachTraining', { coachId, year })).toBe('trainingPlanned');
    const { plan: institution } = await calls.get('competence.institutionPlan', { year });
    expect(institution?.lines.map(({ people: count }) => count)).toEqual([1]);
  });
});
