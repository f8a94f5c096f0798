import { describe, expect, it } from 'vitest';
import { actRowsOf, toSealedAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import { contents, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, registered, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Ralat identitas between real vaults: the same person under the right number, where the holder says so; never another.

const mistyped = { ...people.employee, nip: '199103142015032989' };
const namesake = { ...people.otherEmployee, name: 'Ratna Misal Peraga', nip: '198501012010012777' };
/** A counsellor who has no vault, and no number yet. */
const outside = { ...people.counsellor, name: 'Ratna Misal Peraga', nip: '', unit: '' };

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  employee: { person: people.otherEmployee, roles: ['employee'] },
} as const;

const identityOf = ({ name, nip }: { readonly name: string; readonly nip: string }) => ({ name, nip, licence: '' });

const ralat = (before: typeof mistyped, after: typeof mistyped, post = 'employee') => ({
  ...contents.identityCorrected,
  post,
  before: identityOf(before),
  after: identityOf(after),
});

const nipAt = async ({ calls }: Member, caseId: string): Promise<string> =>
  (await calls.get('case.open', { caseId })).employee.nip;

/** A registered file of the officer's, about somebody with a slip in the number; head and official have it. */
const begin = async () => {
  const { members } = await foundInstitution(cast);
  const caseId = await registered(members.officer.calls, { content: { employee: mistyped } });
  for (const to of [members.head, members.official]) await pass(members.officer, to, caseId);
  return { ...members, caseId };
};

describe('a correction of identity', () => {
  it('counts where it is made at once, and at a receiver once the holder says that it is the same person', async () => {
    const { officer, head, official, caseId } = await begin();
    const content = ralat(mistyped, people.employee);
    const hash = await sign(officer.calls, caseId, 'identityCorrected', 'personnelOfficer', { content });
    for (const to of [head, official]) await pass(officer, to, caseId);
    expect(await nipAt(officer, caseId)).toBe(people.employee.nip);
    expect(await nipAt(head, caseId)).toBe(mistyped.nip);
    const { waiting } = await head.calls.get('overview.home', { today: '2026-11-26' });
    expect(waiting.filter(({ due }) => due === 'identityCorrected')).toHaveLength(1);
    const identities = async (at: Member) =>
      (await at.calls.get('case.open', { caseId })).acts.flatMap(({ identity }) => identity ?? []);
    expect(await identities(head)).toEqual(['open']);
    await head.calls.get('case.answerIdentity', { hash, same: true });
    expect([await nipAt(head, caseId), await identities(head)]).toEqual([people.employee.nip, ['same']]);
    const [listed] = await head.calls.get('case.list', {});
    expect(listed?.nipMasked.slice(-3)).toBe('999');
    const found = await head.calls.get('persons.list', { search: 'Laras', includeArchived: true });
    expect(found.map(({ nip, caseCount }) => [nip, caseCount])).toEqual([[people.employee.nip, 1]]);
    await official.calls.get('case.answerIdentity', { hash, same: false });
    expect([await nipAt(official, caseId), await identities(official)]).toEqual([mistyped.nip, ['other']]);
    expect(
      (await official.calls.get('overview.home', { today: '2026-11-26' })).waiting.map(({ due }) => due),
    ).not.toContain('identityCorrected');
    // What all share is the same everywhere, whatever anybody answered.
    const states = [officer, head, official].map(({ vault }) => loadCase(vault.records, caseId).shared);
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    await head.calls.get('case.answerIdentity', { hash, same: false });
    expect(await nipAt(head, caseId)).toBe(mistyped.nip);
  });

  it('leaves what was signed as it was signed, and work goes on under both numbers', async () => {
    const { officer, head, caseId } = await begin();
    const content = ralat(mistyped, people.employee);
    const hash = await sign(officer.calls, caseId, 'identityCorrected', 'personnelOfficer', { content });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    await pass(head, officer, caseId);
    await head.calls.get('case.answerIdentity', { hash, same: true });
    await sign(head.calls, caseId, 'employeeLeft', 'personnelHead');
    await pass(head, officer, caseId);
    const { acts } = await head.calls.get('case.open', { caseId });
    const opening = acts.find(({ type }) => type === 'caseOpened');
    expect(opening?.body?.content.employee).toMatchObject({ nip: mistyped.nip });
    expect(opening?.currentContent?.employee).toMatchObject({ nip: people.employee.nip });
    expect(loadCase(officer.vault.records, caseId).state.refused).toEqual([]);
  });

  it('is the only way before anything has left the vault too, and asks nobody who never knew the other number', async () => {
    const { officer, head } = (await foundInstitution(cast)).members;
    const caseId = await registered(officer.calls, { content: { employee: mistyped } });
    const [opening] = (await officer.calls.get('case.open', { caseId })).acts;
    const mend = { content: { ...opening?.body?.content, employee: people.employee }, reason: 'NIP.' };
    await expect(
      sign(officer.calls, caseId, 'actCorrected', 'personnelOfficer', { about: opening?.hash ?? '', content: mend }),
    ).rejects.toThrow('correctionChangesPerson');
    const content = ralat(mistyped, people.employee);
    await sign(officer.calls, caseId, 'identityCorrected', 'personnelOfficer', { content });
    await pass(officer, head, caseId);
    expect([await nipAt(officer, caseId), await nipAt(head, caseId)]).toEqual([
      people.employee.nip,
      people.employee.nip,
    ]);
    const { acts } = await head.calls.get('case.open', { caseId });
    expect(acts.flatMap(({ identity }) => identity ?? [])).toEqual(['same']);
    const { waiting } = await head.calls.get('overview.home', { today: '2026-11-26' });
    expect(waiting.map(({ due }) => due)).not.toContain('identityCorrected');
    const found = await head.calls.get('persons.list', { search: 'Laras', includeArchived: true });
    expect(found.flatMap(({ nip, caseCount }) => (caseCount > 0 ? [nip] : []))).toEqual([people.employee.nip]);
  });
});

describe('a number changed by a correction that comes late', () => {
  it('is refused by who has the act and by who gets both at once, so that all have the same state', async () => {
    const { officer, head, official } = (await foundInstitution(cast)).members;
    const caseId = await registered(officer.calls, { content: { employee: mistyped } });
    await pass(officer, head, caseId);
    const { shared, acts } = loadCase(officer.vault.records, caseId);
    const opening = acts.find(({ header }) => header.type === 'caseOpened');
    const mend = forgeAct(officer, {
      caseId,
      type: 'actCorrected',
      capacity: 'personnelOfficer',
      about: opening?.hash ?? null,
      refs: shared.heads,
      content: { ...contents.actCorrected, content: { ...opening?.body?.content, employee: people.employee } },
    });
    // Acts that name files go as headers: what they say is not asked here.
    const before = actRowsOf(officer.vault.records, caseId).map((row) => {
      const sealed = toSealedAct(row);
      const hash = row.hash.toString('hex');
      return hash === opening?.hash
        ? { hash, form: 'all' as const, bytes: writeActFile(sealed) }
        : { hash, form: 'header' as const, bytes: writeActFile({ ...sealed, bodyBytes: null, salt: null }) };
    });
    const refused = { held: 'actRefused', details: ['correctionChangesPerson'] };
    const late = await forgePackage(officer, await addressOf(head), { caseId, acts: [mend] });
    expect(await look(head, [late])).toMatchObject(refused);
    const whole = await forgePackage(officer, await addressOf(official), { caseId, acts: [...before, mend] });
    expect(await look(official, [whole])).toMatchObject(refused);
    const [item] = await official.calls.get('exchange.review', { earlier: false });
    const takeable = item?.acts.flatMap(({ hash, state }) => (state === 'takeable' ? [hash] : [])) ?? [];
    expect(takeable).toEqual(before.map(({ hash }) => hash));
    for (const hash of takeable)
      await official.calls.get('exchange.decide', { choice: 'take', itemId: item?.itemId ?? '', acts: [hash] });
    expect(loadCase(official.vault.records, caseId).shared).toEqual(loadCase(head.vault.records, caseId).shared);
  });
});

describe('an exchange of persons by it', () => {
  const attacks = [
    ['the employee by another one of the register', ralat(mistyped, people.otherEmployee)],
    ['the employee by the number of another one', ralat(mistyped, { ...mistyped, nip: people.otherEmployee.nip })],
  ] as const;

  it.each(attacks)('is refused when it is signed, and by every receiver: %s', async (_, content) => {
    const { officer, head, caseId } = await begin();
    await expect(sign(officer.calls, caseId, 'identityCorrected', 'personnelOfficer', { content })).rejects.toThrow(
      'identityOfOther',
    );
    const refs = loadCase(officer.vault.records, caseId).shared.heads;
    const forged = forgeAct(officer, {
      caseId,
      type: 'identityCorrected',
      capacity: 'personnelOfficer',
      refs,
      content,
    });
    const path = await forgePackage(officer, await addressOf(head), { caseId, acts: [forged] });
    expect(await look(head, [path])).toMatchObject({ held: 'actRefused', details: ['identityOfOther'] });
  });

  it('gives the file of a counsellor without a vault to nobody who has one', async () => {
    const other = { person: namesake, roles: ['counsellor'] } as const;
    const { members } = await foundInstitution({ ...cast, other });
    const { officer, head } = members;
    const caseId = await registered(officer.calls, { content: { employee: people.employee } });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const known = { ...outside, nip: '198501012010012776' };
    const assigned = { counsellor: known, kind: 'independent' };
    await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content: assigned });
    await pass(head, officer, caseId);
    const content = ralat(known, namesake, 'counsellor');
    await expect(sign(head.calls, caseId, 'identityCorrected', 'personnelHead', { content })).rejects.toThrow(
      'identityOfOther',
    );
    const refs = loadCase(head.vault.records, caseId).shared.heads;
    const forged = forgeAct(head, { caseId, type: 'identityCorrected', capacity: 'personnelHead', refs, content });
    const path = await forgePackage(head, await addressOf(officer), { caseId, acts: [forged] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused', details: ['identityOfOther'] });
  });

  it('is not made up by an answer to anything else', async () => {
    const { head, caseId } = await begin();
    const [opening] = (await head.calls.get('case.open', { caseId })).acts;
    expect(await head.calls.code('case.answerIdentity', { hash: opening?.hash ?? '', same: true })).toBe('unknownAct');
  });
});

describe('a slip in the number of whoever has a vault', () => {
  it('is corrected for the vault whose holder it is: it then takes part', async () => {
    const counsellor = { person: people.counsellor, roles: ['counsellor'] } as const;
    const { members } = await foundInstitution({ ...cast, counsellor });
    const { officer, head } = members;
    const caseId = await registered(officer.calls, { content: { employee: people.employee } });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const slip = {
      ...people.counsellor,
      nip: `${people.counsellor.nip.slice(0, 9)}9${people.counsellor.nip.slice(10)}`,
    };
    await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', {
      content: { counsellor: slip, kind: 'independent' },
    });
    await pass(head, officer, caseId);
    const content = ralat(slip, people.counsellor, 'counsellor');
    const hash = await sign(head.calls, caseId, 'identityCorrected', 'personnelHead', { content });
    await pass(head, members.counsellor, caseId);
    const roles = async () =>
      (await members.counsellor.calls.get('case.open', { caseId })).available
        .filter(({ type, ownCapacities }) => type === 'assignmentAnswered' && ownCapacities.includes('counsellor'))
        .map(({ type }) => type);
    await members.counsellor.calls.get('case.answerIdentity', { hash, same: true });
    expect(await roles()).toEqual(['assignmentAnswered']);
    const about = loadCase(head.vault.records, caseId).state.assignment?.hash ?? '';
    await sign(members.counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
    await pass(members.counsellor, head, caseId);
    expect(loadCase(head.vault.records, caseId).state.assignment?.answer).toBe('accepted');
  });
});

describe('a number that only a record for oneself has', () => {
  it('is no ground for a correction that others get', async () => {
    const assessor = { person: people.assessor, roles: ['assessor'] } as const;
    const { members } = await foundInstitution({ ...cast, assessor });
    const { assessor: own, officer } = members;
    const caseId = await observed(own.calls, { content: { employee: mistyped } });
    await evaluated(own.calls, caseId);
    await sign(own.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(own, officer, caseId);
    const paper = { content: ralat(mistyped, people.employee), author: people.personnelOfficer };
    await enter(own.calls, caseId, 'identityCorrected', 'personnelOfficer', paper);
    const again = { ...people.employee, nip: '199103142015032998' };
    const change = { content: ralat(people.employee, again) };
    const check = await own.calls.get('case.checkAct', step('identityCorrected', 'assessor', { caseId, ...change }));
    expect(check.obstacles).toEqual([]);
    expect(check.warnings.map(({ code }) => code)).toContain('ownRecord');
    await sign(own.calls, caseId, 'identityCorrected', 'assessor', change);
    expect(await nipAt(own, caseId)).toBe(again.nip);
    // What is for others still reaches them.
    const feedback = await sign(own.calls, caseId, 'identityCorrected', 'assessor', {
      content: ralat(mistyped, people.employee),
    });
    await pass(own, officer, caseId);
    expect(hashOf(officer, caseId, 'identityCorrected')).toBe(feedback);
  });
});
