import { beforeEach, describe, expect, it } from 'vitest';
import { attach, contents, paperStep, step } from '../../../fixtures/case-steps.ts';
import { type CaseVault, expectRefused, openCaseVault, summaryOf, viewOf } from '../../../fixtures/case-vault.ts';
import { evaluated, observed, opened, sign } from '../../../fixtures/case-walks.ts';
import { assessor } from '../../../fixtures/people/cast.ts';

// What an assessor's own vault goes through.

let vault: CaseVault;

beforeEach(async () => {
  vault = await openCaseVault(assessor, ['assessor']);
});

/** The report as signed here, with the evidence of feedback unless told otherwise. */
const report = async (caseId: string, withEvidence = true) => {
  const attachmentIds = withEvidence ? [await attach(vault, '%PDF-1.7 bukti umpan balik')] : [];
  return step('reportSubmitted', 'assessor', { caseId, attachmentIds });
};

describe("an assessor's own vault", () => {
  it('behaviour that changed ends the file without a report', async () => {
    const caseId = await observed(vault);
    await evaluated(vault, caseId, 'changed');
    await expectRefused(vault, await report(caseId), 'changeNotEvaluatedUnchanged');
    const reason = (code: string) => step('caseClosed', 'assessor', { caseId, content: { reason: code } });
    await expectRefused(vault, reason('followedUp'), 'closingReasonUnfounded');
    expect(await vault.codesOf(reason('behaviourChanged'))).toEqual(['ok']);
    expect(await summaryOf(vault, caseId)).toMatchObject({ closed: true, phase: 'closed', nextDue: null });
    await expectRefused(vault, await report(caseId), 'caseIsClosed', 'changeNotEvaluatedUnchanged');
    const { acts, documents } = await viewOf(vault, caseId);
    expect(acts.filter(({ type }) => type === 'reportSubmitted')).toEqual([]);
    expect(documents).toEqual([]);
  });

  it('a relapse after it opens a new round that can end in a report', async () => {
    const caseId = await observed(vault);
    await evaluated(vault, caseId, 'changed');
    await sign(vault, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
    await expectRefused(
      vault,
      step('problemCommunicated', 'assessor', { caseId }),
      'caseIsClosed',
      'behaviourAlreadyChanged',
    );
    await evaluated(vault, caseId, 'unchanged');
    expect(await summaryOf(vault, caseId)).toMatchObject({
      closed: false,
      phase: 'report',
      nextDue: 'reportSubmitted',
    });
    expect(await vault.codesOf(await report(caseId))).toEqual(['ok']);
    const { acts } = await viewOf(vault, caseId);
    expect(acts.filter(({ type }) => type === 'problemIdentified')).toHaveLength(2);
    expect(acts.filter(({ withoutEffect, damage }) => withoutEffect !== null || damage !== null)).toEqual([]);
  });

  it('a report needs evidence of feedback, the communication and an unchanged behaviour', async () => {
    const caseId = await opened(vault);
    const stages = ['feedbackEvidenceMissing', 'problemNotCommunicated', 'changeNotEvaluatedUnchanged'];
    await expectRefused(vault, await report(caseId, false), ...stages);
    await sign(vault, caseId, 'feedbackRecorded', 'assessor');
    await sign(vault, caseId, 'problemIdentified', 'assessor');
    await expectRefused(vault, await report(caseId), ...stages.slice(1));
    await sign(vault, caseId, 'problemCommunicated', 'assessor');
    await sign(vault, caseId, 'changeEvaluated', 'assessor');
    await expectRefused(vault, await report(caseId, false), 'feedbackEvidenceMissing');
    expect(await vault.codesOf(await report(caseId))).toEqual(['ok']);
    await expectRefused(vault, await report(caseId), 'reportUnderWay');
  });

  it('an assessor neither registers nor decides nor counsels', async () => {
    const caseId = await observed(vault);
    await evaluated(vault, caseId);
    expect(await vault.codesOf(await report(caseId))).toEqual(['ok']);
    const { acts } = await viewOf(vault, caseId);
    const about = acts.at(-1)?.hash ?? '';
    await expectRefused(vault, step('reportRegistered', 'personnelOfficer', { caseId, about }), 'roleNotHeld');
    await expectRefused(vault, step('reportRegistered', 'assessor', { caseId, about }), 'capacityNotAllowed');
    await expectRefused(vault, step('counsellingDecided', 'personnelHead', { caseId }), 'roleNotHeld');
    await expectRefused(vault, step('resultSigned', 'counsellor', { caseId }), 'roleNotHeld');
  });

  it('a corrected act stands beside its correction, and facts cannot be corrected', async () => {
    const caseId = await observed(vault);
    const about = await sign(vault, caseId, 'problemIdentified', 'assessor');
    const behaviour = 'Sesudah koreksi: keterlambatan sejak Januari.';
    const content = { ...contents.problemIdentified, behaviour };
    const hash = await sign(vault, caseId, 'actCorrected', 'assessor', { about, content: { content } });
    const corrected = (await viewOf(vault, caseId)).acts.find((act) => act.hash === about);
    expect(corrected).toMatchObject({ correctedBy: hash, currentContent: { behaviour }, withoutEffect: null });
    expect(corrected?.body?.content).toMatchObject({ behaviour: contents.problemIdentified.behaviour });

    await sign(vault, caseId, 'problemCommunicated', 'assessor');
    const evaluation = await sign(vault, caseId, 'changeEvaluated', 'assessor');
    const otherOutcome = { content: { ...contents.changeEvaluated, outcome: 'changed' } };
    const correction = (capacity: 'assessor' | 'personnelHead') =>
      step('actCorrected', capacity, { caseId, about: evaluation, content: otherOutcome });
    await expectRefused(vault, correction('assessor'), 'correctionChangesFacts');
    await expectRefused(vault, correction('personnelHead'), 'roleNotHeld');
    const byOther = paperStep('actCorrected', 'personnelHead', { caseId, about, content: { content } });
    await expectRefused(vault, byOther, 'correctedByOther');
  });

  it('a commit changes the fingerprint by which refusals are measured', async () => {
    const before = await vault.fingerprint();
    await opened(vault);
    expect(await vault.fingerprint()).not.toBe(before);
  });
});
