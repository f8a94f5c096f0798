import { judgeComing, mayContinue, turnOf } from '@shared/domain/guidance/original.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coachingSample } from '../../fixtures/guidance.ts';

const parties = 4;

/** Originals of one record: some part where somebody signed twice; at most one has gone all the way round. */
const originals = fc
  .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: parties - 1 })), { minLength: 1, maxLength: 5 })
  .map((made) =>
    made.map(([fork, length]) => Array.from({ length }, (_, at) => (at < 1 + (fork % 3) ? `s${at}` : `${fork}-${at}`))),
  )
  .chain((all) =>
    fc.boolean().map((isDone) => {
      const [first = []] = all;
      const rest = Array.from({ length: parties - first.length }, (_, at) => `done-${at}`);
      return isDone ? [...all, [...first, ...rest]] : all;
    }),
  );

const taken = (order: readonly (readonly string[])[]): readonly string[] =>
  order.reduce<readonly string[]>((here, came) => (judgeComing(here, came, parties) === 'later' ? came : here), []);

describe('originals of one record', () => {
  it('end in the same one, in whatever order and how often they come', () => {
    const shuffled = originals.chain((all) =>
      fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(taken(other)).toEqual(taken(one));
      }),
      { seed: 15 },
    );
  });

  it('are later when they go on, earlier when the one here does, and never replace what all signed', () => {
    fc.assert(
      fc.property(originals, fc.nat(parties), (all, at) => {
        const [here = []] = all;
        const begun = here.slice(0, Math.max(1, at));
        expect(judgeComing(begun, here, parties)).toBe(begun.length === here.length ? 'same' : 'later');
        expect(judgeComing(here, begun, parties)).toBe(begun.length === here.length ? 'same' : 'earlier');
        const done = Array.from({ length: parties }, (_, place) => `other-${place}`);
        expect(judgeComing(done, here, parties)).toBe('older');
        const again = done.map((name) => `another-${name}`);
        expect([judgeComing(done, again, parties), judgeComing(again, done, parties)]).toEqual(['older', 'older']);
      }),
      { seed: 15 },
    );
  });

  it('wait for one party at a time, the leader first', () => {
    const record = { content: coachingSample(), participants: [1, 2, 3] as never };
    fc.assert(
      fc.property(fc.option(fc.nat(parties)), fc.boolean(), fc.boolean(), (original, onPaper, complete) => {
        const standing = { record, original, onPaper, complete };
        const may = [0, 1, 2, 3].filter((party) => mayContinue(standing, party));
        const turn = turnOf(record, original ?? 0);
        const isOver = turn === null || onPaper || (original === null && complete);
        expect(may).toEqual(isOver ? [] : [turn]);
      }),
      { seed: 15 },
    );
  });
});
