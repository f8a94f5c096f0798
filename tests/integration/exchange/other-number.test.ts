import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import {
  addressOf,
  type Forged,
  type ForgedContent,
  type ForgedPackage,
  forgeAct,
  forgePackage,
  headerOnly,
} from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, pass } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Somebody signs under the own name and a NIP of which the directory tells other last digits: a slip in the profile or
// in the directory, or a namesake. A person says which, by taking it or not; that is kept and goes back.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  like: { person: { ...people.assessor, nip: '198007052005011998', unit: 'Unit Lain' }, roles: ['counsellor'] },
} as const;

const slip = { ...people.assessor, nip: '198007052005011997' };

const begin = async () => {
  const { assessor, officer, like } = (await foundInstitution(cast)).members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const signed = (author: ForgedContent['author']): Forged =>
    forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: [hashOf(officer, caseId, 'reportSubmitted')],
      content: contents.feedbackRecorded,
      ...(author && { author }),
    });
  const told = async (...acts: ForgedPackage['acts']) =>
    look(officer, [await forgePackage(assessor, await addressOf(officer), { caseId, acts })]);
  return { assessor, officer, like, caseId, signed, told };
};

describe('an act under another number than the directory tells', () => {
  it.each([false, true])('is for a person to judge, and goes back (names the own entry: %s)', async (isNamed) => {
    const { assessor, officer, caseId, signed, told } = await begin();
    const member = { entryId: assessor.entryId, key: toHex(assessor.vault.publicKey) };
    const act = signed({ ...slip, ...(isNamed && { member }) });
    expect(await told(act)).toMatchObject({
      held: 'actOtherNumber',
      mayAccept: true,
      details: [people.assessor.name],
    });
    const [item] = await officer.calls.get('exchange.review', { earlier: false });
    const itemId = item?.itemId ?? '';
    const isHere = () => loadCase(officer.vault.records, caseId).byHash.has(act.hash);
    await officer.calls.get('exchange.decide', { choice: 'take', itemId, acts: [act.hash] });
    expect(isHere()).toBe(true);
    await officer.calls.get('exchange.decide', { choice: 'takeBack', itemId });
    expect(isHere()).toBe(false);
  });

  it('is asked about also where its header came first', async () => {
    const { officer, signed, told } = await begin();
    const act = signed(slip);
    const { inspectionId } = await told(headerOnly(act));
    unwrap(await takeIn(officer.exchange, inspectionId, false));
    expect(await told(act)).toMatchObject({ held: 'actOtherNumber', mayAccept: true });
  });

  it('is refused where the words may mean somebody else of the directory, or another name', async () => {
    const { like, signed, told } = await begin();
    const member = { entryId: like.entryId, key: toHex(like.vault.publicKey) };
    for (const author of [like.person, { ...slip, member }, { ...slip, name: 'Seno Umpama' }])
      expect(await told(signed(author))).toMatchObject({ held: 'actNotCertified', mayAccept: false });
  });
});
