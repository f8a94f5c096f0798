import { foldCase } from '@shared/domain/case/fold.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import { endingsOf, reasonsFor } from '@shared/domain/package/endings.ts';
import { expect, it } from 'vitest';
import { emptyFile, nameAct } from '../../../property/support/case-file.ts';

/** An act by headers alone, under a name that says where the fold puts it. */
const act = (
  digit: string,
  type: 'caseOpened' | 'problemIdentified' | 'problemCommunicated',
  refs: string[],
): NamedHeader => {
  // Of a communication headers tell no fact any more: one that does has no effect.
  const facts = type === 'problemCommunicated' ? ['acknowledged'] : [];
  const { header } = nameAct(emptyFile, { type, capacity: 'assessor', facts, origin: 'vault' }, digit);
  return { hash: digit.repeat(64), header: { ...header, refs } };
};
const [opening, first, second, later] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const acts = [
  act('1', 'caseOpened', []),
  act('2', 'problemIdentified', [opening]),
  act('3', 'problemIdentified', [opening]),
  act('4', 'problemCommunicated', [first, second]),
];
const state = foldCase(acts);

const told = (from: typeof state, has: (hash: string) => boolean, relieves = (_hash: string) => false) => [
  ...reasonsFor(acts, from, endingsOf(from, { has, relieves })),
];

it('what comes before an act without effect tells its holder why', () => {
  expect(state.acts.map(({ hash }) => hash)).toEqual([opening, first]);
  expect(state.refused[0]?.hash).toBe(second);
  expect(told(state, (hash) => hash === second)).toEqual([opening, first]);
});

it('nothing is told to who has no such act, nor of what comes later', () => {
  expect(told(state, (hash) => hash === first)).toEqual([]);
  expect(told(state, () => true)).not.toContain(later);
});

it('nothing is told that reaches less far than the act without effect', () => {
  const levels = { ...state, acts: state.acts.map((known) => ({ ...known, level: 1 as const })) };
  expect(told(levels, (hash) => hash === second)).toEqual([]);
});

it('what leads to the end of a post is told to who held it, as far as everyone knows it', () => {
  const none = (_hash: string): boolean => false;
  expect(told(state, none, (hash) => hash === first)).toEqual([opening]);
});
