import { describe, expect, it } from 'vitest';
import {
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
});
