import { foldCase } from '@shared/domain/case/fold.ts';
import { type ActHeader, isMadeForOneself } from '@shared/domain/case/header.ts';
import { inOrder } from '@shared/domain/case/order.ts';
import { ownView } from '@shared/domain/case/own-view.ts';
import { isSameOccasion } from '@shared/domain/case/same-occasion.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, arbitraryStep } from './support/arbitrary-case.ts';
import { type CaseFile, emptyFile, nameAct, put, type Step } from './support/case-file.ts';
import * as s from './support/steps.ts';

// Records for oneself (law: keeper): whatever one enters for oneself, what all share stays what it is.

const forOneself = ({ hash, header, ...rest }: NamedHeader): NamedHeader => ({
  ...rest,
  hash,
  header: { ...header, scope: 'own' } as ActHeader,
});

/** A case, and records for oneself that were made at some moment of it, each upon those before it. */
const withOwn = arbitraryCase().chain((file) =>
  fc
    .array(fc.tuple(fc.nat(file.acts.length), arbitraryStep(file.state)), { minLength: 1, maxLength: 4 })
    .map((made) => {
      const own: NamedHeader[] = [];
      for (const [moment, step] of made) {
        const acts = [...file.acts.slice(0, moment), ...own];
        const seen: CaseFile = { acts, state: ownOf(acts).state };
        own.push(forOneself(nameAct(seen, step, `own ${own.length}`)));
      }
      return { file, own };
    }),
);

const ownOf = (acts: readonly NamedHeader[]) =>
  ownView({
    acts,
    own: new Set(acts.filter(({ header }) => isMadeForOneself(header)).map(({ hash }) => hash)),
    relied: new Set(),
    fold: (some, relied) => foldCase(some, 2, relied),
  });

describe('records for oneself', () => {
  it('never change what all share, and take effect from nothing of it', () => {
    let effective = 0;
    let superseded = 0;
    fc.assert(
      fc.property(withOwn, ({ file, own }) => {
        const view = ownOf([...own, ...file.acts]);
        expect(view.shared).toEqual(foldCase(file.acts));
        const inView = new Set(view.state.acts.map(({ hash }) => hash));
        expect(view.shared.acts.filter(({ hash }) => !inView.has(hash))).toEqual([]);
        effective += own.filter(({ hash }) => inView.has(hash)).length;
        superseded += view.superseded.size;
      }),
      { numRuns: 300 },
    );
    // Both were really tried.
    expect(effective).toBeGreaterThan(100);
    expect(superseded).toBeGreaterThan(12);
  });

  it('keep their effect upon what others signed in the place of what they were made upon', () => {
    const observed: readonly Step[] = [
      { type: 'caseOpened', capacity: 'assessor' },
      { type: 'feedbackRecorded', capacity: 'assessor', facts: ['withEvidence'] },
      { type: 'problemIdentified', capacity: 'assessor' },
      { type: 'problemCommunicated', capacity: 'assessor', facts: [] },
      { type: 'changeEvaluated', capacity: 'assessor', facts: ['unchanged'] },
      { type: 'reportSubmitted', capacity: 'assessor', facts: ['withEvidence'] },
    ];
    const reported = observed.reduce((file, step) => put(file, step), emptyFile);
    const about = reported.acts.at(-1)?.hash ?? '';
    const genuine: readonly Step[] = [
      { type: 'reportRegistered', capacity: 'personnelOfficer', about },
      { type: 'counsellingDecided', capacity: 'personnelHead', facts: ['yes'] },
    ];
    const own: NamedHeader[] = [];
    const enter = (step: Step): void => {
      const acts = [...reported.acts, ...own];
      own.push(forOneself(nameAct({ acts, state: ownOf(acts).state }, { ...step, origin: 'paper' }, 'own')));
    };
    for (const step of genuine) enter(step);
    enter({ type: 'counsellorAssigned', capacity: 'personnelHead', facts: ['independent'] });
    enter({ type: 'assignmentAnswered', capacity: 'counsellor', facts: ['accepted'], about: own[2]?.hash ?? '' });
    const hashes = own.map(({ hash }) => hash);
    const alone = ownOf([...reported.acts, ...own]);
    expect(alone.superseded.size).toBe(0);
    const met = ownOf([...own, ...genuine.reduce((file, step) => put(file, step), reported).acts]);
    expect([...met.superseded]).toEqual(hashes.slice(0, 2));
    expect(met.state.acts.slice(-2).map(({ hash }) => hash)).toEqual(hashes.slice(2));
    expect(met.state.phase).toBe(alone.state.phase);
  });

  it('give way to what others sign of the same occasion, and what is about them is about that', () => {
    type Told = Parameters<typeof isSameOccasion>[0];
    const told = (act: NamedHeader, date: string): Told => ({ ...act, body: { content: { date } } as never });
    const before = s.fileAfter(...s.toReport, ...s.toAccepted('independent'), s.schedule);
    const known = before.acts.map((act) => told(act, ''));
    const view = (acts: readonly Told[]) =>
      ownView({
        acts,
        own: new Set(acts.filter(({ header }) => isMadeForOneself(header)).map(({ hash }) => hash)),
        relied: new Set(),
        isSame: isSameOccasion,
        fold: (some, relied) => foldCase(some, 2, relied),
      });
    const next: Step = { type: 'sessionScheduled', capacity: 'counsellor' };
    const entered = told(forOneself(nameAct(before, { ...next, origin: 'paper' }, 'own')), '2026-05-06');
    const held: Step = { type: 'sessionHeld', capacity: 'counsellor', about: entered.hash, origin: 'paper' };
    const state = view([...known, entered]).state;
    const upon = told(forOneself(nameAct({ acts: [], state }, held, 'held')), '2026-05-06');
    const signed = (date: string) => told(nameAct(before, next, date), date);
    const genuine = (date: string) => {
      const { header, ...act } = signed(date);
      return { ...act, header: { ...header, authorKey: 'b'.repeat(64) } };
    };
    const [same, other] = [genuine('2026-05-06'), genuine('2026-05-13')];
    expect([...view([...known, entered, upon, other]).superseded]).toEqual([]);
    const met = view([...known, entered, upon, other, same]);
    expect([...met.superseded]).toEqual([entered.hash]);
    expect(met.state.sessions.find(({ hash }) => hash === same.hash)?.state).toBe('held');
    expect(met.state.sessions.find(({ hash }) => hash === other.hash)?.state).toBe('planned');
    // Who entered both means two.
    expect([...view([...known, entered, signed('2026-05-06')]).superseded]).toEqual([]);
    // Who made the record upon the genuine act means another session on that day.
    const seen = view([...known, same]).state;
    const second = told(
      forOneself(nameAct({ acts: [], state: seen }, { ...next, origin: 'paper' }, '2')),
      '2026-05-06',
    );
    expect([...view([...known, same, second]).superseded]).toEqual([]);
  });

  it('stand after what they build on, and leave the order of the rest as it is', () => {
    fc.assert(
      fc.property(withOwn, ({ file, own }) => {
        const isShared = ({ header }: NamedHeader) => !isMadeForOneself(header);
        expect(inOrder([...own, ...file.acts]).ordered.filter(isShared)).toEqual(inOrder(file.acts).ordered);
      }),
      { numRuns: 150 },
    );
  });
});

describe('acts that are free at the same moment', () => {
  const at = (format: ActHeader['format'], origin: ActHeader['origin'], hash: string): NamedHeader => {
    const { header } = nameAct({ acts: [], state: foldCase([]) }, { type: 'caseOpened', capacity: 'assessor', origin });
    return { hash: hash.repeat(64), header: { ...header, format } as ActHeader };
  };

  it('stand as those of 0.3, then from their authors, then from paper, then by hash', () => {
    const acts = [
      at('bilik/act/v2', 'paper', '1'),
      at('bilik/act/v2', 'vault', '5'),
      at('bilik/act/v2', 'vault', '3'),
      at('bilik/act/v1', 'paper', '7'),
      at('bilik/act/v1', 'vault', '9'),
    ];
    for (const given of [acts, [...acts].reverse()])
      expect(inOrder(given).ordered.map(({ hash }) => hash[0])).toEqual(['7', '9', '3', '5', '1']);
  });

  it('keep in v1 the reach that they had: whoever saw a schedule had its sessions in this order', () => {
    const scheduled = at('bilik/act/v1', 'vault', '5');
    const on = (type: 'sessionRescheduled' | 'sessionHeld', hash: string): NamedHeader => {
      const act = at('bilik/act/v1', 'vault', hash);
      return { ...act, header: { ...act.header, type, about: scheduled.hash } as ActHeader };
    };
    const acts = [on('sessionHeld', '2'), on('sessionRescheduled', '1'), scheduled];
    expect(inOrder(acts).ordered.map(({ hash }) => hash[0])).toEqual(['5', '1', '2']);
  });
});
