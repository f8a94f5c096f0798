import { describe, expect, it } from 'vitest';
import { keepOverlong } from '../../../electron/backend/drafts/overlong.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { enter } from '../../fixtures/enter.ts';
import { foundInstitution } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { writable } from '../../fixtures/writable.ts';

// A counsellor who leaves is asked what becomes of the own notes; nothing goes by itself.

const day = 86_400_000;
const note = { noteId: null, caseId: null, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] };

/** A vault of somebody who was a counsellor, with two notes of which one has a file. */
const left = async () => {
  const vault = await testVault(people.counsellor, ['counsellor', 'assessor']);
  const calls = callsOn(vault);
  await calls.get('notes.save', note);
  await calls.get('notes.save', { ...note, attachmentIds: [await attach(calls, 'lampiran', 'notes')] });
  expect(await calls.get('notes.leaving', {})).toEqual({ notes: 2, decision: null, question: null });
  await calls.get('profile.save', { person: people.counsellor, roles: ['assessor'] });
  return { vault, calls };
};
const questionOf = async (calls: Awaited<ReturnType<typeof left>>['calls']) =>
  (await calls.get('notes.leaving', {})).question;

describe('a counsellor who leaves', () => {
  it('by the own roles is asked, keeps the notes, and is asked again after the day', async () => {
    const { vault, calls } = await left();
    expect(await questionOf(calls)).toBe('whatBecomes');
    const today = toLocalDay(Date.now());
    for (const until of [null, today]) {
      expect(await calls.code('notes.decide', { fate: 'keepUntil', until })).toBe('untilNotLater');
    }
    await calls.get('notes.decide', { fate: 'keepUntil', until: toLocalDay(Date.now() + 10 * day) });
    expect(await questionOf(calls)).toBe(null);
    const later = callsOn(vault, { now: () => Date.now() + 11 * day });
    expect(await questionOf(later)).toBe('timeIsOver');
    expect(await later.get('notes.list', {})).toHaveLength(2);
    await later.get('notes.decide', { fate: 'keep', until: null });
    expect(await questionOf(later)).toBe(null);
    await later.get('profile.save', { person: people.counsellor, roles: ['counsellor'] });
    expect(await questionOf(later)).toBe(null);
  });

  it('erases all of them, files too, and nothing outside of the notes tells of it', async () => {
    const { vault, calls } = await left();
    const before = [...auditRows(vault.records)].length;
    expect(await calls.get('notes.eraseAll', {})).toEqual({ erased: 2 });
    expect(await calls.get('notes.leaving', {})).toEqual({ notes: 0, decision: null, question: null });
    for (const table of ['notes', 'note_attachments', 'note_attachment_chunks', 'notes_fts'])
      expect(vault.notes.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    expect([...auditRows(vault.records)]).toHaveLength(before);
    expect([...auditRows(vault.notes)].filter(({ kind }) => kind === 'noteErased')).toHaveLength(2);
  });

  it('erases with them what was kept of a note too long to save, and files of one that was never saved', async () => {
    const { vault, calls } = await left();
    const work = workspaceOf({ vault, ...vaultDeps });
    keepOverlong(work, { kind: 'note', caseId: null, subjectKey: '' }, 'Percakapan yang terlalu panjang.');
    keepOverlong(work, { kind: 'remark', caseId: null, subjectKey: '' }, 'Bukan catatan.');
    await attach(calls, 'belum tersimpan', 'notes');
    await calls.get('notes.eraseAll', {});
    const rest = vault.notes.$client.prepare('SELECT content FROM drafts').pluck().all();
    expect(rest).toEqual([JSON.stringify('"Bukan catatan."')]);
    expect(vault.notes.$client.prepare('SELECT count(*) FROM note_attachment_chunks').pluck().get()).toBe(0);
  });

  it('by the directory is asked at the next opening, and no more once certified again', async () => {
    const { members, publish } = await foundInstitution({
      officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
      counsellor: { person: people.counsellor, roles: ['counsellor'] },
    });
    const { calls, vault, exchange } = members.counsellor;
    await calls.get('notes.save', note);
    const certified = async (to: string | null): Promise<void> => {
      const file = publish((directory) => ({
        ...directory,
        entries: directory.entries.map((entry) => ({
          ...entry,
          roles: entry.roles.map((span) => ({ ...span, to: to as never })),
        })),
      }));
      unwrap(takeDirectory(exchange.work, writable(vault.records), file));
      await enter(vault);
    };
    await certified(null);
    expect(await questionOf(calls)).toBe(null);
    await certified('2025-12-31');
    expect(await questionOf(calls)).toBe('whatBecomes');
    await certified(null);
    expect(await questionOf(calls)).toBe(null);
  });
});
