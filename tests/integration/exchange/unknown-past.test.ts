import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, forgeAct, forgePackage, headerOnly } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, pass } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// An act may name what a vault does not have: it came out of order, or is not for that vault. Whoever signs it names
// nobody's acts but unknown ones, and the past that would refuse it is gone.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

/** A case in which another counsellor has accepted and held a session, as the head knows it. */
const counselled = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer, head, counsellor } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
    about: hashOf(officer, caseId, 'reportSubmitted'),
  });
  await pass(officer, head, caseId);
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead');
  await sign(head.calls, caseId, 'sessionScheduled', 'personnelHead');
  await pass(head, counsellor, caseId);
  await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', {
    about: hashOf(counsellor, caseId, 'counsellorAssigned'),
  });
  await pass(counsellor, head, caseId);
  return { ...members, caseId };
};

describe('an act that names an unknown past', () => {
  it.each(['unknown refs alone', 'unknown refs beside real ones', 'deeper heads that nobody is told'])(
    'is no result of somebody who counsels elsewhere: %s',
    async (past) => {
      const { head, assessor, caseId } = await counselled();
      const { heads } = loadCase(assessor.vault.records, caseId).state;
      const unknown = 'f'.repeat(64);
      const named: Readonly<Record<string, Partial<ForgedContent> & Pick<ForgedContent, 'refs'>>> = {
        'unknown refs alone': { refs: [unknown] },
        'unknown refs beside real ones': { refs: [...heads, unknown] },
        'deeper heads that nobody is told': {
          refs: [hashOf(assessor, caseId, 'caseOpened')],
          deeper: [[unknown], [unknown]],
          untold: 'deeper',
        },
      };
      const act = forgeAct(assessor, {
        caseId,
        type: 'resultSigned',
        capacity: 'counsellor',
        content: contents.resultSigned,
        ...named[past]!,
      });
      const path = await forgePackage(assessor, await addressOf(head), { caseId, acts: [act] });
      expect((await look(head, [path])).held).toBe('actRefused');
    },
  );
});

describe('an act that does not tell what it builds on', () => {
  it('is refused by whoever takes part in the file, whole or as a header', async () => {
    const { head, counsellor, caseId } = await counselled();
    const result = { type: 'resultSigned', capacity: 'counsellor', content: contents.resultSigned } as const;
    await sign(counsellor.calls, caseId, 'sessionHeld', 'counsellor', {
      about: hashOf(counsellor, caseId, 'sessionScheduled'),
    });
    const { headsByLevel } = loadCase(counsellor.vault.records, caseId).state;
    const draft = { ...result, caseId, refs: headsByLevel[0] ?? [] };
    const came = async (act: Parameters<typeof forgePackage>[2]['acts'][number]) =>
      look(head, [await forgePackage(counsellor, await addressOf(head), { caseId, acts: [act] })]);
    const untold = forgeAct(counsellor, { ...draft, untold: 'all' });
    for (const act of [untold, headerOnly(untold)])
      expect(await came(act)).toMatchObject({ held: 'actRefused', details: ['pastUntold'] });
    expect((await came(forgeAct(counsellor, draft))).held).toBeNull();
  });
});

// A paper of 0.3 that stays with who entered it since breaks the line of what its author went on to sign.
describe('an act that names one with an unknown past', () => {
  const spoken = { type: 'feedbackRecorded', capacity: 'assessor', content: contents.feedbackRecorded } as const;

  it.each([{}, { asOld: true as const }])(
    'is judged as that one is, and comes in by the word of a person: %j',
    async (old) => {
      const { head, assessor, caseId } = await counselled();
      const first = forgeAct(assessor, { ...spoken, caseId, refs: ['f'.repeat(64)], ...old });
      const second = forgeAct(assessor, { ...spoken, caseId, refs: [first.hash], ...old });
      const acts = [first, second];
      const path = await forgePackage(assessor, await addressOf(head), { caseId, acts });
      const told = await look(head, [path]);
      expect(told).toMatchObject({ held: 'actLineUnclear', mayAccept: true });
      unwrap(await takeIn(head.exchange, told.inspectionId, true));
      // Whether they have effect the order of all says, in every vault alike.
      const { byHash } = loadCase(head.vault.records, caseId);
      expect(acts.map(({ hash }) => byHash.has(hash))).toEqual([true, true]);
    },
  );

  it('is no result of somebody who counsels elsewhere', async () => {
    const { head, assessor, caseId } = await counselled();
    const first = forgeAct(assessor, { ...spoken, caseId, refs: ['f'.repeat(64)] });
    const result = { type: 'resultSigned', capacity: 'counsellor', content: contents.resultSigned } as const;
    const second = forgeAct(assessor, { ...result, caseId, refs: [first.hash] });
    const path = await forgePackage(assessor, await addressOf(head), { caseId, acts: [first, second] });
    expect(await look(head, [path])).toMatchObject({ held: 'actRefused', details: ['authorNotInPost'] });
  });
});
