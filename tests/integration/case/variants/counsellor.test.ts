import { beforeEach, describe, expect, it } from 'vitest';
import { attach, step } from '../../../fixtures/case-steps.ts';
import { type CaseVault, expectRefused, openCaseVault, summaryOf } from '../../../fixtures/case-vault.ts';
import { acceptedByHolder, enter, sign } from '../../../fixtures/case-walks.ts';
import { counsellor } from '../../../fixtures/people/cast.ts';

// A counsellor's own vault.

let vault: CaseVault;

beforeEach(async () => {
  vault = await openCaseVault(counsellor, ['counsellor']);
});

describe("a counsellor's own vault", () => {
  it('a file of an own act never takes a file of the notes', async () => {
    const caseId = await acceptedByHolder(vault);
    const attachmentIds = [await attach(vault, 'catatan pribadi', 'notes')];
    const referral = step('referralRecorded', 'counsellor', { caseId, attachmentIds });
    await expectRefused(vault, referral, 'unknownAttachment');
  });

  it('consent refused ends the counselling in a record', async () => {
    const caseId = await acceptedByHolder(vault);
    await sign(vault, caseId, 'consentRecorded', 'counsellor', { content: { consent: 'refused' } });
    expect((await summaryOf(vault, caseId)).nextDue).toBe('resultSigned');
    await expectRefused(vault, step('resultSigned', 'counsellor', { caseId }), 'sessionNotHeld');
    await sign(vault, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended', sessions: [] } });
    expect((await summaryOf(vault, caseId)).phase).toBe('result');
  });

  it('a referral lets the counselling end, and may follow the result', async () => {
    const caseId = await acceptedByHolder(vault);
    const ended = step('resultSigned', 'counsellor', { caseId, content: { outcome: 'ended', sessions: [] } });
    await expectRefused(vault, ended, 'nothingEnded');
    await sign(vault, caseId, 'referralRecorded', 'counsellor', { content: { imminentDanger: true } });
    expect(await vault.codesOf(ended)).toEqual(['ok']);
    expect(await vault.codesOf(step('referralRecorded', 'counsellor', { caseId }))).toEqual(['ok']);
  });

  it('a missed session is recorded without reasons, and another planned by the counsellor', async () => {
    const caseId = await acceptedByHolder(vault);
    await expectRefused(vault, step('sessionScheduled', 'counsellor', { caseId }), 'capacityNotAllowed');
    const about = await enter(vault, caseId, 'sessionScheduled', 'personnelOfficer');
    await sign(vault, caseId, 'sessionMissed', 'counsellor', { about });
    const again = await sign(vault, caseId, 'sessionScheduled', 'counsellor');
    await sign(vault, caseId, 'sessionHeld', 'counsellor', { about: again });
    await sign(vault, caseId, 'resultSigned', 'counsellor');
    expect((await summaryOf(vault, caseId)).phase).toBe('result');
  });

  it('a counsellor neither decides nor assigns', async () => {
    const caseId = await acceptedByHolder(vault);
    await expectRefused(vault, step('counsellorAssigned', 'personnelHead', { caseId }), 'roleNotHeld');
    await expectRefused(vault, step('counsellingDecided', 'personnelHead', { caseId }), 'roleNotHeld');
    await expectRefused(
      vault,
      step('followUpDecided', 'counsellor', { caseId }),
      'resultNotSigned',
      'authorNotDecider',
    );
  });
});
