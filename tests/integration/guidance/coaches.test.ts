import { describe, expect, it } from 'vitest';
import { coachGaps } from '../../../shared/domain/guidance/coach.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { sampleId } from '../../fixtures/guidance.ts';
import * as people from '../../fixtures/people/cast.ts';

const setting = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  return { vault, calls: callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') }) };
};

describe('the register of coaches and mentors', () => {
  const coach = {
    person: people.assessorSuperior,
    kinds: ['coaching' as const],
    qualification: 'Sertifikat coach',
    topics: ['Mutu data'],
    training: [{ title: 'Pelatihan coaching', date: '2025-05-05', proof: 'Sertifikat 1' }],
    availability: 'Selasa pagi',
    remark: '',
  };

  it('keeps whom one may ask, once each, and who was archived apart', async () => {
    const { vault, calls } = await setting();
    const { coachId } = await calls.get('guidance.saveCoach', { coachId: null, coach, archived: false });
    const before = dumpVault(vault);
    expect(await calls.code('guidance.saveCoach', { coachId: null, coach, archived: false })).toBe('coachListed');
    expect(await calls.code('guidance.saveCoach', { coachId: sampleId('9'), coach, archived: false })).toBe(
      'unknownCoach',
    );
    expect(dumpVault(vault)).toBe(before);
    expect(await calls.get('guidance.coaches', {})).toEqual([
      { coachId, archived: false, trainingPlanned: null, ...coach },
    ]);
    await calls.get('guidance.saveCoach', { coachId, coach: { ...coach, topics: [] }, archived: true });
    expect(await calls.get('guidance.coaches', {})).toEqual([]);
    expect(await calls.get('guidance.coaches', { includeArchived: true })).toMatchObject([{ coachId, topics: [] }]);
  });

  it('tells what a coach lacks, until training is entered; of a mentor no qualification is asked', async () => {
    const { calls } = await setting();
    const bare = { ...coach, qualification: '', topics: [], training: [] };
    const { coachId } = await calls.get('guidance.saveCoach', { coachId: null, coach: bare, archived: false });
    const mentor = { ...bare, person: people.otherEmployee, kinds: ['mentoring' as const] };
    await calls.get('guidance.saveCoach', { coachId: null, coach: mentor, archived: false });
    const gaps = async () =>
      (await calls.get('guidance.coaches', {})).map((listed) => [listed.person.name, coachGaps(listed)]);
    expect(await gaps()).toEqual([
      [people.assessorSuperior.name, ['qualification', 'training']],
      [people.otherEmployee.name, ['topics']],
    ]);
    const trained = { ...bare, training: coach.training };
    await calls.get('guidance.saveCoach', { coachId, coach: trained, archived: false });
    expect((await gaps())[0]).toEqual([people.assessorSuperior.name, ['qualification']]);
    await calls.get('guidance.saveCoach', { coachId, coach, archived: false });
    expect((await gaps())[0]).toEqual([people.assessorSuperior.name, []]);
  });
});
