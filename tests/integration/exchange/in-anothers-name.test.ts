import { describe, expect, it } from 'vitest';
import { actRowsOf, toSealedAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents, type StepChange, step } from '../../fixtures/case-steps.ts';
import { evaluated, observed, reported, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, type ForgedPackage, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Whose word an act is, where a name alone, a role alone or a header alone would tell it.

const namesake = { ...people.personnelHead, nip: '197612252003122777', unit: 'Bagian Umum Peragaan' };
const otherCounsellor = { ...people.counsellor, name: 'Sari Umpama Dewanti', nip: '198701012011012888' };

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  other: { person: otherCounsellor, roles: ['counsellor'] },
} as const;

const stateOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).state;

type Members = Readonly<Record<keyof typeof cast, Member>>;

/** A registered report that office and official have. */
const registered = async (members: Members, opening: StepChange = {}) => {
  const { assessor, officer, head, official } = members;
  const caseId = await observed(assessor.calls, opening);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  // Of two heads this one keeps the file.
  const choice = { caseId, role: 'personnelHead', entryId: head.entryId } as const;
  await officer.calls.get('exchange.chooseReceiver', choice);
  const about = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  for (const to of [head, official]) await pass(officer, to, caseId);
  return { ...members, caseId };
};

/** The same with a counsellor assigned, who has the file. */
const assigned = async (kind: string) => {
  const scene = await registered((await foundInstitution(cast)).members);
  const { head, counsellor, caseId } = scene;
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  const content = { kind, qualification: 'SK 7/2025' };
  await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content });
  await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await pass(head, counsellor, caseId);
  return scene;
};

/** Signs what names all that a member has of a case. */
const forge = (by: Member, of: Member, caseId: string, act: Partial<ForgedContent>) =>
  forgeAct(by, { caseId, refs: loadCase(of.vault.records, caseId).shared.heads, ...act } as ForgedContent);

const told = async (from: Member, to: Member, caseId: string, acts: ForgedPackage['acts']) => {
  const path = await forgePackage(from, await addressOf(to), { caseId, acts });
  const { held, details } = await look(to, [path]);
  return { said: [held, ...details].join(' '), path };
};

/** A genuine act of a member's vault, whole or as its header. */
const carried = ({ vault }: Member, caseId: string, hash: string, form: 'all' | 'header') => {
  const row = actRowsOf(vault.records, caseId).find((known) => known.hash.toString('hex') === hash);
  const sealed = toSealedAct(row ?? expect.fail('no act'));
  return { hash, form, bytes: writeActFile(form === 'all' ? sealed : { ...sealed, bodyBytes: null, salt: null }) };
};

describe('somebody of the same name and role', () => {
  it('signs no decision under the number or the entry of the other one', async () => {
    const twin = { person: namesake, roles: ['personnelHead'] } as const;
    const { members } = await foundInstitution({ ...cast, twin });
    const { head, official, officer, caseId } = await registered(members);
    const member = { entryId: head.entryId, key: toHex(head.vault.publicKey) };
    const decision = { type: 'counsellingDecided', capacity: 'personnelHead', content: contents.counsellingDecided };
    const saidOf = async (author: NonNullable<ForgedContent['author']>) => {
      const act = forge(members.twin, officer, caseId, { ...decision, author } as Partial<ForgedContent>);
      return (await told(members.twin, official, caseId, [act])).said.split(' ')[0];
    };
    expect(await saidOf(people.personnelHead)).toBe('actNotCertified');
    expect(await saidOf({ ...people.personnelHead, member })).toBe('actNotCertified');
    expect(await saidOf({ ...namesake, member })).toBe('actNotCertified');
    expect(await saidOf(namesake)).toBe('');
  });
});

describe('a correction that comes before the words that it corrects', () => {
  it('is refused, so that it exchanges nobody once these are here', async () => {
    const { head, official, caseId } = await assigned('independent');
    const [decision, letter] = (['counsellingDecided', 'counsellorAssigned'] as const).map((type) =>
      hashOf(head, caseId, type),
    ) as [string, string];
    const first = [carried(head, caseId, decision, 'all'), carried(head, caseId, letter, 'header')];
    await take(official, [(await told(head, official, caseId, first)).path]);
    const { body } = loadCase(head.vault.records, caseId).byHash.get(letter) ?? expect.fail('no act');
    const mend = forgeAct(head, {
      caseId,
      type: 'actCorrected',
      capacity: 'personnelHead',
      about: letter,
      refs: [letter],
      content: { ...contents.actCorrected, content: { ...body?.content, counsellor: otherCounsellor } },
    });
    expect((await told(head, official, caseId, [mend])).said).toBe('actRefused correctedBodyMissing');
    const whole = [carried(head, caseId, letter, 'all')];
    await take(official, [(await told(head, official, caseId, whole)).path]);
    expect((await told(head, official, caseId, [mend])).said).toBe('actRefused correctionChangesPerson');
  });
});

describe('a certified counsellor whom nobody assigned', () => {
  it('signs no result for those who do not have the letter', async () => {
    const { head, assessor, superior, counsellor, other, caseId } = await assigned('counsellingOfficial');
    const about = hashOf(counsellor, caseId, 'counsellorAssigned');
    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
    await pass(counsellor, head, caseId);
    for (const to of [assessor, superior]) await pass(head, to, caseId);
    const said = { type: 'resultSigned', capacity: 'counsellor', content: contents.resultSigned } as const;
    for (const to of [assessor, superior])
      expect((await told(other, to, caseId, [forge(other, assessor, caseId, said)])).said).toBe(
        'actRefused authorNotInPost',
      );
    const session = hashOf(counsellor, caseId, 'sessionScheduled');
    await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
    const result = await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
    await pass(counsellor, assessor, caseId);
    expect(stateOf(assessor, caseId).result?.hash).toBe(result);
  });

  it('ends no file by saying that the employee left', async () => {
    const { other, official, officer, caseId } = await registered((await foundInstitution(cast)).members);
    const act = forge(other, officer, caseId, {
      type: 'employeeLeft',
      capacity: 'counsellor',
      content: contents.employeeLeft,
    });
    expect((await told(other, official, caseId, [act])).said).toBe('actRefused authorNotInPost');
  });
});

describe('a file that names no superior', () => {
  it('hears nobody who is certified as some superior, until the unit names one', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, head, superior, caseId } = await registered(members, { content: { assessorSuperior: null } });
    const saidOf = async (type: 'assessorReplaced' | 'statusNotified', refs?: readonly string[]) => {
      const content = { ...contents[type], ...(type === 'assessorReplaced' && { assessor: otherCounsellor }) };
      const said = { type, capacity: 'assessorSuperior', content, ...(refs && { refs }) } as const;
      return (await told(superior, officer, caseId, [forge(superior, officer, caseId, said)])).said;
    };
    for (const type of ['assessorReplaced', 'statusNotified'] as const) {
      expect(await saidOf(type)).toBe('actRefused authorNotInPost');
      expect(await saidOf(type, ['f'.repeat(64)])).toBe('actRefused authorNotInPost');
    }
    const content = { post: 'assessorSuperior', successor: people.assessorSuperior };
    await sign(head.calls, caseId, 'postHandedOver', 'personnelHead', { content });
    await pass(head, officer, caseId);
    expect(await saidOf('assessorReplaced')).toBe('');
  });
});

describe('a head who assesses', () => {
  it('does not withdraw what the same person denied, and with it what the official decided', async () => {
    const { members } = await foundInstitution({
      officer: cast.officer,
      official: cast.official,
      boss: { person: people.assessor, roles: ['assessor', 'personnelHead'] },
    });
    const { officer, official, boss } = members;
    const { caseId, report } = await reported(officer.calls, { content: { assessorIsHead: true } });
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    for (const to of [official, boss]) await pass(officer, to, caseId);
    const decision = await sign(official.calls, caseId, 'counsellingDecided', 'authorisedOfficial');
    await pass(official, boss, caseId);
    const answer = { about: report, content: { answer: 'denied' } };
    await sign(boss.calls, caseId, 'paperAnswered', 'assessor', answer);
    const withdrawn = { caseId, about: report, content: { answer: 'withdrawn' } };
    const { obstacles } = await boss.calls.get('case.checkAct', step('paperAnswered', 'personnelHead', withdrawn));
    expect(obstacles.map(({ code }) => code)).toContain('capacityNotAllowed');
    await pass(boss, official, caseId);
    const forged = forge(boss, boss, caseId, {
      type: 'paperAnswered',
      capacity: 'personnelHead',
      about: report,
      content: { ...contents.paperAnswered, answer: 'withdrawn' },
    });
    expect((await told(boss, official, caseId, [forged])).said).toMatch(/^actRefused/);
    expect(stateOf(official, caseId).decision?.hash).toBe(decision);
    await sign(official.calls, caseId, 'paperAnswered', 'authorisedOfficial', {
      about: report,
      content: { answer: 'stands' },
    });
  });
});
