import { describe, expect, it } from 'vitest';
import { publicKeyOf, signingKeyOf, verifyEd25519, withDomain } from '../../../electron/backend/crypto/ed25519.ts';
import { openNote, toVerifierKey, writeNote } from '../../../electron/backend/crypto/signed-note.ts';

// Key, text and note of the tests of golang.org/x/mod/sumdb/note, which the format comes from. The seed stands behind
// the type byte of the text of its private key.
const goName = 'PeterNeumann';
const goKey = signingKeyOf(Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1));
const goPublic = publicKeyOf(goKey);
const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const goNote = `${goText}\n${goLine}`;

const code = (result: ReturnType<typeof openNote>): string => (result.ok ? 'ok' : result.error.code);
const opened = (note: string, name = goName): string => code(openNote(note, name, goPublic));

describe('a signed note', () => {
  it('is byte for byte the one of the reference', () => {
    expect(writeNote(goKey, goName, goText)).toBe(goNote);
    expect(openNote(goNote, goName, goPublic)).toEqual({ ok: true, value: goText });
    expect(toVerifierKey(goName, goPublic)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  });

  it('may have empty lines in its text, and signatures of others', () => {
    const text = 'satu\n\n\ndua\n';
    const note = writeNote(goKey, goName, text);
    expect(openNote(note, goName, goPublic)).toEqual({ ok: true, value: text });
    const other = writeNote(signingKeyOf(Buffer.alloc(32, 7)), 'lain', text)
      .split('\n')
      .at(-2);
    expect(openNote(`${note}${other}\n`, goName, goPublic)).toEqual({ ok: true, value: text });
    expect(opened(`${text}\n${other}\n`)).toBe('noteUnsigned');
  });

  it('is refused when anything of it was changed', () => {
    expect(opened(goNote.replace('answer', 'Answer'))).toBe('noteForged');
    expect(opened(goNote.replace('NIuG', 'NIuH'))).toBe('noteForged');
    expect(opened(goNote.replace('x08g', 'x18g'))).toBe('noteUnsigned');
    expect(opened(goNote, 'PeterNeuman')).toBe('noteUnsigned');
    expect(opened(goNote.replace('— PeterNeumann', '— Lain'))).toBe('noteUnsigned');
    expect(code(openNote(goNote, goName, publicKeyOf(signingKeyOf(Buffer.alloc(32, 7)))))).toBe('noteUnsigned');
  });

  it.each([
    '',
    goText,
    goNote.slice(0, -1),
    `${goText}${goLine}`,
    goNote.replace('— ', '- '),
    goNote.replace('— PeterNeumann ', '— PeterNeumann\u00a0'),
    goNote.replace('BwJnAM=', 'BwJnAM'),
    goNote.replace('answer', 'answer\r'),
    goNote.replace('answer', 'ans\u0000wer'),
    goNote.replace('answer', 'ans\ud800wer'),
    `${goNote}${goLine.slice(2)}`,
    `${goNote}\n`,
    `${'x'.repeat(100_000)}\n${goNote}`,
  ])('is none in another form (%#)', (note) => expect(opened(note)).toBe('noteMalformed'));

  it('signs no text that could be something else', () => {
    for (const text of ['', 'tanpa akhir', 'a\u0000b\n', 'a\tb\n', 'a\rb\n', '\ud800\n'])
      expect(() => writeNote(goKey, goName, text)).toThrow(RangeError);
    for (const name of ['', 'dua kata', 'a+b', 'a\u2003b', 'a\nb'])
      expect(() => writeNote(goKey, name, goText)).toThrow(RangeError);
    // What stands under a domain holds a zero byte, which no text of a note may.
    const domain = new TextDecoder().decode(withDomain('bilik/act/v1\n', new TextEncoder().encode('{}\n')));
    expect(() => writeNote(goKey, goName, domain)).toThrow(RangeError);
    const signature = Buffer.from(goLine.split(' ')[2] ?? '', 'base64').subarray(4);
    expect(verifyEd25519(goPublic, '', new TextEncoder().encode(goText), signature)).toBe(false);
  });
});
