import { foldCase } from '@shared/domain/case/fold.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import { reasonsFor } from '@shared/domain/package/without-effect.ts';
import { expect, it } from 'vitest';
import { emptyFile, nameAct } from '../../../property/support/case-file.ts';

/** An act by headers alone, under a name that says where the fold puts it. */
const act = (
  digit: string,
  type: 'caseOpened' | 'problemIdentified' | 'problemCommunicated',
  refs: string[],
): NamedHeader => {
  const { header } = nameAct(emptyFile, { type, capacity: 'assessor', facts: [], origin: 'vault' }, digit);
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

it('what comes before an act without effect tells its holder why', () => {
  expect(state.acts.map(({ hash }) => hash)).toEqual([opening, first]);
  expect(state.refused[0]?.hash).toBe(second);
  expect([...reasonsFor(acts, state, (hash) => hash === second)]).toEqual([opening, first]);
});

it('nothing is told to who has no such act, nor of what comes later', () => {
  expect(reasonsFor(acts, state, (hash) => hash === first).size).toBe(0);
  expect(reasonsFor(acts, state, () => true).has(later)).toBe(false);
});

it('nothing is told that reaches less far than the act without effect', () => {
  const levels = { ...state, acts: state.acts.map((known) => ({ ...known, level: 1 as const })) };
  expect(reasonsFor(acts, levels, (hash) => hash === second).size).toBe(0);
});
