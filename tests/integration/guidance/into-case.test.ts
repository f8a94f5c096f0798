import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { opened, sign } from '../../fixtures/case-walks.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import {
  coachingSample,
  preCoachingSample,
  sampleFile,
  summarySample,
  workedCoaching,
} from '../../fixtures/guidance.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, make } from './support.ts';

const setting = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault);
  const caseId = await opened(calls);
  const guidanceId = await begin(calls);
  return { vault, calls, caseId, guidanceId };
};
type Setting = Awaited<ReturnType<typeof setting>>;

/** A feedback summary that both signed on paper; its hash and its scan. */
const signedOnPaper = async ({ calls, guidanceId }: Setting) => {
  const hash = await make(calls, guidanceId, summarySample(), false);
  const scan = await attach(calls, 'ringkasan bertanda tangan');
  await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-24', attachmentIds: [scan] });
  return { hash, scan };
};

describe('a feedback summary', () => {
  it('written for it and shown to the employee goes into a case, and is signed there as an act', async () => {
    const given = await setting();
    const { calls, caseId } = given;
    const { hash, scan } = await signedOnPaper(given);
    const { content, attachments } = await calls.get('guidance.toCase', { hash, caseId });
    expect(content).toMatchObject({ source: 'assessor', content: summarySample().summary });
    expect(attachments).toHaveLength(1);
    expect(attachments[0]?.attachmentId).not.toBe(scan);
    const attachmentIds = attachments.map(({ attachmentId }) => attachmentId);
    await sign(calls, caseId, 'feedbackRecorded', 'assessor', { content, attachmentIds });
    expect((await calls.get('guidance.toCase', { hash, caseId })).attachments).toEqual(attachments);
  });

  it('that the employee refused to sign goes too, the refusal noted; one that nobody signed does not', async () => {
    const { calls, caseId, guidanceId } = await setting();
    const unsigned = await make(calls, guidanceId, summarySample(), false);
    expect(await calls.code('guidance.toCase', { hash: unsigned, caseId })).toBe('recordIncomplete');
    const refused = await make(calls, guidanceId, summarySample('refused'));
    expect(await calls.code('guidance.toCase', { hash: refused, caseId })).toBe('recordWithoutPaper');
    await calls.get('guidance.documentOf', { hash: refused });
    expect(await calls.code('guidance.toCase', { hash: refused, caseId })).toBe('ok');
  });

  it('is for the case of the same person', async () => {
    const { calls, caseId } = await setting();
    for (const participants of [[people.otherEmployee], [people.employee, people.otherEmployee]]) {
      const guidanceId = await begin(calls, sampleFile('coaching', { participants }));
      const hash = await make(calls, guidanceId, summarySample(), false);
      const scan = await attach(calls, `ringkasan ${participants.length}`);
      await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-24', attachmentIds: [scan] });
      expect(await calls.code('guidance.toCase', { hash, caseId })).toBe('caseOfOtherPerson');
    }
  });
});

describe('openness in coaching', () => {
  it('does not turn into evidence: no other record goes into a case', async () => {
    const { vault, calls, caseId, guidanceId } = await setting();
    const hash = await make(calls, guidanceId, coachingSample(), false);
    const scan = await attach(calls, 'coaching bertanda tangan');
    await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [scan] });
    const before = dumpVault(vault);
    expect(await calls.code('guidance.toCase', { hash, caseId })).toBe('notAFeedbackSummary');
    expect(dumpVault(vault)).toBe(before);
  });

  it('has no way round: no scan, no signed paper of coaching becomes a file of an act', async () => {
    const given = await setting();
    const { vault, calls, caseId, guidanceId } = given;
    const { scan } = await signedOnPaper(given);
    const solo = await begin(
      calls,
      sampleFile('coaching', { leader: people.assessorSuperior, participants: [people.assessor] }),
    );
    const hash = await make(calls, solo, preCoachingSample);
    const { documentId } = await calls.get('guidance.documentOf', { hash });
    const row = vault.records.$client.prepare('SELECT attachment_id AS id FROM documents WHERE id = ?').get(documentId);
    const paper = (row as { id: string }).id;
    expect(guidanceId).not.toBe(solo);
    for (const attachmentId of [scan, paper]) {
      await expect(
        sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: [attachmentId] }),
      ).rejects.toThrow('unknownAttachment');
    }
  });

  it('of somebody else who led names nobody: that asks for consent', async () => {
    const given = await setting();
    const { calls, caseId } = given;
    const leader = people.assessorSuperior;
    const guidanceId = await begin(calls, sampleFile('coaching', { leader, participants: [people.employee] }));
    const other = await signedOnPaper({ ...given, guidanceId });
    expect((await calls.get('guidance.toCase', { hash: other.hash, caseId })).content.sourceName).toBe('');
    const own = await signedOnPaper(given);
    expect((await calls.get('guidance.toCase', { hash: own.hash, caseId })).content.sourceName).toBe(
      people.assessor.name,
    );
  });

  it('leaves no word of the working papers in what goes into a case', async () => {
    const given = await setting();
    const { calls, caseId } = given;
    const { hash } = await signedOnPaper(given);
    const gone = JSON.stringify(await calls.get('guidance.toCase', { hash, caseId }));
    expect(gone).not.toContain(workedCoaching().need);
    expect(gone).not.toContain(workedCoaching().sessions[0]?.form.problem);
  });
});
