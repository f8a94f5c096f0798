import competence from '@shared/i18n/id/competence.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { bpsExample } from '../../../../shared/domain/competence/bps-example.ts';
import { learningFromGuidance } from '../../../../shared/domain/competence/from-guidance.ts';
import { learningRecordInput } from '../../../../shared/domain/competence/learning-record.ts';
import {
  coachingSample,
  communitySample,
  internshipSample,
  mentoringSample,
  preCoachingSample,
} from '../../../fixtures/guidance.ts';

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

it('takes a learning community as a session for each of its meetings', () => {
  expect(learningFromGuidance({ ...record, content: communitySample }, [])).toMatchObject({
    kind: 'learningCommunity',
    from: '2026-11-10',
    to: '2026-11-17',
    unit: 'sessions',
    amount: 200,
  });
});

it('takes a magang as one activity from its first day to its last', () => {
  const learning = learningFromGuidance({ ...record, content: internshipSample }, []);
  expect(learning).toMatchObject({
    kind: 'internship',
    from: '2026-11-03',
    to: '2026-11-14',
    unit: 'activity',
    amount: 100,
  });
  expect(learningRecordInput.safeParse(learning).success).toBe(true);
});

it('proposes what the example of BPS counts, save a community, which that counts by JP: its text says so', () => {
  const contents = [coachingSample(), mentoringSample, communitySample, internshipSample];
  const uncounted = contents
    .flatMap((content) => learningFromGuidance({ ...record, content }, []) ?? [])
    .filter(({ kind, unit }) => !bpsExample.some((row) => row.kind === kind && row.unit === unit));
  expect(uncounted.map(({ kind }) => kind)).toEqual(['learningCommunity']);
  expect(competence.competence.table.exampleText).toMatch(/komunitas belajar.*per sesi.*per JP/);
});

it('takes nothing that was written before or about it', () => {
  expect(learningFromGuidance({ ...record, content: preCoachingSample }, [])).toBeUndefined();
});
