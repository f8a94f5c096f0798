import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../electron/backend/db/tables.ts';
import {
  copyStatements,
  fileStatements,
  guidanceStatements,
  keptNotes,
  keptRecords,
  learningStatements,
  noteStatements,
} from '../../../electron/backend/retention/registered-tables.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { opened, sign } from '../../fixtures/case-walks.ts';
import { copiesOf, withCopies } from '../../fixtures/copies.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { coachingSample, workedCoaching } from '../../fixtures/guidance.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import { plainPages } from '../../fixtures/plain-pages.ts';
import { formsOf } from '../../fixtures/scan.ts';
import { begin, make } from '../guidance/support.ts';

// With the keys in hand, nothing of an erased file is left in any page of the vault, used, free or half used.

const canary = (name: string): string => `kenari-${name}-${'q7'.repeat(8)}`;
const canaries = ['umpan', 'uraian', 'lampiran', 'draf', 'nama', 'pembekuan'].map(canary);

/** Which of some canaries stand in which database, in any form. */
const found = (dir: string, keys: VaultKeys, wanted = canaries): string[] => {
  const databases = [
    ['records.db', keys.recordsKey],
    ['notes.db', keys.notesKey],
  ] as const;
  return databases.flatMap(([name, key]) => {
    const pages = plainPages(join(dir, name), key);
    return wanted.filter((text) => formsOf(text).some((form) => pages.includes(form))).map((text) => `${name} ${text}`);
  });
};

const employee = { ...people.employee, name: canary('nama'), nip: '198701012010011007' };

const filled = async (calls: Calls): Promise<string> => {
  const caseId = await opened(calls, { content: { employee } });
  const file = await attach(calls, `%PDF-1.7\n${`${canary('lampiran')}\n`.repeat(3000)}`);
  const content = { content: `${canary('umpan')} ${'panjang '.repeat(1500)}` };
  await sign(calls, caseId, 'feedbackRecorded', 'assessor', { content, attachmentIds: [file] });
  for (let i = 0; i < 20; i += 1)
    await sign(calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: `${canary('uraian')} ${i}` } });
  const text = JSON.stringify({ explanation: canary('draf') });
  await calls.get('drafts.save', { kind: 'act:changeEvaluated', caseId, subjectKey: '', content: text });
  await sign(calls, caseId, 'problemIdentified', 'assessor');
  await sign(calls, caseId, 'problemCommunicated', 'assessor');
  await sign(calls, caseId, 'changeEvaluated', 'assessor', { content: { outcome: 'changed' } });
  await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
  await calls.get('retention.freeze', { caseId, reason: 'other', note: canary('pembekuan') });
  await calls.get('retention.unfreeze', { caseId });
  return caseId;
};

const parts = ['kebutuhan', 'rekaman', 'pindaian', 'tempat', 'ringkasan', 'kursus', 'bukti', 'rencana', 'catatan'];
const recordCanaries = parts.map((part) => canary(part));

/** A coaching that ended: working papers, records signed here and by hand, a draft, and a calendar that was told. */
const guided = async (calls: Calls): Promise<string> => {
  const file = workedCoaching();
  const [session] = file.sessions;
  const planned = { ...session!, sessionId: 'e'.repeat(32), state: 'planned' as const, date: '2030-01-01' };
  const told = { ...file, sessions: [...file.sessions, { ...planned, place: canary('tempat') }] };
  const guidanceId = await begin(calls, { ...told, need: canary('kebutuhan'), status: 'concluded' });
  calls.host.saveTarget = join(temporaryFolder(), 'jadwal.ics');
  await calls.get('guidance.exportCalendar', { guidanceId });
  const content = coachingSample({ problem: `${canary('rekaman')} ${'panjang '.repeat(1500)}` });
  const hash = await make(calls, guidanceId, content, false);
  const scan = await attach(calls, `%PDF-1.7\n${`${canary('pindaian')}\n`.repeat(3000)}`);
  await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [scan] });
  await make(calls, guidanceId, content);
  const draft = JSON.stringify({ summary: canary('ringkasan') });
  await calls.get('drafts.save', { kind: 'guidanceSummary', caseId: null, subjectKey: guidanceId, content: draft });
  return guidanceId;
};

/** A year of learning: a record with its evidence, the plan that names it, and a draft. */
const learned = async (calls: Calls): Promise<void> => {
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  const file = await attach(calls, `%PDF-1.7\n${`${canary('bukti')}\n`.repeat(3000)}`);
  const days = { from: '2023-03-02', to: '2023-03-04' };
  const record = learningInput({ title: canary('kursus'), ...days, evidence: [file] });
  const saving = { personId, recordId: null, revision: 0, record, guidanceHash: null };
  const { recordId } = await calls.get('competence.saveRecord', saving);
  const plan = { items: [], remark: canary('rencana') };
  await calls.get('competence.savePlan', { personId, year: 2023, revision: 0, plan });
  const content = JSON.stringify({ reason: canary('catatan') });
  const subjectKey = `${personId} ${recordId}`;
  await calls.get('drafts.save', { kind: 'learningWithdrawal', caseId: null, subjectKey, content });
};

/** Tables of a file of which a single copy has no row of its own. */
const ofWholeFiles = [
  'received_drafts',
  'received_draft_attachments',
  'case_receivers',
  'packages',
  'freezes',
  'cases',
];

const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;

describe('after an erasure', () => {
  it('nothing of the file stands in any page, with the keys in hand', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    const keys = copyOfKeys(vault.keys);
    const calls = callsOn(vault);
    const caseId = await filled(calls);
    // The control: the scan finds what is there. Another process copies, since one that closes a file drops its locks.
    const copy = temporaryFolder();
    execFileSync('cp', [join(vault.dir, 'records.db'), join(vault.dir, 'notes.db'), copy]);
    expect(found(copy, keys).map((line) => line.split('-')[1])).toEqual([
      'umpan',
      'uraian',
      'lampiran',
      'nama',
      'draf',
    ]);
    await calls.get('retention.set', {
      holding: 'workingCopy',
      schedule: { counselled: null, notCounselled: atOnce, wrongEmployee: atOnce },
    });
    const { erasureId } = await calls.get('retention.propose', { caseIds: [caseId], reason: 'Lewat masa.' });
    const execution = { number: '', date: toLocalDay(Date.now()), place: '', witnesses: [] };
    await calls.get('retention.erase', { erasureId, execution });
    vault.close();
    expect(found(vault.dir, keys)).toEqual([]);
    const journals = readdirSync(vault.dir).filter((name) => /-(wal|journal)$/.test(name));
    expect(journals.map((name) => statSync(join(vault.dir, name)).size)).toEqual(journals.map(() => 0));
  });

  it('nothing of a guidance and of a year of learning records stands in any page', async () => {
    const vault = await testVault(people.assessor, ['assessor', 'coach']);
    const keys = copyOfKeys(vault.keys);
    const calls = callsOn(vault);
    const guidanceId = await guided(calls);
    await learned(calls);
    const copy = temporaryFolder();
    execFileSync('cp', [join(vault.dir, 'records.db'), join(vault.dir, 'notes.db'), copy]);
    const names = [...new Set(found(copy, keys, recordCanaries).map((line) => line.split('-')[1]))];
    expect(names.sort()).toEqual(recordCanaries.map((line) => line.split('-')[1]).sort());
    await calls.get('retention.set', {
      holding: 'workingCopy',
      schedule: { counselled: null, notCounselled: null, wrongEmployee: null, guidance: atOnce, learning: atOnce },
    });
    const asked = { guidanceIds: [guidanceId], years: ['2023'], reason: 'Lewat masa.' };
    const { erasureId } = await calls.get('retention.propose', asked);
    const execution = { number: '', date: toLocalDay(Date.now()), place: '', witnesses: [] };
    await calls.get('retention.erase', { erasureId, execution });
    vault.close();
    expect(found(vault.dir, keys, recordCanaries)).toEqual([]);
  });

  it('nothing of an own copy does either, of its answer, paper and draft', async () => {
    const { employee, caseId, first, second } = await withCopies({ copyNumber: canary('uraian') });
    const { calls, vault } = employee;
    const keys = copyOfKeys(vault.keys);
    const response = canary('umpan');
    await calls.get('exchange.acknowledgeCopy', { hash: first, date: '2026-06-04', response });
    const draft = {
      kind: 'copyAcknowledgement',
      caseId,
      content: JSON.stringify({ response: canary('draf') }),
    } as const;
    await calls.get('drafts.save', { ...draft, subjectKey: first });
    const { documentId } = (await calls.get('exchange.copies', {})).find(({ hash }) => hash === first)!;
    const { bytes } = await calls.get('documents.read', { documentId: documentId ?? '', offset: 0, length: 1_048_576 });
    // What the paper says is packed in it; so pieces of it are looked for as they are.
    const pieces = [1, 2, 3, 4, 5].map((part) =>
      Buffer.from(bytes)
        .subarray((part * bytes.length) / 6)
        .subarray(0, 24),
    );
    const piecesIn = (dir: string): number => {
      const pages = plainPages(join(dir, 'records.db'), keys.recordsKey);
      return pieces.filter((piece) => pages.includes(piece)).length;
    };
    const copy = temporaryFolder();
    execFileSync('cp', [join(vault.dir, 'records.db'), join(vault.dir, 'notes.db'), copy]);
    expect(found(copy, keys).map((line) => line.split('-')[1])).toEqual(['umpan', 'uraian', 'draf']);
    expect(piecesIn(copy)).toBeGreaterThan(2);
    await calls.get('retention.eraseCopies', { hashes: [first, second] });
    expect(await copiesOf(employee)).toEqual([]);
    vault.close();
    expect(found(vault.dir, keys)).toEqual([]);
    expect(piecesIn(vault.dir)).toBe(0);
  });

  it('each table of both databases was thought of', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    const thought = (statements: readonly { readonly table: string }[], kept: object): string[] =>
      [...new Set(statements.map(({ table }) => table)), ...Object.keys(kept)].sort();
    const all = [...fileStatements, ...guidanceStatements, ...learningStatements];
    expect(thought(all, keptRecords)).toEqual([...tablesOf(vault.records.$client)].sort());
    // A single copy has rows in the same tables, but for those of a whole file.
    const ofCopies = [...copyStatements.map(({ table }) => table), ...ofWholeFiles].sort();
    expect(ofCopies).toEqual(fileStatements.map(({ table }) => table).sort());
    expect(thought(noteStatements, keptNotes)).toEqual([...tablesOf(vault.notes.$client)].sort());
  });
});
