import { gapsOf, presentCompetences } from '@shared/domain/competence/gaps.ts';
import { planInput, planLacks } from '@shared/domain/competence/plan.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../../fixtures/learning.ts';

const competences = [
  { type: 'technical' as const, name: 'Pemetaan data', level: 4, description: '' },
  { type: 'managerial' as const, name: 'Kerja sama', level: 3, description: '' },
  { type: 'sociocultural' as const, name: 'Perekat bangsa', level: 2, description: '' },
];
const present = (levels: Readonly<Record<string, number>>) => ({
  assessedOn: '2026-01-15',
  basis: 'Wawancara',
  levels: Object.entries(levels).map(([name, level]) => ({ name, level })),
});

describe('gaps', () => {
  it('are what is short of the standard, the largest first', () => {
    expect(
      gapsOf({ competences }, present({ 'pemetaan  data': 2, 'Kerja sama': 3, 'Perekat bangsa': 1 })).map(
        ({ name }) => name,
      ),
    ).toEqual(['Pemetaan data', 'Perekat bangsa']);
  });

  it('know a competence by its words, not by signs of no width, accents or spaces', () => {
    const held = present({ '\u200bpemetaan\u00a0 data': 4, 'Kerja sam\u00e0': 3, ' PERE\u200dKAT bangsa ': 2 });
    expect(gapsOf({ competences }, held)).toEqual([]);
  });

  it('are everything where nobody was assessed', () => {
    expect(gapsOf({ competences }, null)).toHaveLength(3);
    expect(gapsOf({ competences }, null).every(({ present: has }) => has === null)).toBe(true);
  });
});

const item = {
  itemId: idOf(1),
  competence: 'Pemetaan data',
  aim: 'Menyusun peta data',
  kind: 'mentoring' as const,
  activity: 'Mentoring',
  quarter: 2,
  plannedJp: 1000,
  cost: null,
  recordIds: [] as string[],
};

describe('the way from gap to evaluation', () => {
  const gaps = [{ name: 'Pemetaan data' }, { name: 'Kerja sama' }];
  const evaluation = {
    date: '2026-12-10',
    official: 'Ir. Bagas Teladan, M.T.',
    office: 'Pejabat yang Berwenang',
    results: [{ itemId: idOf(1), outcome: 'met' as const, level: 4, remark: '' }],
  };
  const codes = (...given: Parameters<typeof planLacks>) =>
    planLacks(...given).map(({ code, name }) => `${code} ${name}`);

  it('names each step that is missing', () => {
    expect(codes(gaps, null, null)).toEqual(['gapNotPlanned Pemetaan data', 'gapNotPlanned Kerja sama']);
    expect(codes(gaps, { items: [item], remark: '' }, null)).toEqual([
      'gapNotPlanned Kerja sama',
      'itemWithoutRecord Menyusun peta data',
      'notEvaluated Menyusun peta data',
    ]);
    const done = { items: [{ ...item, recordIds: [idOf(2)] }], remark: '' };
    expect(codes(gaps.slice(0, 1), done, evaluation)).toEqual([]);
  });

  it('takes a record that was taken back for none', () => {
    const done = { items: [{ ...item, recordIds: [idOf(2)] }], remark: '' };
    expect(codes([], done, evaluation, () => false)).toEqual(['itemWithoutRecord Menyusun peta data']);
  });

  it('takes no competence twice', () => {
    expect(presentCompetences.safeParse(present({ 'Pemetaan data': 2, 'pemetaan  DATA': 3 })).success).toBe(false);
  });

  it('takes no two items of one name', () => {
    expect(planInput.safeParse({ items: [item, item], remark: '' }).success).toBe(false);
  });
});
