import { describe, expect, it } from 'vitest';
import { type Command, playHistory } from './support/history.ts';
import { leftToChance, madeHistories, neverReached } from './support/made-histories.ts';
import { runExchangeModel } from './support/run-model.ts';
import { makeStages, stages } from './support/stages.ts';

/** The same histories each time; `npm run fault` plays others, ten thousand of them in the long form. */
const short = { runs: 12, seed: 20_261, batch: 12 };

/** Somebody of the first cast (assessor, officer, head, counsellor) does something; `type` chooses among acts. */
const does = (who: number, kind: Command['kind'], how: 'due' | 'any' = 'due', type = 0): Command => ({
  kind,
  who,
  which: 0,
  act: { how, type, variant: 1, about: 0, paper: false },
  salt: who * 10 + type,
});

describe('vaults between which packages are lost, doubled and reordered, with restarts and restored copies', () => {
  it('come to rest, agree, lose nothing that exists anywhere and overwrite nothing', async () => {
    const { tried, notes, counts } = await runExchangeModel(short);
    expect(notes.join('\n\n')).toBe('');
    expect(tried).toBe(short.runs);
    const happened = [
      'sign',
      'lose',
      'restart',
      'restore',
      'renew',
      'clock',
      'replace',
      'held packageDuplicate',
      'own records',
      'update',
      'pairs with the same acts',
      'seizing held packageTampered',
    ];
    expect(happened.filter((what) => (counts[what] ?? 0) === 0)).toEqual([]);
  }, 600_000);

  it('put acts of 0.3 before acts of now that nobody knew of', async () => {
    const made = makeStages();
    const bySome = [0, 1, 2, 3, 4].map((type) => does(0, 'sign', 'any', type));
    const commands = [does(1, 'update'), does(1, 'sign'), ...bySome];
    const start = { cast: 0, stage: stages.indexOf('reported'), mixed: true, lastMail: 'lost', dice: 1 } as const;
    const { faults, counts } = await playHistory(made, { ...start, commands });
    await made.close();
    expect(faults).toEqual([]);
    expect(counts.get('acts of 0.3 beside acts of now')).toBeGreaterThan(0);
  }, 60_000);

  it('go on in a history made of every type of act', async () => {
    const made = makeStages();
    const sums = new Map<string, number>();
    for (const history of madeHistories) {
      const { faults, script, counts } = await playHistory(made, history);
      expect(faults, script.join('\n')).toEqual([]);
      for (const [what, by] of counts) sums.set(what, (sums.get(what) ?? 0) + by);
    }
    await made.close();
    expect(neverReached(Object.fromEntries(sums))).toEqual(leftToChance);
    // Who assessed before signs no more, and would be noticed.
    expect([...sums.keys()].join()).toContain(
      'not recorded: feedbackRecorded actNotAllowed {"codes":["authorNotInPost"]',
    );
    expect(sums.get('acts in a post by name')).toBeGreaterThan(0);
  }, 120_000);
});
