import { rowOf } from '@shared/domain/case/act-table.ts';
import { counsellorAssigned, counsellorKindTitles } from '@shared/domain/case/content/counselling.ts';
import { problemIdentified } from '@shared/domain/case/content/observation.ts';
import { reportSubmitted } from '@shared/domain/case/content/report.ts';
import { emptyCase } from '@shared/domain/case/state.ts';
import { expect, it } from 'vitest';

it.each(['problemIdentified', 'problemCommunicated', 'changeEvaluated', 'reportSubmitted'] as const)(
  'the assessor alone identifies, communicates, evaluates and reports: %s',
  (type) => {
    expect(rowOf(type).capacities(emptyCase, null)).toEqual(['assessor']);
  },
);

it('a finding is from monitoring, compared with the progress of the employee, the team and/or the unit', () => {
  for (const content of [problemIdentified, reportSubmitted]) {
    const { monitoring, comparisons } = content.shape;
    expect(monitoring.safeParse('').success).toBe(false);
    expect(comparisons.safeParse([]).success).toBe(false);
    for (const scope of ['employee', 'team', 'unit'])
      expect(comparisons.safeParse([{ scope, progress: 'Tertinggal.' }]).success, scope).toBe(true);
  }
});

it('behaviour is judged to hinder, or may hinder, the team or the unit', () => {
  const { judgement, level } = problemIdentified.shape;
  expect(judgement.options).toEqual(['hinders', 'mayHinder']);
  expect(level.options).toEqual(['team', 'unit']);
});

it('counsellors are of three kinds, by the words of the regulation', () => {
  expect(counsellorAssigned.shape.kind.options).toEqual(['independent', 'trainedAssessor', 'counsellingOfficial']);
  expect(Object.values(counsellorKindTitles)).toEqual([
    'Konselor independen',
    'Pejabat Penilai Kinerja yang telah memperoleh pelatihan konseling',
    'Pejabat yang mempunyai fungsi memberikan konseling',
  ]);
});
