import type { KeyObject } from 'node:crypto';
import { concatBytes } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { publicKeyOf, signPlain, verifyPlain } from './ed25519.ts';
import { sha256 } from './hash.ts';

// C2SP signed notes (https://c2sp.org/signed-note): text, an empty line, one line for each signature.

/** Signature type of Ed25519 in a key id and a verifier key. */
const ed25519Type = 0x01;
/** Most characters of a note that are looked at, where nobody says another bound. */
const maxNoteLength = 100_000;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A name that a signature line can hold: not empty, no space, no plus. */
const isKeyName = (name: string): boolean => /^[^\s\p{Z}\p{Cc}\p{Cs}+]+$/u.test(name);

/** Lines that end in a line feed each, without other control characters. */
const isNoteText = (text: string): boolean => /^(?:[^\p{Cc}\p{Cs}]*\n)+$/u.test(text);

/** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), first four bytes: names a key within a note. */
const keyIdOf = (name: string, publicKey: Uint8Array): Uint8Array =>
  sha256(utf8(`${name}\n`), Uint8Array.of(ed25519Type), publicKey).subarray(0, 4);

/** Text of a public key for programs that check notes: `name+id+base64(0x01 ‖ public key)`. */
export const toVerifierKey = (name: string, publicKey: Uint8Array): string => {
  const id = Buffer.from(keyIdOf(name, publicKey)).toString('hex');
  return `${name}+${id}+${base64(concatBytes(Uint8Array.of(ed25519Type), publicKey))}`;
};

/**
 * A note of `text`, signed by `key` and by each of `also`. What is signed is the text itself, as the format wants it;
 * it holds no zero byte, so it can never be taken for anything that is signed under a domain (`withDomain`). Throws
 * RangeError on a text that does not end in a line feed or has other control characters, and on a name with
 * spaces or a plus.
 */
export const writeNote = (key: KeyObject, name: string, text: string, also: readonly KeyObject[] = []): string => {
  if (!isKeyName(name)) throw new RangeError('no name of a key');
  if (!isNoteText(text)) throw new RangeError('no text of a note');
  const lines = [key, ...also].map((signer) => {
    const signature = concatBytes(keyIdOf(name, publicKeyOf(signer)), signPlain(signer, utf8(text)));
    return `— ${name} ${base64(signature)}\n`;
  });
  return `${text}\n${lines.join('')}`;
};

/** `noteMalformed`: no signed note. `noteUnsigned`: no signature by this key. `noteForged`: one that does not fit. */
export type NoteError = 'noteMalformed' | 'noteUnsigned' | 'noteForged';

const toSignature = (line: string): { readonly name: string; readonly bytes: Uint8Array } | null => {
  const [, name, text] = /^— (\S+) ((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/u.exec(line) ?? [];
  if (name === undefined || text === undefined || !isKeyName(name)) return null;
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return bytes.length < 5 ? null : { name, bytes };
};

/** Ids of the keys that a note names as its signers under a name, hexadecimal; whether they signed is not looked at. */
export const signerIdsOf = (note: string, name: string): readonly string[] =>
  note
    .slice(note.lastIndexOf('\n\n') + 2)
    .split('\n')
    .map(toSignature)
    .flatMap((line) => (line?.name === name ? [Buffer.from(line.bytes.subarray(0, 4)).toString('hex')] : []));

/** The text of a note that `publicKey` signed under `name`. Signatures of other keys are passed over. */
export const openNote = (
  note: string,
  name: string,
  publicKey: Uint8Array,
  maxLength = maxNoteLength,
): Result<string, AppError<NoteError>> => {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  if (note.length > maxLength || end < 0 || !isNoteText(note)) return fail('noteMalformed');
  const lines = note
    .slice(end + 2, -1)
    .split('\n')
    .map(toSignature);
  if (lines.some((line) => line === null)) return fail('noteMalformed');
  const id = keyIdOf(name, publicKey);
  const own = lines.find((line) => line?.name === name && Buffer.compare(line.bytes.subarray(0, 4), id) === 0);
  if (own === undefined || own === null) return fail('noteUnsigned');
  return verifyPlain(publicKey, utf8(text), own.bytes.subarray(4)) ? ok(text) : fail('noteForged');
};
