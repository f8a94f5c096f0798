import { expect, it } from 'vitest';
import { actsToSign } from '../../../electron/backend/case/acts-to-sign.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { attach, contents, paperStep, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who gave feedback is told by that person's consent alone: what is signed here names nobody without it, an act that
// names somebody all the same comes in nowhere, and a name of version 0.3, which asked nobody, is shown to its writer.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;
const giver = 'Rekan Kenarirahasia';
const named = { ...contents.feedbackRecorded, source: 'peer', sourceName: giver };

/** A package with one more feedback of the assessor's, as an older or a changed program signs it. */
const brought = async (
  assessor: Member,
  officer: Member,
  caseId: string,
  asOld: boolean,
  content: ForgedContent['content'] = named,
): Promise<string> => {
  const act = forgeAct(assessor, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs: [...loadCase(assessor.vault.records, caseId).shared.heads],
    content,
    ...(asOld && { asOld }),
  });
  return forgePackage(assessor, await addressOf(officer), { caseId, acts: [act], blobs: [] });
};

const told = async ({ calls }: Member, caseId: string): Promise<string> =>
  JSON.stringify([await calls.get('case.open', { caseId }), await calls.get('case.list', {})]);

it('is told by consent alone', async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  const signed = (content: Record<string, unknown>) => {
    const act = step('feedbackRecorded', 'assessor', { caseId, content });
    return assessor.calls.call('case.recordAct', { ...act, draftId: null });
  };
  expect(await signed(named)).toMatchObject({ ok: false });
  expect(await signed({ ...named, sourceConsents: true, sourceName: 'Rekan Bersedia' })).toMatchObject({ ok: true });
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  expect(await told(officer, caseId)).toContain('Rekan Bersedia');

  const changed = await look(officer, [await brought(assessor, officer, caseId, false)]);
  expect(changed.held).toBe('actRefused');
  await take(officer, [await brought(assessor, officer, caseId, true)]);
  const opened = await officer.calls.get('case.open', { caseId });
  const feedback = opened.acts.filter(({ type }) => type === 'feedbackRecorded');
  expect(feedback.map(({ body }) => body?.content.sourceName)).toEqual(['', 'Rekan Bersedia', '']);
  expect(await told(officer, caseId)).not.toContain(giver);

  // Nor in the window of confirmation, for who begins to correct it from paper.
  const about = feedback.at(-1)?.hash ?? '';
  const scan = await attach(officer.calls, '%PDF-1.7 koreksi');
  const content = { content: { ...named, sourceName: '' } };
  const correction = paperStep('actCorrected', 'assessor', { caseId, about, content, attachmentIds: [scan] });
  const read = unwrap(actsToSign(officer.exchange, [{ ...correction, aboutIndex: null }], null));
  expect(read.acts[0]?.about?.content).toMatchObject({ source: 'peer', sourceName: '' });
  expect(JSON.stringify(read)).not.toContain(giver);
});

it('is not signed as the assessor’s own, under another’s name', async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  const own = { ...contents.feedbackRecorded, source: 'assessor', sourceName: giver };
  const signed = step('feedbackRecorded', 'assessor', { caseId, content: own });
  const { obstacles } = await assessor.calls.get('case.checkAct', signed);
  expect(obstacles.map(({ code }) => code)).toEqual(['giverWithoutConsent']);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  expect((await look(officer, [await brought(assessor, officer, caseId, false, own)])).held).toBe('actRefused');
});
