import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';
import { appendAudit } from '../../../electron/backend/trail/audit-chain.ts';
import { checkAuditFile } from '../../../electron/backend/trail/check-audit-file.ts';
import { openCheckpoint } from '../../../electron/backend/trail/checkpoint.ts';
import { auditHead, noteWitness } from '../../../electron/backend/trail/witnesses.ts';
import { type AuditStore, kindsOfGroup } from '../../../shared/domain/audit/kinds.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, paperStep, record, step } from '../../fixtures/case-steps.ts';
import { opened } from '../../fixtures/case-walks.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { assessor, employee, personnelHead } from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

const start = async (): Promise<Calls> => callsOn(await testVault(assessor, [...roles]));

const list = async (calls: Calls, store: AuditStore = 'records') =>
  (await calls.get('audit.list', { store, before: null, limit: 200 })).entries;
/** The latest entries, the earliest first. */
const kindsOf = async (calls: Calls, store: AuditStore = 'records', count = 200): Promise<string[]> =>
  (await list(calls, store))
    .slice(0, count)
    .map(({ kind }) => kind)
    .reverse();

const piece = { offset: 0, length: 100 };

describe('what is looked at', () => {
  it('is recorded once for each stay in the vault: file, attachment, document', async () => {
    const calls = await start();
    const caseId = await opened(calls);
    const attachmentId = await attach(calls, 'bukti');
    await record(calls, paperStep('feedbackRecorded', 'assessor', { caseId, attachmentIds: [attachmentId] }));
    const before = (await list(calls)).length;
    for (let round = 0; round < 3; round += 1) {
      await calls.get('case.open', { caseId });
      await calls.get('attachments.read', { store: 'records', attachmentId, ...piece });
      await calls.get('attachments.read', { store: 'records', attachmentId, offset: 3, length: 1 });
    }
    const entries = await list(calls);
    expect(entries.length).toBe(before + 2);
    expect(entries.slice(0, 2)).toMatchObject([
      {
        kind: 'attachmentViewed',
        subject: attachmentId,
        about: { caseId, employeeName: employee.name, name: 'pindaian.pdf' },
      },
      { kind: 'caseViewed', subject: caseId, about: { caseId, employeeName: employee.name } },
    ]);
    // Another stay: the same vault held by another object, as after unlocking again.
    const again = callsOn({ ...calls.context.vault, records: Object.create(calls.context.vault.records) });
    await again.get('case.open', { caseId });
    expect(await kindsOf(again, 'records', 1)).toEqual(['caseViewed']);
    expect((await list(calls)).length).toBe(before + 3);
  });

  it('is a private note in the chain of the notebook alone', async () => {
    const calls = await start();
    const attachmentId = await attach(calls, 'sketsa', 'notes');
    const note = { caseId: null, title: 'Pertemuan', content: '{}', attachmentIds: [attachmentId] };
    const { noteId } = await calls.get('notes.save', { noteId: null, ...note });
    const records = (await list(calls)).length;
    await calls.get('notes.get', { noteId });
    await calls.get('notes.get', { noteId });
    await calls.get('attachments.read', { store: 'notes', attachmentId, ...piece });
    expect((await list(calls)).length).toBe(records);
    expect((await list(calls, 'notes')).slice(0, 2)).toMatchObject([
      { kind: 'attachmentViewed', about: { name: 'pindaian.pdf' } },
      { kind: 'noteViewed', subject: noteId, about: { name: 'Pertemuan', caseId: null } },
    ]);
  });

  it('is a signed document, and printing it', async () => {
    const calls = await start();
    const caseId = await opened(calls);
    await record(calls, step('feedbackRecorded', 'assessor', { caseId }));
    await record(calls, step('problemIdentified', 'assessor', { caseId }));
    const hash = await record(calls, step('problemCommunicated', 'assessor', { caseId }));
    const { documentId } = await calls.get('documents.ofAct', { hash });
    await calls.get('documents.read', { documentId, ...piece });
    await calls.get('documents.print', { source: { documentId } });
    expect((await list(calls)).slice(0, 3)).toMatchObject([
      { kind: 'documentPrinted', subject: documentId, about: { caseId, detail: 'communicationSheet' } },
      { kind: 'documentViewed', subject: documentId },
      { kind: 'documentSigned', subject: documentId },
    ]);
  });

  it('is not what was refused: the databases stay as they were', async () => {
    const calls = await start();
    const before = dumpVault(calls.context.vault);
    const unknown = 'f'.repeat(32);
    expect(await calls.code('case.open', { caseId: unknown })).toBe('unknownCase');
    expect(await calls.code('notes.get', { noteId: unknown })).toBe('unknownNote');
    expect(await calls.code('documents.read', { documentId: unknown, ...piece })).toBe('unknownDocument');
    for (const store of ['records', 'notes'] as const)
      expect(await calls.code('attachments.read', { store, attachmentId: unknown, ...piece })).toBe(
        'unknownAttachment',
      );
    expect(await calls.code('documents.print', { source: { documentId: unknown } })).toBe('unknownDocument');
    await calls.get('audit.list', { store: 'records', before: null, limit: 10 });
    await calls.get('audit.verify', {});
    await calls.get('audit.checkpoint', { store: 'notes' });
    expect(dumpVault(calls.context.vault)).toBe(before);
  });
});

const pageOf = (calls: Calls, before: number | null) => calls.get('audit.list', { store: 'records', before, limit: 4 });

describe('audit.list', () => {
  it('goes back page by page, and shows chosen kinds alone', async () => {
    const calls = await start();
    for (let index = 0; index < 7; index += 1) {
      appendAudit({ clock: systemClock }, writable(calls.context.vault.records), { kind: 'vaultOpened', subject: '' });
      appendAudit({ clock: systemClock }, writable(calls.context.vault.records), {
        kind: 'vaultLocked',
        subject: 'idle',
      });
    }
    const seen: number[] = [];
    let before: number | null = null;
    for (let page = 0; page < 4; page += 1) {
      const answer: Awaited<ReturnType<typeof pageOf>> = await pageOf(calls, before);
      seen.push(...answer.entries.map(({ seq }) => seq));
      before = answer.entries.at(-1)?.seq ?? null;
      expect(answer.more).toBe(page < 3);
    }
    expect(seen).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const locks = await calls.get('audit.list', { store: 'records', before: 13, limit: 50, kinds: ['vaultLocked'] });
    expect(locks.entries.map(({ seq, about }) => [seq, about.detail])).toEqual(
      [12, 10, 8, 6, 4, 2].map((seq) => [seq, 'idle']),
    );
    const seenKinds = kindsOfGroup('seen', 'records');
    const none = await calls.get('audit.list', { store: 'records', before: null, limit: 50, kinds: seenKinds });
    expect(none).toEqual({ entries: [], more: false });
    expect(await calls.code('audit.list', { store: 'records', before: 0, limit: 1 })).toBe('invalidInput');
    expect(await calls.code('audit.list', { store: 'records', before: null, limit: 201 })).toBe('invalidInput');
  });

  it('says what acts and people are, and shows what it does not know', async () => {
    const calls = await start();
    const caseId = await opened(calls);
    const entries = await list(calls);
    expect(entries.find(({ kind }) => kind === 'actRecorded')?.about).toMatchObject({
      caseId,
      employeeName: employee.name,
      detail: 'caseOpened',
    });
    expect(entries.find(({ kind }) => kind === 'personAdded')?.about.name).toBe(employee.name);
    calls.context.vault.records.$client.exec(
      `INSERT INTO audit SELECT seq + 1, at, 'fromLater', subject, hash, hash FROM audit ORDER BY seq DESC LIMIT 1`,
    );
    expect((await list(calls))[0]).toMatchObject({ kind: 'fromLater', about: { name: null, detail: null } });
  });
});

describe('audit.verify', () => {
  it('answers for both chains and everyone who saw the first', async () => {
    const calls = await start();
    const { records } = calls.context.vault;
    await opened(calls);
    const whole = await calls.get('audit.verify', {});
    expect(whole).toMatchObject({ records: { broken: null }, notes: { entries: 0, broken: null }, witnesses: [] });
    const key = 'ab'.repeat(32);
    noteWitness(writable(records), {
      key,
      size: whole.records.entries,
      hash: whole.records.head,
      at: '2026-05-01T00:00:00.000Z',
    });
    const [seen] = (await calls.get('audit.verify', {})).witnesses;
    expect(seen).toEqual({
      keyFingerprint: keyFingerprint(key),
      name: null,
      size: whole.records.entries,
      at: '2026-05-01T00:00:00.000Z',
      verdict: 'holds',
    });
    records.$client.exec(
      'DROP TRIGGER audit_stays; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit); DROP TRIGGER audit_keeps',
    );
    expect((await calls.get('audit.verify', {})).witnesses).toMatchObject([{ verdict: 'ahead' }]);
    records.$client.exec("UPDATE audit SET subject = 'x' WHERE seq = 2");
    expect((await calls.get('audit.verify', {})).records).toMatchObject({
      entries: 1,
      broken: { seq: 2, reason: 'hash' },
    });
  });

  it('names those whom the directory knows', async () => {
    const calls = callsOn(await testVault(personnelHead, ['personnelHead']));
    const span = { role: 'personnelHead', from: '2026-01-01', to: null } as const;
    await calls.get('directory.found', { roles: [span] });
    const [own] = await calls.get('directory.members', {});
    await calls.get('directory.setRoles', { entryId: own?.entryId ?? '', roles: [span] });
    const { records, publicKey } = calls.context.vault;
    noteWitness(writable(records), { key: toHex(publicKey), ...auditHead(records), at: '2026-05-01T00:00:00.000Z' });
    expect((await calls.get('audit.verify', {})).witnesses).toMatchObject([{ name: personnelHead.name }]);
    const entries = await list(calls);
    expect(entries.find(({ kind }) => kind === 'memberRolesSet')?.about.name).toBe(personnelHead.name);
  });

  it('is needed because the database itself lets nothing change', async () => {
    const calls = await start();
    await opened(calls);
    const { $client } = calls.context.vault.records;
    for (const sql of ["UPDATE audit SET subject = 'x'", 'DELETE FROM audit WHERE seq = 1'])
      expect(() => $client.exec(sql)).toThrow(/audit entry/);
  });
});

describe('audit.export', () => {
  it('saves a file that checks by itself, and records that it left', async () => {
    const calls = await start();
    await opened(calls);
    const target = join(calls.host.folder ?? '', 'jejak.jsonl');
    calls.host.saveTarget = target;
    const { entries } = await calls.get('audit.export', { store: 'records' });
    const check = checkAuditFile(readFileSync(target));
    expect(check).toMatchObject({ verdict: 'valid', store: 'records', entries, findings: [] });
    expect(check.vaultId).toBe(calls.context.vault.instanceId);
    expect(check.keyFingerprint).toBe(calls.context.vault.keyFingerprint);
    expect(readFileSync(target, 'utf8')).not.toContain(employee.name);
    expect(await kindsOf(calls, 'records', 1)).toEqual(['auditExported']);
    await calls.get('audit.export', { store: 'notes' });
    expect(checkAuditFile(readFileSync(target))).toMatchObject({ verdict: 'valid', store: 'notes', entries: 0 });
    expect(await kindsOf(calls, 'notes')).toEqual(['auditExported']);
  });

  it('records nothing when the dialog is cancelled; a place that fails is recorded before anything is written', async () => {
    const calls = await start();
    await opened(calls);
    const before = dumpVault(calls.context.vault);
    calls.host.saveTarget = null;
    expect(await calls.get('audit.export', { store: 'records' })).toEqual({ saved: false, entries: 0 });
    expect(dumpVault(calls.context.vault)).toBe(before);
    calls.host.saveTarget = join(calls.host.folder ?? '', 'tidak-ada', 'jejak.jsonl');
    expect(await calls.code('audit.export', { store: 'records' })).toBe('exportFailed');
    expect(existsSync(calls.host.saveTarget)).toBe(false);
    expect(await kindsOf(calls, 'records', 1)).toEqual(['auditExported']);
  });
});

describe('audit.checkpoint', () => {
  it('states length and head of a chain, signed by the vault', async () => {
    const calls = await start();
    await opened(calls);
    const { vault } = calls.context;
    const { note, verifierKey } = await calls.get('audit.checkpoint', { store: 'records' });
    const { records } = await calls.get('audit.verify', {});
    const origin = `bilik/${vault.instanceId}/records`;
    expect(openCheckpoint(note, origin, vault.publicKey)).toEqual({
      ok: true,
      value: { size: records.entries, hash: records.head },
    });
    expect(verifierKey.startsWith(`${origin}+`)).toBe(true);
    expect(openCheckpoint(note, `bilik/${vault.instanceId}/notes`, vault.publicKey).ok).toBe(false);
  });
});
