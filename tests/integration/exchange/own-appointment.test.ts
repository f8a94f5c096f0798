import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Nobody comes into a post of a case by saying so alone: the predecessor says it, or the unit.

const newHead = { ...people.personnelHead, name: 'Wira Teladan Misal, S.H.', nip: '197001012000011998' };

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  next: { person: people.otherEmployee, roles: ['assessor'] },
  nextHead: { person: newHead, roles: ['personnelHead'] },
} as const;

const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(assessor, officer, caseId);
  return { ...members, caseId };
};

type Scene = Awaited<ReturnType<typeof begin>>;

const paper = { medium: 'ink', documentNumber: '', documentDate: '2026-04-22', remark: '' } as const;

/** What the officer's vault says to an act that somebody forges with the own key. */
const heldFrom = async ({ officer, caseId }: Scene, by: Member, act: Partial<ForgedContent>): Promise<string> => {
  const refs = loadCase(officer.vault.records, caseId).shared.heads;
  const whole = { caseId, refs, type: 'assessorReplaced', capacity: 'assessor', content: {}, ...act } as ForgedContent;
  const path = await forgePackage(by, await addressOf(officer), { caseId, acts: [forgeAct(by, whole)] });
  const { held, details } = await look(officer, [path]);
  return [held, ...details].join(' ');
};

const keyOf = ({ vault }: Member): string => toHex(vault.publicKey);

const assessorNow = { ...contents.assessorReplaced, assessor: people.otherEmployee };
const headNow = { ...contents.postHandedOver, post: 'personnelHead', successor: newHead };

describe('whoever follows in a post', () => {
  it('does not say so alone: a new assessor', async () => {
    const scene = await begin();
    expect(await heldFrom(scene, scene.next, { content: assessorNow })).toBe('actRefused authorNotInPost');
    expect(await heldFrom(scene, scene.assessor, { content: assessorNow })).toBe('');
  });

  it('is not whom the file is about, whoever says so', async () => {
    const scene = await begin();
    const { officer, head } = scene;
    const assessor = { content: { ...contents.assessorReplaced, assessor: people.employee } };
    expect(await heldFrom(scene, scene.assessor, assessor)).toBe('actRefused employeeInPost');
    expect(await heldFrom(scene, head, { ...assessor, capacity: 'personnelHead' })).toBe('actRefused employeeInPost');
    const content = { ...contents.postHandedOver, post: 'personnelHead', successor: people.employee };
    const said = { type: 'postHandedOver', capacity: 'personnelHead', content } as const;
    expect(await heldFrom(scene, head, said)).toBe('actRefused employeeInPost');
    const opening = {
      content: { ...contents.caseOpened, startsFrom: 'report' },
      type: 'caseOpened',
      refs: [],
    } as const;
    for (const post of ['assessor', 'assessorSuperior']) {
      const change = { ...opening, content: { ...opening.content, [post]: people.employee } };
      const act = forgeAct(officer, { ...change, caseId: null, capacity: 'personnelOfficer' });
      const { caseId } = act.header;
      const path = await forgePackage(officer, await addressOf(head), { caseId, acts: [act] });
      expect((await look(head, [path])).details).toContain('employeeInPost');
    }
  });

  it('opens no file in which somebody else assesses', async () => {
    const { next, assessor, officer, head } = await begin();
    // Whom it names would get a file that came from nobody who may open it.
    for (const old of [{}, { asOld: true, caseId: 'a'.repeat(32) } as const]) {
      const said = { caseId: null, type: 'caseOpened', capacity: 'assessor', refs: [], ...old } as const;
      const act = forgeAct(next, { ...said, content: contents.caseOpened });
      const { caseId } = act.header;
      const path = await forgePackage(next, await addressOf(assessor), { caseId, acts: [act] });
      expect((await look(assessor, [path])).details).toEqual(['authorNotInPost']);
    }
    // Nor does paper say so, whoever keeps it.
    const said = { caseId: null, type: 'caseOpened', capacity: 'assessor', refs: [], origin: 'paper', paper } as const;
    for (const [author, codes] of [
      [people.otherEmployee, ['openerNotAssessor']],
      [people.assessor, []],
    ] as const) {
      const entered = { ...said, author, enteredAs: 'personnelOfficer', content: contents.caseOpened } as const;
      const act = forgeAct(officer, {
        ...entered,
        header: { namedKey: keyOf(author === people.assessor ? assessor : next) },
      });
      const { caseId } = act.header;
      const path = await forgePackage(officer, await addressOf(head), { caseId, acts: [act] });
      expect((await look(head, [path])).details).toEqual(codes);
    }
    // At home it is told before it is signed; alone too.
    const opening = step('caseOpened', 'assessor');
    const alone = callsOn(await testVault(people.otherEmployee, ['assessor']));
    for (const { calls } of [next, { calls: alone }]) {
      const { obstacles } = await calls.get('case.checkAct', opening);
      expect(obstacles.map(({ code }) => code)).toContain('openerNotAssessor');
      expect(await calls.code('case.recordAct', { ...opening, draftId: null })).toBe('actNotAllowed');
    }
    expect(await assessor.calls.code('case.recordAct', { ...opening, draftId: null })).toBe('ok');
  });

  it('does not say so alone: a new head, who is certified as one', async () => {
    const scene = await begin();
    const said = { type: 'postHandedOver', capacity: 'personnelHead', content: headNow } as const;
    expect(await heldFrom(scene, scene.nextHead, said)).toBe('actRefused authorNotInPost');
    expect(await heldFrom(scene, scene.head, said)).toBe('');
  });

  it('does not say so from paper either, though the unit keeps that paper', async () => {
    const scene = await begin();
    const said = {
      type: 'postHandedOver',
      capacity: 'personnelHead',
      content: headNow,
      origin: 'paper',
      paper,
    } as const;
    const entered = { ...said, author: people.personnelHead, enteredAs: 'personnelHead' } as const;
    expect(await heldFrom(scene, scene.nextHead, entered)).toBe('actRefused enteredByOther');
  });

  it('is said by the unit where the predecessor does not', async () => {
    const { officer, next, caseId } = await begin();
    await sign(officer.calls, caseId, 'assessorReplaced', 'personnelOfficer', { content: assessorNow });
    await pass(officer, next, caseId);
    const { acts } = await next.calls.get('case.open', { caseId });
    expect(acts.map(({ type }) => type)).toContain('assessorReplaced');
  });
});
