import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { Inspection } from '../../../shared/contract/exchange.ts';
import type { DirectoryKey } from '../../../shared/domain/identity/directory.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { contents, paperStep, type StepChange, step } from '../../fixtures/case-steps.ts';
import { assigned, enter, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// Nobody decides the follow-up in another's name (law: followUp): whom a decision names beside its author counts by the
// own act, or by the paper that all have signed where there is no key to ask.

const office = {
  head: { person: people.personnelHead, roles: ['personnelHead', 'personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
const withSuperior = {
  ...office,
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  stranger: { person: people.otherEmployee, roles: ['assessorSuperior'] },
} as const;

const all = {
  ...contents.followUpDecided,
  deciders: [
    { role: 'personnelHead', person: people.personnelHead },
    { role: 'assessorSuperior', person: people.assessorSuperior },
    { role: 'authorisedOfficial', person: people.authorisedOfficial },
  ],
};

const daysAgo = (days: number): string => toIsoInstant(Date.now() - days * 86_400_000);
const decidersAt = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state.followUp?.deciders;
const sharedBy = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).shared.followUp?.deciders;

/** A case with a result that the head has; the official has as much of it as the table gives. */
const begin = async ({ head, official, counsellor }: Record<keyof typeof office, Member>) => {
  const { caseId, assignment } = await assigned(head.calls, { kind: 'independent', person: people.counsellor });
  const about = await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await pass(head, counsellor, caseId);
  await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about: assignment });
  await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about });
  await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
  await pass(counsellor, head, caseId);
  await pass(head, official, caseId);
  return caseId;
};

const atOffice = async () => {
  const { members } = await foundInstitution(office);
  return { ...members, caseId: await begin(members) };
};

const atAll = async () => {
  const { members, publish } = await foundInstitution(withSuperior);
  return { ...members, publish, caseId: await begin(members) };
};

/** The head decides in the own vault and names both others, who have it. */
const named = async () => {
  const scene = await atAll();
  const { head, official, superior, caseId } = scene;
  const decided = await sign(head.calls, caseId, 'followUpDecided', 'personnelHead', { content: all });
  for (const to of [official, superior]) await pass(head, to, caseId);
  return { ...scene, decided };
};

const codesOf = async ({ calls }: Member, change: StepChange, capacity: Role, type: typeof step = step) =>
  (await calls.get('case.checkAct', type('followUpJoined', capacity, change))).obstacles.map(({ code }) => code);

describe('whom a decision from a vault names beside its author', () => {
  it('decides nothing before the own act, in no vault, and is waited for', async () => {
    const { head, official, superior, caseId } = await named();
    for (const member of [head, official, superior]) {
      expect(decidersAt(member, caseId), member.person.name).toEqual(['personnelHead']);
      const { awaitedDeciders } = await member.calls.get('case.open', { caseId });
      expect(awaitedDeciders).toEqual(['assessorSuperior', 'authorisedOfficial']);
    }
    const [listed] = await superior.calls.get('case.list', {});
    expect(listed).toMatchObject({ nextDue: 'followUpJoined', waitsForHolder: true });
    const [ofHead] = await head.calls.get('case.list', {});
    expect(ofHead?.nextDue).not.toBe('followUpJoined');
  });

  it('decides from the own act on, in every vault, and says so once', async () => {
    const { head, official, superior, caseId, decided } = await named();
    await sign(superior.calls, caseId, 'followUpJoined', 'assessorSuperior', { about: decided });
    for (const to of [head, official]) await pass(superior, to, caseId);
    for (const member of [head, official, superior])
      expect(decidersAt(member, caseId), member.person.name).toEqual(['assessorSuperior', 'personnelHead']);
    expect(await codesOf(superior, { caseId, about: decided }, 'assessorSuperior')).not.toEqual([]);
    await sign(superior.calls, caseId, 'followUpProgressed', 'assessorSuperior', { about: decided });
  });

  it('is not said by another superior, nor by the author', async () => {
    const { head, official, stranger, caseId, decided } = await named();
    const refs = loadCase(official.vault.records, caseId).shared.heads;
    const joined = { caseId, refs, type: 'followUpJoined', about: decided, content: contents.followUpJoined } as const;
    const heldFrom = async (by: Member, act: Partial<ForgedContent>) => {
      const whole = { ...joined, capacity: 'assessorSuperior', ...act } as ForgedContent;
      const path = await forgePackage(by, await addressOf(official), { caseId, acts: [forgeAct(by, whole)] });
      const { held, details } = await look(official, [path]);
      return [held, ...details].join(' ');
    };
    expect(await heldFrom(stranger, {})).toBe('actRefused authorNotInPost');
    expect(await heldFrom(stranger, { author: people.assessorSuperior })).toMatch(/^actRefused|^actNotCertified/);
    expect(await heldFrom(head, {})).toMatch(/^actRefused|^actNotCertified/);
    expect(await heldFrom(head, { capacity: 'personnelHead' })).toMatch(/^actRefused/);
    expect(decidersAt(official, caseId)).toEqual(['personnelHead']);
  });
});

describe('a decision that a modified client signs in the format of 0.3, which asks nobody', () => {
  it('is held for a person where it lets others decide too', async () => {
    const { head, official, caseId } = await atOffice();
    const refs = loadCase(official.vault.records, caseId).shared.heads;
    const saidOf = async (content: ForgedContent['content'], asOld?: true) => {
      const decision = { type: 'followUpDecided', capacity: 'personnelHead', content } as const;
      const forged = forgeAct(head, { caseId, refs, ...decision, ...(asOld && { asOld }) });
      const path = await forgePackage(head, await addressOf(official), { caseId, acts: [forged] });
      const { held, details, mayAccept } = await look(official, [path]);
      return { held: [held, ...details].join(' '), mayAccept };
    };
    const held = { held: `actDecidesForOthers ${people.personnelHead.name}`, mayAccept: true };
    expect(await saidOf(all, true)).toEqual(held);
    expect(await saidOf(all)).toMatchObject({ held: '' });
  });
});

describe('whom a decision names who is not in the directory', () => {
  const twin = { ...people.authorisedOfficial, nip: '197001011995011999', unit: 'Sekretariat Umum Peragaan' };

  it('is joined for by no namesake: whether it is that person is asked', async () => {
    const { head, counsellor } = office;
    const cast = { head, counsellor, official: { person: twin, roles: ['authorisedOfficial'] } } as const;
    const { members } = await foundInstitution(cast);
    const { official } = members;
    const { caseId, assignment } = await assigned(members.head.calls, {
      kind: 'independent',
      person: people.counsellor,
    });
    const about = await sign(members.head.calls, caseId, 'sessionScheduled', 'personnelHead');
    await pass(members.head, members.counsellor, caseId);
    await sign(members.counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about: assignment });
    await sign(members.counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about });
    await sign(members.counsellor.calls, caseId, 'resultSigned', 'counsellor');
    await pass(members.counsellor, members.head, caseId);
    const decided = await sign(members.head.calls, caseId, 'followUpDecided', 'personnelHead', { content: all });
    const heldFor = async (author: NonNullable<ForgedContent['author']>) => {
      const refs = loadCase(members.head.vault.records, caseId).shared.heads;
      const said = { type: 'followUpJoined', capacity: 'authorisedOfficial', about: decided } as const;
      const act = forgeAct(official, { ...said, caseId, refs, author, content: contents.followUpJoined });
      const path = await forgePackage(official, await addressOf(members.head), { caseId, acts: [act] });
      return (await look(members.head, [path])).held;
    };
    expect(await heldFor(people.authorisedOfficial)).toBe('personsAlike');
    expect(await heldFor({ ...people.authorisedOfficial, nip: '' })).toBe('personsAlike');
  });
});

describe('a joining that the head enters from paper', () => {
  const entered = async () => {
    const scene = await named();
    const { head, superior, caseId, decided } = scene;
    const joined = await enter(head.calls, caseId, 'followUpJoined', 'assessorSuperior', { about: decided });
    await pass(head, superior, caseId);
    return { ...scene, joined };
  };
  const answer = ({ calls }: Member, caseId: string, about: string, said: string) =>
    sign(calls, caseId, 'paperAnswered', 'assessorSuperior', { about, content: { answer: said } });

  it('waits for the key of whom it names, and counts once that confirms it', async () => {
    const { head, official, superior, caseId, joined } = await entered();
    for (const member of [head, superior]) expect(sharedBy(member, caseId)).toEqual(['personnelHead']);
    await answer(superior, caseId, joined, 'confirmed');
    for (const to of [head, official]) await pass(superior, to, caseId);
    for (const member of [head, official, superior])
      expect(sharedBy(member, caseId), member.person.name).toEqual(['assessorSuperior', 'personnelHead']);
  });

  it('never counts once that denies it, also for who entered it', async () => {
    const { head, superior, caseId, joined } = await entered();
    await answer(superior, caseId, joined, 'denied');
    await pass(superior, head, caseId);
    for (const member of [head, superior]) expect(decidersAt(member, caseId)).toEqual(['personnelHead']);
    const { acts, awaitedDeciders } = await head.calls.get('case.open', { caseId });
    expect(acts.find(({ hash }) => hash === joined)).toMatchObject({ withoutEffect: 'deniedByAuthor' });
    expect(awaitedDeciders).toContain('assessorSuperior');
  });
});

describe('a decision on paper that all have signed', () => {
  it('counts for who has no key to be asked by, in the vaults of others too', async () => {
    const { head, official, caseId } = await atOffice();
    await enter(head.calls, caseId, 'followUpDecided', 'personnelHead', { content: all });
    await pass(head, official, caseId);
    for (const member of [head, official])
      expect(decidersAt(member, caseId), member.person.name).toEqual(['assessorSuperior', 'personnelHead']);
    // There is nothing left to say, on paper neither.
    expect(await codesOf(head, { caseId }, 'assessorSuperior', paperStep)).not.toEqual([]);
  });

  it('waits for who has one', async () => {
    const { head, official, superior, caseId } = await atAll();
    const decided = await enter(head.calls, caseId, 'followUpDecided', 'personnelHead', { content: all });
    for (const to of [official, superior]) await pass(head, to, caseId);
    for (const member of [head, official, superior])
      expect(decidersAt(member, caseId), member.person.name).toEqual(['personnelHead']);
    await sign(superior.calls, caseId, 'followUpJoined', 'assessorSuperior', { about: decided });
    await pass(superior, official, caseId);
    expect(decidersAt(official, caseId)).toEqual(['assessorSuperior', 'personnelHead']);
  });

  const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
  const memberOf = ({ vault, entryId }: Member) => ({ entryId, key: toHex(vault.publicKey) });

  /** What the official's vault says to such a paper that a modified client of the head tells of these keys alone. */
  const toldOf = async (
    { head, official, superior, caseId }: Awaited<ReturnType<typeof atAll>>,
    known: readonly Member[],
    statedAt = daysAgo(0),
  ): Promise<Inspection> => {
    const deciders = all.deciders.map(({ role, person }) => {
      const member = known.find((other) => other.person.name === person.name);
      return { role, person: { ...person, ...(member && { member: memberOf(member) }) } };
    });
    const act = forgeAct(head, {
      caseId,
      refs: loadCase(official.vault.records, caseId).shared.heads,
      type: 'followUpDecided',
      capacity: 'personnelHead',
      content: { ...all, deciders },
      attachments: [ref],
      origin: 'paper',
      paper: { medium: 'ink', documentNumber: '', documentDate: '2026-05-25', remark: '' },
      statedAt,
      header: { namedKey: memberOf(head).key },
    });
    expect(act.header.facts.includes('inkSuperior')).toBe(!known.includes(superior));
    const path = await forgePackage(head, await addressOf(official), { caseId, acts: [act], blobs: [bytes] });
    return look(official, [path]);
  };

  it('is refused where a modified client hides that there is a key', async () => {
    const scene = await atAll();
    const { head, official, superior } = scene;
    const refused = { held: 'actRefused', details: ['namedKeyDiffers'] };
    expect(await toldOf(scene, [head, superior, official])).toMatchObject({ held: null });
    expect(await toldOf(scene, [head, official])).toMatchObject(refused);
    expect(await toldOf(scene, [head, superior])).toMatchObject(refused);
  });

  it('is held for a person where it is dated before that key', async () => {
    const scene = await atAll();
    const { head, official, superior, publish } = scene;
    const from = daysAgo(0.5) as DirectoryKey['from'];
    const file = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === superior.entryId ? { ...entry, keys: entry.keys.map((key) => ({ ...key, from })) } : entry,
      ),
    }));
    expect(takeDirectory(official.exchange.work, writable(official.vault.records), file).ok).toBe(true);
    const held = { held: 'actBeforeNamedKey', mayAccept: true };
    expect(await toldOf(scene, [head, official], daysAgo(0.6))).toMatchObject(held);
    expect(await toldOf(scene, [head, superior, official], daysAgo(0.6))).toMatchObject({ held: null });
  });
});
