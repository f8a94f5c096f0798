import { describe, expect, it } from 'vitest';
import { daysOfGuidance, hasGuidanceEnded } from '../../../../shared/domain/guidance/ended.ts';
import { workedCoaching } from '../../../fixtures/guidance.ts';

const kept = { from: '2026-10-01', to: '2026-12-01' };
const file = workedCoaching();
const [held] = file.sessions;
const planned = { ...held!, sessionId: 'f'.repeat(32), state: 'planned' as const, date: '2030-01-01' };

describe('the end of a guidance', () => {
  it('is said by its working papers; records alone say nothing else', () => {
    expect([null, { status: 'concluded' } as const, { status: 'open' } as const].map(hasGuidanceEnded)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is the last day of what was held, signed and evaluated, and of nothing that was only planned', () => {
    expect(daysOfGuidance({ ...file, sessions: [held!, planned] }, [], kept)).toEqual({
      from: '2026-11-20',
      to: '2026-11-20',
    });
    const evaluated = { ...file, evaluation: { ...file.evaluation, date: '2026-12-15' } };
    expect(daysOfGuidance(evaluated, ['2026-11-18', '2026-11-24'], kept)).toEqual({
      from: '2026-11-18',
      to: '2026-12-15',
    });
    expect(daysOfGuidance(null, ['2026-11-24'], kept)).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  });

  it('is when it was last written, where nothing has a day', () => {
    expect(daysOfGuidance({ ...file, sessions: [planned] }, [], kept)).toEqual(kept);
  });
});
