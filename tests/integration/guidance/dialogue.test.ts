import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { coachingSample, summarySample, workDialogueSample, workedDialogue } from '../../fixtures/guidance.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, make, recordOf } from './support.ts';

const superiorVault = async (roles: Parameters<typeof testVault>[1] = ['assessor']) =>
  callsOn(await testVault(people.assessor, roles));

describe('a dialogue on work', () => {
  it('is kept as written and stands in the list, without sessions and goals', async () => {
    const calls = await superiorVault();
    const guidanceId = await begin(calls, workedDialogue());
    expect((await calls.get('guidance.get', { guidanceId })).file).toEqual(workedDialogue());
    expect(await calls.get('guidance.list', {})).toMatchObject([
      { kind: 'dialogue', status: 'open', sessionsHeld: 0, nextSession: '', goals: 0, own: true },
    ]);
    expect(await calls.get('guidance.calendar', { from: '2026-01-01', to: '2026-12-31' })).toEqual([]);
    const { goals, sessionsByMonth } = await calls.get('guidance.figures', { year: 2026 });
    expect([goals.open, ...sessionsByMonth.map(({ coaching, mentoring }) => coaching + mentoring)].some(Boolean)).toBe(
      false,
    );
  });

  it('is recorded and signed by the superior, and waits for the employee', async () => {
    const calls = await superiorVault();
    const guidanceId = await begin(calls, workedDialogue());
    const record = await recordOf(calls, guidanceId, await make(calls, guidanceId, workDialogueSample()));
    expect(record.record?.content).toEqual(workDialogueSample());
    expect(record.parties.map(({ required, signedAt }) => [required, signedAt !== null])).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('is signed by nobody who is no superior, and takes no record of guidance', async () => {
    const calls = await superiorVault(['coach']);
    const guidanceId = await begin(calls, workedDialogue());
    const refused = (content: Parameters<typeof make>[2]) =>
      calls.code('guidance.makeRecord', { guidanceId, content, sign: true });
    expect(await refused(workDialogueSample())).toBe('roleNotHeld');
    expect(await refused(coachingSample())).toBe('recordOfOtherKind');
    expect(await refused(summarySample())).toBe('recordOfOtherKind');
  });

  it('is kept and ends as guidance is, by the day on which it was held', async () => {
    const calls = await superiorVault();
    const guidanceId = await begin(calls, workedDialogue());
    await calls.get('guidance.save', { guidanceId, revision: 1, file: { ...workedDialogue(), status: 'concluded' } });
    expect(await calls.get('guidance.retention', {})).toMatchObject([
      { form: 'dialogue', from: '2026-11-16', to: '2026-11-16' },
    ]);
  });
});
