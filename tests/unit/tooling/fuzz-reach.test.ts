import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { planFor } from '../../fault/fuzz/plans.ts';
import { isBehindDoors, leastSucceeded, reachLacks } from '../../fault/fuzz/reach.ts';

const floor = { succeeded: 20, stretches: 'never', stretched: 3 } as const;
const enough = { tried: 100, behind: 20, succeeded: 20, stretched: 0 };

describe('a method of the fuzz of calls', () => {
  it('counts as tried when a fifth of its inputs come behind the first look-up, and twenty succeed', () => {
    expect(reachLacks(enough, floor)).toEqual([]);
    expect(reachLacks({ ...enough, behind: 19 }, floor)).toEqual([
      '19 of 100 inputs came behind the first look-up, less than 20 of a hundred',
    ]);
    expect(reachLacks({ ...enough, succeeded: 19 }, floor)).toEqual(['19 calls succeeded, fewer than 20']);
    expect(reachLacks({ tried: 100, behind: 0, succeeded: 0, stretched: 0 }, floor)).toHaveLength(2);
  });

  it('that stretches a passphrase counts as tried when three succeed', () => {
    const always = { ...floor, stretches: 'always' } as const;
    expect(reachLacks({ ...enough, succeeded: 3, stretched: 3 }, always)).toEqual([]);
    expect(reachLacks({ ...enough, succeeded: 2, stretched: 2 }, always)).toEqual([
      '2 calls that derive a key succeeded, fewer than 3',
    ]);
    expect(reachLacks({ ...enough, stretched: 2 }, { ...floor, stretches: 'some' })).toHaveLength(1);
  });

  it('is spared by name alone, with a reason', () => {
    const none = { tried: 100, behind: 3, succeeded: 3, stretched: 3 };
    const except = { share: false, because: 'every right input derives a key' } as const;
    expect(reachLacks(none, { ...floor, stretches: 'always', except })).toEqual([]);
    const spared = Object.keys(contract).filter((method) => planFor(method).except !== undefined);
    expect(spared).toEqual([
      'vault.unlock',
      'vault.recover',
      'vault.inspectBackup',
      'vault.restore',
      'vault.changePassphrase',
      'backup.takeNotes',
      'backup.make',
      'keys.rotate',
      'keys.replaceIdentity',
      'retention.renewBackups',
    ]);
    for (const method of spared) expect(planFor(method).except?.because).not.toBe('');
  });
});

it('takes no refusal at the gate, the window of confirmation or a look-up for reaching a handler', () => {
  for (const code of ['invalidInput', 'locked', 'notConfirmed', 'unknownGuidance', 'none'])
    expect(isBehindDoors(code)).toBe(false);
  for (const code of ['ok', 'planChanged', 'exportFailed', 'versionInPast']) expect(isBehindDoors(code)).toBe(true);
});

it('asks for twenty that succeed, or a twentieth of a few inputs', () => {
  expect([leastSucceeded(1000), leastSucceeded(400), leastSucceeded(120)]).toEqual([20, 20, 6]);
});
