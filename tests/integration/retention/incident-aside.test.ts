import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { setAside, setFileAside } from '../../../electron/backend/case/act-rows.ts';
import { verifiedActs } from '../../../electron/backend/case/stored-act.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { sealOwnFile } from '../../fixtures/forged-file.ts';
import { foundInstitution, look, take } from '../../fixtures/institution.ts';
import { account, lost } from '../../fixtures/lost-computer.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Whoever finds a computer has what was set aside there, too.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  rival: { person: people.assessorSuperior, roles: ['assessor'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** The vault of an officer in which the file of one opener counts, and that of the other one is set aside. */
const twice = async () => {
  const { members } = await foundInstitution(cast);
  const { officer, rival, assessor } = members;
  const caseId = toHex(randomBytes(16));
  const change = { asOld: true } as const;
  const other = await sealOwnFile(rival, officer, { id: caseId, change, opening: { employee: people.otherEmployee } });
  await take(officer, [other.path]);
  await look(officer, [(await sealOwnFile(assessor, officer, { id: caseId, change })).path]);
  const [doubt] = (await officer.calls.get('exchange.review', { earlier: false })).filter(
    ({ kind }) => kind === 'actOtherOpening',
  );
  await officer.calls.get('exchange.decide', { choice: 'take', itemId: doubt?.itemId ?? '', acts: null });
  return { officer, caseId, opening: other.acts[0]?.hash ?? '' };
};

it('lists both files of one id with their people and acts, and tells each of them on paper', async () => {
  const { officer, caseId, opening } = await twice();
  const { calls } = officer;
  const { files } = await calls.get('retention.exposure', lost);
  expect(files).toMatchObject([
    { caseId, opening: null, employeeName: people.employee.name },
    { caseId, opening, employeeName: people.otherEmployee.name },
  ]);
  for (const file of files)
    expect(file.acts.map(({ type, form }) => [type, form])).toContainEqual(['caseOpened', 'all']);
  const letter = { ...lost, paper: 'incidentPerson', caseId, account } as const;
  for (const file of files) await calls.get('retention.prepareNotice', { ...letter, opening: file.opening });
  await calls.get('retention.prepareNotice', { ...letter, paper: 'incidentAuthority', caseId: null, opening: null });
  const pages = calls.host.jobs.map((job) => JSON.stringify(job));
  const names = [people.employee.name, people.otherEmployee.name];
  expect(pages.map((page) => names.map((name) => page.includes(name)))).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
  expect(await calls.code('retention.prepareNotice', { ...letter, opening: 'f'.repeat(64) })).toBe('unknownCase');
});

it('names nobody whose file ended without counselling, and has none about the wrong employee', async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault);
  const [ended, mistaken, open] = [await observed(calls), await observed(calls), await observed(calls)];
  await evaluated(calls, ended, 'changed');
  await sign(calls, ended, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
  await sign(calls, mistaken, 'employeeMistaken', 'assessor');
  for (const caseId of [ended, mistaken, open]) {
    const [opening] = verifiedActs(vault.records, caseId).acts;
    const file = { caseId, opening: opening?.hash ?? '' };
    unwrap(transactRecords(vault.records, (tx) => ok(setFileAside(tx, file, '2026-11-20T02:00:00.000Z'))));
  }
  const { files } = await calls.get('retention.exposure', lost);
  const told = files.map(({ caseId, employeeName }) => `${caseId} ${employeeName}`);
  expect(told.sort()).toEqual([`${ended} `, `${open} ${people.employee.name}`].sort());
});

it('lists an act that was taken back with its file', async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault);
  const caseId = await observed(calls);
  const [hash = ''] = verifiedActs(vault.records, caseId)
    .acts.filter(({ header }) => header.type === 'feedbackRecorded')
    .map((act) => act.hash);
  unwrap(
    transactRecords(vault.records, (tx) => {
      setAside(tx, [hash], '2026-11-20T02:00:00.000Z');
      return ok(null);
    }),
  );
  const [file] = (await calls.get('retention.exposure', lost)).files;
  expect(file?.acts.map(({ type }) => type)).toEqual(['caseOpened', 'feedbackRecorded']);
});
