import { Schema } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { fits, nearLength, readContent, storedContent } from '../../../renderer/features/notes/note-content.ts';
import { moveText } from '../../../renderer/lib/move-text.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import {
  isTooLong,
  maxTextPiece,
  maxVisible,
  nearlyFull,
  plainText,
  typedText,
  visibleLength,
} from '../../../shared/domain/long-text.ts';
import { ok } from '../../../shared/kernel/result.ts';

describe('the length of a text as people see it', () => {
  it.each([
    ['', 0],
    ['kinerja', 7],
    ['baris\nbaris\r\n\nbaris', 15],
    ['é', 1],
    ['e\u0301', 1],
    ['🙂', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🇮🇩', 1],
    ['🇮🇩🇮', 2],
    ['👩🏽‍❤️‍💋‍👨🏿', 1],
    ['🏳️‍🌈', 1],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
    ['1️⃣', 1],
    ['©️', 1],
    ['\u1112\u1161\u11ab', 1],
    ['ꦏꦺꦴ', 1],
    ['สวัสดี', 4],
    ['a\r\nb', 2],
  ])('of %j is %i', (text, length) => {
    expect(visibleLength(text)).toBe(length);
  });

  it.each(['👨‍👩‍👧‍👦', '🇮🇩', 'e\u0301', '字', '🙂', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\u1112\u1161\u11ab', '1️⃣'])(
    'of many %j is how many there are',
    (sign) => {
      for (const before of ['', 'a', 'ab']) expect(visibleLength(before + sign.repeat(333))).toBe(before.length + 333);
    },
  );

  it.each(['字', '👨‍👩‍👧‍👦', 'ok 🙂\n'])('of a long text of %j is soon known', (sign) => {
    const times = 400_000;
    expect(visibleLength(sign.repeat(times))).toBe(times * visibleLength(sign));
  });

  it('decides what is too long, not the length of what is stored', () => {
    const emoji = '👨‍👩‍👧‍👦'.repeat(460_000);
    expect(emoji.length).toBeGreaterThan(maxVisible);
    expect(isTooLong(emoji)).toBe(false);
    expect(isTooLong(`${'x'.repeat(maxVisible)}\n\n`)).toBe(false);
    expect(isTooLong('x'.repeat(maxVisible + 1))).toBe(true);
    const flags = '🇮🇩'.repeat(maxVisible);
    expect([isTooLong(flags), isTooLong(`${flags}\r\n`), isTooLong(`${flags}é`)]).toEqual([false, false, true]);
  });
});

describe('the words of a stored text', () => {
  it.each([
    ['{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}', 'a'],
    ['bukan JSON', 'bukan JSON'],
    ['{}', ''],
    ['[null]', ''],
    ['{"content":[null,{"content":7}]}', ''],
  ])('of the note %j are %j', (content, words) => {
    expect(plainText(content)).toBe(words);
  });

  it('are those of every field of a draft', () => {
    expect(typedText('{"a":"satu","b":[{"c":"dua"},3,null]}').split('\n').filter(Boolean)).toEqual(['satu', 'dua']);
    expect(typedText('bukan JSON')).toBe('bukan JSON');
  });
});

describe('a text that is moved', () => {
  const move = async (text: string) => {
    const pieces: string[] = [];
    const call = async (_method: string, input: { text: string }) => {
      pieces.push(input.text);
      return ok({ textId: 'ab' });
    };
    const sent = await moveText({ call } as unknown as RpcClient, { stored: () => text, words: () => text });
    if (!sent.ok) throw new Error(sent.error.code);
    return { pieces, ...sent.value };
  };

  it('that no string can hold goes as its words, and is no error of the page', async () => {
    const stored = (): string => 'x'.repeat(2 ** 30);
    const moved = await moveText({} as RpcClient, { stored, words: () => 'kata' });
    expect(moved).toEqual(ok({ content: 'kata', wordsOnly: true }));
  });

  it.each([0, 1, maxTextPiece])('goes as it is with %i signs', async (length) => {
    const text = 'x'.repeat(length);
    expect(await move(text)).toEqual({ pieces: [], content: text });
  });

  it('goes in pieces that one message carries and that cut no character in two', async () => {
    const text = `x${'🙂'.repeat(maxTextPiece)}`;
    const { pieces, content, movedBefore } = await move(text);
    expect(movedBefore).toBe('ab');
    const all = [...pieces, content];
    expect(all.join('') === text).toBe(true);
    expect(all.filter((piece) => piece.length > maxTextPiece || /\p{Surrogate}/u.test(piece))).toEqual([]);
  });
});

describe('the room in the editor', () => {
  const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });
  const written = (text: string) => schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])]);
  const full = written('x'.repeat(maxVisible));
  const over = written('x'.repeat(maxVisible + 1));

  it('is told once little is left, of a note that is stored and of one that is written', () => {
    const nearly = 'x'.repeat(nearlyFull);
    expect(nearLength(written('x'.repeat(1000)))).toBeNull();
    expect(nearLength(written(nearly))).toBe(nearlyFull);
    expect(nearLength(storedContent(written(nearly)))).toBe(nearlyFull);
    // Line breaks and the form take no room: what is long by them alone is not nearly full.
    const broken = written(`x${'\n'.repeat(nearlyFull)}`);
    expect(nearLength(broken)).toBeNull();
    expect(nearLength(storedContent(broken))).toBeNull();
  });

  it('takes nothing beyond the limit, and always lets text become shorter', () => {
    expect(fits(written('x'), full)).toBe(true);
    expect(fits(full, over)).toBe(false);
    expect(fits(written(`${'x'.repeat(maxVisible)}xx`), over)).toBe(true);
  });

  it('reads what it wrote, and broken content as text', () => {
    const note = written('kenari');
    expect(readContent(storedContent(note))).toEqual(note.toJSON());
    expect(JSON.stringify(readContent('{rusak'))).toContain('{rusak');
  });
});
