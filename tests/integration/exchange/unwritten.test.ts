import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PackageOutput, sealCase, sealReceipt } from '../../../electron/backend/exchange/send/seal.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { enter } from '../../fixtures/enter.ts';
import { foundInstitution, type Member, outputOf, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Packages that are sealed and never written: a stick that is full, a lock or a crash in the middle.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  return { assessor, officer, caseId };
};

type SaveArgs = Parameters<PackageOutput['save']>;

const fullStick = (member: Member) => ({ ...outputOf(member), save: async () => fail('diskFull') });

/** What the outbox and the journal say of one receiver. */
const toldOf = async ({ calls }: Member, caseId: string) => {
  const { cases } = await calls.get('exchange.outbox', { caseId });
  const { entries } = await calls.get('exchange.journal', {});
  return {
    due: cases[0]?.receivers[0]?.acts.length,
    unconfirmed: cases[0]?.receivers[0]?.unconfirmed,
    journal: entries.filter(({ direction }) => direction === 'out').map(({ counter, replaced }) => [counter, replaced]),
  };
};

describe('a package that could not be written', () => {
  it('leaves the earlier one, which was sent and lost, to be sent again', async () => {
    const { assessor, officer, caseId } = await begin();
    await send(assessor, officer, caseId);
    const lost = await toldOf(assessor, caseId);
    expect(lost).toEqual({ due: 0, unconfirmed: 1, journal: [[1, false]] });
    const again = { caseId, entryId: officer.entryId, again: true, partBytes: null };
    expect(codeOf(await sealCase(assessor.exchange, fullStick(assessor), again))).toBe('diskFull');
    expect(await toldOf(assessor, caseId)).toEqual(lost);

    const third = await send(assessor, officer, caseId, true);
    expect((await toldOf(assessor, caseId)).journal).toEqual([
      [3, false],
      [1, true],
    ]);
    // Neither of the two before is waited for.
    await take(officer, third);
    expect((await officer.calls.get('exchange.journal', {})).missing).toEqual([]);
  });

  it('brings nothing to anyone, also when the writing throws', async () => {
    const { assessor, officer, caseId } = await begin();
    const before = await toldOf(assessor, caseId);
    const broken = { ...outputOf(assessor), save: () => Promise.reject(new Error('bug')) };
    const request = { caseId, entryId: officer.entryId, again: false, partBytes: null };
    await expect(sealCase(assessor.exchange, broken, request)).rejects.toThrow('bug');
    expect(await toldOf(assessor, caseId)).toEqual(before);
  });

  it('tells nobody what has come: the receipt stays due', async () => {
    const { assessor, officer, caseId } = await begin();
    await take(officer, await send(assessor, officer, caseId));
    const { receiptsDue } = await officer.calls.get('exchange.journal', {});
    expect(receiptsDue).toHaveLength(1);
    const request = { entryId: assessor.entryId };
    expect(codeOf(await sealReceipt(officer.exchange, fullStick(officer), request))).toBe('diskFull');
    expect((await officer.calls.get('exchange.journal', {})).receiptsDue).toEqual(receiptsDue);
    await sendReceipt(officer, assessor);
    expect((await officer.calls.get('exchange.journal', {})).receiptsDue).toEqual([]);
  });
});

/**
 * Begins to seal, with an output that stops once `writing` is done and never answers; as a process that is killed
 * there.
 */
const sealUntil = async (member: Member, to: Member, caseId: string, writing: (...args: SaveArgs) => Promise<void>) => {
  await new Promise<void>((reached, failed) => {
    const save = (...args: SaveArgs) => {
      writing(...args).then(reached, failed);
      return new Promise<never>(() => undefined);
    };
    const request = { caseId, entryId: to.entryId, again: true, partBytes: null };
    sealCase(member.exchange, { ...outputOf(member), save }, request).catch(failed);
  });
};

describe('a package whose writing a lock or a crash cut off', () => {
  it('is as if it had never been sealed once the vault is opened again', async () => {
    const { assessor, officer, caseId } = await begin();
    await send(assessor, officer, caseId);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: 'Lagi.' } });
    const before = await toldOf(assessor, caseId);
    await sealUntil(assessor, officer, caseId, async () => undefined);
    await enter(assessor.vault);
    expect(await toldOf(assessor, caseId)).toEqual(before);
  });

  it('counts all the same when a receipt says that its file had been written', async () => {
    const { assessor, officer, caseId } = await begin();
    let path = '';
    await sealUntil(assessor, officer, caseId, async (...args) => {
      const saved = unwrap(await outputOf(assessor).save(...args));
      path = join(assessor.outbox, saved?.files[0] ?? '');
    });
    await enter(assessor.vault);
    await take(officer, [path]);
    await take(assessor, await sendReceipt(officer, assessor));
    const { entries } = await assessor.calls.get('exchange.journal', {});
    expect(entries.find(({ direction }) => direction === 'out')).toMatchObject({ receivedAt: expect.any(String) });
  });
});
