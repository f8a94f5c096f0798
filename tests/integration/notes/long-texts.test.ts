import { describe, expect, it } from 'vitest';
import { moveText, type SentText } from '../../../renderer/lib/move-text.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import { maxTextPiece, maxVisible } from '../../../shared/domain/long-text.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';

const doc = (lines: readonly string[]): string =>
  JSON.stringify({
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });

const setting = async (): Promise<Calls> => callsOn(await testVault(people.counsellor, ['counsellor']));

/** A text as the page sends it, in messages that the gate takes. */
const sent = async (calls: Calls, content: string): Promise<SentText> => {
  const moved = await moveText(calls as unknown as RpcClient, content);
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
