import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BackendEvent } from '../../../shared/contract/method.ts';
import { observed } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, look, type Member, send } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const receiverOf = async (from: Member, to: Member, caseId: string) => {
  const { cases } = await from.calls.get('exchange.outbox', { caseId });
  const found = cases[0]?.receivers.find(({ entryId }) => entryId === to.entryId);
  if (found === undefined) throw new Error('no receiver');
  return found;
};

describe('what is shown before it is sealed', () => {
  it('is what leaves, also when what has no receipt leaves again', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await reportedCase(assessor.calls, [500, 700]);
    const first = await receiverOf(assessor, officer, caseId);
    expect(first.again).toBeNull();
    const lost = await look(officer, await send(assessor, officer, caseId));
    expect(lost.acts.map(({ hash }) => hash)).toEqual(first.acts.map(({ hash }) => hash));

    const { acts, again, unconfirmed } = await receiverOf(assessor, officer, caseId);
    expect([acts, unconfirmed]).toEqual([[], 1]);
    const arrived = await look(officer, await send(assessor, officer, caseId, true));
    expect(again?.acts.map(({ hash, form }) => [hash, form])).toEqual(
      arrived.acts.map(({ hash, form }) => [hash, form]),
    );
    expect(again?.files).toEqual(arrived.files);
    expect(again?.bytes).toBe(arrived.files.reduce((sum, { size }) => sum + size, 0));
  });

  it('names every receiver of one case, also who is due nothing yet, with what stays', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await observed(assessor.calls);
    const { acts, withheld } = await receiverOf(assessor, officer, caseId);
    expect(acts).toEqual([]);
    expect(withheld.map(({ type, form }) => [type, form])).toContainEqual(['feedbackRecorded', 'nothing']);
    expect((await assessor.calls.get('exchange.outbox', { caseId: null })).cases).toEqual([]);
  });
});

/** Breaks the sealing off as soon as it tells how far it is. */
const impatient = ({ calls }: Member): void => {
  const emit = ({ event }: BackendEvent): void => {
    if (event === 'progress') void calls.call('exchange.cancelSeal', {});
  };
  Object.assign(calls.context, { emit });
};

describe('a sealing that is broken off', () => {
  it.each([null, 1_000_000])(
    'leaves nothing behind (parts of %s bytes), and all is due as before',
    async (partBytes) => {
      const { members } = await foundInstitution(cast);
      const { assessor, officer } = members;
      const caseId = await reportedCase(assessor.calls, [1_000_000, 1_000_000, 1_000_000, 1_000_000]);
      await send(assessor, officer, caseId);
      const before = await receiverOf(assessor, officer, caseId);
      const folder = temporaryFolder();
      assessor.calls.host.folder = folder;
      impatient(assessor);
      const answer = await assessor.calls.get('exchange.seal', {
        caseId,
        entryId: officer.entryId,
        again: true,
        partBytes,
      });
      expect(answer).toEqual({ saved: false, packageId: null, files: [] });
      expect(readdirSync(folder)).toEqual([]);
      // The earlier package still waits for its receipt, so that it can be sealed again.
      expect(await receiverOf(assessor, officer, caseId)).toEqual(before);
      expect(before.unconfirmed).toBe(1);
    },
  );
});
