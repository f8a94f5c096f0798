import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifiedActs } from '../../../electron/backend/case/stored-act.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage, headerOnly } from '../../fixtures/forge.ts';
import { forgeOwnFile, unseen } from '../../fixtures/forged-file.ts';
import { foundInstitution, hashOf, look, type Member, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who opened a forged file under an id of version 0.3 mixes it with the genuine one: by acts of that one in the own, by
// words that come late, and by an opening that others made.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  second: { person: people.otherEmployee, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  rival: { person: people.assessorSuperior, roles: ['assessor'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;
const asOld = { asOld: true } as const;

const countedAt = ({ vault: { records } }: Pick<Member, 'vault'>, caseId: string): string[] =>
  verifiedActs(records, caseId)
    .acts.map(({ hash }) => hash)
    .sort();
const shownAt = async ({ calls }: Member, caseId: string) => [
  (await calls.get('case.open', { caseId })).assessor.name,
  ...(await calls.get('case.list', {})).map(({ employeeName }) => employeeName),
];
const genuineShown = [people.assessor.name, people.employee.name];

const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { officer, rival, assessor } = members;
  const caseId = toHex(randomBytes(16));
  const opening = { employee: people.counsellor };
  const forged = forgeOwnFile(rival, { id: caseId, change: asOld, opening });
  const genuine = forgeOwnFile(assessor, { id: caseId, change: asOld });
  const seal = async (by: Member, acts: readonly Forged[], isOpen = true) => {
    const brought = acts.map((act) =>
      unseen.includes(act.header.type) || (!isOpen && act.header.type === 'caseOpened') ? headerOnly(act) : act,
    );
    const { blobs } = by === rival ? forged : genuine;
    return [await forgePackage(by, await addressOf(officer), { caseId, acts: brought, blobs })];
  };
  /** Chooses the genuine file, sealed with what follows on it. */
  const choose = async (...more: readonly Forged[]): Promise<string> => {
    await look(officer, await seal(assessor, [...genuine.acts, ...more]));
    const list = await officer.calls.get('exchange.review', { earlier: false });
    const itemId = list.find(({ kind, waits }) => kind === 'actOtherOpening' && waits)?.itemId ?? '';
    await officer.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
    return itemId;
  };
  return { ...members, caseId, forged: forged.acts, genuine: genuine.acts, seal, choose };
};

it('An act of the genuine file that came along in the forged one comes to its own', async () => {
  const { officer, second, head, rival, caseId, forged, genuine, seal, choose } = await begin();
  const about = genuine.at(-1)?.hash ?? '';
  const noted = { caseId, type: 'reportRegistered', capacity: 'personnelOfficer', refs: [about], about } as const;
  const registered = forgeAct(second, { ...noted, ...asOld, content: contents.reportRegistered });
  const said = { caseId, capacity: 'personnelHead', ...asOld } as const;
  const decision = { ...said, type: 'counsellingDecided', refs: [registered.hash] } as const;
  const decided = forgeAct(head, { ...decision, content: contents.counsellingDecided });
  await take(officer, await seal(rival, [...forged, decided]));
  await choose(registered, decided);
  expect(countedAt(officer, caseId)).toEqual([...genuine, registered, decided].map(({ hash }) => hash).sort());
  // What goes on from it is of the genuine file too.
  const assignment = { ...said, type: 'counsellorAssigned', refs: [decided.hash] } as const;
  const assigned = forgeAct(head, { ...assignment, content: contents.counsellorAssigned });
  await take(officer, [await forgePackage(head, await addressOf(officer), { caseId, acts: [assigned] })]);
  expect(countedAt(officer, caseId)).toContain(assigned.hash);
});

it('Words of the forged opening that come after the choice let nothing of it count', async () => {
  const { officer, rival, caseId, forged, genuine, seal, choose } = await begin();
  await take(officer, await seal(rival, forged, false));
  await choose();
  await take(officer, await seal(rival, forged.slice(0, 1)));
  expect(countedAt(officer, caseId)).toEqual(genuine.map(({ hash }) => hash).sort());
  expect(await shownAt(officer, caseId)).toEqual(genuineShown);
});

it('An act upon the forged file does not count in the genuine one because its opening comes along', async () => {
  const { officer, head, rival, caseId, forged, genuine, seal, choose } = await begin();
  await take(officer, await seal(rival, forged));
  const about = hashOf(officer, caseId, 'reportSubmitted');
  const onForged = await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  const decision = { caseId, type: 'counsellingDecided', capacity: 'personnelHead', refs: [onForged] } as const;
  const decided = forgeAct(head, { ...decision, content: contents.counsellingDecided });
  await take(officer, [await forgePackage(head, await addressOf(officer), { caseId, acts: [decided] })]);
  await choose();
  const counted = countedAt(officer, caseId);
  await take(officer, await seal(rival, [...genuine.slice(0, 1), decided], false));
  expect(countedAt(officer, caseId)).toEqual(counted);
});

it('The window tells what counts again where the choice is taken back', async () => {
  const { officer, rival, forged, seal, choose } = await begin();
  await take(officer, await seal(rival, forged));
  const input = { choice: 'takeBack', itemId: await choose() };
  const call = { method: 'exchange.decide', kind: 'passphrase' as const, input };
  const read = unwrap(await confirmationOf(call, officer.calls.context));
  const linesOf = (label: string) => read?.facts.find((one) => one.label === label)?.lines;
  expect(linesOf('fileGoesAside')).toContain(people.assessor.name);
  expect(linesOf('fileCounts')).toContain(rival.person.name);
});

it('What names only acts that are not here goes aside and comes back with the file to which it came', async () => {
  const { officer, head, rival, caseId, forged, seal, choose } = await begin();
  await take(officer, await seal(rival, forged));
  const before = countedAt(officer, caseId);
  const itemId = await choose();
  const decision = { caseId, type: 'counsellingDecided', capacity: 'personnelHead', refs: ['e'.repeat(64)] } as const;
  const decided = forgeAct(head, { ...decision, content: contents.counsellingDecided });
  await take(officer, [await forgePackage(head, await addressOf(officer), { caseId, acts: [decided] })]);
  const chosen = countedAt(officer, caseId);
  expect(chosen).toContain(decided.hash);
  await officer.calls.get('exchange.decide', { choice: 'takeBack', itemId });
  expect(countedAt(officer, caseId)).toEqual(before);
  await officer.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
  expect(countedAt(officer, caseId)).toEqual(chosen);
});
