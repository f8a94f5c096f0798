import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../electron/backend/db/tables.ts';
import {
  fileStatements,
  keptNotes,
  keptRecords,
  noteStatements,
} from '../../../electron/backend/retention/registered-tables.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { opened, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import * as people from '../../fixtures/people/cast.ts';
import { plainPages } from '../../fixtures/plain-pages.ts';
import { formsOf } from '../../fixtures/scan.ts';

// With the keys in hand, nothing of an erased file is left in any page of the vault, used, free or half used.

const canary = (name: string): string => `kenari-${name}-${'q7'.repeat(8)}`;
const canaries = ['umpan', 'uraian', 'lampiran', 'draf', 'nama', 'pembekuan'].map(canary);

/** Which canaries stand in which database, in any form. */
const found = (dir: string, keys: VaultKeys): string[] => {
  const databases = [
    ['records.db', keys.recordsKey],
    ['notes.db', keys.notesKey],
  ] as const;
  return databases.flatMap(([name, key]) => {
    const pages = plainPages(join(dir, name), key);
    return canaries
      .filter((text) => formsOf(text).some((form) => pages.includes(form)))
      .map((text) => `${name} ${text}`);
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

  it('each table of both databases was thought of', async () => {
    const vault = await testVault(people.assessor, ['assessor']);
    const thought = (statements: readonly { readonly table: string }[], kept: object): string[] =>
      [...statements.map(({ table }) => table), ...Object.keys(kept)].sort();
    expect(thought(fileStatements, keptRecords)).toEqual([...tablesOf(vault.records.$client)].sort());
    expect(thought(noteStatements, keptNotes)).toEqual([...tablesOf(vault.notes.$client)].sort());
  });
});
