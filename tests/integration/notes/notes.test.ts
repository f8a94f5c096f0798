import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendPiece } from '../../../electron/backend/attachments/append-piece.ts';
import { beginUpload } from '../../../electron/backend/attachments/begin-upload.ts';
import { finishUpload } from '../../../electron/backend/attachments/finish-upload.ts';
import { audit } from '../../../electron/backend/db/shared-columns.ts';
import { leavingReadings } from '../../../electron/backend/desk/readings/leaving.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from '../../../electron/backend/drafts/drafts.ts';
import { unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { eraseNote } from '../../../electron/backend/notes/erase-note.ts';
import { exportNoteFile } from '../../../electron/backend/notes/export-note-file.ts';
import { getNote } from '../../../electron/backend/notes/get-note.ts';
import { listNotes } from '../../../electron/backend/notes/list-notes.ts';
import { saveNote } from '../../../electron/backend/notes/save-note.ts';
import { verifyAudit } from '../../../electron/backend/trail/audit-chain.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import type { Workspace } from '../../../electron/backend/workspace/workspace.ts';
import { contract } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { dumpDatabase, dumpVault } from '../../fixtures/dump.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

const write = (work: Workspace, plain: string, change: Partial<Parameters<typeof saveNote>[1]> = {}) =>
  unwrap(
    saveNote(work, {
      noteId: null,
      caseId: null,
      title: 'Judul',
      content: JSON.stringify({ type: 'doc', content: [{ type: 'text', text: plain }] }),
      attachmentIds: [],
      ...change,
    }),
  ).noteId;

const noteFile = (work: Workspace, text: string): string => {
  const bytes = Buffer.from(text);
  const input = { store: 'notes', caseId: null, name: 'foto.txt', mediaType: '', size: bytes.length } as const;
  const { attachmentId } = unwrap(beginUpload(work, input));
  unwrap(appendPiece(work, { store: 'notes', attachmentId, offset: 0, bytes }));
  unwrap(finishUpload(work, { store: 'notes', attachmentId }));
  return attachmentId;
};

describe('private notes', () => {
  it('are kept in notes.db alone, with their files and an audit entry', () => {
    const work = testWorkspace();
    const records = dumpDatabase(work.records);
    const file = noteFile(work, 'KENARI-LAMPIRAN');
    const noteId = write(work, 'KENARI-CATATAN', { attachmentIds: [file] });
    expect(unwrap(getNote(work, noteId))).toMatchObject({
      content: '{"type":"doc","content":[{"type":"text","text":"KENARI-CATATAN"}]}',
      attachments: [{ attachmentId: file, mediaType: 'text/plain' }],
    });
    expect(dumpDatabase(work.records)).toBe(records);
    expect(verifyAudit(work.notes)).toMatchObject({ entries: 2, broken: null });
    expect(readFileSync(join(work.dir, 'notes.db')).includes('KENARI')).toBe(false);
  });

  it('are found by beginnings of words, without diacritics, and nothing typed is syntax', () => {
    const work = testWorkspace();
    const first = write(work, 'Pegawai merasa lelah; résumé pertemuan kedua.', { title: 'Pertemuan' });
    write(work, 'Hal lain sama sekali.');
    const find = (search: string) => listNotes(work, { search }).map((note) => note.noteId);
    expect(find('lel')).toEqual([first]);
    expect(find('RESUME kedua')).toEqual([first]);
    expect(find('pertemuan lain')).toEqual([]);
    for (const search of ['"', '*', 'NEAR(', 'a OR', 'title:x', "'; DROP TABLE notes;--", '(((', '^']) find(search);
    expect(find('--- "')).toEqual([]);
    expect(listNotes(work, { search: 'lelah' })[0]?.excerpt).toContain('lelah');
  });

  it('are found whatever hidden signs stand in a word, there or in what is searched; these turn no excerpt', () => {
    const work = testWorkspace();
    const text = 'per\u00adtemuan kon\u200bseling \u202ekedua\u202c, potong\u0000an 👩\u200d👩';
    const note = write(work, text);
    for (const search of ['pertemuan', 'konseling', 'kon\u2060seling', 'kedua', 'potongan']) {
      const [found] = listNotes(work, { search });
      expect([search, found?.noteId]).toEqual([search, note]);
      expect(found?.excerpt).toBe('pertemuan konseling kedua, potongan 👩\u200d👩');
    }
    const kept = getNote(work, note);
    expect(kept.ok && kept.value.content.includes('kon\u200bseling')).toBe(true);
  });

  it('are listed by case, latest first', () => {
    const work = testWorkspace();
    const caseId = 'a'.repeat(32);
    const [one, two] = [write(work, 'satu', { caseId }), write(work, 'dua')];
    expect(listNotes(work, {}).map((note) => note.noteId)).toEqual([two, one]);
    expect(listNotes(work, { caseId }).map((note) => note.noteId)).toEqual([one]);
    expect(listNotes(work, { caseId: null }).map((note) => note.noteId)).toEqual([two]);
  });

  it('change with their files, all or nothing', () => {
    const work = testWorkspace();
    const [kept, dropped] = [noteFile(work, 'satu'), noteFile(work, 'dua')];
    const noteId = write(work, 'lama', { attachmentIds: [kept, dropped] });
    write(work, 'baru', { noteId, attachmentIds: [kept] });
    expect(unwrap(getNote(work, noteId)).attachments.map((file) => file.attachmentId)).toEqual([kept]);
    expect(listNotes(work, { search: 'lama' })).toEqual([]);
    const before = dumpVault(work);
    const refused = { noteId, caseId: null, title: '', content: 'x', attachmentIds: [dropped] };
    expect(codeOf(saveNote(work, refused))).toBe('unknownAttachment');
    expect(codeOf(saveNote(work, { ...refused, noteId: 'tiada' }))).toBe('unknownNote');
    const other = { ...refused, noteId: null, attachmentIds: [kept] };
    expect(codeOf(saveNote(work, other))).toBe('unknownAttachment');
    expect(dumpVault(work)).toBe(before);
  });

  it('are gone for good once erased: text, index and files', () => {
    const work = testWorkspace();
    write(work, 'yang tetap');
    const noteId = write(work, 'KENARIHAPUS '.repeat(3000), { attachmentIds: [noteFile(work, 'KENARIBERKAS')] });
    unwrap(eraseNote(work, noteId));
    expect(codeOf(getNote(work, noteId))).toBe('unknownNote');
    expect(codeOf(eraseNote(work, noteId))).toBe('unknownNote');
    const dump = dumpDatabase(work.notes);
    expect(dump).toContain('yang tetap');
    const index = work.notes.$client.prepare('SELECT hex(block) FROM notes_fts_data').pluck().all().join('');
    for (const text of ['KENARIHAPUS', 'KENARIBERKAS']) {
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(Buffer.from(text).toString('hex'));
      expect(index).not.toContain(Buffer.from(text.toLowerCase()).toString('hex').toUpperCase());
    }
  });
});

describe('a file of a private note', () => {
  const kindsIn = (store: Workspace['notes'] | Workspace['records']) =>
    store
      .select()
      .from(audit)
      .all()
      .map(({ kind, subject }) => `${kind} ${subject}`);

  const saving = (work: Workspace, answer: (path: string) => string | null) => {
    const asked: string[] = [];
    const chooseTarget = async (path: string) => {
      asked.push(path);
      return answer(path);
    };
    const deps = { fs: nodeAtomicFs, random: work.random, unfinished: unfinishedExportsOf(work), chooseTarget };
    const run = (noteId: string, attachmentId: string) =>
      exportNoteFile(work, deps, { noteId, attachmentId, folder: temporaryFolder() });
    return { asked, run };
  };

  it('leaves by a call of its own, under a neutral name, kept in the trail of the notes alone', async () => {
    const work = testWorkspace();
    const target = join(temporaryFolder(), 'keluar.txt');
    const file = noteFile(work, 'KENARI-LAMPIRAN');
    const noteId = write(work, 'KENARI-CATATAN', { attachmentIds: [file] });
    const records = kindsIn(work.records);
    const { asked, run } = saving(work, () => target);
    expect(unwrap(await run(noteId, file))).toEqual({ saved: true });
    expect(readFileSync(target, 'utf8')).toBe('KENARI-LAMPIRAN');
    expect(asked[0]).toMatch(/lampiran-[0-9a-f]{8}\.txt$/);
    expect(kindsIn(work.notes).at(-1)).toBe(`attachmentExported ${file}`);
    expect(kindsIn(work.records)).toEqual(records);
  });

  it('stays where its holder turns back, where it is of another note, or of none', async () => {
    const work = testWorkspace();
    const [file, stray] = [noteFile(work, 'satu'), noteFile(work, 'dua')];
    const noteId = write(work, 'catatan', { attachmentIds: [file] });
    const other = write(work, 'lain');
    const before = dumpVault(work);
    const { asked, run } = saving(work, () => null);
    expect(unwrap(await run(noteId, file))).toEqual({ saved: false });
    expect(asked).toHaveLength(1);
    expect(codeOf(await run(other, file))).toBe('unknownAttachment');
    expect(codeOf(await run(noteId, stray))).toBe('unknownAttachment');
    expect(codeOf(await run('0'.repeat(32), file))).toBe('unknownNote');
    expect(asked).toHaveLength(1);
    expect(dumpVault(work)).toBe(before);
  });

  it('asks for the passphrase in the window of confirmation, which names file and note', () => {
    expect(contract['notes.exportFile'].needs).toEqual({ session: 'unlocked', confirmation: 'passphrase' });
    const work = testWorkspace();
    const file = noteFile(work, 'satu');
    const noteId = write(work, 'catatan', { attachmentIds: [file] });
    const reading = leavingReadings['notes.exportFile'];
    const context = { vault: { notes: work.notes } } as Parameters<typeof reading>[1];
    expect(unwrap(reading({ noteId, attachmentId: file }, context) as never)).toMatchObject({
      facts: [
        { label: 'file', lines: ['foto.txt'] },
        { label: 'note', lines: ['Judul'] },
      ],
    });
    expect(codeOf(reading({ noteId, attachmentId: 'x' }, context) as never)).toBe('unknownAttachment');
  });
});

describe('drafts', () => {
  it('take an empty case for none', () => {
    const work = testWorkspace();
    const place = { kind: 'act:caseOpened', subjectKey: '', content: '{}' };
    const none = unwrap(saveDraft(work, { ...place, caseId: null }));
    expect(unwrap(saveDraft(work, { ...place, caseId: '' })).draftId).toBe(none.draftId);
  });

  it('are one for each place and keep exactly what was typed', () => {
    const work = testWorkspace();
    const place = { kind: 'act:reportSubmitted', caseId: null, subjectKey: '' };
    const first = unwrap(saveDraft(work, { ...place, content: '{"a": 1.0}' }));
    const again = unwrap(saveDraft(work, { ...place, content: 'bukan JSON "' }));
    const other = unwrap(saveDraft(work, { ...place, caseId: 'b'.repeat(32), content: '2' }));
    expect(again.draftId).toBe(first.draftId);
    expect(unwrap(getDraft(work, first.draftId)).content).toBe('bukan JSON "');
    expect(unwrap(getDraft(work, other.draftId)).content).toBe('2');
    expect(listDrafts(work).map((draft) => draft.draftId)).toHaveLength(2);
    expect(listDrafts(work, null).map((draft) => draft.draftId)).toEqual([first.draftId]);
    unwrap(discardDraft(work, first.draftId));
    expect(codeOf(getDraft(work, first.draftId))).toBe('unknownDraft');
    expect(codeOf(discardDraft(work, first.draftId))).toBe('unknownDraft');
  });
});
