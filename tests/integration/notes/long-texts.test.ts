import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { createOpenVault, type OpenVault } from '../../../electron/backend/vault/vault.ts';
import { moveText, type SentText } from '../../../renderer/lib/move-text.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import { draftText } from '../../../shared/domain/draft/text.ts';
import { maxStoredText, maxTextPiece, maxVisible, plainText } from '../../../shared/domain/long-text.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

const doc = (lines: readonly string[]): string =>
  JSON.stringify({
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });

const setting = async (): Promise<Calls> => callsOn(await testVault(people.counsellor, ['counsellor']));

/** A text as the page sends it, in messages that the gate takes. */
const sent = async (calls: Calls, content: string, most?: number): Promise<SentText> => {
  const text = { stored: () => content, words: () => plainText(content) };
  const moved = await moveText(calls as unknown as RpcClient, text, most);
  if (!moved.ok) throw new Error(moved.error.code);
  return moved.value;
};
const note = { noteId: null, caseId: null, title: 'Percakapan', attachmentIds: [] };

/** A chat as it is copied from a messenger: 24,000 lines. */
const chat = Array.from(
  { length: 24_000 },
  (_, line) => `[${line % 24}.00] Sinta Contoh: pesan ke-${line}, dengan "tanda kutip" dan senyum 🙂`,
);
/** Exactly as many characters as may be, in lines. */
const full = Array.from({ length: 1000 }, () => 'é'.repeat(maxVisible / 1000));

describe('a long note', () => {
  it('of 24,000 pasted lines is kept, found by its last line, and read again as it was', async () => {
    const calls = await setting();
    const content = doc(chat);
    expect(content.length).toBeGreaterThan(2_000_000);
    const { noteId } = await calls.get('notes.save', { ...note, ...(await sent(calls, content)) });
    expect((await calls.get('notes.get', { noteId })).content === content).toBe(true);
    expect((await calls.get('notes.list', { search: '23999' })).map((found) => found.noteId)).toEqual([noteId]);
  });

  it('is found by a word that stands everywhere in it, at its first place', async () => {
    const calls = await setting();
    const words = `${'awal '.repeat(100)}${'yang '.repeat(400_000)}`;
    const { noteId } = await calls.get('notes.save', { ...note, ...(await sent(calls, doc([words, ...chat]))) });
    const [found, ...others] = await calls.get('notes.list', { search: 'yang' });
    expect(others).toEqual([]);
    expect(found?.noteId).toBe(noteId);
    expect(found?.excerpt).toMatch(/^…\w* ?(?:awal )+(?:yang )+\w*$/);
  });

  it('has room for 5,000,000 characters as people see them, and no more', async () => {
    const calls = await setting();
    const content = doc(full);
    const { noteId } = await calls.get('notes.save', { ...note, ...(await sent(calls, content)) });
    const longer = doc([...full, 'x']);
    const refused = { ...note, noteId, ...(await sent(calls, longer)) };
    expect(await calls.code('notes.save', refused)).toBe('textTooLong');
    expect((await calls.get('notes.get', { noteId })).content === content).toBe(true);
  });

  it('is refused in one message beyond its measure, and under a name that moved nothing', async () => {
    const calls = await setting();
    const long = 'x'.repeat(maxTextPiece + 1);
    expect(await calls.code('notes.save', { ...note, content: long })).toBe('invalidInput');
    const movedBefore = 'ab'.repeat(16);
    expect(await calls.code('notes.save', { ...note, content: '', movedBefore })).toBe('unknownText');
    expect(await calls.code('texts.move', { textId: movedBefore, text: 'x' })).toBe('unknownText');
    expect(await calls.get('notes.list', {})).toEqual([]);
  });

  it('is moved once: a second note does not take it along', async () => {
    const calls = await setting();
    const moved = await sent(calls, 'x'.repeat(maxTextPiece + 1));
    await calls.get('notes.save', { ...note, ...moved });
    expect(await calls.code('notes.save', { ...note, ...moved })).toBe('unknownText');
  });
});

describe('a long draft', () => {
  const place = { kind: 'remark', caseId: null, subjectKey: '' };

  it('has the same room', async () => {
    const calls = await setting();
    const content = JSON.stringify(full.join('\n'));
    const { draftId } = await calls.get('drafts.save', { ...place, ...(await sent(calls, content)) });
    expect((await calls.get('drafts.get', { draftId })).content === content).toBe(true);
    const longer = await sent(calls, JSON.stringify({ first: full, second: 'x' }));
    expect(await calls.code('drafts.save', { ...place, ...longer })).toBe('textTooLong');
    expect((await calls.get('drafts.get', { draftId })).content === content).toBe(true);
  });
});

/** The vault locked and opened once more. */
const openedAgain = (vault: OpenVault): OpenVault => {
  const keys = structuredClone(vault.keys);
  vault.close();
  const databases = unwrap(openDatabases(vaultDeps, vault.dir, keys, 'open'));
  const opened = createOpenVault({ dir: vault.dir, keys, databases, notices: [] });
  onTestFinished(() => opened.close());
  return opened;
};

describe('what is too long for its place', () => {
  const words = [...full, 'kata terakhir'];
  const place = { kind: 'act:resultSigned', caseId: null, subjectKey: '' };
  /** The pieces that Beranda shows as text to copy. */
  const pieces = async (calls: Calls, kind: string) => {
    const { drafts } = await calls.get('overview.home', { today: '2026-05-06' });
    const found = drafts.filter((draft) => draft.kind === kind);
    expect(found.every(({ fits }) => !fits)).toBe(true);
    const inOrder = found.sort((a, b) => Number(a.subjectKey.split(' ')[1]) - Number(b.subjectKey.split(' ')[1]));
    return Promise.all(
      inOrder.map(async ({ draftId }) => draftText((await calls.get('drafts.get', { draftId })).content)),
    );
  };

  it('is kept whole beside, before anything is locked, and goes once it fits', async () => {
    const calls = await setting();
    const { noteId } = await calls.get('notes.save', { ...note, content: doc(['Awal']) });
    const longer = { ...note, noteId, ...(await sent(calls, doc(words))) };
    expect(await calls.code('notes.save', longer)).toBe('textTooLong');
    const kept = await pieces(calls, 'over:note');
    expect(kept).toHaveLength(2);
    expect(kept.join('') === `Percakapan\n\n${words.join('\n\n')}`).toBe(true);
    // Tried again with more: the same pieces, not more of them.
    expect(await calls.code('notes.save', { ...longer, ...(await sent(calls, doc([...words, 'lagi']))) })).toBe(
      'textTooLong',
    );
    expect((await pieces(calls, 'over:note')).join('').endsWith('kata terakhir\n\nlagi')).toBe(true);
    await calls.get('notes.save', { ...note, noteId, content: doc(['Dipendekkan']) });
    expect(await pieces(calls, 'over:note')).toEqual([]);
  });

  it('is kept of a form too, and outlives what is typed there after the vault was opened again', async () => {
    const vault = await testVault(people.counsellor, ['counsellor']);
    const calls = callsOn(vault);
    const long = JSON.stringify({ summary: full.join('\n'), remark: 'kata terakhir' });
    expect(await calls.code('drafts.save', { ...place, ...(await sent(calls, long)) })).toBe('textTooLong');
    const kept = await pieces(calls, 'over:act:resultSigned');
    expect(kept.join('').endsWith('kata terakhir')).toBe(true);

    const again = callsOn(openedAgain(vault));
    await again.get('drafts.save', { ...place, content: '{"summary":"Baru"}' });
    expect((await pieces(again, 'over:act:resultSigned')).join('') === kept.join('')).toBe(true);
  });

  it('is kept as bare words where its form alone is more than can be stored', async () => {
    const calls = await setting();
    const { noteId } = await calls.get('notes.save', { ...note, content: doc(['Awal']) });
    // Measured by 40 units, not by as many as are stored.
    const moved = await sent(calls, doc(['tebal', 'miring']), 40);
    expect(moved).toEqual({ content: 'tebal\n\nmiring', wordsOnly: true });
    expect(await calls.code('notes.save', { ...note, noteId, ...moved })).toBe('textTooFormatted');
    expect(await pieces(calls, 'over:note')).toEqual(['Percakapan\n\ntebal\n\nmiring']);
    expect((await calls.get('notes.get', { noteId })).content).toBe(doc(['Awal']));
    expect(await calls.code('drafts.save', { ...place, ...moved })).toBe('textTooFormatted');
    expect(await pieces(calls, 'over:act:resultSigned')).toEqual(['tebal\n\nmiring']);
    await calls.get('notes.save', { ...note, noteId, content: doc(['Kurang bentuk']) });
    expect(await pieces(calls, 'over:note')).toEqual([]);
  });

  it('is said to be too large where its words are as well, by the page and by the vault', async () => {
    const calls = await setting();
    await expect(sent(calls, doc(['x'.repeat(50)]), 40)).rejects.toThrow('textTooLarge');
    // One string, counted again and again: the vault holds it once.
    const text = 'x'.repeat(maxTextPiece);
    let { textId } = await calls.get('texts.move', { textId: null, text });
    for (let units = maxTextPiece; units < maxStoredText; units += maxTextPiece)
      ({ textId } = await calls.get('texts.move', { textId, text }));
    expect(await calls.code('texts.move', { textId, text: 'x' })).toBe('textTooLarge');
    expect(await calls.code('notes.save', { ...note, content: 'x', movedBefore: textId })).toBe('unknownText');
  });
});
