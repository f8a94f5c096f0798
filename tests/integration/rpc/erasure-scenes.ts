import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { eraseEnded, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { coachingSample, workedCoaching } from '../../fixtures/guidance.ts';
import type { Member } from '../../fixtures/institution.ts';
import { learningInput } from '../../fixtures/learning.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { begin } from '../guidance/support.ts';
import { passCase } from './pass-package.ts';
import { type Seen, watched } from './watched.ts';

const today = toLocalDay(Date.now());
const rule = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
const atOnce = { counselled: rule, notCounselled: rule, wrongEmployee: rule };
const execution = { number: '', date: today, place: '', witnesses: ['A', 'B'] };

/** Erases a file that the unit has too; gives its id. */
export const eraseShared = async (assessor: Member, unit: Member): Promise<string> => {
  const caseId = await reportedCase(assessor.calls);
  const { entryId } = unit;
  await assessor.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelOfficer', entryId });
  await passCase(assessor, unit, caseId);
  await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
  await passCase(assessor, unit, caseId);
  await setAtOnce(assessor.calls);
  await eraseEnded(assessor.calls, caseId);
  return caseId;
};

/** What may be done about a file that another vault asks to be erased: each changes how the request stands. */
export const answerRequest = async ({ get }: Member['calls'], caseId: string): Promise<void> => {
  const never = { counselled: null, notCounselled: null, wrongEmployee: null };
  await get('retention.set', { holding: 'workingCopy', schedule: never });
  await setAtOnce({ get });
  await get('retention.freeze', { caseId, reason: 'appeal', note: '' });
  await get('retention.unfreeze', { caseId });
  const { erasureId } = await get('retention.propose', { caseIds: [caseId], reason: 'Diminta.' });
  await get('retention.withdraw', { erasureId });
};

/** An erasure of a guidance and of a year of learning records, each call watched. */
export const eraseRecordsWatched = async (seen: Seen): Promise<void> => {
  const unwatched = callsOn(await testVault(people.assessor, ['assessor', 'coach']));
  const { get } = watched(unwatched, seen);
  const guidanceId = await begin(unwatched, { ...workedCoaching(), status: 'concluded' });
  await unwatched.get('guidance.makeRecord', { guidanceId, content: coachingSample(), sign: true });
  const draft = { kind: 'guidanceSummary', caseId: null, subjectKey: guidanceId, content: '{}' };
  await unwatched.get('drafts.save', draft);
  const { personId } = await unwatched.get('persons.save', { personId: null, person: people.employee });
  const record = learningInput({ from: '2023-03-02', to: '2023-03-04' });
  await unwatched.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
  await get('retention.set', { holding: 'workingCopy', schedule: { ...atOnce, guidance: rule, learning: rule } });
  for (const named of [{ guidanceId }, { year: '2023' }]) {
    await get('retention.freeze', { ...named, reason: 'appeal', note: '' });
    await get('retention.unfreeze', named);
  }
  const asked = { guidanceIds: [guidanceId], years: ['2023'], reason: 'Lewat masa.' };
  await get('retention.withdraw', { erasureId: (await get('retention.propose', asked)).erasureId });
  const { erasureId } = await get('retention.propose', asked);
  await get('retention.erase', { erasureId, execution: { ...execution, witnesses: [] } });
};

/** An erasure from schedule to other backups, each call watched. */
export const eraseWatched = async (seen: Seen): Promise<void> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const unwatched = callsOn(vault);
  const { get } = watched(unwatched, seen);
  const caseId = await observed(unwatched);
  await sign(unwatched, caseId, 'problemIdentified', 'assessor');
  const hash = await sign(unwatched, caseId, 'problemCommunicated', 'assessor');
  await unwatched.get('documents.ofAct', { hash });
  await sign(unwatched, caseId, 'caseClosed', 'assessor', { content: { reason: 'other' } });
  await unwatched.get('drafts.save', { kind: 'act:caseClosed', caseId, subjectKey: '', content: '{}' });
  await unwatched.get('notes.save', { noteId: null, caseId, title: 'x', content: '{}', attachmentIds: [] });
  const folderToken = unwatched.context.files.issue('folder', temporaryFolder());
  await unwatched.get('backup.setPlace', { folderToken });
  await unwatched.get('backup.make', {});
  await get('retention.set', { holding: 'archive', schedule: atOnce });
  await get('retention.freeze', { caseId, reason: 'appeal', note: '' });
  await get('retention.unfreeze', { caseId });
  const propose = async () => (await get('retention.propose', { caseIds: [caseId], reason: 'Lewat masa.' })).erasureId;
  await get('retention.withdraw', { erasureId: await propose() });
  const erasureId = await propose();
  const approval = { official: 'Sekretaris', number: '7', date: today, consideration: 'Tidak berguna.' };
  await get('retention.approve', { erasureId, approval });
  await get('retention.erase', { erasureId, execution });
  unwatched.host.passphrase = passphrase;
  await get('retention.renewBackups', {});
};
