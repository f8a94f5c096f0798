import { type ActHeader, actHeaderSchema } from '@shared/domain/case/header.ts';
import type { DeeperNames, NamedHeader } from '@shared/domain/case/state.ts';
import { type BrokenLine, createBrokenLine } from '@shared/domain/package/forked-past.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const hashOf = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0');
const [mine, yours, later] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

interface Said {
  readonly after: readonly string[];
  readonly key?: string;
  readonly header?: Partial<Extract<ActHeader, { format: 'bilik/act/v2' }>>;
  readonly deeper?: DeeperNames;
}

/** An act by name; feedback of mine when nothing else is said. */
const said = (name: string, { after, key = mine, header = {}, deeper }: Said): NamedHeader => ({
  hash: hashOf(name),
  header: actHeaderSchema.parse({
    format: 'bilik/act/v2',
    actId: '1'.repeat(32),
    caseId: '2'.repeat(32),
    type: 'feedbackRecorded',
    version: 1,
    capacity: 'assessor',
    origin: 'vault',
    facts: [],
    authorKey: key,
    statedAt: '2026-03-01T02:00:00.000Z',
    refs: after.map(hashOf).sort(),
    about: null,
    bodyCommit: '3'.repeat(64),
    scope: 'shared',
    enteredAs: null,
    namedKey: null,
    statedOn: '2026-03-01',
    deeper: ['4'.repeat(64), '5'.repeat(64)],
    ...header,
  }),
  ...(deeper && { deeper }),
});

/** Whose keys they are: one person has two, one after the other. */
const authorOf = ({ authorKey }: ActHeader): string => (authorKey === later ? mine : authorKey);

/** Names of the acts that break the line of their author: forked for sure, or as far as is told here. */
const brokenOf = (acts: readonly NamedHeader[], names: readonly string[], line: BrokenLine): string[] => {
  const lineOf = createBrokenLine(acts, authorOf);
  return names.filter((name) => lineOf(hashOf(name)) === line);
};
const forkedOf = (acts: readonly NamedHeader[], names: readonly string[]): string[] => brokenOf(acts, names, 'forked');
const unclearOf = (acts: readonly NamedHeader[], names: readonly string[]): string[] =>
  brokenOf(acts, names, 'unclear');

const opening = said('open', { after: [], key: yours });

describe('who signs a second act beside an own first one', () => {
  it('forks by both, whatever stands between and in whatever order they are known', () => {
    const acts = [
      opening,
      said('first', { after: ['open'] }),
      said('other', { after: ['first'], key: yours }),
      said('second', { after: ['open'] }),
    ];
    for (const known of [acts, acts.toReversed()])
      expect(forkedOf(known, ['open', 'first', 'other', 'second'])).toEqual(['first', 'second']);
  });

  it('does not where the first is built on through others', () => {
    const acts = [
      opening,
      said('first', { after: ['open'] }),
      said('other', { after: ['first'], key: yours }),
      said('second', { after: ['other'] }),
    ];
    expect(forkedOf(acts, ['first', 'second'])).toEqual([]);
    // What is not here might lead to the first.
    expect(forkedOf(acts.toSpliced(2, 1), ['first', 'second'])).toEqual([]);
    expect(unclearOf(acts.toSpliced(2, 1), ['first', 'second'])).toEqual(['first', 'second']);
  });

  it('is found in any line with one act put beside it, and never in the line alone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), fc.nat(), (own, place) => {
        const line = own.map((isOwn, at) =>
          said(`act${at}`, { after: at === 0 ? [] : [`act${at - 1}`], key: isOwn ? mine : yours }),
        );
        const names = line.map((_, at) => `act${at}`);
        expect(forkedOf(line, names)).toEqual([]);
        const at = place % own.length;
        const beside = said('beside', { after: at === 0 ? [] : [`act${at - 1}`] });
        const passed = names.filter((_, index) => index >= at && own[index] === true);
        const expected = passed.length === 0 ? [] : [...passed, 'beside'];
        expect(forkedOf([...line, beside], [...names, 'beside'])).toEqual(expected);
      }),
    );
  });

  it('is never told of people who sign in one vault each, whatever of it is not at hand', () => {
    const act = fc.record({ key: fc.constantFrom(mine, yours), here: fc.boolean(), name: fc.nat() });
    fc.assert(
      fc.property(fc.array(act, { minLength: 3, maxLength: 20 }), (drawn) => {
        const pasts: ReadonlySet<number>[] = [];
        const acts = drawn.map(({ key, name }, at) => {
          const named = at === 0 ? [] : [name % at];
          const past = new Set(named.flatMap((one) => [one, ...(pasts[one] ?? [])]));
          // The own last act is part of what is named, or named itself.
          const last = drawn.slice(0, at).findLastIndex((one) => one.key === key);
          const names = last < 0 || past.has(last) ? named : [...named, last];
          pasts.push(new Set(names.flatMap((one) => [one, ...(pasts[one] ?? [])])));
          return said(`act${at}`, { after: names.map((one) => `act${one}`), key });
        });
        const known = acts.filter((_, at) => drawn[at]?.here);
        const names = acts.map((_, at) => `act${at}`);
        expect(forkedOf(known, names)).toEqual([]);
        expect(unclearOf(acts, names)).toEqual([]);
      }),
    );
  });

  it('does so for sure where both name what is not here, and only as far as is told where one does', () => {
    const first = said('first', { after: ['open', 'gone'] });
    const second = said('second', { after: ['open', 'gone'] });
    expect(forkedOf([opening, first, second], ['first', 'second'])).toEqual(['first', 'second']);
    const third = said('third', { after: ['open', 'gone', 'else'] });
    expect(forkedOf([opening, first, third], ['first', 'third'])).toEqual([]);
    expect(unclearOf([opening, first, third], ['first', 'third'])).toEqual(['first', 'third']);
    // What is sure of another act of the same author is said first.
    expect(forkedOf([opening, first, second, third], ['first', 'second', 'third'])).toEqual(['first', 'second']);
    expect(unclearOf([opening, first, second, third], ['third'])).toEqual(['third']);
  });

  it('does not for sure by another key, of a vault that was begun anew', () => {
    const acts = [opening, said('first', { after: ['open'] }), said('second', { after: ['open'], key: later })];
    expect(forkedOf(acts, ['first', 'second'])).toEqual([]);
    expect(unclearOf(acts, ['first', 'second'])).toEqual(['first', 'second']);
  });
});

describe('what nobody names', () => {
  const paper = { type: 'counsellingDecided', capacity: 'personnelHead', origin: 'paper', namedKey: yours } as const;
  const answer = { type: 'paperAnswered', capacity: 'personnelHead', about: hashOf('paper') } as const;

  it('is no fork: paper that waits, and the answer that denies it', () => {
    const acts = [
      opening,
      said('paper', { after: ['open'], header: paper }),
      said('next', { after: ['open'] }),
      said('denied', { after: ['open'], key: yours, header: { ...answer, facts: ['denied'] } }),
      said('answered', { after: ['open', 'next'], key: yours }),
    ];
    expect(forkedOf(acts, ['paper', 'next', 'denied', 'answered'])).toEqual([]);
  });

  it('is one where the same paper is answered twice', () => {
    const acts = [
      opening,
      said('paper', { after: ['open'], header: paper }),
      said('yes', { after: ['open'], key: yours, header: { ...answer, facts: ['confirmed'] } }),
      said('no', { after: ['open'], key: yours, header: { ...answer, facts: ['denied'] } }),
    ];
    expect(forkedOf(acts, ['paper', 'yes', 'no'])).toEqual(['yes', 'no']);
  });

  it('is no fork where it says that the file is about the wrong person, whatever leads to that', () => {
    const mistaken = { type: 'employeeMistaken', capacity: 'personnelHead' } as const;
    const session = { type: 'sessionScheduled', capacity: 'personnelHead' } as const;
    const acts = [
      opening,
      said('session', { after: ['open'], header: session }),
      said('mistaken', { after: ['open'], header: mistaken, deeper: [[hashOf('moved')], []] }),
    ];
    expect(forkedOf(acts, ['session', 'mistaken'])).toEqual([]);
  });

  it('is no break in the hands of the employee, who has copies alone; in a file it is one', () => {
    const copy = { type: 'copyReleased', capacity: 'assessor', about: hashOf('report') } as const;
    const copies = [
      said('first', { after: ['unknown'], header: copy }),
      said('second', { after: ['other'], header: copy }),
      said('untold', { after: [], header: { ...copy, builtOn: '6'.repeat(64) } }),
    ];
    const names = ['first', 'second', 'untold'];
    expect([forkedOf(copies, names), unclearOf(copies, names)]).toEqual([[], []]);
    const file = said('file', { after: [], key: yours, header: { type: 'caseOpened' } });
    expect(unclearOf([file, ...copies], names)).toEqual(['first', 'second']);
  });

  it('is no fork where an employee says something of different copies; asked again of one copy, after its answer', () => {
    const of = (name: string, about: string, type: ActHeader['type'], more: readonly string[] = []) =>
      said(name, { after: [about, ...more], key: yours, header: { type, capacity: 'employee', about: hashOf(about) } });
    const copies = [said('open', { after: [], header: { type: 'caseOpened' } })];
    for (const [copy, after] of [
      ['one', 'open'],
      ['two', 'one'],
    ] as const)
      copies.push(said(copy, { after: [after], header: { type: 'copyReleased', about: hashOf('open') } }));
    const receipts = [of('first', 'one', 'copyAcknowledged'), of('second', 'two', 'copyAcknowledged')];
    const asked = of('asked', 'one', 'correctionRequested');
    expect(brokenOf([...copies, ...receipts, asked], ['first', 'second', 'asked'], 'forked')).toEqual([]);
    const again = of('again', 'one', 'correctionRequested');
    expect(brokenOf([...copies, asked, again], ['asked', 'again'], 'forked')).toEqual(['asked', 'again']);
    const about = { type: 'correctionAnswered', about: hashOf('asked') } as const;
    const answer = said('answer', { after: ['two', 'asked'], header: about });
    const later = of('again', 'one', 'correctionRequested', ['answer']);
    expect(brokenOf([...copies, asked, answer, later], ['asked', 'again'], 'forked')).toEqual([]);
  });

  it('is no fork where it is a record for oneself', () => {
    const acts = [
      opening,
      said('own', { after: ['open'], header: { scope: 'own' } }),
      said('next', { after: ['open'] }),
    ];
    expect(forkedOf(acts, ['own', 'next'])).toEqual([]);
  });
});

describe('what reaches deeper', () => {
  const consent = { type: 'consentRecorded', capacity: 'counsellor' } as const;
  const line = (deeper: DeeperNames) => [
    opening,
    said('consent', { after: ['open'], header: consent }),
    said('next', { after: ['open'], deeper }),
  ];

  it('is built on in a way that only some are told', () => {
    expect(forkedOf(line([null, null]), ['consent', 'next'])).toEqual([]);
    expect(forkedOf(line([[], [hashOf('consent')]]), ['consent', 'next'])).toEqual([]);
    expect(forkedOf(line([[], []]), ['consent', 'next'])).toEqual(['consent', 'next']);
  });
});
