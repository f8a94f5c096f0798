import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, type Member, pass, send, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who has shown the formats of version 0.3 alone refuses acts of now, unread: that is said before sealing.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const olderAt = async (from: Member, to: Member, caseId: string): Promise<boolean | undefined> => {
  const { cases } = await from.calls.get('exchange.outbox', { caseId });
  return cases[0]?.receivers.find(({ entryId }) => entryId === to.entryId)?.olderProgram;
};

describe('a receiver with version 0.3', () => {
  it('is told from others by what its packages show, until a newer one comes', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    // Nothing has come from either: nobody knows.
    expect(await olderAt(assessor, officer, caseId)).toBe(false);
    await pass(assessor, officer, caseId);
    expect(await olderAt(officer, assessor, caseId)).toBe(false);
    const act = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(assessor.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
      asOld: true,
    });
    // An open audit head is what 0.3 shows.
    await take(officer, [await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act] })]);
    expect(await olderAt(officer, assessor, caseId)).toBe(true);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    // What this vault signs does not go on after what was forged beside it.
    await take(officer, await send(assessor, officer, caseId), 'actForked');
    expect(await olderAt(officer, assessor, caseId)).toBe(false);
  });
});
