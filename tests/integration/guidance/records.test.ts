import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, attachBytes } from '../../fixtures/case-steps.ts';
import { opened, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import {
  coachingSample,
  mentoringSample,
  preCoachingSample,
  sampleFile,
  sampleId,
  summarySample,
  workedCoaching,
  workedMentoring,
} from '../../fixtures/guidance.ts';
import { outsideSigner } from '../../fixtures/outside-signature.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';
import { begin, make, recordOf } from './support.ts';

const coachVault = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  return { vault, calls: callsOn(vault) };
};

describe('working papers', () => {
  it('are kept as written, in revisions', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const got = await calls.get('guidance.get', { guidanceId });
    expect(got.file).toEqual(workedCoaching());
    expect(got.revision).toBe(1);
    const file = { ...workedCoaching(), need: 'Lain' };
    expect((await calls.get('guidance.save', { guidanceId, revision: 1, file })).revision).toBe(2);
  });

  it('that were saved elsewhere meanwhile are not overwritten', async () => {
    const { vault, calls } = await coachVault();
    const guidanceId = await begin(calls);
    await calls.get('guidance.save', { guidanceId, revision: 1, file: workedCoaching() });
    const before = dumpVault(vault);
    expect(await calls.code('guidance.save', { guidanceId, revision: 1, file: workedCoaching() })).toBe(
      'guidanceChanged',
    );
    expect(await calls.code('guidance.save', { guidanceId, revision: 2, file: workedMentoring() })).toBe(
      'guidanceKindFixed',
    );
    expect(dumpVault(vault)).toBe(before);
  });

  it('tell in the list what is open', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    await make(calls, guidanceId, coachingSample(), false);
    const [summary] = await calls.get('guidance.list', {});
    expect(summary).toMatchObject({
      kind: 'coaching',
      sessionsHeld: 1,
      goals: 1,
      records: 1,
      unsigned: 1,
      waitingForMe: 1,
    });
  });

  it('have no figures in the list of somebody who is no party of them', async () => {
    const { calls } = await coachVault();
    const [goal] = workedCoaching().goals;
    const worked = { ...workedCoaching(), goals: [{ ...goal!, state: 'met' as const }] };
    await begin(calls, worked);
    await begin(calls, { ...worked, leader: people.personnelHead });
    const figures = (await calls.get('guidance.list', {})).map(({ leader, goals, goalsMet, sessionsHeld }) => [
      leader,
      goals,
      goalsMet,
      sessionsHeld,
    ]);
    expect(Object.fromEntries(figures.map(([leader, ...counted]) => [leader, counted]))).toEqual({
      [people.assessor.name]: [1, 1, 1],
      [people.personnelHead.name]: [0, 0, 0],
    });
  });
});

describe('a record', () => {
  it('is signed by the coach, and waits for the employee', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample());
    const record = await recordOf(calls, guidanceId, hash);
    expect(record.complete).toBe(false);
    expect(record.parties.map(({ signedAt }) => signedAt !== null)).toEqual([true, false]);
    expect(record.record?.content).toEqual(coachingSample());
  });

  it('signed on paper is complete, with its scan, and is signed no more', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    const scan = await attach(calls, 'hasil pindaian');
    await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [scan] });
    const record = await recordOf(calls, guidanceId, hash);
    expect(record).toMatchObject({ complete: true, paper: { medium: 'ink', attachmentIds: [scan] } });
    expect(await calls.code('attachments.discard', { store: 'records', attachmentId: scan })).toBe('attachmentInUse');
    expect(await calls.code('guidance.discardRecord', { hash })).toBe('recordSigned');
    const again = { hash, medium: 'ink' as const, signedOn: '2026-11-21', attachmentIds: [scan] };
    expect(await calls.code('guidance.addPaper', again)).toBe('recordComplete');
    expect(await calls.code('guidance.signRecord', { hash })).toBe('recordComplete');
  });

  it('signed by TTE outside comes back as PDF, of which is told whose certificate signed it', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    const { signOutside } = outsideSigner(temporaryFolder(), people.assessor.name);
    const pdf = await attachBytes(calls, new Uint8Array(signOutside(await samplePdf(), 'adbe.pkcs7.detached')));
    const found = await calls.get('documents.check', { attachmentId: pdf });
    expect(found).toMatchObject({
      verdict: 'signedOutside',
      signatures: [{ signer: people.assessor.name, selfIssued: false }],
    });
    await calls.get('guidance.addPaper', { hash, medium: 'tte', signedOn: '2026-11-21', attachmentIds: [pdf] });
    const record = await recordOf(calls, guidanceId, hash);
    expect(record).toMatchObject({ complete: true, paper: { medium: 'tte', attachmentIds: [pdf] } });
    expect(await calls.code('guidance.documentOf', { hash })).toBe('recordIncomplete');
  });

  it('is told of a PDF from outside what its signature is worth, and the PDF stays as it came', async () => {
    const { vault, calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    const { signOutside } = outsideSigner(temporaryFolder(), people.assessor.name);
    const signed = new Uint8Array(signOutside(await samplePdf(), 'ETSI.CAdES.detached', ['-cades']));
    const changed = Uint8Array.from(signed);
    changed[200] = (changed[200] ?? 0) ^ 4;
    const [good, spoiled, plain] = [
      await attachBytes(calls, signed),
      await attachBytes(calls, changed),
      await attachBytes(calls, new Uint8Array(await samplePdf())),
    ];
    const before = dumpVault(vault);
    const told = async (attachmentId: string) => {
      const { verdict, findings, signatures, record } = await calls.get('documents.check', { attachmentId });
      return { verdict, findings, intact: signatures.map(({ intact }) => intact), record };
    };
    const limits = ['chainNotChecked', 'revocationNotChecked', 'timeNotProven'];
    expect(await told(good)).toEqual({ verdict: 'signedOutside', findings: limits, intact: [true], record: null });
    expect(await told(spoiled)).toMatchObject({ verdict: 'damagedOutside', intact: [false] });
    expect((await told(spoiled)).findings).toContain('contentChanged');
    expect(await told(plain)).toEqual({ verdict: 'unsigned', findings: ['noSignature'], intact: [], record: null });
    expect(dumpVault(vault)).toBe(before);
    const keep = { hash, medium: 'tte' as const, signedOn: '2026-11-21' };
    const refused = (...attachmentIds: string[]) => calls.code('guidance.addPaper', { ...keep, attachmentIds });
    expect(await refused(plain)).toBe('paperNotSigned');
    expect(await refused(await attach(calls, 'bukan PDF'))).toBe('paperNotSigned');
    expect(await refused(spoiled)).toBe('paperDamaged');
    expect(await refused(good, spoiled)).toBe('paperDamaged');
    const other = await make(calls, guidanceId, summarySample('refused'));
    const { documentId } = await calls.get('guidance.documentOf', { hash: other });
    const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
    expect(await refused(await attachBytes(calls, new Uint8Array(bytes)))).toBe('paperOfOther');
    expect((await recordOf(calls, guidanceId, hash)).paper).toBeNull();
    await calls.get('guidance.addPaper', { ...keep, attachmentIds: [good] });
    const place = { store: 'records' as const, attachmentId: good };
    const kept = await calls.get('attachments.read', { ...place, offset: 0, length: 1_048_576 });
    expect(Buffer.from(kept.bytes).equals(signed)).toBe(true);
    expect(await calls.code('attachments.discard', place)).toBe('attachmentInUse');
  });

  it('takes no PDF that is not here or is of a case, and nothing changes', async () => {
    const { vault, calls } = await coachVault();
    const caseId = await opened(calls);
    const hash = await make(calls, await begin(calls), coachingSample(), false);
    const free = await attach(calls, 'bebas');
    const ofCase = await attach(calls, 'bukti');
    await sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: [ofCase] });
    const before = dumpVault(vault);
    const add = (of: string, attachmentIds: string[]) =>
      calls.code('guidance.addPaper', { hash: of, medium: 'tte', signedOn: '2026-11-21', attachmentIds });
    expect(await add(hash, [free, '0'.repeat(32)])).toBe('unknownAttachment');
    expect(await add(hash, [free, ofCase])).toBe('unknownAttachment');
    expect(await add('f'.repeat(64), [free])).toBe('unknownRecord');
    expect(dumpVault(vault)).toBe(before);
  });

  it('that nobody signed can be discarded; a signed one cannot', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    await calls.get('guidance.discardRecord', { hash });
    expect((await calls.get('guidance.get', { guidanceId })).records).toEqual([]);
    const signed = await make(calls, guidanceId, coachingSample());
    expect(await calls.code('guidance.discardRecord', { hash: signed })).toBe('recordSigned');
    expect(await calls.code('guidance.signRecord', { hash: signed })).toBe('alreadySigned');
  });

  it('is refused, and nothing changes, where it does not fit', async () => {
    const { vault, calls } = await coachVault();
    const guidanceId = await begin(calls);
    const special = await begin(calls, {
      ...workedCoaching(),
      leaderBasis: 'specialAssignment',
      assignment: 'ST-1/2026',
    });
    const foreign = await begin(calls, sampleFile('coaching', { leader: people.assessorSuperior }));
    const adjustment = { state: 'adjusted' as const, expectation: 'Laporan', measure: 'Hari', target: '5' };
    const before = dumpVault(vault);
    const refused = (id: string, content: Parameters<typeof make>[2]) =>
      calls.code('guidance.makeRecord', { guidanceId: id, content, sign: true });
    expect(await refused(guidanceId, mentoringSample)).toBe('recordOfOtherKind');
    expect(await refused(special, coachingSample({ adjustment }))).toBe('adjustmentNotLeader');
    expect(await refused(guidanceId, preCoachingSample)).toBe('notAParty');
    expect(await refused(foreign, coachingSample())).toBe('notAParty');
    expect(await refused('0'.repeat(32), coachingSample())).toBe('unknownGuidance');
    expect(dumpVault(vault)).toBe(before);
    expect(await refused(special, coachingSample({ adjustment: { ...adjustment, state: 'proposed' } }))).toBe('ok');
    expect(await refused(guidanceId, coachingSample({ adjustment }))).toBe('ok');
  });

  it('asks a leader for a role to lead in', async () => {
    const vault = await testVault(people.assessor, ['counsellor']);
    const calls = callsOn(vault);
    const guidanceId = await begin(calls);
    const making = { guidanceId, content: coachingSample(), sign: true };
    expect(await calls.code('guidance.makeRecord', making)).toBe('roleNotHeld');
  });

  it('whose bytes were changed is shown as damaged and serves for nothing', async () => {
    const { vault, calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    expect(() => vault.records.$client.exec("UPDATE guidance_records SET bytes = x'00'")).toThrow(/never changes/);
    writable(vault.records).run(sql`DROP TRIGGER guidance_records_keep`);
    writable(vault.records).run(sql`UPDATE guidance_records SET bytes = x'00'`);
    expect((await recordOf(calls, guidanceId, hash)).record).toBeNull();
    expect(await calls.code('guidance.signRecord', { hash })).toBe('recordDamaged');
    expect(await calls.code('guidance.prepare', { kind: 'coaching', source: { hash } })).toBe('recordDamaged');
  });
});

describe('papers', () => {
  it('are blank, of what is written, and of a record', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    const hash = await make(calls, guidanceId, coachingSample(), false);
    await calls.get('guidance.prepare', { kind: 'preCoaching', source: null });
    await calls.get('guidance.prepare', {
      kind: 'coaching',
      source: { guidanceId, content: { progress: 'Setengah' } },
    });
    await calls.get('guidance.prepare', { kind: 'coaching', source: { hash } });
    const pages = calls.host.jobs.map((job) => JSON.stringify(job));
    expect(pages[0]).not.toContain(people.employee.name);
    expect(pages[1]).toContain('Setengah');
    expect(pages[1]).toContain('Laras Peraga Ningtyas');
    expect(pages[2]).toContain('Permintaan data dikirim tanggal 20.');
    expect(pages[2]).toContain('Coach');
  });

  it('has one for a leader who is no party: plan and measure as saved, nothing of a session', async () => {
    const { calls } = await coachVault();
    const guidanceId = await begin(calls);
    await calls.get('guidance.prepareOverview', { guidanceId });
    const page = JSON.stringify(calls.host.jobs[0]);
    const { goals, sessions, need } = workedCoaching();
    expect(page).toContain(goals[0]?.measure);
    for (const kept of [need, sessions[0]?.form.discussion, sessions[0]?.form.problem])
      expect(page).not.toContain(kept);
    expect(await calls.code('guidance.prepareOverview', { guidanceId: sampleId('9') })).toBe('unknownGuidance');
  });
});
