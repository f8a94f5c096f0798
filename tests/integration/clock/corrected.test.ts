import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { ClockAnswer } from '../../../shared/domain/audit/stated-time.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, attachBytes, paperStep, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, opened, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { coachingSample } from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member, pass, send, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { begin, guidanceCast, make, recordOf, sendRecord } from '../guidance/support.ts';

// Signing by a clock that is behind what is signed, or that leapt: it is asked, and what was corrected says so.

const at = (day: string) => ({ now: () => Date.parse(`${day}T04:00:00Z`) });
const today = '2026-11-26';
const instantOf = (day: string): string => new Date(at(day).now()).toISOString();
const right: ClockAnswer = { reason: 'computerWrong', at: '2026-11-26T08:15:00.000Z' };
const early: ClockAnswer = { reason: 'computerWrong', at: '2026-11-20T08:15:00.000Z' };

const kindsOf = async (calls: Calls): Promise<string[]> =>
  (await calls.get('audit.list', { store: 'records', before: null, limit: 200 })).entries.map(({ kind, about }) =>
    kind === 'clockStated' ? `${kind} ${about.detail}` : kind,
  );

const headerOf = (vault: OpenVault, caseId: string, hash: string | undefined) =>
  loadCase(vault.records, caseId).byHash.get(hash ?? '')?.header;

/** A case that an assessor began by a right clock, and the calls of the same vault once the clock stands in 2010. */
const behind = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault, at(today));
  const caseId = await observed(calls);
  const other = callsOn(vault, at('2010-01-01'));
  // The leap is settled, so that it is the case alone that speaks against the clock.
  await other.get('overview.stateClock', { reason: 'earlierWrong' });
  return { vault, caseId, calls, other, attached: await attach(other, '%PDF-1.7 rapat') };
};

/** Makes the call without an answer, then with a time that cannot be, then with the right one. */
const asked = async <T>(
  vault: OpenVault,
  call: (clock: ClockAnswer | null) => Promise<{ readonly ok: boolean } & T>,
  details: object,
): Promise<T> => {
  const before = dumpWhatCounts(vault);
  expect(await call(null)).toMatchObject({ error: { code: 'clockAsked', details } });
  expect(await call(early)).toMatchObject({ error: { code: 'correctionUnfit', details } });
  expect(dumpWhatCounts(vault)).toBe(before);
  const answered = await call(right);
  expect(answered).toMatchObject({ ok: true });
  return answered;
};

const isBehind = { reads: instantOf('2010-01-01'), known: instantOf(today), isBehind: true, hasLeapt: false };
const hasLeapt = { reads: instantOf('2010-01-01'), known: instantOf(today), isBehind: false, hasLeapt: true };

describe('a clock that is behind the case', () => {
  it('is asked about before an act is signed, which then bears the corrected time', async () => {
    const { vault, caseId, other } = await behind();
    const input = { ...step('problemIdentified', 'assessor', { caseId }), draftId: null };
    const answer = await asked(vault, (clock) => other.call('case.recordAct', { ...input, clock }), isBehind);
    const hash = answer.ok ? answer.value.hash : '';
    expect(headerOf(vault, caseId, hash)).toMatchObject({
      clock: 'corrected',
      statedAt: '2026-11-26T08:15:00.000Z',
      statedOn: today,
    });
    const { acts } = await other.get('case.open', { caseId });
    expect(acts.map(({ clockCorrected }) => clockCorrected)).toEqual([false, false, true]);
    expect((await kindsOf(other)).slice(1, 3)).toEqual(['actRecorded', 'clockStated computerWrong']);
  });

  it('is asked about before an act from paper is entered', async () => {
    const { vault, caseId, other, attached } = await behind();
    const change = { caseId, attachmentIds: [attached], signedDocumentId: attached };
    const input = { ...paperStep('problemIdentified', 'assessor', change), draftId: null };
    await asked(vault, (clock) => other.call('case.recordAct', { ...input, clock }), isBehind);
  });

  it('is asked about once before several acts are signed, all of which bear the corrected time', async () => {
    const { vault, caseId, other, attached } = await behind();
    const change = { caseId, attachmentIds: [attached], signedDocumentId: attached };
    const acts = [
      step('problemIdentified', 'assessor', { caseId }),
      paperStep('problemCommunicated', 'assessor', change),
      step('changeEvaluated', 'assessor', { caseId }),
    ].map((act) => ({ ...act, aboutIndex: null }));
    const call = (clock: ClockAnswer | null) => other.call('case.recordActs', { acts, draftId: null, clock });
    const answer = await asked(vault, call, { ...isBehind, index: 0 });
    const hashes = answer.ok ? answer.value.hashes : [];
    expect(hashes.map((hash) => headerOf(vault, caseId, hash))).toEqual(
      Array(3).fill(expect.objectContaining({ clock: 'corrected', statedAt: '2026-11-26T08:15:00.000Z' })),
    );
    expect((await kindsOf(other)).filter((kind) => kind.startsWith('clockStated'))).toHaveLength(2);
  });

  it('is shown corrected in the window of confirmation', async () => {
    const { caseId, other } = await behind();
    const input = { ...step('problemIdentified', 'assessor', { caseId }), draftId: null, clock: right };
    const call = { method: 'case.recordAct', kind: 'press', input } as const;
    expect(await confirmationOf(call, other.context)).toMatchObject({
      value: { acts: [{ statedOn: today, clockCorrectedTo: '2026-11-26T08:15:00.000Z' }] },
    });
  });

  it('signs unmarked where the holder says that it is right, and is not asked about again', async () => {
    const { vault, caseId, other } = await behind();
    const input = { ...step('problemIdentified', 'assessor', { caseId }), draftId: null };
    expect(await other.code('case.recordAct', { ...input, clock: { reason: 'longUnused' } })).toBe('clockAsked');
    const { hash } = await other.get('case.recordAct', { ...input, clock: { reason: 'earlierWrong' } });
    const header = headerOf(vault, caseId, hash);
    expect(header).toMatchObject({ statedAt: instantOf('2010-01-01') });
    expect(header).not.toHaveProperty('clock');
    const next = await sign(other, caseId, 'problemCommunicated', 'assessor');
    expect(headerOf(vault, caseId, next)).toMatchObject({ statedAt: instantOf('2010-01-01') });
  });

  it('leaves no doubt of the trail out once it is set right', async () => {
    const { caseId, calls, other } = await behind();
    const input = { ...step('problemIdentified', 'assessor', { caseId }), draftId: null };
    await other.get('case.recordAct', { ...input, clock: right });
    expect((await calls.get('overview.home', { today })).clock).toEqual({ reads: today, known: '2010-01-01' });
    await calls.get('overview.stateClock', { reason: 'earlierWrong' });
    expect((await calls.get('overview.home', { today })).clock).toBeNull();
  });

  it('dates the paper of an act as the act, under a certificate of that time', async () => {
    const { caseId, other } = await behind();
    const clock = right;
    for (const type of ['problemIdentified', 'problemCommunicated', 'changeEvaluated'] as const)
      await other.get('case.recordAct', { ...step(type, 'assessor', { caseId }), draftId: null, clock });
    const report = { ...step('reportSubmitted', 'assessor', { caseId }), draftId: null, clock };
    const { hash } = await other.get('case.recordAct', report);
    const { documentId } = await other.get('documents.ofAct', { hash });
    const { bytes } = await other.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
    const attachmentId = await attachBytes(other, Uint8Array.from(bytes));
    const check = await other.get('documents.check', { attachmentId });
    expect(check).toMatchObject({ verdict: 'genuine', act: { statedOn: today, clockCorrected: true } });
    expect(check.signatures.map(({ validFrom }) => validFrom.slice(0, 10))).toEqual([today]);
  });
});

describe('a clock that nobody doubts', () => {
  it('signs what it reads, whatever is said of it', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    const calls = callsOn(vault, at(today));
    const caseId = await opened(calls);
    const input = { ...step('feedbackRecorded', 'assessor', { caseId }), draftId: null };
    const evidence = await attach(calls, '%PDF-1.7 bukti');
    const { hash } = await calls.get('case.recordAct', { ...input, attachmentIds: [evidence], clock: early });
    const header = headerOf(vault, caseId, hash);
    expect(header).toMatchObject({ statedAt: instantOf(today), statedOn: today });
    expect(header).not.toHaveProperty('clock');
    expect((await kindsOf(calls)).some((kind) => kind.startsWith('clockStated'))).toBe(false);
  });
});

describe('a clock that leapt', () => {
  it.each([
    ['2010-01-01', ['computerWrong', 'earlierWrong']],
    ['2031-06-15', ['computerWrong', 'earlierWrong', 'longUnused']],
  ])('to %s is asked about before a case is begun', async (day, reasons) => {
    const vault = await testVault(people.assessor, ['assessor']);
    await callsOn(vault, at(today)).get('persons.save', { personId: null, person: people.otherEmployee });
    const other = callsOn(vault, at(day));
    const input = { ...step('caseOpened', 'assessor'), draftId: null };
    const details = { reads: instantOf(day), known: instantOf(today), reasons, isBehind: false, hasLeapt: true };
    const answer = await asked(vault, (clock) => other.call('case.recordAct', { ...input, clock }), details);
    expect(answer.ok && headerOf(vault, answer.value.caseId, answer.value.hash)).toMatchObject({ clock: 'corrected' });
    // Said to be wrong, it stays in doubt.
    expect((await other.get('overview.home', { today: day })).clock).toEqual({ reads: day, known: today });
  });

  it('ahead counts as right once the holder says that the vault was not used', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    await callsOn(vault, at(today)).get('persons.save', { personId: null, person: people.otherEmployee });
    const other = callsOn(vault, at('2031-06-15'));
    const input = { ...step('caseOpened', 'assessor'), draftId: null };
    const clock = { reason: 'longUnused' } as const;
    const { caseId, hash } = await other.get('case.recordAct', { ...input, clock });
    expect(headerOf(vault, caseId, hash)).not.toHaveProperty('clock');
    expect((await other.get('overview.home', { today: '2031-06-15' })).clock).toBeNull();
    await sign(other, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: [await attach(other, '%PDF-1.7')] });
  });
});

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

/** A member once the clock was set back, and nobody doubts it for a leap. */
const setBack = async ({ vault }: Member, day = '2010-01-01'): Promise<Calls> => {
  const calls = callsOn(vault, at(day));
  await calls.get('overview.stateClock', { reason: 'earlierWrong' });
  return calls;
};

describe('in the vault of an employee, a clock behind', () => {
  it('a copy is asked about before the copy is acknowledged', async () => {
    const { assessor, employee } = (await foundInstitution(cast, at(today))).members;
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    const about = await enter(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    const hash = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
    await assessor.calls.get('documents.ofAct', { hash });
    await pass(assessor, employee, caseId);
    const calls = await setBack(employee);
    const input = { hash, date: '2026-11-26', response: '' };
    const call = { method: 'exchange.acknowledgeCopy', kind: 'press', input: { ...input, clock: right } } as const;
    expect(await confirmationOf(call, calls.context)).toMatchObject({
      value: { acts: [{ statedOn: today, clockCorrectedTo: '2026-11-26T08:15:00.000Z' }] },
    });
    const acknowledge = (clock: ClockAnswer | null) => calls.call('exchange.acknowledgeCopy', { ...input, clock });
    const answer = await asked(employee.vault, acknowledge, isBehind);
    expect(headerOf(employee.vault, caseId, answer.ok ? answer.value.hash : '')).toMatchObject({
      clock: 'corrected',
      statedAt: '2026-11-26T08:15:00.000Z',
      statedOn: today,
    });
  });

  it('a record of guidance is asked about before the record is signed', async () => {
    const { coach, employee } = (await foundInstitution(guidanceCast, at(today))).members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    await take(employee, await sendRecord(coach, employee, hash));
    const calls = await setBack(employee);
    const call = { method: 'guidance.signRecord', kind: 'press', input: { hash, clock: right } } as const;
    expect(await confirmationOf(call, calls.context)).toMatchObject({
      value: { clockCorrectedTo: '2026-11-26T08:15:00.000Z' },
    });
    await asked(employee.vault, (clock) => calls.call('guidance.signRecord', { hash, clock }), isBehind);
    await take(coach, await sendRecord(employee, coach, hash));
    expect((await recordOf(coach.calls, guidanceId, hash)).parties).toMatchObject([
      { signedAt: instantOf(today), clockCorrected: false },
      { signedAt: '2026-11-26T08:15:00.000Z', clockCorrected: true },
    ]);
    // Its paper is dated as that signature, under a certificate of that time.
    const { documentId } = await calls.get('guidance.documentOf', { hash });
    const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
    const attachmentId = await attachBytes(calls, Uint8Array.from(bytes));
    const { signatures } = await calls.get('documents.check', { attachmentId });
    expect(signatures.map(({ validFrom }) => validFrom.slice(0, 10))).toEqual([today, '2026-11-26']);
    const dates = Buffer.from(bytes)
      .toString('latin1')
      .match(/\/M \(D:[0-9]{8}/g);
    expect(dates?.map((found) => found.slice(-8))).toEqual([today.replaceAll('-', ''), '20261126']);
  });
});

describe('a clock that leapt is asked about before a record of guidance is made', () => {
  it.each([true, false])('signed at once: %s', async (signed) => {
    const { coach } = (await foundInstitution(guidanceCast, at(today))).members;
    const guidanceId = await begin(coach.calls);
    const calls = callsOn(coach.vault, at('2010-01-01'));
    const input = { guidanceId, content: coachingSample(), sign: signed };
    const answer = await asked(
      coach.vault,
      (clock) => calls.call('guidance.makeRecord', { ...input, clock }),
      hasLeapt,
    );
    const record = await recordOf(calls, guidanceId, answer.ok ? answer.value.hash : '');
    expect(record.record?.statedAt).toBe('2026-11-26T08:15:00.000Z');
    expect(record.parties[0]).toMatchObject({ clockCorrected: signed });
  });
});

describe('whoever receives an act', () => {
  const sent = async (clock: ClockAnswer) => {
    const { assessor, officer } = (await foundInstitution(cast, at(today))).members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const calls = await setBack(assessor, '2026-11-20');
    const evidence = await attach(calls, '%PDF-1.7 bukti');
    const report = step('reportSubmitted', 'assessor', { caseId, attachmentIds: [evidence] });
    await calls.get('case.recordAct', { ...report, draftId: null, clock });
    return look(officer, await send(assessor, officer, caseId));
  };

  it('takes one by a corrected clock, and sees that it is', async () => {
    const inspection = await sent(right);
    expect(inspection.held).toBeNull();
    expect(inspection.acts.filter(({ clockCorrected }) => clockCorrected)).toMatchObject([{ type: 'reportSubmitted' }]);
  });

  it('is asked as ever about one that is dated before what it names', async () => {
    expect(await sent({ reason: 'earlierWrong' })).toMatchObject({ held: 'actBeforeNamed', mayAccept: true });
  });
});
