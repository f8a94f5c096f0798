import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { DirectoryEntry } from '../../../shared/domain/identity/directory.ts';
import type { NamedPerson } from '../../../shared/domain/identity/person.ts';
import { castOf, contents, paperStep, type StepChange, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// "Benarkah ini pernyataan Anda?" (law: answered): paper in the name of somebody who has a vault asks that vault.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  second: { person: people.otherEmployee, roles: ['personnelHead'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const stateOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state;
const sharedOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).shared;
const viewOf = async ({ calls }: Member, caseId: string, hash: string) =>
  (await calls.get('case.open', { caseId })).acts.find((act) => act.hash === hash);

/** A case in the list of the personnel unit; everybody who takes part has it. */
const begin = async () => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer, second, official } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const about = stateOf(officer, caseId).report?.hash ?? '';
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  // Of two heads the other one keeps this file.
  const choice = { caseId, role: 'personnelHead', entryId: second.entryId } as const;
  await officer.calls.get('exchange.chooseReceiver', choice);
  await assessor.calls.get('exchange.chooseReceiver', choice);
  for (const to of [assessor, second, official]) await pass(officer, to, caseId);
  return { ...members, caseId, publish };
};

/** The officer enters the head's decision from paper, and the head has it. */
const decidedOnPaper = async () => {
  const scene = await begin();
  const decided = await enter(scene.officer.calls, scene.caseId, 'counsellingDecided', 'personnelHead');
  await pass(scene.officer, scene.head, scene.caseId);
  return { ...scene, decided };
};

const answer = (
  { calls }: Member,
  caseId: string,
  about: string,
  said: string,
  capacity: 'personnelHead' | 'assessor',
) => sign(calls, caseId, 'paperAnswered', capacity, { about, content: { answer: said } });

describe('a decision from paper in the name of somebody who has a vault', () => {
  it('goes to that person alone and has no effect anywhere before the answer', async () => {
    const { officer, head, second, assessor, official, caseId, decided } = await decidedOnPaper();
    for (const member of [officer, head]) {
      expect(sharedOf(member, caseId).decision, member.person.name).toBeNull();
      expect(await viewOf(member, caseId, decided)).toMatchObject({
        confirmation: 'waiting',
        withoutEffect: member === head ? 'waitsForAuthor' : null,
        enteredAs: 'personnelOfficer',
      });
    }
    for (const other of [assessor, official, second]) {
      const { receivers } = await officer.calls.get('exchange.outbox', { caseId }).then(({ cases }) => cases[0]!);
      expect(receivers.find(({ person }) => person.name === other.person.name)?.acts ?? []).toEqual([]);
    }
    // The officer works on, and nothing that others get names what waits.
    const next = await sign(officer.calls, caseId, 'employeeLeft', 'personnelOfficer');
    const { header } = loadCase(officer.vault.records, caseId).byHash.get(next) ?? expect.fail('no act');
    expect(header.refs).not.toContain(decided);
  });

  it('lets who entered it work on by it alone: what stands on it is for oneself until the answer', async () => {
    const { officer, head, caseId, decided } = await decidedOnPaper();
    expect(stateOf(officer, caseId).decision).toEqual({ hash: decided, decision: 'yes' });
    // Lists say the same as the file.
    const [listed] = await officer.calls.get('case.list', {});
    expect(listed?.phase).toBe((await officer.calls.get('case.open', { caseId })).summary.phase);
    const assigned = await enter(officer.calls, caseId, 'counsellorAssigned', 'authorisedOfficial');
    const { header } = loadCase(officer.vault.records, caseId).byHash.get(assigned) ?? expect.fail('no act');
    expect(header).toMatchObject({ scope: 'own' });
    await answer(head, caseId, decided, 'denied', 'personnelHead');
    await pass(head, officer, caseId);
    expect(stateOf(officer, caseId).decision).toBeNull();
    expect(await viewOf(officer, caseId, assigned)).toMatchObject({ withoutEffect: 'counsellingNotDecided' });
  });

  it('has effect for everybody once that key confirms it', async () => {
    const { officer, head, assessor, caseId, decided } = await decidedOnPaper();
    await answer(head, caseId, decided, 'confirmed', 'personnelHead');
    for (const to of [officer, assessor]) await pass(head, to, caseId);
    for (const member of [head, officer, assessor]) {
      expect(stateOf(member, caseId).decision, member.person.name).toEqual({ hash: decided, decision: 'yes' });
      expect(await viewOf(member, caseId, decided)).toMatchObject({ confirmation: 'confirmed', withoutEffect: null });
    }
    expect(stateOf(officer, caseId)).toEqual(stateOf(head, caseId));
  });

  it('never has effect once that key denies it, and the genuine decision does', async () => {
    const { officer, head, assessor, second, caseId, decided } = await decidedOnPaper();
    await answer(head, caseId, decided, 'denied', 'personnelHead');
    const no = await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
      content: { decision: 'no', reason: 'Tidak perlu' },
    });
    for (const to of [officer, assessor]) await pass(head, to, caseId);
    await pass(officer, second, caseId);
    for (const member of [head, officer]) {
      expect(await viewOf(member, caseId, decided)).toMatchObject({
        confirmation: 'denied',
        withoutEffect: 'deniedByAuthor',
      });
      expect(stateOf(member, caseId).decision).toEqual({ hash: no, decision: 'no' });
    }
    // Who never had it learns of none of this, the other head neither.
    for (const other of [assessor, second]) {
      expect(await viewOf(other, caseId, decided), other.person.name).toBeUndefined();
      const types = loadCase(other.vault.records, caseId).acts.map(({ header }) => header.type);
      expect(types).not.toContain('paperAnswered');
      expect(stateOf(other, caseId).decision).toEqual({ hash: no, decision: 'no' });
    }
  });

  it('gives way to what its author signs without answering', async () => {
    const { officer, head, caseId, decided } = await decidedOnPaper();
    const no = await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
      content: { decision: 'no', reason: 'Tidak perlu' },
    });
    await pass(head, officer, caseId);
    expect(stateOf(officer, caseId).decision).toEqual({ hash: no, decision: 'no' });
    expect(sharedOf(officer, caseId).decision).toEqual({ hash: no, decision: 'no' });
    expect(await viewOf(officer, caseId, decided)).toMatchObject({ confirmation: 'waiting' });
  });

  it('is refused where a modified client says that its author has no key, or names another one', async () => {
    const { officer, official, head, caseId } = await begin();
    const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
    const forged = async (namedKey: string | null, asOld?: true, author: NamedPerson = castOf.personnelHead) => {
      const act = forgeAct(officer, {
        ...(asOld && { asOld }),
        caseId,
        type: 'counsellingDecided',
        capacity: 'personnelHead',
        refs: stateOf(officer, caseId).heads,
        content: contents.counsellingDecided,
        attachments: [ref],
        origin: 'paper',
        paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
        author,
        enteredAs: 'personnelOfficer',
        header: { namedKey },
      });
      const path = await forgePackage(officer, await addressOf(official), { caseId, acts: [act], blobs: [bytes] });
      const { held, details } = await look(official, [path]);
      return [held, ...details];
    };
    const keyOf = ({ vault }: Member) => Buffer.from(vault.publicKey).toString('hex');
    expect(await forged(null)).toEqual(['actRefused', 'namedKeyDiffers']);
    expect(await forged(keyOf(officer))).toEqual(['actRefused', 'namedKeyDiffers']);
    // Nor by the format of before, which has no word for it.
    expect(await forged(null, true)).toEqual(['actRefused', 'namedKeyDiffers']);
    // Nor beside the entry of somebody else, with the number or without: then a person is asked who is meant.
    const member = { entryId: officer.entryId, key: keyOf(officer) };
    const disguised = { ...castOf.personnelHead, member };
    expect(await forged(null, undefined, disguised)).toEqual(['actRefused', 'namedKeyDiffers']);
    expect((await forged(null, undefined, { ...disguised, nip: '' }))[0]).toBe('personsAlike');
    // The right key: it is for the head alone.
    expect(await forged(keyOf(head))).toEqual(['actNotForMe']);
  });

  it('is not confirmed by another head either, nor before it comes', async () => {
    const { officer, official, second, caseId, decided } = await decidedOnPaper();
    const forged = forgeAct(second, {
      caseId,
      type: 'paperAnswered',
      capacity: 'personnelHead',
      about: decided,
      refs: stateOf(officer, caseId).heads,
      content: { ...contents.paperAnswered, answer: 'confirmed' },
    });
    for (const to of [official, officer]) {
      const path = await forgePackage(second, await addressOf(to), { caseId, acts: [forged] });
      expect(await look(to, [path])).toMatchObject({ held: 'actRefused', details: ['answerNotYours'] });
    }
  });

  it('is answered in a vault, never from paper', async () => {
    const { head, caseId, decided } = await decidedOnPaper();
    const change: StepChange = { caseId, about: decided, content: { answer: 'confirmed' } };
    const check = await head.calls.get('case.checkAct', paperStep('paperAnswered', 'personnelHead', change));
    expect(check.obstacles.map(({ code }) => code)).toContain('neverOnPaper');
  });

  it('is confirmed by nobody else', async () => {
    const { officer, head, caseId, decided } = await decidedOnPaper();
    const change: StepChange = { caseId, about: decided, content: { answer: 'confirmed' } };
    const check = await officer.calls.get('case.checkAct', step('paperAnswered', 'personnelHead', change));
    expect(check.obstacles.map(({ code }) => code)).toEqual(['answerNotYours']);
    const forged = forgeAct(officer, {
      caseId,
      type: 'paperAnswered',
      capacity: 'personnelHead',
      about: decided,
      refs: stateOf(officer, caseId).heads,
      content: { ...contents.paperAnswered, answer: 'confirmed' },
    });
    const path = await forgePackage(officer, await addressOf(head), { caseId, acts: [forged] });
    expect(await look(head, [path])).toMatchObject({ held: expect.stringMatching(/^actNotCertified|actRefused$/) });
  });
});

describe('other paper in the name of somebody who has a vault', () => {
  /** The unit enters what the assessor observed; all have it. */
  const entered = async (type: ActType = 'feedbackRecorded') => {
    const scene = await begin();
    const { officer, assessor, second, caseId } = scene;
    const hash = await enter(officer.calls, caseId, type, 'assessor');
    for (const to of [assessor, second]) await pass(officer, to, caseId);
    return { ...scene, hash };
  };

  it('has effect at once, marked as not confirmed, and as confirmed after the answer', async () => {
    const { assessor, officer, caseId, hash } = await entered();
    expect(await viewOf(officer, caseId, hash)).toMatchObject({ confirmation: 'unconfirmed', withoutEffect: null });
    await answer(assessor, caseId, hash, 'confirmed', 'assessor');
    await pass(assessor, officer, caseId);
    expect(await viewOf(officer, caseId, hash)).toMatchObject({ confirmation: 'confirmed' });
  });

  it('stops the work once it is denied, until the head has settled it', async () => {
    const { assessor, officer, second, caseId, hash } = await entered();
    await answer(assessor, caseId, hash, 'denied', 'assessor');
    await pass(assessor, officer, caseId);
    await pass(officer, second, caseId);
    const codes = async (member: Member) =>
      (await member.calls.get('case.checkAct', step('counsellingDecided', 'personnelHead', { caseId }))).obstacles.map(
        ({ code }) => code,
      );
    expect(await codes(second)).toContain('paperDisputed');
    await answer(second, caseId, hash, 'stands', 'personnelHead');
    expect(await codes(second)).toEqual([]);
    expect(await viewOf(second, caseId, hash)).toMatchObject({ confirmation: 'stands', withoutEffect: null });
  });

  it('is not denied again once the unit lets it stand, not after a confirmation either', async () => {
    const { assessor, officer, second, caseId, hash } = await entered();
    await answer(assessor, caseId, hash, 'denied', 'assessor');
    await pass(assessor, second, caseId);
    await answer(second, caseId, hash, 'stands', 'personnelHead');
    for (const to of [assessor, officer]) await pass(second, to, caseId);
    const again = { caseId, about: hash, content: { answer: 'denied' } };
    const codes = async () =>
      (await assessor.calls.get('case.checkAct', step('paperAnswered', 'assessor', again))).obstacles.map(
        ({ code }) => code,
      );
    expect(await codes()).toEqual(['alreadySettled']);
    await answer(assessor, caseId, hash, 'confirmed', 'assessor');
    expect(await codes()).toEqual(['alreadySettled']);
    await pass(assessor, officer, caseId);
    const forged = forgeAct(assessor, {
      caseId,
      type: 'paperAnswered',
      capacity: 'assessor',
      about: hash,
      refs: sharedOf(officer, caseId).heads,
      content: { ...contents.paperAnswered, answer: 'denied' },
    });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [forged] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused', details: ['alreadySettled'] });
  });

  it.each([false, true])('is answered by who no longer holds the post (and the role is over: %s)', async (isOver) => {
    const { assessor, officer, second, caseId, publish } = await begin();
    const content = { assessor: people.counsellor };
    const replaced = await enter(officer.calls, caseId, 'assessorReplaced', 'assessor', { content });
    for (const to of [assessor, second]) await pass(officer, to, caseId);
    if (isOver) {
      const to = '2026-01-01' as never;
      const end = (entry: DirectoryEntry): DirectoryEntry =>
        entry.entryId === assessor.entryId ? { ...entry, roles: entry.roles.map((span) => ({ ...span, to })) } : entry;
      const file = publish((directory) => ({ ...directory, entries: directory.entries.map(end) }));
      for (const { exchange, vault } of [assessor, officer, second])
        expect(takeDirectory(exchange.work, writable(vault.records), file).ok).toBe(true);
    }
    expect(await assessor.calls.get('exchange.review', { earlier: false })).toMatchObject([{ kind: 'asksMe' }]);
    await answer(assessor, caseId, replaced, 'denied', 'assessor');
    await pass(assessor, officer, caseId);
    await pass(officer, second, caseId);
    for (const member of [officer, second])
      expect(await viewOf(member, caseId, replaced)).toMatchObject({ confirmation: 'denied' });
    await answer(second, caseId, replaced, 'withdrawn', 'personnelHead');
    // Whose role is over is sent nothing more.
    if (isOver) return;
    await pass(second, assessor, caseId);
    // The post is the own one again.
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
  });

  it('counts as never entered once the head withdraws it, with what stood on it', async () => {
    const { assessor, officer, second, caseId, hash } = await entered();
    const before = stateOf(officer, caseId).feedback.count;
    await answer(assessor, caseId, hash, 'denied', 'assessor');
    await pass(assessor, officer, caseId);
    await pass(officer, second, caseId);
    await answer(second, caseId, hash, 'withdrawn', 'personnelHead');
    for (const to of [officer, assessor]) await pass(second, to, caseId);
    for (const member of [second, officer, assessor]) {
      expect(stateOf(member, caseId).feedback.count, member.person.name).toBe(before - 1);
      expect(await viewOf(member, caseId, hash)).toMatchObject({ withoutEffect: 'withdrawnByUnit' });
    }
  });
});
