import { expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, registered, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// A head who is the assessor sees no result. A file that such a head closed as if nothing followed was closed in that
// vault alone; what the others went on to sign was refused there, again and again.

const cast = {
  head: { person: people.personnelHead, roles: ['assessor', 'personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

it('is closed by nobody who does not see whether anything follows', async () => {
  const { head, officer, official, counsellor } = (await foundInstitution(cast)).members;
  const assessor = { assessor: people.personnelHead, assessorIsHead: true };
  const caseId = await registered(officer.calls, { content: assessor });
  await pass(officer, official, caseId);
  for (const type of ['counsellingDecided', 'counsellorAssigned', 'sessionScheduled'] as const)
    await sign(official.calls, caseId, type, 'authorisedOfficial');
  for (const to of [officer, counsellor]) await pass(official, to, caseId);
  const about = hashOf(counsellor, caseId, 'counsellorAssigned');
  await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
  const session = hashOf(counsellor, caseId, 'sessionScheduled');
  await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about: session });
  await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
  for (const to of [officer, official]) await pass(counsellor, to, caseId);
  await pass(officer, head, caseId);
  expect(hashOf(head, caseId, 'resultSigned')).toBe('');
  const closing = { ...contents.caseClosed, reason: 'other', remark: 'Sudah selesai.' };
  await expect(sign(head.calls, caseId, 'caseClosed', 'personnelHead', { content: closing })).rejects.toThrow(
    'decidedByAssessor',
  );
  const { heads } = loadCase(head.vault.records, caseId).shared;
  const forged = forgeAct(head, {
    caseId,
    type: 'caseClosed',
    capacity: 'personnelHead',
    refs: heads,
    content: closing,
  });
  const told = await look(officer, [await forgePackage(head, await addressOf(officer), { caseId, acts: [forged] })]);
  expect(told).toMatchObject({ held: 'actRefused', details: ['decidedByAssessor'] });
  // So work goes on for all.
  await sign(officer.calls, caseId, 'employeeLeft', 'personnelOfficer');
  await pass(officer, head, caseId);
  expect(loadCase(head.vault.records, caseId).state).toMatchObject({ departed: true, closed: false });
});

it('is closed after a result for the one reason alone: another one would tell the assessor how it came out', async () => {
  const { assessor, head, officer, counsellor } = (
    await foundInstitution({ ...cast, assessor: { person: people.assessor, roles: ['assessor'] } })
  ).members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const report = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
  await pass(officer, head, caseId);
  for (const type of ['counsellingDecided', 'counsellorAssigned', 'sessionScheduled'] as const)
    await sign(head.calls, caseId, type, 'personnelHead');
  await pass(head, counsellor, caseId);
  const about = hashOf(counsellor, caseId, 'counsellorAssigned');
  await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
  await sign(counsellor.calls, caseId, 'consentRecorded', 'counsellor', { content: { consent: 'refused' } });
  await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended' } });
  for (const to of [head, officer]) await pass(counsellor, to, caseId);
  const closing = { ...contents.caseClosed, reason: 'other', remark: 'Pegawai menolak.' };
  await expect(sign(head.calls, caseId, 'caseClosed', 'personnelHead', { content: closing })).rejects.toThrow(
    'closingReasonUnfounded',
  );
  const { heads } = loadCase(head.vault.records, caseId).shared;
  const by = { caseId, type: 'caseClosed', capacity: 'personnelHead', refs: heads } as const;
  const forged = forgeAct(head, { ...by, content: closing });
  const told = await look(officer, [await forgePackage(head, await addressOf(officer), { caseId, acts: [forged] })]);
  expect(told).toMatchObject({ held: 'actRefused', details: ['closingReasonUnfounded'] });
  await sign(head.calls, caseId, 'caseClosed', 'personnelHead', { content: { ...closing, reason: 'concluded' } });
});
