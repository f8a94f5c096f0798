import { join } from 'node:path';
import { expect } from 'vitest';
import type { Member } from '../../fixtures/institution.ts';

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
