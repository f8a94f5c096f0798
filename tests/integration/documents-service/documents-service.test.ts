import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { blankContext } from '@shared/domain/documents/context.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { cargoOf } from '../../../electron/backend/exchange/send/carried.ts';
import { maxViewBytes, viewsOf } from '../../../electron/backend/papers/views.ts';
import { isOfficePaper, officePapers } from '../../../shared/domain/documents/office/kinds.ts';
import { printableKinds } from '../../../shared/domain/documents/printable.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, contents, paperStep, record, step } from '../../fixtures/case-steps.ts';
import { accepted, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { institution as office } from '../../fixtures/document-samples.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { employee, institution } from '../../fixtures/people/cast.ts';

const openAssessor = async (): Promise<Calls> => callsOn(await testVault(castOf.assessor, ['assessor']));

/** A case with a signed communication sheet; gives its hash. */
const communicated = async (calls: Calls) => {
  const { caseId } = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
  await record(calls, step('problemIdentified', 'assessor', { caseId }));
  return { caseId, hash: await record(calls, step('problemCommunicated', 'assessor', { caseId })) };
};

const bytesOf = async (calls: Calls, documentId: string): Promise<Uint8Array> =>
  (await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 })).bytes;

describe('the document of an act', () => {
  it('is printed, signed and kept once; its check finds the act', async () => {
    const calls = await openAssessor();
    const { caseId, hash } = await communicated(calls);
    const [document, again] = await Promise.all([
      calls.get('documents.ofAct', { hash }),
      calls.get('documents.ofAct', { hash }),
    ]);
    expect(again).toEqual(document);
    const bytes = await bytesOf(calls, document.documentId);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    expect(calls.host.jobs[0]?.html).toContain(employee.name);
    const listed = await calls.get('documents.list', {});
    expect(listed).toEqual([{ ...document, employeeName: employee.name }]);
    expect((await calls.get('case.open', { caseId })).documents).toEqual([document]);

    const row = calls.context.vault.records.$client.prepare('SELECT attachment_id FROM documents').pluck().get();
    const check = await calls.get('documents.check', { attachmentId: String(row) });
    expect(check).toMatchObject({ verdict: 'genuine', content: 'whole', signer: 'bound', act: { hash } });
    expect(check.signatures).toMatchObject([{ signer: castOf.assessor.name, selfIssued: true, coversWholeFile: true }]);
    expect(check.findings).toContain('selfIssued');

    const file = join(temporaryFolder(), 'a.pdf');
    writeFileSync(file, bytes);
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain('Signature is Valid');
    const changed = Uint8Array.from(bytes);
    changed[200] = (changed[200] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).not.toContain('Signature is Valid');
  });

  it('is the same page after a correction, and prints on paper', async () => {
    const calls = await openAssessor();
    const { caseId, hash } = await communicated(calls);
    const { documentId } = await calls.get('documents.ofAct', { hash });
    const content = { ...contents.problemCommunicated, place: 'KOREKSI' };
    await record(calls, step('actCorrected', 'assessor', { caseId, about: hash, content: { content } }));
    expect(await calls.get('documents.print', { source: { documentId } })).toEqual({ printed: true });
    const [first, second] = calls.host.jobs;
    expect(second?.html).toContain(contents.problemCommunicated.place);
    expect(second?.html).not.toContain('KOREKSI');
    expect(first?.html).toContain(contents.problemCommunicated.place);
  });

  it('is refused for acts that make none, that came from paper, or that are unknown', async () => {
    const calls = await openAssessor();
    const { caseId } = await communicated(calls);
    const scan = await attach(calls, '%PDF-1.7 lembar');
    const input = paperStep('problemCommunicated', 'assessor', {
      caseId,
      attachmentIds: [scan],
      signedDocumentId: scan,
    });
    const paper = await record(calls, input);
    const feedback = await record(calls, step('feedbackRecorded', 'assessor', { caseId }));
    const before = dumpVault(calls.context.vault);
    expect(await calls.code('documents.ofAct', { hash: paper })).toBe('notSignedHere');
    expect(await calls.code('documents.ofAct', { hash: feedback })).toBe('noDocumentForAct');
    expect(await calls.code('documents.ofAct', { hash: 'a'.repeat(64) })).toBe('unknownAct');
    expect(dumpVault(calls.context.vault)).toBe(before);
    const [external] = await calls.get('documents.list', {});
    expect(external).toMatchObject({ state: 'external', kind: 'communicationSheet', actHash: paper });
    expect(Buffer.from(await bytesOf(calls, external?.documentId ?? '')).toString()).toBe('%PDF-1.7 lembar');
    expect(await calls.code('documents.print', { source: { documentId: external?.documentId ?? '' } })).toBe(
      'printFailed',
    );
    expect(await calls.code('attachments.discard', { store: 'records', attachmentId: scan })).toBe('attachmentInUse');
  });
});

describe('an invitation, which may lie open anywhere', () => {
  const invited = async () => {
    const vault = await testVault(castOf.personnelHead, ['personnelHead', 'personnelOfficer']);
    const calls = callsOn(vault);
    const caseId = await accepted(calls, { kind: 'independent', person: castOf.counsellor });
    const hash = await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
    const { documentId } = await calls.get('documents.ofAct', { hash });
    return { vault, calls, caseId, hash, bytes: await bytesOf(calls, documentId) };
  };

  /** Everything that a PDF holds, packed or not. */
  const wholeText = (bytes: Uint8Array): string => {
    const text = Buffer.from(bytes).toString('latin1');
    const packed = [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) => {
      const from = index + head.length;
      return inflateSync(Buffer.from(text.slice(from), 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    });
    const plain = [text, ...packed].join('\n');
    const base64 = [...plain.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([found]) => Buffer.from(found, 'base64'));
    return [plain, ...base64].join('\n');
  };

  it('tells nothing of counselling in any byte, and is genuine all the same', async () => {
    const { calls, bytes, vault } = await invited();
    expect(wholeText(bytes)).not.toMatch(/counsel|konsel|sessionScheduled|bilik\/act/i);
    const path = join(temporaryFolder(), 'undangan.pdf');
    writeFileSync(path, bytes);
    expect(execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' })).toContain('0 embedded files');
    expect(execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })).toContain('Signature is Valid');
    const row = vault.records.$client.prepare("SELECT attachment_id FROM documents WHERE kind = 'invitation'");
    const check = await calls.get('documents.check', { attachmentId: String(row.pluck().get()) });
    expect(check).toMatchObject({ verdict: 'genuine', content: 'whole', signer: 'bound', act: null });
  });

  it('stays out of packages: its act says the same', async () => {
    const { vault, caseId, hash } = await invited();
    const cargo = cargoOf(vault.records, loadCase(vault.records, caseId), [{ hash, form: 'all' }]);
    expect(cargo.acts.map((act) => act.hash)).toEqual([hash]);
    expect(cargo.documents).toEqual([]);
  });
});

describe('forms', () => {
  it('are made blank, with the header of a case, and prefilled from a draft', async () => {
    const calls = await openAssessor();
    const { caseId } = await communicated(calls);
    calls.host.jobs.length = 0;
    const before = dumpVault(calls.context.vault);
    const draft = step('reportSubmitted', 'assessor', {
      caseId,
      content: { date: '', behaviour: 'Tertulis sebagian', conduct: [{ value: 'loyal', conduct: 'loyal3' }] },
    });
    const requests = [
      { form: 'behaviourReport', caseId: null, draft: null },
      { form: 'behaviourReport', caseId, draft: null },
      { form: 'behaviourReport', caseId, draft },
    ];
    const views = await Promise.all(requests.map((request) => calls.get('documents.prepare', request)));
    const pages = calls.host.jobs.map((job) => job.html);
    expect(pages.map((page) => page.includes(employee.name))).toEqual([false, true, true]);
    expect(pages.map((page) => page.includes('Tertulis sebagian'))).toEqual([false, false, true]);
    expect(pages.every((page) => page.includes(institution))).toBe(true);
    expect(pages[2]).toContain('Menjaga rahasia jabatan dan negara');
    const [view] = views;
    const part = await calls.get('documents.readView', { viewId: view?.viewId ?? '', offset: 0, length: 5 });
    expect([Buffer.from(part.bytes).toString(), part.size]).toEqual(['%PDF-', view?.size]);
    expect(dumpVault(calls.context.vault)).toBe(before);
    expect(await calls.get('documents.print', { source: { viewId: view?.viewId ?? '' } })).toEqual({ printed: true });
    expect(await calls.code('documents.prepare', { form: 'passwd', caseId: null, draft: null })).toBe('unknownForm');
    expect(await calls.code('documents.prepare', { form: 'invitation', caseId: 'f'.repeat(32), draft: null })).toBe(
      'unknownCase',
    );
    expect(await calls.code('documents.readView', { viewId: 'x', offset: 0, length: 1 })).toBe('unknownView');
  });

  it('are there for every step and for the office, blank and of a case, and each can be printed', async () => {
    const calls = await openAssessor();
    const { caseId } = await communicated(calls);
    const feedback = step('feedbackRecorded', 'assessor', {
      caseId,
      content: { content: 'Rekap terlambat tiga hari' },
    });
    calls.host.jobs.length = 0;
    for (const form of printableKinds)
      for (const of of [null, caseId]) {
        const { viewId } = await calls.get('documents.prepare', { form, caseId: of, draft: null });
        expect(await calls.get('documents.print', { source: { viewId } }), form).toEqual({ printed: true });
        const page = calls.host.jobs.at(-1)?.html ?? '';
        if (of === null) expect(page, form).not.toContain(employee.name);
        if (of !== null && isOfficePaper(form))
          expect(page.includes(employee.name), form).toBe(['employee', 'both'].includes(officePapers[form].names));
      }
    await calls.get('documents.prepare', { form: 'contentList', caseId, draft: null });
    expect(calls.host.jobs.at(-1)?.html).toContain('Lembar Komunikasi Permasalahan Perilaku Kerja');
    await calls.get('documents.prepare', { form: 'feedbackRecorded', caseId, draft: feedback });
    expect(calls.host.jobs.at(-1)?.html).toContain('Rekap terlambat tiga hari');
  });

  it('are kept up to a bound, the oldest go first', async () => {
    const { context } = await openAssessor();
    const views = viewsOf(context.vault);
    const view = {
      pdf: new Uint8Array(maxViewBytes / 2),
      paper: { title: '', html: '', assets: [], headerTemplate: '', footerTemplate: '' },
      model: documentModel('invitation', blankContext(office, 'secret')),
    };
    for (const id of ['a', 'b', 'c']) views.keep(id, view);
    expect(['a', 'b', 'c'].map((id) => views.find(id) !== undefined)).toEqual([false, true, true]);
    views.keep('d', { ...view, pdf: new Uint8Array(maxViewBytes + 1) });
    expect(['b', 'c', 'd'].map((id) => views.find(id) !== undefined)).toEqual([false, false, true]);
  });
});

const countExported = async (calls: Calls): Promise<number> => {
  const { entries } = await calls.get('audit.list', { store: 'records', before: null, limit: 50 });
  return entries.filter(({ kind }) => kind === 'documentExported').length;
};

describe('export', () => {
  it('saves one to a file and several to a folder, under neutral names, or nothing', async () => {
    const calls = await openAssessor();
    const [first, second] = [await communicated(calls), await communicated(calls)];
    const ids = [
      (await calls.get('documents.ofAct', { hash: first.hash })).documentId,
      (await calls.get('documents.ofAct', { hash: second.hash })).documentId,
    ];
    const folder = calls.host.folder ?? '';
    expect(await calls.get('documents.export', { documentIds: ids.slice(0, 1) })).toEqual({ saved: true, count: 1 });
    expect(readFileSync(join(folder, 'keluar.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await calls.get('documents.export', { documentIds: ids })).toEqual({ saved: true, count: 2 });
    const made = readdirSync(folder).find((name) => name.startsWith('dokumen-bilik-')) ?? '';
    const names = readdirSync(join(folder, made));
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^dokumen-communicationSheet-[0-9a-f]{8}\.pdf$/.test(name))).toBe(true);

    expect(await calls.code('documents.export', { documentIds: [ids[0] ?? '', 'tiada'] })).toBe('unknownDocument');
    const before = dumpVault(calls.context.vault);
    calls.host.saveTarget = null;
    expect(await calls.get('documents.export', { documentIds: ids.slice(0, 1) })).toEqual({ saved: false, count: 0 });
    expect(dumpVault(calls.context.vault)).toBe(before);
    const exported = await countExported(calls);
    calls.host.saveTarget = join(folder, 'tiada', 'x.pdf');
    expect(await calls.code('documents.export', { documentIds: ids.slice(0, 1) })).toBe('exportFailed');
    mkdirSync(join(folder, 'folder.pdf'));
    calls.host.saveTarget = join(folder, 'folder.pdf');
    expect(await calls.code('documents.export', { documentIds: ids.slice(0, 1) })).toBe('exportFailed');
    expect(readdirSync(folder).sort()).toEqual([made, 'folder.pdf', 'keluar.pdf'].sort());
    // What was about to leave is recorded before anything is written.
    expect(await countExported(calls)).toBe(exported + 2);
  });

  it('of a form needs the passphrase again and a known view', async () => {
    const calls = await openAssessor();
    const { viewId } = await calls.get('documents.prepare', { form: 'invitation', caseId: null, draft: null });
    expect(await calls.get('documents.exportView', { viewId })).toEqual({ saved: true });
    // As a page, and as a DOCX, which is a zip, under a name that says neither person nor number.
    calls.host.saveTarget = join(calls.host.folder ?? '', 'keluar.docx');
    expect(await calls.get('documents.exportView', { viewId, format: 'docx' })).toEqual({ saved: true });
    expect(readFileSync(calls.host.saveTarget).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(await calls.code('documents.exportView', { viewId: 'tiada' })).toBe('unknownView');
    calls.host.saveTarget = join(calls.host.folder ?? '', 'tiada', 'x.pdf');
    expect(await calls.code('documents.exportView', { viewId })).toBe('exportFailed');
    const { entries } = await calls.get('audit.list', { store: 'records', before: null, limit: 2 });
    expect(entries.map(({ kind }) => kind)).toEqual(['formExported', 'formExported']);
  });
});

describe('document numbers', () => {
  it('are proposed by the template, counted per series and year, and taken when recorded', async () => {
    const calls = await openAssessor();
    const settings = await calls.get('settings.get', {});
    const numbering = {
      ...settings.numbering,
      template: '{derajat}-{nomor}/{kode_jabatan}/{bulan}/{tahun}',
      positionCode: 'KP.01',
      classificationCode: '',
    };
    await calls.get('settings.set', { ...settings, numbering });
    const propose = async (form: string, date: string) =>
      (await calls.get('documents.proposeNumber', { form, date, classification: '' })).number;
    expect(await propose('behaviourReport', '2026-04-22')).toBe('R-1/KP.01/IV/2026');
    expect(await propose('behaviourReport', '2026-04-22')).toBe('R-1/KP.01/IV/2026');
    expect(await propose('behaviourReport', '')).toBe('');
    const noDay = { form: 'behaviourReport', date: '2026-02-31', classification: '' };
    expect(await calls.code('documents.proposeNumber', noDay)).toBe('invalidInput');

    const { caseId } = await communicated(calls);
    const evidence = await attach(calls, '%PDF-1.7 bukti');
    await record(calls, step('feedbackRecorded', 'assessor', { caseId, attachmentIds: [evidence] }));
    await record(calls, step('changeEvaluated', 'assessor', { caseId }));
    const report = step('reportSubmitted', 'assessor', { caseId, content: { number: 'R-1/KP.01/IV/2026' } });
    await record(calls, { ...report, attachmentIds: [await attach(calls, '%PDF-1.7 bukti 2')] });
    expect(await propose('behaviourReport', '2026-12-31')).toBe('R-2/KP.01/XII/2026');
    expect(await propose('behaviourReport', '2027-01-02')).toBe('R-1/KP.01/I/2027');
    expect(await propose('invitation', '2026-04-22')).toBe('R-1/KP.01/IV/2026');
  });
});
