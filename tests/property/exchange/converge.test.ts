import { describe, expect, it } from 'vitest';
import { runExchangeModel } from './support/run-model.ts';

/** The same histories each time; `npm run fault` plays others, ten thousand of them in the long form. */
const short = { runs: 12, seed: 20_261, batch: 12 };

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
    ];
    expect(happened.filter((what) => (counts[what] ?? 0) === 0)).toEqual([]);
  }, 600_000);
});
