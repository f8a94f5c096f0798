import { describe, expect, it } from 'vitest';
import { draftKinds } from '../../../shared/domain/draft/kinds.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, contents, paperStep, record, step } from '../../fixtures/case-steps.ts';
import { employee } from '../../fixtures/people/cast.ts';

const counselling = async () => {
  const calls = callsOn(await testVault(castOf.counsellor, ['counsellor']));
  const scan = await attach(calls, '%PDF-1.7 surat tugas');
  const acts = [
    step('caseOpened', 'counsellor', { content: { startsFrom: 'assignment' } }),
    paperStep('counsellorAssigned', 'personnelHead', { attachmentIds: [scan], signedDocumentId: scan }),
  ];
  const { caseId, hashes } = await calls.get('case.recordActs', {
    acts: acts.map((act) => ({ ...act, aboutIndex: null })),
    draftId: null,
  });
  return { calls, caseId, assignment: hashes[1] ?? '' };
};

describe('home', () => {
  it('shows what waits for the holder, sessions, drafts and the caseload', async () => {
    const { calls, caseId, assignment } = await counselling();
    await calls.get('drafts.save', { kind: 'act:sessionScheduled', caseId, subjectKey: '', content: '{}' });
    const home = await calls.get('overview.home', { today: '2026-05-06' });
    expect(home.waiting).toMatchObject([{ caseId, employeeName: employee.name, due: 'assignmentAnswered' }]);
    expect(home.drafts).toMatchObject([{ caseId, employeeName: employee.name, kind: 'act:sessionScheduled' }]);
    expect(home.caseload).toMatchObject([{ count: 1 }]);

    await record(calls, step('assignmentAnswered', 'counsellor', { caseId, about: assignment }));
    const scheduled = await record(calls, paperStep('sessionScheduled', 'personnelOfficer', { caseId }));
    const { date, startTime } = contents.sessionScheduled;
    expect((await calls.get('overview.home', { today: date })).today).toMatchObject([
      { date, startTime, zone: '', state: 'planned' },
    ]);
    expect((await calls.get('overview.home', { today: '2026-05-01' })).upcoming).toHaveLength(1);

    await record(calls, step('sessionRescheduled', 'counsellor', { caseId, about: scheduled }));
    const month = { from: '2026-05-01', to: '2026-05-31' };
    expect(await calls.get('overview.schedule', month)).toMatchObject([{ date: '2026-05-08', startTime: '13:30' }]);
    await record(calls, step('sessionHeld', 'counsellor', { caseId, about: scheduled }));
    expect(await calls.get('overview.schedule', month)).toMatchObject([{ state: 'held' }]);
    expect(await calls.get('overview.schedule', { from: '2026-06-01', to: '2026-06-30' })).toEqual([]);
  });

  it('lets go what is settled: a session that was held or missed, or that a closed file left open', async () => {
    const shown = async (calls: Awaited<ReturnType<typeof counselling>>['calls'], today: string) => {
      const home = await calls.get('overview.home', { today });
      return [...home.today, ...home.upcoming].map(({ date }) => date);
    };
    for (const settled of ['sessionHeld', 'sessionMissed', 'caseClosed'] as const) {
      const { calls, caseId, assignment } = await counselling();
      await record(calls, step('assignmentAnswered', 'counsellor', { caseId, about: assignment }));
      const scheduled = await record(calls, paperStep('sessionScheduled', 'personnelOfficer', { caseId }));
      const { date } = contents.sessionScheduled;
      expect(await shown(calls, date)).toEqual([date]);
      if (settled === 'caseClosed') {
        await record(calls, paperStep('employeeLeft', 'personnelOfficer', { caseId }));
        await record(calls, paperStep('caseClosed', 'personnelHead', { caseId, content: { reason: 'employeeLeft' } }));
      } else await record(calls, step(settled, 'counsellor', { caseId, about: scheduled }));
      expect([settled, await shown(calls, date)]).toEqual([settled, []]);
      expect([settled, await shown(calls, '2026-05-01')]).toEqual([settled, []]);
      const { nextSession } = (await calls.get('case.open', { caseId })).summary;
      expect([settled, nextSession]).toEqual([settled, null]);
      // Jadwal still has it, as what it was.
      expect(await calls.get('overview.schedule', { from: date, to: date })).toHaveLength(1);
    }
  });

  it('lets go drafts of acts that a closed file takes no more, and keeps them in the file', async () => {
    const { calls, caseId } = await counselling();
    const kinds = [
      'act:sessionScheduled',
      'received:resultSigned',
      'remark:counsellorAssigned',
      'unfit:act:sessionHeld',
      'act.feedbackRecorded.guidance',
    ];
    const lasting = ['act:actCorrected', 'act:copyReleased', 'guidanceQuick'];
    const all = [...kinds, ...lasting];
    for (const kind of all) await calls.get('drafts.save', { kind, caseId, subjectKey: 'd', content: '{}' });
    const onHome = async () =>
      (await calls.get('overview.home', { today: '2026-05-06' })).drafts.map(({ kind }) => kind).sort();
    expect(await onHome()).toEqual([...all].sort());

    await record(calls, paperStep('employeeLeft', 'personnelOfficer', { caseId }));
    await record(calls, paperStep('caseClosed', 'personnelHead', { caseId, content: { reason: 'employeeLeft' } }));
    expect(await onHome()).toEqual([...lasting].sort());
    expect((await calls.get('drafts.list', { caseId })).map(({ kind }) => kind).sort()).toEqual([...all].sort());
  });

  it('asks anew after a change of roles', async () => {
    const { calls } = await counselling();
    expect((await calls.get('overview.home', { today: '2026-05-06' })).waiting).toHaveLength(1);
    const { person } = { person: castOf.counsellor };
    await calls.get('profile.save', { person, roles: ['coach'] });
    expect((await calls.get('overview.home', { today: '2026-05-06' })).waiting).toEqual([]);
  });

  it('brings back a draft of every kind, and one that no form takes as its text', async () => {
    const { calls, caseId } = await counselling();
    const families = ['act', 'received', 'remark'];
    const kinds = Object.keys(draftKinds).map((entry) => (families.includes(entry) ? `${entry}:sessionHeld` : entry));
    const content = JSON.stringify(['Kalimat dari versi lama']);
    for (const kind of kinds) await calls.get('drafts.save', { kind, caseId, subjectKey: 'd', content });
    const { drafts } = await calls.get('overview.home', { today: '2026-05-06' });
    expect(drafts.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
    expect(drafts.filter(({ fits }) => fits)).toEqual([]);
    for (const { draftId } of drafts) expect((await calls.get('drafts.get', { draftId })).content).toBe(content);
  });

  it('sets a draft that no longer fits aside when another is typed in its place', async () => {
    const { calls } = await counselling();
    const place = { kind: 'remark:sessionHeld', caseId: null, subjectKey: '' };
    await calls.get('drafts.save', { ...place, content: '{"lama":"Kalimat dari versi lama"}' });
    await calls.get('drafts.save', { ...place, content: '"Kata baru"' });
    const kept = await calls.get('drafts.list', {});
    const texts = await Promise.all(
      kept.map(async ({ draftId }) => (await calls.get('drafts.get', { draftId })).content),
    );
    expect(texts.sort()).toEqual(['"Kata baru"', '{"lama":"Kalimat dari versi lama"}']);
  });
});
