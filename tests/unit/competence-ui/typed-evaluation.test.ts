import { describe, expect, it } from 'vitest';
import {
  blankEvaluation,
  evaluationOf,
  isSignable,
  readyEvaluation,
  signingOf,
  type TypedEvaluation,
} from '../../../renderer/features/competence/evaluation/typed-evaluation.ts';

const first = 'a'.repeat(32);
const second = 'b'.repeat(32);
const typed: TypedEvaluation = {
  ...blankEvaluation('2026-12-18'),
  official: 'Pejabat Contoh',
  office: '',
  results: [
    { itemId: first, outcome: 'met', level: 3, remark: '' },
    { itemId: second, outcome: 'notMet', level: null, remark: 'Ditunda' },
  ],
};

describe('an evaluation that is typed', () => {
  it('is ready as it stands when all of it is there', () => {
    const { date, conclusion, results } = typed;
    expect(readyEvaluation(typed)).toEqual({ date, conclusion, results });
  });

  it('never judges an item that nobody judged', () => {
    const [one, other] = typed.results;
    if (one === undefined || other === undefined) throw new Error('two items');
    expect(readyEvaluation({ ...typed, results: [one, { ...other, outcome: null }] })).toBeNull();
  });

  it.each([
    ['no day', { date: '' }],
    ['half a day', { date: '2026-12' }],
  ])('is not ready with %s', (_case, edit) => {
    expect(readyEvaluation({ ...typed, ...edit })).toBeNull();
  });

  it('follows the plan: keeps what was judged, drops what is gone, leaves what is new unjudged', () => {
    const added = 'c'.repeat(32);
    const followed = evaluationOf([{ itemId: added }, { itemId: first }], typed);
    expect(followed.results).toEqual([{ itemId: added, outcome: null, level: null, remark: '' }, typed.results[0]]);
    expect(followed.official).toBe(typed.official);
    expect(readyEvaluation(followed)).toBeNull();
  });

  it('is signed here by the authorised official alone; on paper it asks for a name and a scan', () => {
    expect([signingOf(typed, true), signingOf(typed, false)]).toEqual(['vault', 'paper']);
    expect(signingOf({ ...typed, signing: 'paper' }, true)).toBe('paper');
    const scan = { attachmentId: first, name: 'pindaian.pdf', mediaType: 'application/pdf', size: 9, sha256: '' };
    expect(isSignable(typed, 'vault')).toBe(true);
    expect(isSignable(typed, 'paper')).toBe(false);
    expect(isSignable({ ...typed, files: [scan] }, 'paper')).toBe(true);
    expect(isSignable({ ...typed, official: ' ', files: [scan] }, 'paper')).toBe(false);
  });
});
