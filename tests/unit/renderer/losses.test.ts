import { describe, expect, it } from 'vitest';
import { type Loss, lossOf } from '../../../renderer/ui/viewer/losses.ts';
import { createTurns } from '../../../renderer/ui/viewer/turns.ts';

describe('a line of PDF.js', () => {
  it.each<[string, Loss | null]>([
    ['Warning: Unable to decode image "img_p0_1": "JpxError: x".', 'picture'],
    ['Warning: Image exceeded maximum allowed size and was removed.', 'picture'],
    ['Warning: getOperatorList - ignoring XObject: "FormatError: x".', 'part'],
    ['Info: Bad encoding in flate stream', 'part'],
    ['Warning: Unterminated string', 'part'],
    // Said at the end of every fax that says how many rows it has.
    ['Info: Bad two dim code', null],
    ['Info: Bad length "7" in stream.', null],
    ['Warning: TT: undefined function: 32', null],
    ['Info: page=1 - getOperatorList: time=3ms, len=7', null],
    ['', null],
  ])('%j tells of what is missing, or of nothing', (line, loss) => {
    expect(lossOf(line)).toBe(loss);
  });
});

describe('turns', () => {
  const heard = new EventTarget();
  const tell = (data: unknown): void => void heard.dispatchEvent(Object.assign(new Event('message'), { data }));

  it('come one after another, each with what was left out meanwhile, also after one that fails', async () => {
    const turns = createTurns(heard);
    const order: string[] = [];
    const work = (name: string, losses: readonly unknown[], fails = false) =>
      turns(async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        for (const loss of losses) tell(loss);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    tell({ loss: 'part' });
    const [one, two, three, four] = await Promise.allSettled([
      work('one', [null, { action: 'ready' }, { loss: 'picture' }]),
      work('two', [{ loss: 'part' }], true),
      work('three', []),
      work('four', [{ stream: 4 }, { stream: 5, reason: {} }]),
    ]);
    expect(one).toEqual({ status: 'fulfilled', value: { value: 'one', losses: new Set(['picture']) } });
    expect(two.status).toBe('rejected');
    expect(three).toEqual({ status: 'fulfilled', value: { value: 'three', losses: new Set() } });
    expect(four).toEqual({ status: 'fulfilled', value: { value: 'four', losses: new Set(['part']) } });
    expect(order).toEqual(['one', 'two', 'three', 'four'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });
});
