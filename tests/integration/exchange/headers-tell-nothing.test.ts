import { describe, expect, it } from 'vitest';
import { findActRow, toSealedAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import { openingsFor } from '../../../electron/backend/formats/act/act-crypto.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, type Member, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type Carried, receivedBy, spreadNoting } from '../../fixtures/received.ts';
import { idsIn, queriesNaming } from '../case/every-query.ts';

// What a role receives is the same byte for byte, up to keys, salts, ids and times, with and without the acts that are
// hidden from it: nothing in a header tells that there is something. Every pair of the table: every-hidden-pair.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  // Counsels too, but not in this case.
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;

/** Days that nothing else in these cases has. */
const [dayRefused, dayMissed] = ['2026-05-11', '2026-05-12'];

const today = Date.now();
const daysAgo = (days: number) => () => today - days * 86_400_000;

/**
 * A case up to the status that the assessor learns; `more` is what the counsellor does besides. `goesBack`: it all
 * happened twenty days ago, by a clock of the counsellor's that read ten days later for that, or for a look at the
 * file.
 */
const counselled = async (more: 'nothing' | 'referral' | 'ended', { told = true, goesBack = false } = {}) => {
  let now: () => number = goesBack ? daysAgo(20) : Date.now;
  const { members } = await foundInstitution(cast, { now: () => now() });
  const { assessor, officer, head, counsellor } = members;
  const all = Object.values(members);
  const carried: Carried = new Map();
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await spreadNoting(assessor, all, caseId, carried);
  const report = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
  await spreadNoting(officer, all, caseId, carried);
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  const content = { kind: 'independent', counsellor: people.counsellor, qualification: 'Sertifikat 7/2025' };
  await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content });
  const decided = loadCase(head.vault.records, caseId).acts.find(({ header }) => header.type === 'counsellingDecided');
  await sign(head.calls, caseId, 'actCorrected', 'personnelHead', {
    about: decided?.hash ?? '',
    content: { content: decided?.body?.content ?? {} },
  });
  await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await spreadNoting(head, all, caseId, carried);
  const write = (type: ActType, about?: ActType) =>
    counsellor.calls.get('case.recordAct', {
      ...step(type, 'counsellor', { caseId, ...(about && { about: hashOf(counsellor, caseId, about) }) }),
      draftId: null,
      // Does not count where nothing is asked.
      clock: { reason: 'computerWrong', at: new Date(daysAgo(10)()).toISOString() },
    });
  await write('assignmentAnswered', 'counsellorAssigned');
  if (goesBack) now = daysAgo(10);
  if (more === 'nothing') await counsellor.calls.get('case.open', { caseId });
  if (more === 'referral') {
    await write('consentRecorded');
    await write('referralRecorded');
  }
  if (goesBack) now = daysAgo(20);
  if (more === 'ended') {
    const says = (type: ActType, content: Readonly<Record<string, unknown>>) =>
      sign(counsellor.calls, caseId, type, 'counsellor', { author: people.counsellor, content });
    await says('consentRecorded', { consent: 'refused', date: dayRefused });
    await sign(counsellor.calls, caseId, 'sessionMissed', 'counsellor', {
      about: hashOf(counsellor, caseId, 'sessionScheduled'),
      content: { date: dayMissed },
    });
    await says('resultSigned', { outcome: 'ended', sessions: [] });
  } else {
    await write('sessionHeld', 'sessionScheduled');
    await write('resultSigned');
  }
  if (told) await write('statusNotified');
  now = Date.now;
  await spreadNoting(counsellor, all, caseId, carried);
  await spreadNoting(officer, all, caseId, carried);
  return { members, caseId, carried };
};

const others = ['assessor', 'officer', 'head', 'official'] as const satisfies readonly Name[];

type Made = Awaited<ReturnType<typeof counselled>>;

/** What packages to somebody show from outside. */
const carriedTo = ({ members, carried }: Made, name: Name): readonly string[] | undefined =>
  carried.get(members[name].person.name);

/** The same, followed up by the head so often, and closed. */
const closed = async (progress: readonly string[], isReceived: boolean): Promise<Made> => {
  const made = await counselled('nothing');
  const { members, caseId, carried } = made;
  const { head } = members;
  const signed = (type: ActType, about: ActType | null, content: Readonly<Record<string, unknown>> = {}) =>
    sign(head.calls, caseId, type, 'personnelHead', { ...(about && { about: hashOf(head, caseId, about) }), content });
  if (isReceived) await signed('resultReceived', 'resultSigned');
  await signed('followUpDecided', null);
  await spreadNoting(head, Object.values(members), caseId, carried);
  for (const state of progress) await signed('followUpProgressed', 'followUpDecided', { state });
  await signed('caseClosed', null);
  await spreadNoting(head, Object.values(members), caseId, carried);
  return made;
};

describe('what a role receives', () => {
  it('is the same up to the end of the file, whatever followed from the counselling', async () => {
    const soon = await closed(['done'], false);
    const late = await closed(['ongoing', 'ongoing', 'dropped'], true);
    const sight = receivedBy(late.members.assessor, late.caseId);
    expect(sight).toContain('caseClosed');
    expect(sight).not.toMatch(/followUp|resultReceived/);
    expect(sight).toBe(receivedBy(soon.members.assessor, soon.caseId));
    expect(carriedTo(late, 'assessor')).toEqual(carriedTo(soon, 'assessor'));
    // The head's own vault tells them apart: there was something to hide.
    expect(receivedBy(late.members.head, late.caseId)).toMatch(/followUpProgressed[\s\S]*followUpProgressed/);
  }, 120_000);

  it('is the same where the clock of who signs was behind hidden acts, or behind a look at the file', async () => {
    const looked = await counselled('nothing', { goesBack: true });
    const referral = await counselled('referral', { goesBack: true });
    for (const name of others) {
      const without = receivedBy(looked.members[name], looked.caseId);
      expect(without).toContain('"clock":"corrected"');
      expect(receivedBy(referral.members[name], referral.caseId), name).toBe(without);
      expect(carriedTo(referral, name), name).toEqual(carriedTo(looked, name));
    }
  }, 120_000);

  it('is the same however the counselling came out, but for who receives the record', async () => {
    const held = await counselled('nothing');
    const ended = await counselled('ended');
    for (const name of ['assessor', 'officer', 'official'] as const) {
      const sight = receivedBy(ended.members[name], ended.caseId);
      expect(sight).toContain('statusNotified');
      expect(sight, name).toBe(receivedBy(held.members[name], held.caseId));
      // Nor do number, names and sizes of what is carried to them.
      expect(carriedTo(ended, name), name).toEqual(carriedTo(held, name));
    }
    // Nor does who holds the record find the cause, whatever the vault is asked; the counsellor does.
    const hidden = loadCase(ended.members.counsellor.vault.records, ended.caseId).acts.filter(({ header }) =>
      ['consentRecorded', 'sessionMissed'].includes(header.type),
    );
    expect(hidden).toHaveLength(2);
    const words = [...hidden.map(({ hash }) => hash), dayRefused, dayMissed];
    const naming = async ({ calls }: Member) => queriesNaming(calls, await idsIn(calls, ended.caseId), words);
    expect(await naming(ended.members.head)).toEqual([]);
    expect(await naming(ended.members.counsellor)).toContain('case.open');
    // Words of the law itself, which lists of what can be done say too, stand nowhere else than without a cause.
    const codes = ['consentRecorded', 'sessionMissed', 'referralRecorded', 'refused', 'missed', 'notCounselled'];
    const saying = async ({ members, caseId }: typeof ended) =>
      queriesNaming(members.head.calls, await idsIn(members.head.calls, caseId), codes);
    expect(await saying(ended)).toEqual(await saying(held));
    const record = receivedBy(ended.members.head, ended.caseId);
    expect(record).toContain('"outcome":"ended"');
    expect(record).not.toMatch(/consentRecorded|refused|missed/i);
  }, 120_000);

  it('stands with its effect also with somebody who counsels in other cases', async () => {
    const { members, caseId } = await counselled('nothing');
    const { state } = loadCase(members.assessor.vault.records, caseId);
    expect(state.refused).toEqual([]);
    expect(state.notified).toEqual(['concluded']);
  }, 60_000);

  it('is left to the fold where what an act builds on is not told to somebody who sees that level', async () => {
    const { members, caseId } = await counselled('nothing', { told: false });
    const { counsellor, officer } = members;
    const hash = await sign(counsellor.calls, caseId, 'statusNotified', 'counsellor', { author: people.counsellor });
    const row = findActRow(counsellor.vault.records, hash) ?? expect.fail('no act');
    const sealed = toSealedAct(row);
    expect(sealed.openings?.[0]?.heads).not.toEqual([]);
    const bytes = writeActFile({ ...sealed, openings: openingsFor(sealed.openings, 0) });
    const path = await forgePackage(counsellor, await addressOf(officer), { caseId, acts: [{ hash, bytes }] });
    await take(officer, [path]);
    expect(loadCase(officer.vault.records, caseId).state.refused).toEqual([]);
  }, 60_000);
});
