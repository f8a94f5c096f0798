import { describe, expect, it } from 'vitest';
import type { ActHeader } from '../../../../shared/domain/case/header.ts';
import { goingOnFrom, otherOpeningOf } from '../../../../shared/domain/package/openings.ts';

// Of two files under one id: to which one acts that came belong.

type Came = Parameters<typeof otherOpeningOf>[0][number];

const opening = (hash: string): Came => ({ hash, header: { type: 'caseOpened', refs: [], about: null } as never });
const act = (refs: readonly string[], change: Partial<ActHeader> = {}): Came => ({
  hash: 'new',
  header: { type: 'feedbackRecorded', refs, about: null, ...change } as never,
});
const aside = new Map([
  ['b', 'b'],
  ['b1', 'b'],
  ['c', 'c'],
]);
const here = { stands: 'a', aside };

describe('acts under an id that was used twice', () => {
  it('belong to the opening that they bring', () => {
    expect(otherOpeningOf([opening('b'), act(['a'])], here)).toBe('b');
    expect(otherOpeningOf([opening('x')], here)).toBe('x');
    expect(otherOpeningOf([opening('a'), act(['b1'])], here)).toBeNull();
  });

  it('else to the file of an act that they name, however they name it', () => {
    expect(otherOpeningOf([act(['b1'])], here)).toBe('b');
    expect(otherOpeningOf([act([], { about: 'c' })], here)).toBe('c');
    expect(otherOpeningOf([{ ...act([]), deeper: [['b'], null] }], here)).toBe('b');
    expect(otherOpeningOf([act(['a']), act(['unknown'])], here)).toBeNull();
  });

  it('belong to what counts where nothing was opened here, and two openings at once are no file', () => {
    expect(otherOpeningOf([opening('b')], { stands: null, aside: new Map() })).toBeNull();
    expect(otherOpeningOf([opening('b'), opening('c')], here)).toBeNull();
  });
});

describe('acts that lie with an opening', () => {
  it('go on from it where what they name leads there, and not because they came along', () => {
    const named = (hash: string, refs: readonly string[]) => ({ ...act(refs), hash });
    const acts = [opening('b'), named('b1', ['b']), named('b2', ['b1']), named('a2', ['a1']), named('alone', [])];
    expect([...goingOnFrom('b', acts)]).toEqual(['b', 'b1', 'b2']);
    expect([...goingOnFrom('a', acts)]).toEqual([]);
  });
});
