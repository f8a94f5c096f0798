import { foldCase } from '@shared/domain/case/fold.ts';
import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { awaitedDeciders, type NamedHeader } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { add, addAll, draftOf, nameAct, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// Who decides the follow-up by one act that names several (law: followUp), as the header alone tells it.

const counselled = s.withResult('independent');
const joint = s.decide('personnelHead', 'assessorSuperior');
const inked = { ...joint, facts: ['assessorSuperior', 'inkSuperior', 'lastItemB', 'personnelHead'] };
const named: readonly Role[] = ['assessorSuperior', 'personnelHead'];

type Change = (header: NamedHeader['header']) => NamedHeader['header'];

/** Who decides after one act, changed before it is folded. */
const decidersBy = (step: Step, change: Change = (header) => header) => {
  const { header, hash } = nameAct(counselled, step);
  const { followUp } = foldCase([...counselled.acts, { hash, header: change(header) }]);
  expect(followUp?.named).toEqual(named);
  return followUp?.deciders;
};

const asOld: Change = ({
  actId,
  authorKey,
  bodyCommit,
  capacity,
  caseId,
  facts,
  origin,
  refs,
  statedAt,
  about,
  type,
}) =>
  ({
    ...{ format: 'bilik/act/v1', version: 1, actId, authorKey, bodyCommit, capacity, caseId, facts, origin },
    ...{ refs, statedAt, about, type },
  }) as NamedHeader['header'];
const asOwn: Change = (header) => ({ ...header, scope: 'own' }) as NamedHeader['header'];

describe('an act that names several deciders', () => {
  it('counts from a vault for its author alone, whatever it says of ink', () => {
    expect(decidersBy(joint)).toEqual(['personnelHead']);
    expect(decidersBy(inked)).toEqual(['personnelHead']);
  });

  it('counts from paper for those too who signed it and have no key', () => {
    expect(decidersBy({ ...joint, origin: 'paper' })).toEqual(['personnelHead']);
    expect(decidersBy({ ...inked, origin: 'paper' })).toEqual(named);
  });

  it('counts the same once its author has confirmed such a paper', () => {
    const { state } = addAll(counselled, [
      { ...inked, origin: 'paper', namedKey: 'e'.repeat(64) },
      ({ waiting }) => ({
        type: 'paperAnswered',
        capacity: 'personnelHead',
        facts: ['confirmed'],
        about: waiting[0]?.hash ?? null,
      }),
    ]);
    expect(state.followUp).toMatchObject({ named, deciders: named });
  });

  it('counts for all whom it names where 0.3 signed it, or where it is a record for oneself', () => {
    expect(decidersBy(joint, asOld)).toEqual(named);
    expect(decidersBy({ ...joint, origin: 'paper' }, asOwn)).toEqual(named);
  });

  it('has no word for ink in the format of 0.3', () => {
    const { header } = nameAct(counselled, { ...inked, origin: 'paper' });
    expect(judgeHeader(counselled.state, header)).toEqual([]);
    expect(judgeHeader(counselled.state, asOld(header)).map(({ code }) => code)).toEqual(['factsNotInTable']);
  });
});

describe('joining', () => {
  const decided = add(counselled, joint);
  const join = (capacity: Role, state = decided.state): Step => ({
    type: 'followUpJoined',
    capacity,
    about: state.followUp?.hash ?? null,
  });

  it('is each one’s own, once, and changes nothing else of the decision', () => {
    expect(awaitedDeciders(decided.state)).toEqual(['assessorSuperior']);
    const { state } = addAll(decided, [join('assessorSuperior')]);
    expect(state.followUp).toEqual({ ...decided.state.followUp, deciders: named });
    expect(awaitedDeciders(state)).toEqual([]);
    expect(() => add({ ...decided, state }, join('assessorSuperior', state))).toThrow('nobodyToJoin');
  });

  it('comes before progress: who is named and has not joined records none', () => {
    const codes = (file: typeof decided, role: Role): string[] =>
      judgeHeader(file.state, draftOf(s.progress('A', 'done', role)(file.state))).map(({ code }) => code);
    expect(codes(decided, 'assessorSuperior')).toEqual(['capacityNotAllowed']);
    for (const role of ['personnelHead', 'personnelOfficer'] as const) expect(codes(decided, role)).toEqual([]);
    expect(codes(addAll(decided, [join('assessorSuperior')]), 'assessorSuperior')).toEqual([]);
  });

  it('is nobody’s whom the decision does not name, nor its author’s', () => {
    for (const capacity of ['authorisedOfficial', 'personnelHead', 'assessor'] as const)
      expect(() => add(decided, join(capacity)), capacity).toThrow(/capacityNotAllowed|roleNotAllowed/);
  });
});
