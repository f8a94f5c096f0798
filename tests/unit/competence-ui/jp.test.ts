import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../renderer/features/competence/jp.ts';
import { typedHundredths } from '../../../renderer/ui/form/AmountInput.tsx';

describe('share of the target', () => {
  it.each([
    ['half of it', 1000, 2000, 50],
    ['a part of one JP', 250, 2000, 12.5],
    ['exactly reached', 2000, 2000, 100],
    ['never more than all of it', 2200, 2000, 100],
    ['nothing yet', 0, 2000, 0],
    ['no target', 900, null, 0],
    ['a target of nothing', 900, 0, 0],
  ])('%s', (_case, jp, target, percent) => {
    expect(percentOf(jp, target)).toBe(percent);
  });
});

describe('what stands in a field', () => {
  it.each([
    ['a number', 2.5, 250],
    ['half typed', '2.', 200],
    ['zeros that may go on', '1.0', 100],
    ['with a comma', '1,05', 105],
    ['nothing', '', null],
    ['a lone sign', '-', null],
  ])('%s', (_case, typed, hundredths) => {
    expect(typedHundredths(typed)).toBe(hundredths);
  });
});
