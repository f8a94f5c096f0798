import type { z } from 'zod';
import { openNote } from '../../crypto/signed-note.ts';
import type { Signer } from '../../crypto/signer.ts';

/** JSON that a vault signed: a signed note whose text is JSON, for people and tools alike. */
export const writeSignedJson = (vault: Pick<Signer, 'signNote'>, name: string, value: unknown): Uint8Array =>
  new TextEncoder().encode(vault.signNote(name, `${JSON.stringify(value, null, 2)}\n`));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What such a note says, whoever signed it; undefined when it does not fit its schema. */
export const readSignedJson = <S extends z.ZodType>(bytes: Uint8Array, schema: S): z.output<S> | undefined => {
  const text = new TextDecoder().decode(bytes);
  const parsed = schema.safeParse(parse(text.slice(0, text.lastIndexOf('\n\n') + 1)));
  return parsed.success ? parsed.data : undefined;
};

/** True when this key signed the note under this name. How long it may be is its reader's to say. */
export const isSignedJson = (bytes: Uint8Array, name: string, publicKey: Uint8Array): boolean =>
  openNote(new TextDecoder().decode(bytes), name, publicKey, bytes.length).ok;
