import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findActRow } from '../../../electron/backend/case/act-rows.ts';
import { actsAside, verifiedActs } from '../../../electron/backend/case/stored-act.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import type { ReviewItem } from '../../../shared/contract/review.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { forgeOwnFile, sealOwnFile } from '../../fixtures/forged-file.ts';
import { foundInstitution, hashOf, look, type Member, take } from '../../fixtures/institution.ts';
import { joinWith03, sendFrom } from '../../fixtures/joined-03.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Version 0.3 drew the ids of its files by chance. Who knows one signs an opening of the own in that format under it,
// for somebody who does not have the file yet. Which of the two counts a person chooses, and nothing is lost by that.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  rival: { person: people.assessorSuperior, roles: ['assessor'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  third: { person: people.counsellor, roles: ['assessor'] },
} as const;
const change = { asOld: true } as const;

const reviewOf = ({ calls }: Member): Promise<ReviewItem[]> => calls.get('exchange.review', { earlier: false });

/** The one thing of a kind in the list. */
const itemOf = async (at: Member, kind: ReviewItem['kind']): Promise<ReviewItem> => {
  const [item, ...more] = (await reviewOf(at)).filter((one) => one.kind === kind);
  if (item === undefined || more.length > 0) throw new Error(`${more.length + (item ? 1 : 0)} of ${kind}`);
  return item;
};

const chooses = ({ calls }: Member, { itemId }: Pick<ReviewItem, 'itemId'>) => ({
  take: () => calls.get('exchange.decide', { choice: 'take', itemId, acts: null }),
  takeBack: () => calls.get('exchange.decide', { choice: 'takeBack', itemId }),
  refuse: () => calls.get('exchange.decide', { choice: 'refuse', itemId, reason: '' }),
});

const assessorAt = async ({ calls }: Member, caseId: string): Promise<string> =>
  (await calls.get('case.open', { caseId })).assessor.name;

/** Employees whom the lists name: those of the files, and of the register. */
const listedAt = async ({ calls }: Member): Promise<string[][]> => [
  (await calls.get('case.list', {})).map(({ employeeName }) => employeeName),
  (await calls.get('persons.list', {})).map(({ name }) => name).filter((name) => name !== people.personnelOfficer.name),
];

const countedAt = ({ vault: { records } }: Pick<Member, 'vault'>, caseId: string): string[] =>
  verifiedActs(records, caseId)
    .acts.map(({ hash }) => hash)
    .sort();

const openingOf = ({ vault: { records } }: Member, hashes: readonly string[]): string =>
  hashes.find((hash) => findActRow(records, hash)?.type === 'caseOpened') ?? '';

/** Signed by a member after the own acts of a file, and sealed alone for somebody. */
const sealNext = async (by: Member, to: Member, { caseId, acts }: { caseId: string; acts: readonly Forged[] }) => {
  const said = { caseId, type: 'feedbackRecorded', capacity: 'assessor', content: contents.feedbackRecorded } as const;
  const act = forgeAct(by, { ...said, refs: [acts.at(-1)?.hash ?? ''] });
  return { act, path: await forgePackage(by, await addressOf(to), { caseId, acts: [act] }) };
};

/** A forged file in the vault of the officer, and the genuine one on its way there. */
const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { officer, rival, assessor } = members;
  const caseId = toHex(randomBytes(16));
  const forged = await sealOwnFile(rival, officer, { id: caseId, change, opening: { employee: people.otherEmployee } });
  await take(officer, [forged.path]);
  const genuine = await sealOwnFile(assessor, officer, { id: caseId, change });
  return { ...members, caseId, forged, genuine: [genuine.path] };
};

/** The same with the genuine one chosen. */
const chosen = async () => {
  const scene = await begin();
  await look(scene.officer, scene.genuine);
  const { itemId } = await itemOf(scene.officer, 'actOtherOpening');
  await chooses(scene.officer, { itemId }).take();
  return { ...scene, itemId };
};

describe('a file of version 0.3 whose id was used first', () => {
  it('is taken from version 0.3 itself once a person chooses it', async () => {
    const { assessor: _, ...others } = cast;
    const institution = await foundInstitution(others);
    const { officer, rival } = institution.members;
    const { assessor } = await joinWith03(institution, { assessor: { person: people.assessor, roles: ['assessor'] } });
    const caseId = await assessor.ask<string>({ do: 'report' });
    await take(officer, [(await sealOwnFile(rival, officer, { id: caseId, change })).path]);
    await take(officer, await sendFrom(assessor, officer, caseId), 'actOtherOpening');
    expect(await assessorAt(officer, caseId)).toBe(people.assessor.name);
    const sent = await assessor.ask<{ readonly hash: string }[]>({ do: 'acts', caseId });
    expect(countedAt(officer, caseId)).toEqual(sent.map(({ hash }) => hash).sort());
  });

  it('takes the place of the forged one once a person chooses it, and not before', async () => {
    const { officer, rival, caseId, forged, genuine } = await begin();
    const before = countedAt(officer, caseId);
    expect(await assessorAt(officer, caseId)).toBe(rival.person.name);
    expect(await listedAt(officer)).toEqual([[people.otherEmployee.name], [people.otherEmployee.name]]);

    const told = await look(officer, genuine);
    expect(told).toMatchObject({ held: 'actOtherOpening', details: [people.assessor.name], mayAccept: true });
    expect(await takeIn(officer.exchange, told.inspectionId, false)).toMatchObject({ ok: false });
    const item = await itemOf(officer, 'actOtherOpening');
    expect(item).toMatchObject({ waits: true, choices: ['take', 'refuse', 'ask'], decision: null });
    expect(item.files).toMatchObject([
      { counts: true, opener: { person: { name: rival.person.name } }, acts: before.length, ownActs: 0 },
      { counts: false, opener: { person: { name: people.assessor.name } } },
    ]);
    await chooses(officer, item).refuse();
    expect(countedAt(officer, caseId)).toEqual(before);

    await chooses(officer, item).takeBack();
    await chooses(officer, item).take();
    expect(await assessorAt(officer, caseId)).toBe(people.assessor.name);
    expect(await listedAt(officer)).toEqual([[people.employee.name], [people.employee.name]]);
    // Nothing of the forged file counts, and all of it is there.
    expect(countedAt(officer, caseId).filter((hash) => before.includes(hash))).toEqual([]);
    const aside = await itemOf(officer, 'fileSetAside');
    expect(aside).toMatchObject({ itemId: forged.acts[0]?.hash, choices: ['take'], waits: false });
    expect(aside.acts.map(({ hash, state }) => [hash, state]).sort()).toEqual(before.map((hash) => [hash, 'aside']));
    expect(aside.files.map(({ counts }) => counts)).toEqual([true, false]);
    const { entries } = await officer.calls.get('audit.list', { store: 'records', before: null, limit: 20 });
    expect(entries.map(({ kind }) => kind)).toContain('fileSetAside');

    await chooses(officer, item).takeBack();
    expect(countedAt(officer, caseId)).toEqual(before);
    expect(await listedAt(officer)).toEqual([[people.otherEmployee.name], [people.otherEmployee.name]]);
    expect(await itemOf(officer, 'actOtherOpening')).toMatchObject({ waits: true, decision: null });
    expect((await reviewOf(officer)).some(({ kind }) => kind === 'fileSetAside')).toBe(false);
  });

  it('tells in the window of confirmation what goes aside and what counts', async () => {
    const { officer, genuine } = await begin();
    const { inspectionId } = await look(officer, genuine);
    const { itemId } = await itemOf(officer, 'actOtherOpening');
    for (const [method, input] of [
      ['exchange.decide', { choice: 'take', itemId, acts: null }],
      ['exchange.importHeld', { inspectionId }],
    ] as const) {
      const read = unwrap(await confirmationOf({ method, kind: 'passphrase', input }, officer.calls.context));
      const linesOf = (label: string) => read?.facts.find((one) => one.label === label)?.lines;
      expect(linesOf('fileGoesAside')).toContain(people.assessorSuperior.name);
      expect(linesOf('fileCounts')).toContain(people.assessor.name);
    }
  });

  it('takes with it what was built upon the forged one, drafts and private notes staying where they are', async () => {
    const { officer, caseId, genuine } = await begin();
    const about = () => hashOf(officer, caseId, 'reportSubmitted');
    await enter(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: about() });
    const draft = { kind: 'act:statusNotified', caseId, subjectKey: '', content: '{}' };
    await officer.calls.get('drafts.save', draft);
    await officer.calls.get('notes.save', { noteId: null, caseId, title: 'Satu', content: '{}', attachmentIds: [] });
    const papers = async () => (await officer.calls.get('case.open', { caseId })).documents.length;
    const [built, drawn] = [countedAt(officer, caseId), await papers()];

    await look(officer, genuine);
    const item = await itemOf(officer, 'actOtherOpening');
    expect(item.files[0]).toMatchObject({ counts: true, ownActs: 1 });
    await chooses(officer, item).take();
    expect(await itemOf(officer, 'fileSetAside')).toMatchObject({ files: [{ ownActs: 0 }, { ownActs: 1 }] });
    expect(await papers()).toBe(0);
    expect(await officer.calls.get('notes.list', { caseId })).toHaveLength(1);
    expect(await officer.calls.get('drafts.list', { caseId })).toHaveLength(1);
    // Nothing of the set-aside file goes out.
    const { cases } = await officer.calls.get('exchange.outbox', { caseId });
    const going = cases.flatMap(({ receivers }) => receivers.flatMap(({ acts }) => acts.map(({ hash }) => hash)));
    expect(going.filter((hash) => built.includes(hash))).toEqual([]);

    // Once something is built upon it the choice is not simply taken back; it can be turned round all the same.
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: about() });
    const onGenuine = countedAt(officer, caseId);
    await expect(chooses(officer, item).takeBack()).rejects.toThrow('builtUpon');
    await chooses(officer, await itemOf(officer, 'fileSetAside')).take();
    expect(countedAt(officer, caseId)).toEqual(built);
    expect(await papers()).toBe(drawn);
    await expect(chooses(officer, item).takeBack()).rejects.toThrow('otherFileCounts');
    await chooses(officer, await itemOf(officer, 'fileSetAside')).take();
    expect(countedAt(officer, caseId)).toEqual(onGenuine);
  });

  it('does not mix with the other one: what continues that one belongs to it', async () => {
    const { officer, rival, caseId, forged } = await chosen();
    const counted = countedAt(officer, caseId);
    // What is known already changes nothing.
    const again = await forgePackage(rival, await addressOf(officer), { caseId, acts: forged.acts.slice(0, 1) });
    await take(officer, [again]);
    expect(countedAt(officer, caseId)).toEqual(counted);

    const { act, path } = await sealNext(rival, officer, { caseId, acts: forged.acts });
    const told = await look(officer, [path]);
    expect(told).toMatchObject({ held: 'actOtherOpening', details: [rival.person.name] });
    expect(await takeIn(officer.exchange, told.inspectionId, false)).toMatchObject({ ok: false });
    expect(countedAt(officer, caseId)).toEqual(counted);
    const held = (await reviewOf(officer)).find(({ kind, waits }) => kind === 'actOtherOpening' && waits);
    await chooses(officer, { itemId: held?.itemId ?? '' }).take();
    expect(countedAt(officer, caseId)).toContain(act.hash);
    expect(await assessorAt(officer, caseId)).toBe(rival.person.name);
    await chooses(officer, { itemId: held?.itemId ?? '' }).takeBack();
    expect(countedAt(officer, caseId)).toEqual(counted);
    const aside = await itemOf(officer, 'fileSetAside');
    expect(actsAside(officer.vault.records, { caseId, opening: aside.itemId }).acts).toHaveLength(aside.acts.length);
  });

  it('takes no act into it that the head signed upon the other one', async () => {
    const { officer, head, caseId, genuine } = await begin();
    const register = () =>
      sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
        about: hashOf(officer, caseId, 'reportSubmitted'),
      });
    const onForged = await register();
    await look(officer, genuine);
    await chooses(officer, await itemOf(officer, 'actOtherOpening')).take();
    await register();
    const counted = countedAt(officer, caseId);
    const said = { caseId, type: 'counsellingDecided', capacity: 'personnelHead' } as const;
    const decision = forgeAct(head, { ...said, refs: [onForged], content: contents.counsellingDecided });
    const path = await forgePackage(head, await addressOf(officer), { caseId, acts: [decision] });
    const told = await look(officer, [path]);
    expect(told).toMatchObject({ held: 'actOtherOpening', details: [head.person.name] });
    expect(await takeIn(officer.exchange, told.inspectionId, false)).toMatchObject({ ok: false });
    expect(countedAt(officer, caseId)).toEqual(counted);
  });

  it('gives way to a third one in the same way, and the latest choice alone is taken back', async () => {
    const { officer, third, caseId, forged, itemId } = await chosen();
    const genuine = countedAt(officer, caseId);
    const sealed = await sealOwnFile(third, officer, { id: caseId, change });
    await look(officer, [sealed.path]);
    const latest = (await reviewOf(officer)).find(({ kind, waits }) => kind === 'actOtherOpening' && waits);
    await chooses(officer, { itemId: latest?.itemId ?? '' }).take();
    expect(await assessorAt(officer, caseId)).toBe(third.person.name);
    const aside = (await reviewOf(officer)).filter(({ kind }) => kind === 'fileSetAside').map((one) => one.itemId);
    expect(aside.sort()).toEqual([forged.acts[0]?.hash, openingOf(officer, genuine)].sort());
    await expect(chooses(officer, { itemId }).takeBack()).rejects.toThrow('otherFileCounts');
    await chooses(officer, { itemId: latest?.itemId ?? '' }).takeBack();
    expect(countedAt(officer, caseId)).toEqual(genuine);
    await chooses(officer, { itemId }).takeBack();
    expect(await assessorAt(officer, caseId)).toBe(people.assessorSuperior.name);
  });

  it('has no rival in what the rules refuse by itself', async () => {
    const { officer, head, assessor, third, caseId } = await chosen();
    const counted = countedAt(officer, caseId);
    const lawless = [
      // Nobody has certified the head as an assessor.
      await sealOwnFile(head, officer, { id: caseId, change }),
      // About oneself.
      await sealOwnFile(third, officer, { id: caseId, change, opening: { employee: people.counsellor } }),
    ];
    for (const { path } of lawless) {
      const told = await look(officer, [path]);
      expect(told).toMatchObject({ mayAccept: false });
      const held = (await reviewOf(officer)).find(({ packageId }) => packageId === told.packageId);
      await expect(chooses(officer, { itemId: held?.itemId ?? '' }).take()).rejects.toThrow();
    }
    const two = [third, assessor].map((by) => forgeOwnFile(by, { id: caseId, change }).acts[0]!);
    const path = await forgePackage(third, await addressOf(officer), { caseId, acts: two });
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused', mayAccept: false });
    expect(countedAt(officer, caseId)).toEqual(counted);
  });

  it('counts on in the vault that opened it, unless its holder says otherwise', async () => {
    const { assessor, officer, caseId } = await begin();
    const own = forgeOwnFile(assessor, { id: caseId, change });
    const back = { caseId, acts: own.acts, blobs: own.blobs };
    await take(assessor, [await forgePackage(officer, await addressOf(assessor), back)]);
    const counted = countedAt(assessor, caseId);
    // The unit may open a file for an assessor.
    const byUnit = { ...change, capacity: 'personnelOfficer' } as const;
    const forged = forgeOwnFile(officer, { id: caseId, change: byUnit, opening: { assessor: people.assessor } });
    const path = await forgePackage(officer, await addressOf(assessor), { ...forged, acts: forged.acts.slice(0, 1) });
    const told = await look(assessor, [path]);
    expect(told).toMatchObject({ held: 'actOtherOpening' });
    expect(await takeIn(assessor.exchange, told.inspectionId, false)).toMatchObject({ ok: false });
    expect(countedAt(assessor, caseId)).toEqual(counted);
    const { files } = await itemOf(assessor, 'actOtherOpening');
    expect(files).toMatchObject([
      { counts: true, ownActs: own.acts.length },
      { counts: false, ownActs: 0 },
    ]);
  });
});
