import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, send, take } from '../../fixtures/institution.ts';
import {
  joinWith03,
  type Old,
  refusesUnchanged,
  type Seen,
  sendFrom,
  signIn03,
  updated,
} from '../../fixtures/joined-03.ts';
import * as people from '../../fixtures/people/cast.ts';

// The released 0.3 itself, as a program, beside vaults of now: what it sends is taken, what it cannot read it refuses
// by name, and nothing is lost or doubled once it is updated.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
} as const;

/** An institution of now in which the assessor has version 0.3. */
const begin = async () => {
  const institution = await foundInstitution(cast);
  const { members } = institution;
  const { assessor } = await joinWith03(institution, { assessor: { person: people.assessor, roles: ['assessor'] } });
  const caseId = await assessor.ask<string>({ do: 'report' });
  return { ...members, assessor, caseId, sendOld: () => sendFrom(assessor, members.officer, caseId) };
};

const hashesAt = ({ vault }: Pick<Member, 'vault'>, caseId: string): string[] =>
  loadCase(vault.records, caseId).acts.map(({ hash }) => hash);

describe('the released 0.3 beside this version', () => {
  it('is taken in: its acts come first seen now, by the rules of now', async () => {
    const { officer, assessor, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const sent = (await assessor.ask<Seen[]>({ do: 'acts', caseId })).map(({ hash }) => hash);
    expect(hashesAt(officer, caseId).sort()).toEqual(sent.sort());
    const { acts, state } = loadCase(officer.vault.records, caseId);
    expect(acts.every(({ header }) => header.format === 'bilik/act/v1')).toBe(true);
    expect(state.refused).toEqual([]);
    expect(state.report?.state).toBe('submitted');
  });

  it('refuses acts of now by name, unchanged, after that was said before sealing', async () => {
    const { officer, assessor, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const { cases } = await officer.calls.get('exchange.outbox', { caseId });
    expect(cases[0]?.receivers).toMatchObject([{ entryId: assessor.entryId, olderProgram: true }, {}]);
    const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await refusesUnchanged(assessor, caseId, await send(officer, assessor as unknown as Member, caseId));
  });

  it('works on, and has everything once, in the same order, when it is updated', async () => {
    const { officer, head, assessor, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    const refused = await send(officer, assessor as unknown as Member, caseId);
    await refusesUnchanged(assessor, caseId, refused);
    // The old program signs on; what it sends comes in beside the acts of now.
    await signIn03(assessor, caseId, 'feedbackRecorded', 'assessor');
    await take(officer, await sendOld());
    expect(loadCase(officer.vault.records, caseId).state.refused).toEqual([]);
    await take(head, await send(officer, head, caseId));
    expect(loadCase(head.vault.records, caseId).shared).toEqual(loadCase(officer.vault.records, caseId).shared);

    // The package that was refused is taken now.
    const now = await updated(assessor);
    await take(now, refused);
    await take(now, await send(officer, now, caseId).catch(() => refused)).catch(() => null);
    expect(hashesAt(now, caseId).sort()).toEqual(hashesAt(officer, caseId).sort());
    expect(loadCase(now.vault.records, caseId).shared).toEqual(loadCase(officer.vault.records, caseId).shared);
    expect(await look(now, refused)).toMatchObject({ held: 'packageDuplicate' });
  });

  it('counsels: its session and its result are taken, and what comes back waits for its update', async () => {
    const institution = await foundInstitution({
      official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
    });
    const {
      assessor,
      head: head03,
      counsellor,
    } = await joinWith03(institution, {
      assessor: { person: people.assessor, roles: ['assessor'] },
      head: { person: people.personnelHead, roles: ['personnelHead', 'personnelOfficer'] },
      counsellor: { person: people.counsellor, roles: ['counsellor'] },
    });
    const caseId = await assessor.ask<string>({ do: 'report' });
    const pass03 = async (from: Old, to: Old) =>
      expect(await to.ask({ do: 'take', paths: await sendFrom(from, to, caseId) })).toMatchObject({ held: null });
    await pass03(assessor, head03);
    const report = (await head03.ask<Seen[]>({ do: 'acts', caseId })).find(({ type }) => type === 'reportSubmitted');
    await signIn03(head03, caseId, 'reportRegistered', 'personnelOfficer', { about: report?.hash ?? null });
    await signIn03(head03, caseId, 'counsellingDecided', 'personnelHead');
    const content = { kind: 'independent', counsellor: people.counsellor, qualification: 'Sertifikat 7/2025' };
    const about = await signIn03(head03, caseId, 'counsellorAssigned', 'personnelHead', { content });
    await pass03(head03, counsellor);
    await signIn03(counsellor, caseId, 'assignmentAnswered', 'counsellor', { about });
    await pass03(counsellor, head03);
    const session = await signIn03(head03, caseId, 'sessionScheduled', 'personnelOfficer');
    await pass03(head03, counsellor);
    // The head is updated while the counsellor works on with 0.3.
    const head = await updated(head03);
    await signIn03(counsellor, caseId, 'sessionHeld', 'counsellor', { about: session });
    await signIn03(counsellor, caseId, 'resultSigned', 'counsellor');
    await take(head, await sendFrom(counsellor, head, caseId));
    const { state, acts } = loadCase(head.vault.records, caseId);
    expect(state).toMatchObject({ refused: [], sessions: [{ state: 'held' }] });
    const result = acts.find(({ header }) => header.type === 'resultSigned');
    expect(result?.header.format).toBe('bilik/act/v1');
    expect(result?.body).not.toBe(null);

    await sign(head.calls, caseId, 'resultReceived', 'personnelHead', { about: result?.hash ?? '' });
    const receipt = await send(head, counsellor as unknown as Member, caseId);
    await refusesUnchanged(counsellor, caseId, receipt);
    const now = await updated(counsellor);
    const before = hashesAt(now, caseId);
    await take(now, receipt);
    const after = hashesAt(now, caseId);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after).size).toBe(before.length + 1);
    expect(after.sort()).toEqual(hashesAt(head, caseId).sort());
    expect(loadCase(now.vault.records, caseId).state.refused).toEqual([]);
  });

  it('lists, once it is updated, what it took and nobody would take today, and loses nothing of it', async () => {
    const institution = await foundInstitution({
      superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
    });
    const old = await joinWith03(institution, {
      assessor: { person: people.assessor, roles: ['assessor'] },
      officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
    });
    const caseId = await old.assessor.ask<string>({ do: 'report' });
    await old.officer.ask({ do: 'take', paths: await sendFrom(old.assessor, old.officer, caseId) });
    const sent = await old.officer.ask<Seen[]>({ do: 'acts', caseId });
    // Version 0.3 let anyone whom a case names enter anything for anyone.
    const { superior } = institution.members;
    const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
    const entered = forgeAct(superior, {
      caseId,
      type: 'reportRegistered',
      capacity: 'personnelOfficer',
      about: sent.find(({ type }) => type === 'reportSubmitted')?.hash ?? null,
      refs: [sent.at(-1)?.hash ?? ''],
      content: contents.reportRegistered,
      attachments: [ref],
      origin: 'paper',
      // Nobody of those who have a vault here: whoever has one is asked about it.
      author: people.otherEmployee,
      paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
      asOld: true,
    });
    const [to] = institution.directory.entries.find(({ entryId }) => entryId === old.officer.entryId)?.keys ?? [];
    const path = await forgePackage(superior, to ?? expect.fail('no key'), { caseId, acts: [entered], blobs: [bytes] });
    expect(await old.officer.ask<object>({ do: 'take', paths: [path] })).toEqual({ held: null });

    const officer = await updated(old.officer);
    const listed = await officer.calls.get('exchange.review', { earlier: true });
    expect(listed.map(({ kind, itemId }) => [kind, itemId])).toEqual([['notTakenToday', entered.hash]]);
    expect(hashesAt(officer, caseId)).toEqual([...sent.map(({ hash }) => hash), entered.hash]);
    expect(loadCase(officer.vault.records, caseId).state.report?.state).toBe('registered');
  });
});
