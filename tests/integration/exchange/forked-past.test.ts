import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, type ForgedContent, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import {
  beginAnew,
  foundInstitution,
  hashOf,
  look,
  type Member,
  pass,
  send,
  take,
} from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who signs a second act that names only what came before an own first one, again and again until its hash is the
// smaller, comes before the first in the order of all: it loses effect, and so does what others built on it.

const cast = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

const stateOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state;
const headerOf = ({ vault }: Member, caseId: string, hash: string) =>
  loadCase(vault.records, caseId).byHash.get(hash)?.header ?? expect.fail('no act');

const decided = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer, head } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const about = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await pass(officer, head, caseId);
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  return { ...members, caseId };
};

const resulted = async () => {
  const scene = await decided();
  const { head, counsellor, caseId } = scene;
  await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead');
  await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await pass(head, counsellor, caseId);
  const about = hashOf(counsellor, caseId, 'counsellorAssigned');
  await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
  const session = hashOf(counsellor, caseId, 'sessionScheduled');
  await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
  await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
  await pass(counsellor, head, caseId);
  const result = hashOf(head, caseId, 'resultSigned');
  await sign(head.calls, caseId, 'resultReceived', 'personnelHead', { about: result });
  return scene;
};

/** An act beside the own first one of its type: it names what that one names, and its hash is smaller. */
const fork = (author: Member, caseId: string, first: string, change: Partial<ForgedContent> = {}): Forged => {
  const { type, capacity, refs, about } = headerOf(author, caseId, first);
  for (;;) {
    const content = { ...contents[type as keyof typeof contents] };
    const act = forgeAct(author, { caseId, type, capacity, refs, about, content, ...change });
    if (act.hash < first) return act;
  }
};

/** What a member is told of forged acts. */
const toldOf = async (author: Member, to: Member, caseId: string, acts: readonly Forged[]) =>
  look(to, [await forgePackage(author, await addressOf(to), { caseId, acts })]);

describe('an author who forks the own past', () => {
  it('is told before a second report undoes the decision', async () => {
    const { assessor, head, caseId } = await decided();
    const forged = fork(assessor, caseId, hashOf(assessor, caseId, 'reportSubmitted'));
    const told = await toldOf(assessor, head, caseId, [forged]);
    expect(told).toMatchObject({ held: 'actForked', mayAccept: true });
    expect(told.details).toEqual([people.assessor.name, 'actUndoes', people.assessor.name]);
    expect(stateOf(head, caseId).decision).not.toBeNull();
    // What a person would pass over: this is why it is told.
    unwrap(await takeIn(head.exchange, told.inspectionId, true));
    expect(stateOf(head, caseId).decision).toBeNull();
  });

  it('is told before a second result undoes the receipt', async () => {
    const { counsellor, head, caseId } = await resulted();
    const first = hashOf(counsellor, caseId, 'resultSigned');
    const told = await toldOf(counsellor, head, caseId, [fork(counsellor, caseId, first)]);
    expect(told).toMatchObject({ held: 'actForked' });
    expect(told.details).toEqual([people.counsellor.name, 'actUndoes', people.counsellor.name]);
  });

  it('is asked about where it names something that nobody has beside, before it undoes anything', async () => {
    const { assessor, head, caseId } = await decided();
    const first = hashOf(assessor, caseId, 'reportSubmitted');
    const { refs } = headerOf(assessor, caseId, first);
    const past = { refs: [...refs, 'f'.repeat(64)] };
    const told = await toldOf(assessor, head, caseId, [fork(assessor, caseId, first, past)]);
    const { name } = people.assessor;
    expect(told).toMatchObject({ held: 'actLineUnclear', details: [name, 'actUndoes', name] });
    expect(stateOf(head, caseId).decision).not.toBeNull();
  });

  it('is told for an act of another kind too, by whoever has the own ones', async () => {
    const { assessor, officer, head, caseId } = await decided();
    const { refs } = headerOf(assessor, caseId, hashOf(assessor, caseId, 'problemCommunicated'));
    const spoken = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const forged = forgeAct(assessor, { ...spoken, content: contents.feedbackRecorded });
    for (const to of [head, officer]) expect((await toldOf(assessor, to, caseId, [forged])).held).toBe('actForked');
  });

  it('is told before an author denies what the same author has confirmed', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer, head } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(assessor, officer, caseId);
    const about = hashOf(officer, caseId, 'reportSubmitted');
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    const paper = await enter(officer.calls, caseId, 'counsellingDecided', 'personnelHead');
    await pass(officer, head, caseId);
    const confirmed = await sign(head.calls, caseId, 'paperAnswered', 'personnelHead', {
      about: paper,
      content: { answer: 'confirmed' },
    });
    await pass(head, officer, caseId);
    expect(stateOf(officer, caseId).decision?.hash).toBe(paper);
    const denied = fork(head, caseId, confirmed, { content: { ...contents.paperAnswered, answer: 'denied' } });
    expect(await toldOf(head, officer, caseId, [denied])).toMatchObject({ held: 'actForked' });
  });

  it('is told beside every other doubt about the same act', async () => {
    const { assessor, head, caseId } = await decided();
    const statedAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const forged = fork(assessor, caseId, hashOf(assessor, caseId, 'reportSubmitted'), { statedAt });
    const told = await toldOf(assessor, head, caseId, [forged]);
    const { name } = people.assessor;
    expect(told.details).toEqual([name, 'actUndoes', name, 'actFromFuture', name]);
    const { itemId, acts } = (await head.calls.get('exchange.review', { earlier: false }))[0]!;
    expect(acts.map(({ state, codes }) => ({ state, codes }))).toEqual([
      { state: 'takeable', codes: ['actForked', 'actUndoes', 'actFromFuture'] },
    ]);
    const input = { choice: 'take' as const, itemId, acts: [forged.hash] };
    const call = { method: 'exchange.decide', kind: 'passphrase' as const, input };
    const read = JSON.stringify(unwrap(await confirmationOf(call, head.calls.context)));
    for (const code of ['actForked', 'actUndoes', 'actFromFuture']) expect(read).toContain(`$exchange.held.${code}`);
  });

  it('is not suspected for going on after the own acts', async () => {
    const { assessor, head, counsellor, caseId } = await resulted();
    await pass(head, assessor, caseId);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    for (const [from, to] of [
      [assessor, head],
      [head, counsellor],
    ] as const)
      expect((await pass(from, to, caseId)).held, `${from.person.name} to ${to.person.name}`).toBeNull();
  });
});

describe('an author who forks nothing', () => {
  /** A report that the officer registered, and of which the assessor knows that. */
  const registered = async () => {
    const institution = await foundInstitution(cast);
    const { assessor, officer, head } = institution.members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const about = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    for (const to of [officer, head]) await pass(assessor, to, caseId);
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await pass(officer, assessor, caseId);
    return { institution, assessor, officer, head, caseId };
  };

  it('is not told as one who does where what lies between has not come yet', async () => {
    const { assessor, officer, head, caseId } = await registered();
    const { heads } = stateOf(assessor, caseId);
    const spoken = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs: heads, asOld: true } as const;
    // Version 0.3 sends what its author signed, and not what lies between.
    const act = forgeAct(assessor, { ...spoken, content: contents.feedbackRecorded });
    const paths = [await forgePackage(assessor, await addressOf(head), { caseId, acts: [act] })];
    const { name } = people.assessor;
    expect(await look(head, paths)).toMatchObject({ held: 'actLineUnclear', details: [name], mayAccept: true });
    const toCheck = async (): Promise<unknown[]> =>
      (await head.calls.get('exchange.review', { earlier: false }))
        .filter(({ waits }) => waits)
        .map(({ kind, acts }) => [kind, ...acts.map(({ state, codes }) => [state, ...codes])]);
    expect(await toCheck()).toEqual([['actLineUnclear', ['waits']]]);
    // Once it is here, nobody asks any more.
    await pass(officer, head, caseId);
    expect(await toCheck()).toEqual([['actLineUnclear', ['takeable']]]);
    await take(head, paths);
    expect(await toCheck()).toEqual([]);
  });

  it('is not told as one who does by a vault that was begun anew and lacks an own act', async () => {
    const { institution, assessor, officer, head, caseId } = await registered();
    await pass(officer, head, caseId);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    await pass(assessor, officer, caseId);
    const anew = await beginAnew(institution, 'assessor');
    // The head does not have what the assessor said last.
    const given = await look(anew, await send(head, anew, caseId));
    unwrap(await takeIn(anew.exchange, given.inspectionId, true));
    await sign(anew.calls, caseId, 'feedbackRecorded', 'assessor');
    expect(await look(officer, await send(anew, officer, caseId))).toMatchObject({ held: 'actLineUnclear' });
  });
});

describe('somebody else in the same post', () => {
  const posts = { ...cast, second: { person: people.otherEmployee, roles: ['personnelHead'] } } as const;

  /** The head has decided, the officer has it, and another head signs a "no" that comes before it. */
  const overtaken = async () => {
    const { members } = await foundInstitution(posts);
    const { assessor, officer, head, second } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(assessor, officer, caseId);
    const about = hashOf(officer, caseId, 'reportSubmitted');
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await officer.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelHead', entryId: head.entryId });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    await pass(head, officer, caseId);
    const first = hashOf(officer, caseId, 'counsellingDecided');
    const { refs } = headerOf(officer, caseId, first);
    const content = { ...contents.counsellingDecided, decision: 'no', reason: 'Dibina atasan saja.' };
    for (;;) {
      const act = { caseId, type: 'counsellingDecided', capacity: 'personnelHead', refs, content } as const;
      const forged = forgeAct(second, act);
      if (forged.hash < first) return { ...members, caseId, first, forged };
    }
  };

  it('is told before a decision is undone that has effect here', async () => {
    const { officer, second, caseId, first, forged } = await overtaken();
    const told = await toldOf(second, officer, caseId, [forged]);
    expect(told).toMatchObject({ held: 'actUndoes', details: [people.otherEmployee.name], mayAccept: true });
    expect(stateOf(officer, caseId).decision).toEqual({ hash: first, decision: 'yes' });
    // What a person would pass over: this is why it is told.
    unwrap(await takeIn(officer.exchange, told.inspectionId, true));
    expect(stateOf(officer, caseId).decision?.decision).toBe('no');
  });

  it('is told by the list too, for the single act', async () => {
    const { officer, second, caseId, forged } = await overtaken();
    await toldOf(second, officer, caseId, [forged]);
    const { acts } = (await officer.calls.get('exchange.review', { earlier: false }))[0]!;
    expect(acts.map(({ state, codes }) => ({ state, codes }))).toEqual([{ state: 'takeable', codes: ['actUndoes'] }]);
  });
});

describe('an author who says that the file is about the wrong person', () => {
  it('is not taken for one who forks the own past, though what was signed before that does not leave any more', async () => {
    const { officer, head, counsellor, caseId } = await decided();
    await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead');
    await pass(head, counsellor, caseId);
    const about = hashOf(counsellor, caseId, 'counsellorAssigned');
    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
    await pass(counsellor, head, caseId);
    const session = await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
    for (const to of [officer, counsellor]) await pass(head, to, caseId);
    await sign(head.calls, caseId, 'sessionRescheduled', 'personnelHead', { about: session });
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    for (const to of [officer, counsellor]) {
      await pass(head, to, caseId);
      expect(stateOf(to, caseId).mistaken).not.toBeNull();
      expect(hashOf(to, caseId, 'sessionRescheduled')).toBe('');
    }
  });
});
