import { expect, it } from 'vitest';
import { evaluated, observed, registered, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { idsIn, queriesNaming } from '../case/every-query.ts';

// Whose file ended without counselling stands in no list of files, papers, packages or days any more, in any vault: of
// all that can be asked, the file itself, asked by its id, tells the name, its trail, and the register of people, in
// which the holder may keep whoever works there.

const words = ['Laras', people.employee.nip];

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const ofTheFile = ['audit.list', 'case.open', 'exchange.outbox'];
const ofPeople = ['competence.employee', 'competence.ledger', 'persons.alike', 'persons.list'];
const left = [...ofTheFile, ...ofPeople].toSorted();

const naming = async ({ calls }: Member, caseId: string) => queriesNaming(calls, await idsIn(calls, caseId), words);

it('behaviour that changed', async () => {
  const { members } = await foundInstitution(cast);
  const { assessor } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId, 'changed');
  expect(await naming(assessor, caseId)).toEqual(expect.arrayContaining(['case.list', 'overview.home']));
  await sign(assessor.calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
  expect(await naming(assessor, caseId)).toEqual(left);
});

it('counselling that was not decided on, in each vault that hears of it', async () => {
  const { members } = await foundInstitution(cast);
  const { officer, head, assessor } = members;
  const caseId = await registered(officer.calls);
  await pass(officer, head, caseId);
  await pass(officer, assessor, caseId);
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
    content: { decision: 'no', reason: 'Belum perlu.' },
  });
  const lists = ['case.list', 'documents.list', 'exchange.journal', 'overview.home'];
  expect(await naming(head, caseId)).toEqual(expect.arrayContaining(lists));
  await sign(head.calls, caseId, 'caseClosed', 'personnelHead', { content: { reason: 'notCounselled' } });
  expect(await naming(head, caseId)).toEqual(left);
  for (const member of [officer, assessor]) {
    await pass(head, member, caseId);
    // Where acts of it are held, a person still has to judge them.
    expect((await naming(member, caseId)).filter((query) => query !== 'exchange.review')).toEqual(left);
  }
});
