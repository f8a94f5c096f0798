import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { sealRecord } from '../../../electron/backend/exchange/send/seal-record.ts';
import type { ClockAnswer } from '../../../shared/domain/audit/stated-time.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { coachingSample, communitySample, sampleFile } from '../../fixtures/guidance.ts';
import { foundInstitution, type Member, outputOf, sendReceipt, take } from '../../fixtures/institution.ts';
import { joinWith03, type Old, refusesUnchanged, type Seen, sendFrom } from '../../fixtures/joined-03.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, make, sendRecord } from '../guidance/support.ts';

// Each kind of package from a vault of now to the released 0.3: taken once, or refused by name with nothing changed,
// and then it was said before sealing. What 0.3 seals, of each kind, is opened in released-underway and
// released-member.

const asMember = (old: Old): Member => old as unknown as Member;

/** It is taken, changes nothing but what it brings, and comes in no second time. */
const takesOnce = async ({ ask }: Old, paths: readonly string[]): Promise<void> => {
  expect(await ask<object>({ do: 'take', paths })).toEqual({ held: null });
  expect(await ask<object>({ do: 'look', paths })).toMatchObject({ held: 'packageDuplicate' });
};

/** The assessor has 0.3, and its report has come to the officer. */
const reportedBy03 = async () => {
  const institution = await foundInstitution({
    officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  });
  const { officer } = institution.members;
  const { assessor } = await joinWith03(institution, { assessor: { person: people.assessor, roles: ['assessor'] } });
  const caseId = await assessor.ask<string>({ do: 'report' });
  await take(officer, await sendFrom(assessor, officer, caseId));
  const acts = () => assessor.ask<Seen[]>({ do: 'acts', caseId });
  const isOlderSaid = async (): Promise<boolean | undefined> => {
    const { cases } = await officer.calls.get('exchange.outbox', { caseId });
    return cases[0]?.receivers.find(({ entryId }) => entryId === assessor.entryId)?.olderProgram;
  };
  return { officer, assessor, caseId, acts, isOlderSaid };
};

const draftFor = async (officer: Member, assessor: Old, caseId: string): Promise<string[]> => {
  const draft = {
    type: 'feedbackRecorded' as const,
    about: null,
    authorOffice: '',
    institution: '',
    content: contents.feedbackRecorded,
    attachmentIds: [],
    remark: 'Mohon berkenan.',
  };
  const request = { caseId, entryId: assessor.entryId, draft, partBytes: null };
  return unwrap(await sealDraft(officer.exchange, outputOf(officer), request)).files.map((name) =>
    join(officer.outbox, name),
  );
};

describe('the released 0.3 and what a vault of now seals for it', () => {
  it('takes a receipt', async () => {
    const { officer, assessor, acts } = await reportedBy03();
    const before = await acts();
    await takesOnce(assessor, await sendReceipt(officer, asMember(assessor)));
    expect(await acts()).toEqual(before);
  });

  it('takes a draft for signature with which no act of now travels', async () => {
    const { officer, assessor, caseId, acts } = await reportedBy03();
    const before = await acts();
    await takesOnce(assessor, await draftFor(officer, assessor, caseId));
    expect(await acts()).toEqual(before);
  });

  it('refuses one with which acts of now travel, after that was said', async () => {
    const { officer, assessor, caseId, isOlderSaid } = await reportedBy03();
    const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    expect(await isOlderSaid()).toBe(true);
    await refusesUnchanged(assessor, caseId, await draftFor(officer, assessor, caseId));
  });
});

const personnelCoach = { person: people.personnelOfficer, roles: ['personnelOfficer', 'coach'] } as const;

/** A coach of now, to whom the participant with 0.3 sent a report, and a coaching of these two. */
const guided = async () => {
  const institution = await foundInstitution({ coach: personnelCoach });
  const { coach } = institution.members;
  const { assessor } = await joinWith03(institution, { assessor: { person: people.assessor, roles: ['assessor'] } });
  await take(coach, await sendFrom(assessor, coach, await assessor.ask<string>({ do: 'report' })));
  const file = sampleFile('coaching', { leader: personnelCoach.person, participants: [people.assessor] });
  const isOlderSaid = async (hash: string): Promise<readonly boolean[]> =>
    (await coach.calls.get('guidance.receivers', { hash })).receivers.map(({ olderProgram }) => olderProgram);
  return { coach, assessor, guidanceId: await begin(coach.calls, file), isOlderSaid };
};

describe('the released 0.3 and records of guidance of now', () => {
  it('takes one', async () => {
    const { coach, assessor, guidanceId, isOlderSaid } = await guided();
    const hash = await make(coach.calls, guidanceId, coachingSample());
    expect(await isOlderSaid(hash)).toEqual([false]);
    await takesOnce(assessor, await sendRecord(coach, asMember(assessor), hash));
  });

  it('calls one with its original newer than itself, and takes it sealed without', async () => {
    const institution = await foundInstitution({ coach: personnelCoach });
    const { coach } = institution.members;
    const { assessor } = await joinWith03(institution, { assessor: { person: people.assessor, roles: ['assessor'] } });
    const file = sampleFile('coaching', { leader: personnelCoach.person, participants: [people.assessor] });
    const hash = await make(coach.calls, await begin(coach.calls, file), coachingSample());
    // Nothing has come from there yet: nobody knows which version it is.
    const paths = await sendRecord(coach, asMember(assessor), hash);
    expect(await assessor.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'newerFormat' });
    const sealing = { hash, entryId: assessor.entryId, original: false };
    const without = unwrap(await sealRecord(coach.exchange, outputOf(coach), sealing)).files;
    await takesOnce(
      assessor,
      without.map((name) => join(coach.outbox, name)),
    );
  });

  it('refuses one under whose signature the clock was corrected, after that was said', async () => {
    const { coach, assessor, guidanceId, isOlderSaid } = await guided();
    const clock: ClockAnswer = { reason: 'computerWrong', at: new Date(Date.now() + 60_000).toISOString() };
    const behind = callsOn(coach.vault, { now: () => Date.parse('2010-01-01T04:00:00Z') });
    const input = { guidanceId, content: coachingSample(), sign: true, clock };
    const { hash } = await behind.get('guidance.makeRecord', input);
    expect(await isOlderSaid(hash)).toEqual([true]);
    const paths = await sendRecord(coach, asMember(assessor), hash);
    expect(await assessor.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'packageTampered' });
  });

  it('refuses one that says what an adjustment changed from, after that was said', async () => {
    const { coach, assessor, guidanceId, isOlderSaid } = await guided();
    const after = { state: 'adjusted' as const, expectation: 'Laporan', measure: 'Tanggal 5', target: '12' };
    const adjustment = { ...after, measureBefore: 'Tanggal 10', targetBefore: '10' };
    const hash = await make(coach.calls, guidanceId, coachingSample({ adjustment }));
    expect(await isOlderSaid(hash)).toEqual([true]);
    const paths = await sendRecord(coach, asMember(assessor), hash);
    expect(await assessor.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'packageTampered' });
    const same = await make(coach.calls, guidanceId, coachingSample({ adjustment: after }));
    expect(await isOlderSaid(same)).toEqual([false]);
  });

  it('refuses the report of a learning community, after that was said', async () => {
    const { coach, assessor, isOlderSaid } = await guided();
    const parties = { leader: personnelCoach.person, participants: [people.assessor] };
    const guidanceId = await begin(coach.calls, sampleFile('learningCommunity', parties));
    const hash = await make(coach.calls, guidanceId, communitySample);
    expect(await isOlderSaid(hash)).toEqual([true]);
    const paths = await sendRecord(coach, asMember(assessor), hash);
    expect(await assessor.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'packageTampered' });
  });
});
