import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { acceptedByHolder, enter, evaluated, observed, opened, sign } from '../../fixtures/case-walks.ts';
import { sampleFile } from '../../fixtures/guidance.ts';
import { foundInstitution, hashOf, pass } from '../../fixtures/institution.ts';
import { learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { begin } from '../guidance/support.ts';

// "Apa yang tersimpan tentang saya": what a vault holds about a person, as far as that person may have it.

const idOf = async (calls: Calls, name: string): Promise<string> =>
  (await calls.get('persons.list', { includeArchived: true })).find((person) => person.name === name)?.personId ?? '';

/** The page of the paper about somebody of the register. */
const paperOf = async (calls: Calls, { name } = people.employee): Promise<string> => {
  const drawn = calls.host.jobs.length;
  await calls.get('retention.preparePerson', { personId: await idOf(calls, name) });
  return calls.host.jobs
    .slice(drawn)
    .map((job) => job.html)
    .join('\n');
};

const others = [people.assessor, people.counsellor, people.assessorSuperior, people.personnelHead];
const notPart = 'Catatan pribadi konselor, bila ada';

describe('the paper about a person', () => {
  it('names papers that the person may have a copy of, their copies and who got them, and nobody else', async () => {
    const { members } = await foundInstitution({
      officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
      assessor: { person: people.assessor, roles: ['assessor'] },
    });
    const { officer, assessor } = members;
    const caseId = await reportedCase(assessor.calls);
    const about = hashOf(assessor, caseId, 'problemCommunicated');
    await sign(assessor.calls, caseId, 'copyReleased', 'assessor', {
      about,
      content: { date: '2026-06-07', copyNumber: '3' },
    });
    await pass(assessor, officer, caseId);
    await opened(assessor.calls, { content: { employee: people.otherEmployee, period: 'Masa lain' } });
    const page = await paperOf(assessor.calls);
    for (const said of ['Lembar Komunikasi', 'diserahkan 7 Juni 2026, nomor salinan 3', notPart])
      expect(page).toContain(said);
    // By office alone; of what the package held besides nothing.
    expect(page).toMatch(/Petugas kepegawaian<\/p><\/td><td><p>Laporan Permasalahan Perilaku Kerja</);
    for (const hidden of ['Umpan balik', 'Identifikasi', ...others.map(({ name }) => name)])
      expect(page).not.toContain(hidden);
    expect(page).not.toContain('Masa lain');
  });

  it('says the same with and without consent refused, an absence and a referral, and reads no private note', async () => {
    const made = async (isHidden: boolean): Promise<string> => {
      const calls = callsOn(await testVault(people.counsellor, ['counsellor']));
      const caseId = await acceptedByHolder(calls);
      const about = await enter(calls, caseId, 'sessionScheduled', 'personnelHead');
      if (isHidden) {
        await calls.get('notes.save', {
          noteId: null,
          caseId,
          title: 'Catatan rahasia',
          content: '{}',
          attachmentIds: [],
        });
        await sign(calls, caseId, 'consentRecorded', 'counsellor', { content: { consent: 'refused' } });
        await sign(calls, caseId, 'sessionMissed', 'counsellor', { about });
        await sign(calls, caseId, 'referralRecorded', 'counsellor');
        await sign(calls, caseId, 'resultSigned', 'counsellor', { content: { outcome: 'ended', sessions: [] } });
      } else {
        await sign(calls, caseId, 'sessionHeld', 'counsellor', { about });
        await sign(calls, caseId, 'resultSigned', 'counsellor');
      }
      return paperOf(calls);
    };
    const [plain, hidden] = [await made(false), await made(true)];
    expect(hidden).toBe(plain);
    expect(plain).toContain('Rekaman Informasi Hasil Konseling Kinerja');
    expect(plain).toContain(notPart);
  });

  it('names no file about the wrong person, and none that no list names any more', async () => {
    const calls = callsOn(await testVault(people.assessor, ['assessor']));
    const wrong = await observed(calls);
    await evaluated(calls, wrong);
    await sign(calls, wrong, 'employeeMistaken', 'assessor');
    const ended = await observed(calls);
    await evaluated(calls, ended, 'changed');
    await sign(calls, ended, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
    const page = await paperOf(calls);
    expect(page).toContain('Tidak ada berkas yang menyebut nama Anda');
    expect(page).not.toContain('Lembar Komunikasi');
  });

  it('has learning with its JP, and guidance of both the person and the holder alone', async () => {
    const calls = callsOn(await testVault(people.assessor, ['assessor', 'coach']));
    await opened(calls);
    const personId = await idOf(calls, people.employee.name);
    const record = learningInput({ title: 'Pelatihan peragaan data' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    const with_ = (topic: string, leader = people.assessor, participants = [people.employee]) =>
      begin(calls, { ...sampleFile('coaching', { leader, participants }), topic });
    await with_('Topik bersama');
    await with_('Topik orang lain', people.assessor, [people.otherEmployee]);
    await with_('Topik tanpa pemegang', people.assessorSuperior);
    const page = await paperOf(calls);
    for (const said of ['Pelatihan peragaan data', 'Topik bersama']) expect(page).toContain(said);
    for (const hidden of ['Topik orang lain', 'Topik tanpa pemegang', people.otherEmployee.name])
      expect(page).not.toContain(hidden);
  });

  it('is made for somebody whom the lists name, and stands in the audit trail', async () => {
    const calls = callsOn(await testVault(people.assessor, ['assessor']));
    await observed(calls);
    expect(await calls.code('retention.preparePerson', { personId: 'f'.repeat(32) })).toBe('unknownPerson');
    const personId = await idOf(calls, people.employee.name);
    await calls.get('retention.preparePerson', { personId });
    const { entries } = await calls.get('audit.list', { store: 'records', before: null, limit: 5 });
    expect(entries[0]).toMatchObject({ kind: 'personToldMade', subject: personId });
  });
});
