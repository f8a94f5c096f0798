import { describe, expect, it } from 'vitest';
import {
  type ChainCheck,
  type ChainRow,
  emptyChain,
  entryHash,
  verifyChain,
} from '../../../electron/backend/trail/audit-chain.ts';
import { columns, edited, grow, growTo } from '../../fixtures/audit-chains.ts';

// Every single change of a chain of 10^4 entries, at every place.
//
// A change at place k leaves rows 1 … k-1 as they are, so a full check reaches row k with the same length and head
// as the check of the good chain had there. `verifyChain(rest, headBefore(k))` goes on from exactly that point; it is
// the same loop with the same state, so it finds a break where the full check finds it, and none where it finds none.
// It stops at the first break, hence a place costs a few hashes and all of them are tried. Full checks of a sample
// are compared with it below.

const length = 10_000;
const chain = growTo(length);

const rowAt = (seq: number): ChainRow => {
  const row = chain[seq - 1];
  if (row === undefined) throw new RangeError('no such entry');
  return row;
};

/** State of the check before entry `seq`. */
const before = (seq: number) => (seq === 1 ? emptyChain : { entries: seq - 1, head: rowAt(seq - 1).hash });

/** The rows from a changed place on, without copying the rest of the chain. */
function* withChange({ rows, resume }: Change): Generator<ChainRow> {
  yield* rows;
  for (let seq = resume; seq <= length; seq += 1) yield rowAt(seq);
}

interface Change {
  /** First entry that is not what it was. */
  readonly at: number;
  /** What stands there instead. */
  readonly rows: readonly ChainRow[];
  /** Where the chain goes on unchanged. */
  readonly resume: number;
}

const checkFrom = (change: Change): ChainCheck => verifyChain(withChange(change), before(change.at));
const checkWhole = ({ at, rows, resume }: Change): ChainCheck =>
  verifyChain([...chain.slice(0, at - 1), ...rows, ...chain.slice(resume - 1)]);

const deletion = (at: number): Change => ({ at, rows: [], resume: at + 1 });
const swap = (at: number): Change => ({ at, rows: [rowAt(at + 1), rowAt(at)], resume: at + 2 });
const edit =
  (column: (typeof columns)[number]) =>
  (at: number): Change => ({
    at,
    rows: [edited(rowAt(at), column)],
    resume: at + 1,
  });
/** An edit whose author also computes the hash of the entry anew; the next entry is joined to the old one. */
const rehashed = (at: number): Change => {
  const changed = edited(rowAt(at), 'subject');
  return { at, rows: [{ ...changed, hash: entryHash(changed.prevHash, changed) }], resume: at + 1 };
};
/** An entry put in that was never written, joined to the one before it. */
const insertion = (at: number): Change => ({ at, rows: [grow(chain[at - 2], 'aa')], resume: at });
/** The same entry twice. */
const doubling = (at: number): Change => ({ at, rows: [rowAt(at), rowAt(at)], resume: at + 1 });

const changes: readonly (readonly [string, (at: number) => Change, number])[] = [
  // Without the last entry, or with another last one, the chain is a good one: see witnesses.test.ts.
  ['a deletion', deletion, length - 1],
  ['a swap of two neighbours', swap, length - 1],
  ['an edit with its hash', rehashed, length - 1],
  // Behind the last entry a new one is a good continuation.
  ['an insertion', insertion, length],
  ['a doubled entry', doubling, length],
  ...columns.map((column) => [`an edit of ${column}`, edit(column), length] as const),
];

describe('an audit chain of 10^4 entries', () => {
  it('is whole', () => {
    expect(verifyChain(chain)).toEqual({ entries: length, head: rowAt(length).hash, broken: null });
  });

  it.each(changes)('shows %s at every place', (_name, change, count) => {
    // What is missed costs a check of all that follows: a few tell enough.
    const missed: number[] = [];
    for (let at = 1; at <= count && missed.length < 5; at += 1)
      if (checkFrom(change(at)).broken === null) missed.push(at);
    expect(missed).toEqual([]);
  });

  it.each(changes)('is checked in full as from the place of %s', (_name, change, count) => {
    const sample = [1, 2, 4999, count];
    for (const at of sample) expect(checkWhole(change(at))).toEqual(checkFrom(change(at)));
  });

  it('names the first bad entry', () => {
    expect(checkWhole(deletion(5000)).broken).toEqual({ seq: 5000, reason: 'sequence' });
    expect(checkWhole(swap(5000)).broken).toEqual({ seq: 5000, reason: 'sequence' });
    expect(checkWhole(edit('subject')(5000)).broken).toEqual({ seq: 5000, reason: 'hash' });
    expect(checkWhole(edit('prevHash')(5000)).broken).toEqual({ seq: 5000, reason: 'link' });
  });
});
