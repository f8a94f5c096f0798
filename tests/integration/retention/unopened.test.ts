import { expect, it } from 'vitest';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { releaseCopy } from '../../fixtures/copies.ts';
import { erasedToday } from '../../fixtures/erase-mistaken.ts';
import { foundInstitution, hashOf, look, pass, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { writable } from '../../fixtures/writable.ts';

// A file that is in a vault by single acts alone, without an opening that counts: what was taken on the holder's own
// judgement, and taken back. Nobody can tell whether it ended.

const cast = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
} as const;

const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
const never = { counselled: null, notCounselled: null, wrongEmployee: null };

const takenBack = async () => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer, head } = members;
  const caseId = await reportedCase(assessor.calls);
  await pass(assessor, officer, caseId);
  const about = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  const files = await send(officer, head, caseId);
  // By now the key of who wrote the report is revoked: the package is held, and may be taken on the own judgement.
  const revoked = { at: '2030-01-01T00:00:00.000Z', reason: 'lost' } as const;
  const directory = publish((before) => ({
    ...before,
    entries: before.entries.map((entry) =>
      entry.entryId === assessor.entryId
        ? { ...entry, keys: entry.keys.map((key) => ({ ...key, revoked })) as unknown as typeof entry.keys }
        : entry,
    ),
  }));
  unwrap(takeDirectory(head.exchange.work, writable(head.vault.records), directory));
  await look(head, files);
  const [item] = await head.calls.get('exchange.review', { earlier: false });
  const itemId = item?.itemId ?? '';
  await head.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
  await head.calls.get('exchange.decide', { choice: 'takeBack', itemId });
  return { head, caseId, files };
};

it('is listed as without an opening, is due by a term of its own, and goes by proposal and record', async () => {
  const { head, caseId, files } = await takenBack();
  const { calls } = head;
  expect(await calls.get('case.list', {})).toEqual([]);
  const [file] = (await calls.get('case.retention', {})).files;
  // Our own term, before anything is set: twelve months after the latest act that lies here.
  expect(file).toMatchObject({ caseId, kind: 'unopened', disposition: 'destroy', obstacle: 'fileNotDue' });
  expect(file!.acts).toBeGreaterThan(0);
  await calls.get('retention.set', { holding: 'workingCopy', schedule: { ...never, unopened: null } });
  expect(await calls.code('retention.propose', { caseIds: [caseId], reason: 'Lewat masa.' })).toBe('fileNotDue');
  await calls.get('retention.set', { holding: 'workingCopy', schedule: { ...never, unopened: atOnce } });
  const { erasureId } = await calls.get('retention.propose', { caseIds: [caseId], reason: 'Lewat masa.' });
  await calls.get('retention.prepare', { erasureId, paper: 'erasureList' });
  expect(JSON.stringify(calls.host.jobs.at(-1))).toContain('Langkah tunggal tanpa pembukaan berkas');
  await calls.get('retention.erase', { erasureId, execution: erasedToday() });
  expect((await calls.get('case.retention', {})).files).toEqual([]);
  const { n } = head.vault.records.$client.prepare('SELECT count(*) AS n FROM acts').get() as { n: number };
  expect(n).toBe(0);
  // Nobody knows how it ended, so nobody is asked about theirs.
  expect((await calls.get('exchange.erasures', {})).due).toEqual([]);
  expect(await look(head, files)).toMatchObject({ held: 'fileErased' });
});

it('is none that is open, and no copy of an employee', async () => {
  const { members } = await foundInstitution({ ...cast, employee: { person: people.employee, roles: ['employee'] } });
  const { assessor, employee } = members;
  const caseId = await reportedCase(assessor.calls);
  const communicated = (await assessor.calls.get('case.open', { caseId })).acts.find(
    ({ type }) => type === 'problemCommunicated',
  );
  await releaseCopy(assessor, caseId, communicated?.hash ?? '');
  await take(employee, await send(assessor, employee, caseId));
  for (const { calls } of [assessor, employee]) expect((await calls.get('case.retention', {})).files).toEqual([]);
});
