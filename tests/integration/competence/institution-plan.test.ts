import { describe, expect, it } from 'vitest';
import { roles } from '../../../shared/domain/identity/person.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { institutionSample, judging, planItem } from '../../fixtures/evaluations.ts';
import { idOf } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

const year = 2026;
const clock = { now: () => Date.parse('2026-08-15T04:00:00Z') };
const setting = async () => callsOn(await testVault(people.authorisedOfficial, roles), clock);

const personWith = async (calls: Calls, person: typeof people.employee, items: ReturnType<typeof planItem>[]) => {
  const { personId } = await calls.get('persons.save', { personId: null, person });
  await calls.get('competence.savePlan', { personId, year, revision: 0, plan: { items, remark: '' } });
  return personId;
};

describe('the plan of an institution', () => {
  it('adds up the plans of employees by kind, with people, JP and cost, and names nobody', async () => {
    const calls = await setting();
    const first = planItem({ cost: 250_000 });
    const second = planItem({ itemId: idOf(2), kind: 'seminar', plannedJp: 400, cost: 1_000_000 });
    await personWith(calls, people.employee, [first, second]);
    await personWith(calls, people.otherEmployee, [planItem({ cost: null })]);
    const { sums, plan, revision } = await calls.get('competence.institutionPlan', { year });
    expect([plan, revision]).toEqual([null, 0]);
    expect(sums).toEqual({
      kinds: [
        { kind: 'seminar', people: 1, items: 1, jp: 400, cost: 1_000_000 },
        { kind: 'mentoring', people: 2, items: 2, jp: 1200, cost: 250_000 },
      ],
      people: 2,
      items: 3,
      jp: 1600,
      cost: 1_250_000,
      withoutCost: 1,
    });
    await calls.get('competence.saveInstitutionPlan', { year, revision: 0, plan: institutionSample() });
    await calls.get('competence.prepareInstitutionPlan', { year });
    const printed = JSON.stringify(calls.host.jobs.at(-1));
    expect(printed).toContain('DIPA 001.01.2');
    expect(printed).toContain('Rp16.250.000');
    for (const { name, nip } of [people.employee, people.otherEmployee]) {
      expect(printed).not.toContain(name);
      if (nip !== '') expect(printed).not.toContain(nip);
    }
  });

  it('keeps what was planned when it is set, and is changed only once it is taken back', async () => {
    const calls = await setting();
    const personId = await personWith(calls, people.employee, [planItem({ cost: 100_000 })]);
    const plan = institutionSample({ state: 'set' });
    await calls.get('competence.saveInstitutionPlan', { year, revision: 0, plan });
    const items = [planItem({ cost: 900_000 })];
    await calls.get('competence.savePlan', { personId, year, revision: 1, plan: { items, remark: '' } });
    const set = await calls.get('competence.institutionPlan', { year });
    expect([set.sums.cost, set.since?.cost]).toEqual([100_000, 900_000]);
    const change = { year, revision: 1, plan: { ...plan, budgetSource: 'APBD' } };
    expect(await calls.code('competence.saveInstitutionPlan', change)).toBe('institutionPlanSet');
    const back = { year, revision: 1, plan: { ...plan, state: 'proposed' as const } };
    await calls.get('competence.saveInstitutionPlan', back);
    expect(await calls.code('competence.saveInstitutionPlan', back)).toBe('planChanged');
    const open = await calls.get('competence.institutionPlan', { year });
    expect([open.sums.cost, open.since]).toEqual([900_000, null]);
  });

  it('is evaluated once it is set, line by line, and corrected by a later one', async () => {
    const calls = await setting();
    await personWith(calls, people.employee, [planItem()]);
    const place = { personId: null, year };
    const evaluating = { ...place, revision: 1, evaluation: judging(['kind:mentoring', idOf(7)]), replaces: null };
    expect(await calls.code('competence.signEvaluation', evaluating)).toBe('unknownPlan');
    await calls.get('competence.saveInstitutionPlan', { year, revision: 0, plan: institutionSample() });
    expect(await calls.code('competence.signEvaluation', evaluating)).toBe('planNotSet');
    const plan = institutionSample({ state: 'set' });
    await calls.get('competence.saveInstitutionPlan', { year, revision: 1, plan });
    const asked = { ...evaluating, revision: 2 };
    const part = { ...asked, evaluation: judging([idOf(7)]) };
    expect(await calls.code('competence.signEvaluation', part)).toBe('planItemsNotJudged');
    const { hash } = await calls.get('competence.signEvaluation', asked);
    const back = { year, revision: 2, plan: { ...plan, state: 'drafted' as const } };
    expect(await calls.code('competence.saveInstitutionPlan', back)).toBe('planEvaluated');
    const replaces = { evaluation: hash, why: 'Realisasi triwulan 4' };
    await calls.get('competence.signEvaluation', { ...asked, replaces });
    const { evaluations } = await calls.get('competence.institutionPlan', { year });
    expect(evaluations.map(({ isReplaced }) => isReplaced)).toEqual([false, true]);
    const words = JSON.stringify(evaluations);
    expect([words.includes(people.employee.name), words.includes(people.employee.nip)]).toEqual([false, false]);
  });
});

describe('training of a coach who lacks it', () => {
  const register = { qualification: '', topics: ['Data'], training: [], availability: '', remark: '' };
  const coachOf = async (calls: Calls, person: typeof people.employee, changes = {}) => {
    const coach = { person, kinds: ['coaching' as const], ...register, ...changes };
    return (await calls.get('guidance.saveCoach', { coachId: null, coach, archived: false })).coachId;
  };

  it('goes into the coach’s own plan where there is one that is open', async () => {
    const calls = await setting();
    const personId = await personWith(calls, people.employee, [planItem()]);
    const coachId = await coachOf(calls, people.employee);
    expect(await calls.get('competence.planCoachTraining', { coachId, year })).toEqual({ into: 'employee' });
    const { plan } = await calls.get('competence.plan', { personId, year });
    expect(plan?.items.at(-1)).toMatchObject({ aim: 'Pelatihan coach', kind: 'technicalTraining', quarter: 3 });
    const [listed] = await calls.get('guidance.coaches', {});
    expect(listed?.trainingPlanned).toBe(year);
    expect(await calls.code('competence.planCoachTraining', { coachId, year })).toBe('trainingPlanned');
  });

  it('goes into the institution’s plan else, as a count, and never into one that is set', async () => {
    const calls = await setting();
    const [one, other] = [await coachOf(calls, people.employee), await coachOf(calls, people.otherEmployee)];
    expect(await calls.get('competence.planCoachTraining', { coachId: one, year })).toEqual({ into: 'institution' });
    await calls.get('competence.planCoachTraining', { coachId: other, year });
    const { plan, revision } = await calls.get('competence.institutionPlan', { year });
    expect(plan?.lines).toMatchObject([{ activity: 'Pelatihan coach', people: 2 }]);
    expect(JSON.stringify(plan)).not.toContain(people.employee.name);
    const set = institutionSample({ state: 'set' });
    await calls.get('competence.saveInstitutionPlan', { year, revision, plan: set });
    const third = await coachOf(calls, people.assessor);
    expect(await calls.code('competence.planCoachTraining', { coachId: third, year })).toBe('institutionPlanSet');
  });

  it('is planned for nobody who lacks none, as for a mentor', async () => {
    const calls = await setting();
    const training = [{ title: 'Pelatihan coach', date: '', proof: '' }];
    const trained = await coachOf(calls, people.employee, { qualification: 'Sertifikat', training });
    const mentor = await coachOf(calls, people.otherEmployee, { kinds: ['mentoring'] });
    for (const coachId of [trained, mentor])
      expect(await calls.code('competence.planCoachTraining', { coachId, year })).toBe('coachTrained');
  });
});
