import { join } from 'node:path';
import { expect } from 'vitest';
import { sign } from '../../fixtures/case-walks.ts';
import { eraseEnded, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import type { Member } from '../../fixtures/institution.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

/** Takes a package in by the calls of the window. */
export const takeIn = async (at: Member, from: Member, files: readonly string[]) => {
  const fileTokens = files.map((name) =>
    at.calls.context.files.issue('file', join(from.calls.host.folder ?? '', name)),
  );
  const inspection = await at.calls.get('exchange.inspect', { fileTokens });
  expect(inspection.held).toBeNull();
  return at.calls.get('exchange.import', { inspectionId: inspection.inspectionId });
};

/** Seals what is due of a file and takes it in. */
export const passCase = async (from: Member, to: Member, caseId: string) => {
  const request = { caseId, entryId: to.entryId, again: false, partBytes: null };
  return takeIn(to, from, (await from.calls.get('exchange.seal', request)).files);
};

/** Erases a file that the unit has too; gives its id. */
export const eraseShared = async (assessor: Member, unit: Member): Promise<string> => {
  const caseId = await reportedCase(assessor.calls);
  const { entryId } = unit;
  await assessor.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelOfficer', entryId });
  await passCase(assessor, unit, caseId);
  await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
  await passCase(assessor, unit, caseId);
  await setAtOnce(assessor.calls);
  await eraseEnded(assessor.calls, caseId);
  return caseId;
};

/** What may be done about a file that another vault asks to be erased: each changes how the request stands. */
export const answerRequest = async ({ get }: Member['calls'], caseId: string): Promise<void> => {
  const never = { counselled: null, notCounselled: null, wrongEmployee: null };
  await get('retention.set', { holding: 'workingCopy', schedule: never });
  await setAtOnce({ get });
  await get('retention.freeze', { caseId, reason: 'appeal', note: '' });
  await get('retention.unfreeze', { caseId });
  const { erasureId } = await get('retention.propose', { caseIds: [caseId], reason: 'Diminta.' });
  await get('retention.withdraw', { erasureId });
};
