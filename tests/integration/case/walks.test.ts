import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../electron/backend/trail/audit-chain.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, contents, listNumberOf, paperStep, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, opened, sign } from '../../fixtures/case-walks.ts';
import { dumpDatabase, dumpVault } from '../../fixtures/dump.ts';
import { counsellor, personnelHead } from '../../fixtures/people/cast.ts';

const open = async (role: Role, ...more: Role[]): Promise<Calls> =>
  callsOn(await testVault(castOf[role], [role, ...more]));

const phaseOf = async (calls: Calls, caseId: string) => (await calls.get('case.open', { caseId })).summary.phase;

describe('the personnel unit, everyone else on paper', () => {
  it('takes a paper report to a signed decision and its end in one vault', async () => {
    const calls = await open('personnelHead', 'personnelOfficer');
    const [scan, evidence] = [await attach(calls, '%PDF-1.7 laporan'), await attach(calls, 'Umpan balik')];
    const opening = step('caseOpened', 'personnelOfficer', { content: { startsFrom: 'report' } });
    const report = paperStep('reportSubmitted', 'assessor', {
      attachmentIds: [scan, evidence],
      signedDocumentId: scan,
    });
    const { caseId, hashes } = await calls.get('case.recordActs', {
      acts: [opening, report].map((act) => ({ ...act, aboutIndex: null })),
      draftId: null,
    });
    const about = hashes[1] ?? '';
    await sign(calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await sign(calls, caseId, 'counsellingDecided', 'personnelHead');
    const assigned = await sign(calls, caseId, 'counsellorAssigned', 'personnelHead');
    await enter(calls, caseId, 'assignmentAnswered', 'counsellor', { about: assigned });
    const scheduled = await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
    await enter(calls, caseId, 'consentRecorded', 'counsellor');
    await enter(calls, caseId, 'sessionHeld', 'counsellor', { about: scheduled });
    const result = await enter(calls, caseId, 'resultSigned', 'counsellor');
    await sign(calls, caseId, 'resultReceived', 'personnelHead', { about: result });
    const decided = await sign(calls, caseId, 'followUpDecided', 'personnelHead');
    await sign(calls, caseId, 'followUpProgressed', 'personnelHead', { about: decided });
    await sign(calls, caseId, 'caseClosed', 'personnelHead');

    const view = await calls.get('case.open', { caseId });
    expect(view.summary).toMatchObject({
      closed: true,
      phase: 'closed',
      listNumber: listNumberOf(caseId),
      counsellorKind: 'independent',
    });
    expect(view.acts).toHaveLength(14);
    expect(view.acts.every((act) => act.damage === null && act.withoutEffect === null && act.own)).toBe(true);
    expect(view.acts.filter((act) => act.origin === 'paper').map((act) => act.type)).toEqual([
      'reportSubmitted',
      'assignmentAnswered',
      'consentRecorded',
      'sessionHeld',
      'resultSigned',
    ]);
    expect(view.documents.filter((document) => document.state === 'external')).toHaveLength(5);
    expect(verifyAudit(calls.context.vault.records).broken).toBe(null);
    expect(await calls.get('case.list', {})).toEqual([view.summary]);
    expect(view.summary.nipMasked).toMatch(/^•+\d{3}$/);
  });
});

describe('an assessor alone', () => {
  it('gets from the first observation to a signed report', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    await sign(calls, caseId, 'problemCommunicated', 'assessor');
    await sign(calls, caseId, 'changeEvaluated', 'assessor');
    const evidence = await attach(calls, '%PDF-1.7 bukti umpan balik');
    const hash = await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
    const document = await calls.get('documents.ofAct', { hash });
    expect(document).toMatchObject({ kind: 'behaviourReport', state: 'signed', actHash: hash, caseId });
    expect(await calls.get('documents.ofAct', { hash })).toEqual(document);
    const read = await calls.get('documents.read', { documentId: document.documentId, offset: 0, length: 5 });
    expect(Buffer.from(read.bytes).toString()).toBe('%PDF-');
  });

  it('keeps a case whose behaviour changed out of reports', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    await sign(calls, caseId, 'problemCommunicated', 'assessor');
    await sign(calls, caseId, 'changeEvaluated', 'assessor', { content: { outcome: 'changed' } });
    const evidence = await attach(calls, '%PDF-1.7 bukti');
    const input = step('reportSubmitted', 'assessor', { caseId, attachmentIds: [evidence] });
    expect(await calls.code('case.recordAct', { ...input, draftId: null })).toBe('actNotAllowed');
  });

  it('corrects an act: the timeline shows both, the current content is the corrected one', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const about = await sign(calls, caseId, 'problemIdentified', 'assessor');
    const content = { ...contents.problemIdentified, behaviour: 'Dikoreksi.' };
    const correction = await sign(calls, caseId, 'actCorrected', 'assessor', { about, content: { content } });
    const view = await calls.get('case.open', { caseId });
    const act = view.acts.find(({ hash }) => hash === about);
    expect(act).toMatchObject({ correctedBy: correction, currentContent: { behaviour: 'Dikoreksi.' } });
    expect(act?.body?.content).toMatchObject({ behaviour: contents.problemIdentified.behaviour });
    const bad = step('actCorrected', 'assessor', {
      caseId,
      about,
      content: { content: { ...content, date: 'kapan' } },
    });
    const refused = await calls.call('case.recordAct', { ...bad, draftId: null });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'contentInvalid', details: { paths: ['content.date:dateInvalid'] } },
    });
  });
});

describe('a counsellor alone', () => {
  it('keeps locked notes and signs a result record', async () => {
    const calls = await open('counsellor');
    const opening = step('caseOpened', 'counsellor', { content: { startsFrom: 'assignment' } });
    const scan = await attach(calls, '%PDF-1.7 surat tugas');
    const assignment = paperStep('counsellorAssigned', 'personnelHead', {
      attachmentIds: [scan],
      signedDocumentId: scan,
    });
    const { caseId, hashes } = await calls.get('case.recordActs', {
      acts: [opening, assignment].map((act) => ({ ...act, aboutIndex: null })),
      draftId: null,
    });
    await sign(calls, caseId, 'assignmentAnswered', 'counsellor', { about: hashes[1] ?? '' });
    const scheduled = await enter(calls, caseId, 'sessionScheduled', 'personnelOfficer');
    await sign(calls, caseId, 'consentRecorded', 'counsellor');
    await sign(calls, caseId, 'sessionHeld', 'counsellor', { about: scheduled });
    const records = dumpDatabase(calls.context.vault.records);
    const note = { noteId: null, caseId, title: 'Pertemuan', content: 'KENARI', attachmentIds: [] };
    await calls.get('notes.save', note);
    expect(dumpDatabase(calls.context.vault.records)).toBe(records);
    const hash = await sign(calls, caseId, 'resultSigned', 'counsellor');
    expect(await calls.get('documents.ofAct', { hash })).toMatchObject({ kind: 'resultRecord', state: 'signed' });
    expect(dumpDatabase(calls.context.vault.records)).not.toContain('KENARI');
    expect(await phaseOf(calls, caseId)).not.toBe('counselling');
  });
});

describe('refusals', () => {
  it('leave both databases as they were', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const unfinished = await calls.get('attachments.begin', {
      store: 'records',
      caseId: null,
      name: 'a',
      mediaType: '',
      size: 5,
    });
    const ofNotes = await attach(calls, 'rahasia', 'notes');
    const before = dumpVault(calls.context.vault);
    const refused = async (input: ReturnType<typeof step>) => {
      const code = await calls.code('case.recordAct', { ...input, draftId: null });
      expect(dumpVault(calls.context.vault)).toBe(before);
      return code;
    };
    expect(await refused(step('caseOpened', 'assessor', { caseId }))).toBe('actNotAllowed');
    expect(await refused(step('reportSubmitted', 'assessor', { caseId }))).toBe('actNotAllowed');
    expect(await refused(step('problemIdentified', 'assessor', { caseId: 'f'.repeat(32) }))).toBe('unknownCase');
    expect(await refused(step('counsellingDecided', 'personnelHead', { caseId }))).toBe('roleNotHeld');
    expect(await refused(step('problemIdentified', 'assessor', { caseId, content: { date: '2026-02-30' } }))).toBe(
      'contentInvalid',
    );
    expect(await refused(step('actCorrected', 'assessor', { caseId, about: 'a'.repeat(64) }))).toBe('unknownAct');
    const withFile = (id: string) => step('feedbackRecorded', 'assessor', { caseId, attachmentIds: [id] });
    expect(await refused(withFile('f'.repeat(32)))).toBe('unknownAttachment');
    expect(await refused(withFile(ofNotes))).toBe('unknownAttachment');
    expect(await refused(withFile(unfinished.attachmentId))).toBe('attachmentIncomplete');
    const list = [step('problemIdentified', 'assessor', { caseId }), step('reportSubmitted', 'assessor', { caseId })];
    const acts = list.map((act) => ({ ...act, aboutIndex: null }));
    const both = await calls.call('case.recordActs', { acts, draftId: null });
    expect(both).toMatchObject({ ok: false, error: { code: 'actNotAllowed', details: { index: 1 } } });
    expect(dumpVault(calls.context.vault)).toBe(before);
  });

  it('of a file of another case', async () => {
    const calls = await open('assessor');
    const first = await observed(calls);
    const second = await observed(calls);
    const { attachments } = await calls.get('case.open', { caseId: first });
    const input = step('feedbackRecorded', 'assessor', {
      caseId: second,
      attachmentIds: [attachments[0]?.attachmentId ?? ''],
    });
    expect(await calls.code('case.recordAct', { ...input, draftId: null })).toBe('unknownAttachment');
  });

  it('of evidence of a file that ended since the conduct changed: a later report rests on evidence of its own', async () => {
    const calls = await open('assessor');
    const ended = await observed(calls);
    await evaluated(calls, ended, 'changed');
    await sign(calls, ended, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
    const evidence = (await calls.get('case.open', { caseId: ended })).attachments.map(
      ({ attachmentId }) => attachmentId,
    );
    expect(evidence).toHaveLength(1);
    const later = await opened(calls);
    const cites = async (type: 'feedbackRecorded' | 'reportSubmitted', attachmentIds: readonly string[]) =>
      calls.code('case.recordAct', {
        ...step(type, 'assessor', { caseId: later, attachmentIds: [...attachmentIds] }),
        draftId: null,
      });
    expect(await cites('feedbackRecorded', evidence)).toBe('unknownAttachment');
    expect(await cites('feedbackRecorded', [await attach(calls, '%PDF-1.7 bukti baru')])).toBe('ok');
    await evaluated(calls, later);
    expect(await cites('reportSubmitted', evidence)).toBe('unknownAttachment');
    expect(await cites('reportSubmitted', [])).toBe('ok');
  });
});

describe('recording', () => {
  it('discards the draft afterwards, and keeps it when refused', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const { draftId } = await calls.get('drafts.save', {
      kind: 'act:problemIdentified',
      caseId,
      subjectKey: '',
      content: '{}',
    });
    const bad = step('problemIdentified', 'assessor', { caseId, content: { date: '' } });
    expect(await calls.code('case.recordAct', { ...bad, draftId })).toBe('contentInvalid');
    expect(await calls.code('drafts.get', { draftId })).toBe('ok');
    await calls.get('case.recordAct', { ...step('problemIdentified', 'assessor', { caseId }), draftId });
    expect(await calls.code('drafts.get', { draftId })).toBe('unknownDraft');
  });

  it('signs as the holder, whatever author the window names', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    await sign(calls, caseId, 'problemIdentified', 'assessor', { author: personnelHead });
    const view = await calls.get('case.open', { caseId });
    expect(view.acts.every((act) => act.body?.author.name === castOf.assessor.name)).toBe(true);
  });

  it('shows what a check says before it is recorded', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const before = dumpVault(calls.context.vault);
    const check = await calls.get(
      'case.checkAct',
      step('reportSubmitted', 'assessor', { caseId, content: { date: '' } }),
    );
    expect(check.issues).toEqual([{ path: ['date'], code: 'required' }]);
    expect(check.obstacles.length).toBeGreaterThan(0);
    const good = await calls.get('case.checkAct', step('problemIdentified', 'assessor', { caseId }));
    expect(good).toMatchObject({ issues: [], obstacles: [] });
    expect(good.deliveries.length).toBeGreaterThan(0);
    expect(dumpVault(calls.context.vault)).toBe(before);
  });

  it('finds the employee again by number', async () => {
    const calls = await open('assessor');
    await observed(calls);
    await observed(calls);
    const listed = await calls.get('persons.list', { search: castOf.employee.nip });
    expect(listed).toMatchObject([{ name: castOf.employee.name, caseCount: 2 }]);
  });

  it('shows a damaged act as such and leaves it without effect', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const sqlite = calls.context.vault.records.$client;
    sqlite.exec('DROP TRIGGER acts_keep_header');
    sqlite.prepare("UPDATE acts SET signature = zeroblob(64) WHERE type = 'feedbackRecorded'").run();
    const view = await calls.get('case.open', { caseId });
    expect(view.acts.find((act) => act.type === 'feedbackRecorded')).toMatchObject({ damage: 'actSignatureInvalid' });
    expect(view.acts.find((act) => act.type === 'caseOpened')).toMatchObject({ damage: null });
    expect(counsellor.name).not.toBe('');
  });

  it('takes no act whose row was put under another type', async () => {
    const calls = await open('assessor');
    const caseId = await observed(calls);
    const sqlite = calls.context.vault.records.$client;
    sqlite.exec('DROP TRIGGER acts_keep_header');
    sqlite.prepare("UPDATE acts SET type = 'reportSubmitted' WHERE type = 'feedbackRecorded'").run();
    const view = await calls.get('case.open', { caseId });
    expect(view.acts.find((act) => act.type === 'reportSubmitted')).toMatchObject({ damage: 'actHeaderInvalid' });
    expect(view.acts.some((act) => act.type === 'feedbackRecorded')).toBe(false);
  });
});
