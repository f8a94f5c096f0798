import { foldCase } from '@shared/domain/case/fold.ts';
import { nextDue } from '@shared/domain/case/next-due.ts';
import { phaseStates } from '@shared/domain/case/phase.ts';
import { describe, expect, it } from 'vitest';
import { addAll } from '../../../property/support/case-file.ts';
import { decide, progress, receive, withResult } from '../../../property/support/steps.ts';

describe('a case from first observation to its end', () => {
  it('goes through every stage and folds the same from its headers', () => {
    const file = addAll(withResult('independent'), [
      receive('personnelHead'),
      decide('personnelHead', 'authorisedOfficial'),
      progress('A', 'done'),
      progress('B', 'dropped'),
      { type: 'statusNotified', capacity: 'personnelOfficer', facts: ['concluded'] },
      { type: 'caseClosed', capacity: 'personnelOfficer', facts: ['concluded'] },
    ]);
    expect(file.state.phase).toBe('closed');
    expect(nextDue(file.state)).toBeNull();
    expect(
      phaseStates(file.state)
        .slice(0, -1)
        .every(({ state }) => state === 'done'),
    ).toBe(true);
    expect(foldCase([...file.acts].reverse())).toEqual(file.state);
  });
});
