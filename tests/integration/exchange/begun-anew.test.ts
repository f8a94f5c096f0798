import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { beginAnew, foundInstitution, look, type Member, pass, send } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Somebody lost the vault and began another one: what others have comes back, though much that it builds on is gone.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

const typesOf = async ({ calls }: Member, caseId: string): Promise<string[]> =>
  (await calls.get('case.open', { caseId })).acts.map(({ type }) => type);

/** Acts of the key before are taken when the person says so: it is the person's own lost key. */
const passAnew = async (from: Member, to: Member, caseId: string): Promise<void> => {
  const { held, inspectionId } = await look(to, await send(from, to, caseId));
  expect(held).toBe('actKeyRevoked');
  unwrap(await takeIn(to.exchange, inspectionId, true));
};

/** A report that came to the head by packages. */
const reported = async ({ assessor, officer, head }: Record<keyof typeof cast, Member>): Promise<string> => {
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran laporan')];
  const about = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(assessor, officer, caseId);
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await pass(officer, head, caseId);
  return caseId;
};

describe('a vault begun anew', () => {
  it('takes back the own result, and its correction, though the sessions went with the vault before', async () => {
    const institution = await foundInstitution(cast);
    const { head, counsellor } = institution.members;
    const caseId = await reported(institution.members);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const content = { kind: 'independent', counsellor: people.counsellor };
    const assignment = await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content });
    const about = await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
    await pass(head, counsellor, caseId);
    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about: assignment });
    await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', { about });
    const result = await sign(counsellor.calls, caseId, 'resultSigned', 'counsellor');
    await sign(counsellor.calls, caseId, 'actCorrected', 'counsellor', {
      about: result,
      content: { content: { ...contents.resultSigned, agreement: 'Disepakati lagi.' } },
    });
    await pass(counsellor, head, caseId);
    const anew = await beginAnew(institution, 'counsellor');
    await passAnew(head, anew, caseId);
    const types = await typesOf(anew, caseId);
    expect(types).toEqual(expect.arrayContaining(['assignmentAnswered', 'resultSigned', 'actCorrected']));
    expect(types).not.toContain('sessionHeld');
  });

  it('takes back the own answer from who has no letter, where everybody who had it lost it', async () => {
    const institution = await foundInstitution(cast);
    const { assessor, head, counsellor } = institution.members;
    const caseId = await reported(institution.members);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const content = { kind: 'independent', counsellor: people.counsellor };
    const about = await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', { content });
    await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
    await pass(head, counsellor, caseId);
    const answer = await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about });
    await pass(counsellor, head, caseId);
    await pass(head, assessor, caseId);
    const anew = await beginAnew(institution, 'counsellor');
    await passAnew(assessor, anew, caseId);
    expect([...loadCase(anew.vault.records, caseId).byHash.keys()]).toEqual([answer]);
  });

  it('is told that a file names the wrong employee, with what leads there, also without a part', async () => {
    const institution = await foundInstitution(cast);
    const { head, counsellor } = institution.members;
    const caseId = await reported(institution.members);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const about = await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', {
      content: { kind: 'independent', counsellor: people.counsellor },
    });
    await pass(head, counsellor, caseId);
    const content = { answer: 'declined' };
    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', { about, content });
    await pass(counsellor, head, caseId);
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    const anew = await beginAnew(institution, 'counsellor');
    await passAnew(head, anew, caseId);
    expect(await typesOf(anew, caseId)).toEqual(['employeeMistaken']);
  });

  it('is told so by the assessor with what tells who that is', async () => {
    const institution = await foundInstitution(cast);
    const { assessor, officer } = institution.members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran laporan')];
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
    await pass(assessor, officer, caseId);
    await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
    const anew = await beginAnew(institution, 'officer');
    await pass(assessor, anew, caseId);
    expect(await typesOf(anew, caseId)).toContain('employeeMistaken');
    const readable = (await anew.calls.get('case.open', { caseId })).acts.filter(({ body }) => body !== null);
    expect(readable.map(({ type }) => type)).toEqual(['employeeMistaken']);
    const listed = await anew.calls.get('persons.list', { includeArchived: true });
    expect(listed.map(({ name }) => name)).not.toContain(people.employee.name);
  });
});
