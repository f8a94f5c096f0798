import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { DirectoryEntry, DirectoryKey } from '../../../shared/domain/identity/directory.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { castOf, contents, type StepChange, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, type ForgedContent, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// A keeper with a changed program enters what decides nothing and says that its author has no key (law: answered): the
// author is asked all the same, and a denial counts in every vault.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
const keyOf = ({ vault }: Member): string => Buffer.from(vault.publicKey).toString('hex');
const sharedOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).shared;
const viewOf = async ({ calls }: Member, caseId: string, hash: string) =>
  (await calls.get('case.open', { caseId })).acts.find((act) => act.hash === hash);

/** A case that the assessor reported; unit, official and assessor have it. */
const begin = async () => {
  const { members, publish, directory } = await foundInstitution(cast);
  const { assessor, officer, head, official } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  for (const to of [head, official]) await pass(officer, to, caseId);
  const report = sharedOf(officer, caseId).report?.hash ?? '';
  return { ...members, members, caseId, report, publish, entries: directory.entries };
};
type Scene = Awaited<ReturnType<typeof begin>>;

/** What the officer enters by hand, in the name of a role; nobody's key named unless it is said. */
const entered = (
  { officer, caseId }: Scene,
  type: ActType,
  capacity: Role,
  { content, ...change }: Partial<ForgedContent> = {},
): Forged =>
  forgeAct(officer, {
    caseId,
    type,
    capacity,
    refs: sharedOf(officer, caseId).heads,
    content: { ...contents[type], ...content },
    attachments: [ref],
    origin: 'paper',
    paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
    author: castOf[capacity],
    enteredAs: 'personnelOfficer',
    ...change,
  });

const carry = async ({ officer, caseId }: Scene, to: Member, acts: readonly Forged[]) =>
  forgePackage(officer, await addressOf(to), { caseId, acts, blobs: [bytes] });

const answer = ({ calls }: Member, caseId: string, about: string, said: string, capacity: Role): Promise<string> =>
  sign(calls, caseId, 'paperAnswered', capacity, { about, content: { answer: said } });

const obstaclesOf = async (member: Member, type: ActType, capacity: Role, change: StepChange): Promise<string[]> =>
  (await member.calls.get('case.checkAct', step(type, capacity, change))).obstacles.map(({ code }) => code);

describe('paper that says that its author has no key, although that person has one', () => {
  it('is asked about in the vault of its author, and marked as not confirmed where the key is known', async () => {
    const scene = await begin();
    const { assessor, official, caseId } = scene;
    const act = entered(scene, 'feedbackRecorded', 'assessor');
    for (const to of [assessor, official]) await take(to, [await carry(scene, to, [act])]);
    expect(await assessor.calls.get('exchange.review', { earlier: false })).toMatchObject([{ kind: 'asksMe' }]);
    expect(await official.calls.get('exchange.review', { earlier: false })).toEqual([]);
    for (const member of [assessor, official])
      expect(await viewOf(member, caseId, act.hash)).toMatchObject({
        confirmation: 'unconfirmed',
        inMyName: member === assessor,
      });
  });

  it('is denied by its author, in every vault, and withdrawn by the head', async () => {
    const scene = await begin();
    const { assessor, head, official, caseId } = scene;
    const before = sharedOf(official, caseId).feedback.count;
    const act = entered(scene, 'feedbackRecorded', 'assessor');
    for (const to of [assessor, head, official]) await take(to, [await carry(scene, to, [act])]);
    await answer(assessor, caseId, act.hash, 'denied', 'assessor');
    for (const to of [head, official]) await pass(assessor, to, caseId);
    for (const member of [assessor, head, official])
      expect(await viewOf(member, caseId, act.hash), member.person.name).toMatchObject({ confirmation: 'denied' });
    const registration = { caseId, about: scene.report };
    expect(await obstaclesOf(head, 'reportRegistered', 'personnelHead', registration)).toContain('paperDisputed');
    await answer(head, caseId, act.hash, 'withdrawn', 'personnelHead');
    for (const to of [assessor, official]) await pass(head, to, caseId);
    for (const member of [assessor, head, official]) {
      expect(sharedOf(member, caseId).feedback.count).toBe(before);
      expect(sharedOf(member, caseId)).toEqual(sharedOf(head, caseId));
    }
  });

  it('is denied to who has its header alone too', async () => {
    const scene = await begin();
    const { assessor, head, official, caseId, report } = scene;
    const act = entered(scene, 'reportRegistered', 'personnelHead', { about: report });
    for (const to of [head, official]) await take(to, [await carry(scene, to, [act])]);
    await pass(official, assessor, caseId);
    expect(loadCase(assessor.vault.records, caseId).byHash.get(act.hash)?.body).toBeNull();
    await answer(head, caseId, act.hash, 'denied', 'personnelHead');
    for (const to of [official, assessor]) await pass(head, to, caseId);
    for (const member of [official, assessor])
      expect(await viewOf(member, caseId, act.hash), member.person.name).toMatchObject({ confirmation: 'denied' });
  });

  it('is answered by nobody else, not by who entered it either', async () => {
    const scene = await begin();
    const { assessor, officer, official, head, caseId } = scene;
    const act = entered(scene, 'feedbackRecorded', 'assessor');
    for (const to of [assessor, head, official]) await take(to, [await carry(scene, to, [act])]);
    const said = { caseId, about: act.hash, content: { answer: 'denied' } };
    expect(await obstaclesOf(head, 'paperAnswered', 'assessor', said)).toContain('answerNotYours');
    for (const by of [officer, head]) {
      const forged = forgeAct(by, {
        caseId,
        type: 'paperAnswered',
        capacity: 'assessor',
        about: act.hash,
        refs: [act.hash],
        content: { ...contents.paperAnswered, answer: 'denied' },
      });
      const path = await forgePackage(by, await addressOf(official), { caseId, acts: [forged] });
      expect(await look(official, [path])).toMatchObject({ held: 'actRefused', details: ['answerNotYours'] });
    }
  });
});

describe('what a keeper says of the key of an author', () => {
  it.each([
    ['feedbackRecorded', 'assessor', false],
    ['reportRegistered', 'personnelHead', true],
    ['reportReturned', 'personnelHead', true],
    ['employeeLeft', 'assessor', false],
  ] as const)(
    'of a %s is none or a key of that person: every other one is refused',
    async (type, capacity, isAbout) => {
      const scene = await begin();
      const { members, head, official, officer, caseId, report, publish } = scene;
      const author = capacity === 'assessor' ? members.assessor : head;
      const before = 'b'.repeat(64);
      const revoked = { at: toIsoInstant(0), reason: 'replaced' } as DirectoryKey['revoked'];
      const withFormer = (entry: DirectoryEntry): DirectoryEntry =>
        entry.entryId === author.entryId
          ? { ...entry, keys: entry.keys.flatMap((key) => [{ ...key, key: before, revoked }, key]) }
          : entry;
      const file = publish((directory) => ({ ...directory, entries: directory.entries.map(withFormer) }));
      const keys: Readonly<Record<string, string | null>> = {
        own: keyOf(author),
        former: before,
        none: null,
        official: keyOf(official),
        enteredBy: keyOf(officer),
        nobody: 'a'.repeat(64),
      };
      for (const to of [members.assessor, head, official]) {
        expect(takeDirectory(to.exchange.work, writable(to.vault.records), file).ok).toBe(true);
        const found: Record<string, readonly unknown[]> = {};
        for (const [named, namedKey] of Object.entries(keys)) {
          const act = entered(scene, type, capacity, { about: isAbout ? report : null, header: { namedKey } });
          const { held, details } = await look(to, [await carry(scene, to, [act])]);
          // The registration is for the unit alone: the assessor gets its header.
          const isDue = held !== 'actNotForMe';
          found[named] = isDue ? [held, ...details] : [];
        }
        const refused = ['actRefused', 'namedKeyDiffers'];
        const taken = to === members.assessor && type === 'reportRegistered' ? [] : [null];
        expect(found, to.person.name).toEqual({
          own: taken,
          former: taken,
          none: taken,
          official: refused,
          enteredBy: refused,
          nobody: refused,
        });
      }
      expect(sharedOf(head, caseId).report?.state).toBe('submitted');
    },
  );

  it('asks by the words where the role is not certified: what decides has effect, and can be denied', async () => {
    const scene = await begin();
    const { head, official, officer, caseId, report } = scene;
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    const act = entered(scene, 'counsellingDecided', 'authorisedOfficial', { author: people.personnelHead });
    for (const to of [head, official]) {
      await pass(officer, to, caseId);
      await take(to, [await carry(scene, to, [act])]);
    }
    expect(await viewOf(head, caseId, act.hash)).toMatchObject({ inMyName: true });
    expect(await viewOf(official, caseId, act.hash)).toMatchObject({ inMyName: false });
    expect(await head.calls.get('exchange.review', { earlier: false })).toMatchObject([{ kind: 'asksMe' }]);
    await answer(head, caseId, act.hash, 'denied', 'authorisedOfficial');
    await pass(head, official, caseId);
    expect(await viewOf(official, caseId, act.hash)).toMatchObject({ confirmation: 'denied' });
  });

  it('is asked about afterwards where who entered it honestly knew of no key', async () => {
    const scene = await begin();
    const { assessor, officer, official, caseId, publish } = scene;
    const without = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) => (entry.entryId === assessor.entryId ? { ...entry, keys: [] } : entry)),
    }));
    const follow = (member: Member, file: Uint8Array) =>
      expect(takeDirectory(member.exchange.work, writable(member.vault.records), file).ok).toBe(true);
    follow(officer, without);
    const hash = await enter(officer.calls, caseId, 'feedbackRecorded', 'assessor');
    expect(loadCase(officer.vault.records, caseId).byHash.get(hash)?.header).toMatchObject({ namedKey: null });
    expect(await viewOf(officer, caseId, hash)).toMatchObject({ confirmation: null });
    const again = publish((directory) => ({ ...directory, entries: scene.entries }));
    for (const member of [officer, official, assessor]) follow(member, again);
    for (const to of [assessor, official]) await pass(officer, to, caseId);
    for (const member of [officer, official, assessor])
      expect(await viewOf(member, caseId, hash)).toMatchObject({ confirmation: 'unconfirmed' });
    await answer(assessor, caseId, hash, 'confirmed', 'assessor');
    for (const to of [officer, official]) await pass(assessor, to, caseId);
    for (const member of [officer, official])
      expect(await viewOf(member, caseId, hash)).toMatchObject({ confirmation: 'confirmed' });
  });
});
