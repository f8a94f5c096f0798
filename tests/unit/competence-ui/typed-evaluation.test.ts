import { describe, expect, it } from 'vitest';
import {
  evaluationOf,
  readyEvaluation,
  type TypedEvaluation,
} from '../../../renderer/features/competence/person/typed-evaluation.ts';

const first = 'a'.repeat(32);
const second = 'b'.repeat(32);
const typed: TypedEvaluation = {
  date: '2026-12-18',
  official: 'Pejabat Contoh',
  office: '',
  results: [
    { itemId: first, outcome: 'met', level: 3, remark: '' },
    { itemId: second, outcome: 'notMet', level: null, remark: 'Ditunda' },
  ],
};

describe('an evaluation that is typed', () => {
  it('is ready as it stands when all of it is there', () => {
    expect(readyEvaluation(typed)).toEqual(typed);
  });

  it('never judges an item that nobody judged', () => {
    const [one, other] = typed.results;
    if (one === undefined || other === undefined) throw new Error('two items');
    expect(readyEvaluation({ ...typed, results: [one, { ...other, outcome: null }] })).toBeNull();
  });

  it.each([
    ['no official', { official: '  ' }],
    ['no day', { date: '' }],
    ['half a day', { date: '2026-12' }],
  ])('is not ready with %s', (_case, edit) => {
    expect(readyEvaluation({ ...typed, ...edit })).toBeNull();
  });

  it('follows the plan: keeps what was judged, drops what is gone, leaves what is new unjudged', () => {
    const added = 'c'.repeat(32);
    const item = (itemId: string) =>
      ({
        itemId,
        competence: '',
        aim: 'Contoh',
        kind: 'coaching',
        activity: '',
        quarter: 1,
        plannedJp: 0,
        recordIds: [],
      }) as const;
    const followed = evaluationOf(
      { items: [item(added), item(first)].map((one) => ({ ...one, recordIds: [] })) },
      typed,
    );
    expect(followed.results).toEqual([{ itemId: added, outcome: null, level: null, remark: '' }, typed.results[0]]);
    expect(followed.official).toBe(typed.official);
    expect(readyEvaluation(followed)).toBeNull();
  });
});
