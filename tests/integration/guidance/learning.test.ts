import { expect, it } from 'vitest';
import { learningFromGuidance } from '../../../shared/domain/competence/from-guidance.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { communitySample, internshipSample, sampleFile, workedInternship } from '../../fixtures/guidance.ts';
import { foundInstitution, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { begin, guidanceCast, make, recordOf, sendRecord } from './support.ts';

/** Somebody of the register of a vault, put there where not yet listed. */
const listed = async (calls: Calls, person: typeof people.employee): Promise<string> =>
  (await calls.get('persons.list', {})).find(({ nip }) => nip === person.nip)?.personId ??
  (await calls.get('persons.save', { personId: null, person })).personId;

/** Enters a record of guidance as somebody's learning; the error, or `ok`. */
const enter = async (calls: Calls, guidanceId: string, hash: string, personId: string) => {
  const { record } = await recordOf(calls, guidanceId, hash);
  const learning = record === null ? undefined : learningFromGuidance(record, []);
  if (learning === undefined) throw new Error('no learning');
  return calls.code('competence.saveRecord', {
    ...{ recordId: null, revision: 0, personId, record: learning, guidanceHash: hash },
  });
};

it('a learning community is signed by coordinator and members in their vaults, and earns each of them JP', async () => {
  const { coach, employee } = (await foundInstitution(guidanceCast)).members;
  // Who coordinates needs no role for it.
  const file = sampleFile('learningCommunity', { leader: people.employee, participants: [people.assessor] });
  const guidanceId = await begin(employee.calls, file);
  expect(await employee.calls.code('guidance.save', { guidanceId, revision: 1, file: sampleFile('internship') })).toBe(
    'guidanceKindFixed',
  );
  // Nobody is led, so there is no leader who wants to know.
  expect(await employee.calls.code('guidance.prepareOverview', { guidanceId })).toBe('recordOfOtherKind');
  const hash = await make(employee.calls, guidanceId, communitySample);
  const inspection = await take(coach, await sendRecord(employee, coach, hash));
  expect(inspection.guidance).toMatchObject({ kind: 'learningCommunity', asksForMine: true });
  const personId = await listed(coach.calls, people.assessor);
  expect(await enter(coach.calls, guidanceId, hash, personId)).toBe('recordIncomplete');
  await coach.calls.get('guidance.signRecord', { hash });
  expect((await recordOf(coach.calls, guidanceId, hash)).complete).toBe(true);
  const coordinator = await listed(coach.calls, people.employee);
  expect(await enter(coach.calls, guidanceId, hash, personId)).toBe('ok');
  expect(await enter(coach.calls, guidanceId, hash, coordinator)).toBe('ok');
  expect(await enter(coach.calls, guidanceId, hash, personId)).toBe('guidanceCountedAlready');
});

it('a magang signed on paper earns its intern JP, and its supervisor none', async () => {
  const { coach } = (await foundInstitution(guidanceCast)).members;
  const guidanceId = await begin(coach.calls, workedInternship());
  expect(await coach.calls.code('guidance.makeRecord', { guidanceId, content: communitySample, sign: false })).toBe(
    'recordOfOtherKind',
  );
  expect(await coach.calls.code('guidance.prepareOverview', { guidanceId })).toBe('recordOfOtherKind');
  const hash = await make(coach.calls, guidanceId, internshipSample, false);
  const prepared = await coach.calls.get('guidance.prepare', { kind: 'internship', source: { hash } });
  expect(prepared.size).toBeGreaterThan(0);
  expect(coach.calls.host.jobs.at(-1)?.html).toContain('Laporan Magang');
  const attachmentId = await attach(coach.calls, 'laporan magang');
  await coach.calls.get('guidance.addPaper', {
    ...{ hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [attachmentId] },
  });
  const intern = await listed(coach.calls, people.employee);
  const supervisor = await listed(coach.calls, people.assessor);
  expect(await enter(coach.calls, guidanceId, hash, supervisor)).toBe('guidanceNotOfPerson');
  expect(await enter(coach.calls, guidanceId, hash, intern)).toBe('ok');
});

it('one place of a report earns JP once, whoever of the register has its name', async () => {
  const { coach } = (await foundInstitution(guidanceCast)).members;
  const unnumbered = { ...people.otherEmployee, nip: '', unit: '' };
  const file = sampleFile('learningCommunity', { leader: people.assessor, participants: [unnumbered] });
  const guidanceId = await begin(coach.calls, file);
  const hash = await make(coach.calls, guidanceId, communitySample, false);
  const attachmentId = await attach(coach.calls, 'laporan');
  await coach.calls.get('guidance.addPaper', {
    ...{ hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [attachmentId] },
  });
  const member = await listed(coach.calls, people.otherEmployee);
  // No member: a namesake, or the same person entered once more.
  const namesake = await listed(coach.calls, { ...people.employee, name: people.otherEmployee.name });
  expect(await enter(coach.calls, guidanceId, hash, member)).toBe('ok');
  expect(await enter(coach.calls, guidanceId, hash, namesake)).toBe('guidanceCountedAlready');
  expect(await enter(coach.calls, guidanceId, hash, await listed(coach.calls, people.assessor))).toBe('ok');
});
