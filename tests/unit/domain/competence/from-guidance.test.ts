import { expect, it } from 'vitest';
import { learningFromGuidance } from '../../../../shared/domain/competence/from-guidance.ts';
import { learningRecordInput } from '../../../../shared/domain/competence/learning-record.ts';
import { coachingSample, mentoringSample, preCoachingSample } from '../../../fixtures/guidance.ts';

const record = { topic: 'Mutu data bulanan', institution: 'Kementerian Contoh' };

it('takes a coaching as one session on its day', () => {
  const learning = learningFromGuidance({ ...record, content: coachingSample() }, ['a'.repeat(32)]);
  expect(learning).toMatchObject({ kind: 'coaching', title: record.topic, unit: 'sessions', amount: 100 });
  expect([learning?.from, learning?.to]).toEqual([coachingSample().date, coachingSample().date]);
  expect(learningRecordInput.safeParse(learning).success).toBe(true);
});

it('takes a mentoring from the first day of its log to the last, a session for each', () => {
  const [entry] = mentoringSample.log;
  const log = ['2026-11-20', '2026-10-02', '2026-11-06'].map((date) => ({ ...entry!, date }));
  expect(learningFromGuidance({ ...record, content: { ...mentoringSample, log } }, [])).toMatchObject({
    kind: 'mentoring',
    from: '2026-10-02',
    to: '2026-11-20',
    amount: 300,
  });
});

it('takes nothing that was written before or about it', () => {
  expect(learningFromGuidance({ ...record, content: preCoachingSample }, [])).toBeUndefined();
});
