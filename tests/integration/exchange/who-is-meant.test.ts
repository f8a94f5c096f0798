import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { tellApart } from '../../../electron/backend/exchange/receive/inspections.ts';
import type { ReviewItem } from '../../../shared/contract/review.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { evaluated, registered, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, send } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// A package that hangs on a like name is answered from the list, also long after it came; the answer goes back as any
// other decision does, and what was answered before counts again.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
} as const;

const block = { name: 'Damar Contohwijaya', nip: '', unit: '' };
const bare = { ...people.assessor, ...block };

/** A report by an assessor whom the opening names without a number, held by the officer. */
const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const opening = step('caseOpened', 'assessor', { content: { assessor: bare } });
  const { caseId } = await assessor.calls.get('case.recordAct', { ...opening, draftId: null });
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 bukti')];
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds });
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  const paths = await send(assessor, officer, caseId);
  const told = await look(officer, paths);
  expect(told).toMatchObject({ held: 'personsAlike', kept: true });
  return { ...members, caseId, paths };
};

const itemOf = async ({ calls }: Member): Promise<ReviewItem> => {
  const [item, ...more] = await calls.get('exchange.review', { earlier: false });
  if (item === undefined || more.length > 0) throw new Error(`${more.length + (item ? 1 : 0)} items`);
  return item;
};

const decisions = ({ calls }: Member, itemId: string) => ({
  alike: () => calls.get('exchange.alike', { itemId }),
  tell: (same: boolean, entryId: string, person = block) =>
    calls.get('exchange.decide', { choice: 'tell', itemId, answers: [{ person, entryId, same }] }),
  take: (acts: readonly string[] | null) =>
    calls.get('exchange.decide', { choice: 'take', itemId, acts: acts && [...acts] }),
  takeBack: () => calls.get('exchange.decide', { choice: 'takeBack', itemId }),
});

const auditOf = async ({ calls }: Member): Promise<string[]> => {
  const { entries } = await calls.get('audit.list', { store: 'records', before: null, limit: 50 });
  return entries.map(({ kind }) => kind);
};

const isHere = ({ vault }: Member, caseId: string): boolean => loadCase(vault.records, caseId).acts.length > 0;

describe('who is meant in a held package', () => {
  it('is asked and answered from the list; then it comes in', async () => {
    const { assessor, officer, caseId } = await begin();
    const item = await itemOf(officer);
    expect(item).toMatchObject({ kind: 'personsAlike', waits: true, choices: ['tell', 'refuse', 'ask'] });
    const { alike, tell, take: takeNow } = decisions(officer, item.itemId);
    expect(await alike()).toEqual([
      expect.objectContaining({ person: bare, entryId: assessor.entryId, known: expect.anything(), self: false }),
    ]);
    await expect(takeNow(null)).rejects.toThrow('packageHeld');
    await tell(true, assessor.entryId);
    const after = await itemOf(officer);
    expect(after).toMatchObject({ waits: true, choices: ['take', 'refuse', 'ask'], details: [] });
    expect(after.decision).toMatchObject({
      choice: 'tell',
      answers: [{ person: block, entryId: assessor.entryId, known: people.assessor.name, same: true }],
      stays: null,
    });
    expect(await auditOf(officer)).toEqual(expect.arrayContaining(['packageTold', 'personsAreOne']));
    expect(await alike()).toEqual([]);
    await takeNow(null);
    expect(isHere(officer, caseId)).toBe(true);
    expect(await itemOf(officer)).toMatchObject({ waits: false, decision: { choice: 'take', stays: null } });
  });

  it('shows before it is confirmed whom it is said of, by what is asked and not by what a page says', async () => {
    const { assessor, officer } = await begin();
    const { itemId } = await itemOf(officer);
    const readingOf = async (choice: object) =>
      confirmationOf(
        { method: 'exchange.decide', kind: 'passphrase', input: { itemId, ...choice } } as never,
        officer.calls.context,
      );
    const answers = [{ person: block, entryId: assessor.entryId, same: true }];
    const { facts } = unwrap(await readingOf({ choice: 'tell', answers })) as { facts: unknown };
    expect(facts).toEqual([
      {
        label: 'onePerson',
        lines: [expect.stringContaining(block.name), expect.stringContaining(people.assessor.name)],
      },
    ]);
    const others = [{ ...answers[0], person: { ...block, name: 'Orang Lain' } }];
    expect(await readingOf({ choice: 'tell', answers: others })).toMatchObject({ error: { code: 'choiceNotOpen' } });
    await decisions(officer, itemId).tell(true, assessor.entryId);
    const back = JSON.stringify(unwrap(await readingOf({ choice: 'takeBack' })));
    expect(back).toContain('review.takeBack');
    expect(back).toContain(block.name);
  });

  it('is not answered where it is not asked', async () => {
    const { assessor, officer, superior } = await begin();
    const { itemId } = await itemOf(officer);
    const { tell } = decisions(officer, itemId);
    await expect(tell(true, superior.entryId)).rejects.toThrow('choiceNotOpen');
    await expect(tell(true, assessor.entryId, { ...block, name: 'Orang Lain' })).rejects.toThrow('choiceNotOpen');
    expect(await auditOf(officer)).not.toContain('packageTold');
    await expect(decisions(officer, 'a'.repeat(64)).tell(true, assessor.entryId)).rejects.toThrow('unknownItem');
    await tell(true, assessor.entryId);
    await expect(tell(false, assessor.entryId)).rejects.toThrow('choiceNotOpen');
  });

  it('is taken back after what came in by it, step by step', async () => {
    const { assessor, officer, caseId, paths } = await begin();
    const { itemId } = await itemOf(officer);
    const { tell, take: takeNow, takeBack } = decisions(officer, itemId);
    await tell(true, assessor.entryId);
    await takeNow(null);
    await takeBack();
    expect(isHere(officer, caseId)).toBe(false);
    expect((await itemOf(officer)).decision?.choice).toBe('tell');
    await takeBack();
    expect(await itemOf(officer)).toMatchObject({ decision: null, choices: ['tell', 'refuse', 'ask'], waits: true });
    expect(await auditOf(officer)).toEqual(expect.arrayContaining(['personsAnswerUndone', 'packageDecisionUndone']));
    expect(await look(officer, paths)).toMatchObject({ held: 'personsAlike' });
    await expect(takeBack()).rejects.toThrow('nothingToTakeBack');
  });

  it('is refused by the table where it is somebody else, until that is taken back', async () => {
    const { assessor, officer } = await begin();
    const { itemId } = await itemOf(officer);
    const { tell, takeBack } = decisions(officer, itemId);
    await tell(false, assessor.entryId);
    expect(await itemOf(officer)).toMatchObject({ kind: 'actRefused', details: ['authorNotInPost'], waits: true });
    await takeBack();
    expect(await itemOf(officer)).toMatchObject({ kind: 'personsAlike', details: [block.name] });
    await tell(true, assessor.entryId);
    expect(await itemOf(officer)).toMatchObject({ choices: ['take', 'refuse', 'ask'] });
  });

  it('goes back without what was said elsewhere since', async () => {
    const { assessor, officer, paths } = await begin();
    const { itemId } = await itemOf(officer);
    const { tell, takeBack } = decisions(officer, itemId);
    await tell(true, assessor.entryId);
    const other = { entryId: assessor.entryId };
    await officer.calls.get('persons.tellApart', { person: block, other, same: false });
    await takeBack();
    expect(await look(officer, paths)).toMatchObject({ held: 'actRefused', details: ['authorNotInPost'] });
  });

  it('is a decision of the list too when it was answered where the file was dropped', async () => {
    const { assessor, officer, paths } = await begin();
    const { inspectionId } = await look(officer, paths);
    unwrap(tellApart(officer.exchange, { inspectionId, same: [true] }));
    const item = await itemOf(officer);
    expect(item).toMatchObject({ choices: ['take', 'refuse', 'ask'], decision: { choice: 'tell' } });
    await decisions(officer, item.itemId).takeBack();
    expect(await officer.calls.get('persons.alike', { person: block })).toEqual([
      expect.objectContaining({ entryId: assessor.entryId }),
    ]);
  });

  it('is asked of single acts of a package that is held for another one', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer, head } = members;
    const caseId = await registered(officer.calls, { content: { assessor: bare } });
    const refs = loadCase(officer.vault.records, caseId).state.heads;
    const draft = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const good = forgeAct(assessor, { ...draft, content: contents.feedbackRecorded });
    const stranger = forgeAct(head, { ...draft, content: contents.feedbackRecorded });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [good, stranger] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actNotCertified' });
    const standing = async () => (await itemOf(officer)).acts.map(({ state, codes }) => [state, ...codes]);
    expect(await standing()).toEqual([
      ['refused', 'personsAlike'],
      ['refused', 'actNotCertified'],
    ]);
    const { itemId, choices } = await itemOf(officer);
    expect(choices).toEqual(['tell', 'take', 'refuse', 'ask']);
    const { alike, tell, take: takeNow } = decisions(officer, itemId);
    expect(await alike()).toEqual([expect.objectContaining({ entryId: assessor.entryId })]);
    await tell(true, assessor.entryId);
    expect(await standing()).toEqual([['takeable'], ['refused', 'actNotCertified']]);
    await takeNow([good.hash]);
    expect(loadCase(officer.vault.records, caseId).byHash.has(good.hash)).toBe(true);
    expect(await itemOf(officer)).toMatchObject({ waits: false });
  });
});

describe('the own number beside another one', () => {
  it('is a question that an answer settles', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    // The unit names the assessor by the entry, with a slip in the number.
    const slip = { ...people.assessor, nip: `1970${people.assessor.nip.slice(4)}` };
    const caseId = await registered(officer.calls, { content: { assessor: slip } });
    const paths = await send(officer, assessor, caseId);
    expect(await look(assessor, paths)).toMatchObject({ held: 'personsAlike' });
    const { itemId } = await itemOf(assessor);
    const { alike, tell, take: takeNow } = decisions(assessor, itemId);
    expect(await alike()).toEqual([expect.objectContaining({ self: true, entryId: assessor.entryId })]);
    const { name, nip, unit } = slip;
    await tell(true, assessor.entryId, { name, nip, unit });
    expect(await alike()).toEqual([]);
    expect(await itemOf(assessor)).toMatchObject({ choices: ['take', 'refuse', 'ask'] });
    await takeNow(null);
    expect(loadCase(assessor.vault.records, caseId).acts.length).toBeGreaterThan(0);
  });
});
