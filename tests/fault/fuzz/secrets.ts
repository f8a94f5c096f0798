import { confirmationWord } from '../../../electron/backend/settings/confirmation-word.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { Response } from '../../../shared/contract/method.ts';

type Keys = Pick<OpenVault['keys'], 'recordsKey' | 'notesKey' | 'signingSeed' | 'documentKey' | 'receivingIdentities'>;

/** A secret, by its name, in every form in which it is looked for. */
type Secrets = readonly (readonly [name: string, forms: readonly Buffer[]])[];

const textForms = (text: string): Buffer[] => [Buffer.from(text), Buffer.from(text, 'utf16le')];
const keyForms = (key: Uint8Array): Buffer[] => {
  const bytes = Buffer.from(key);
  const texts = (['hex', 'base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding));
  return [bytes, ...texts.map((text) => Buffer.from(text))];
};

/** What of an open vault no answer may tell: its word for the window of confirmation, and its keys. */
export const secretsOf = ({ notes, keys }: Pick<OpenVault, 'notes'> & { readonly keys: Keys }): Secrets => {
  const word = confirmationWord(notes);
  if (word === '') throw new Error('a vault without a word');
  return [
    ['the word of the window of confirmation', textForms(word)],
    ['the key of the records', keyForms(keys.recordsKey)],
    ['the key of the notes', keyForms(keys.notesKey)],
    ['the signing key', keyForms(keys.signingSeed)],
    ['the key of documents', keyForms(keys.documentKey)],
    ['a receiving key', keys.receivingIdentities.flatMap(textForms)],
  ];
};

const partsOf = function* (value: unknown): Generator<Buffer> {
  if (typeof value === 'string') yield Buffer.from(value);
  else if (value instanceof Uint8Array) yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) {
      yield Buffer.from(name);
      yield* partsOf(part);
    }
};

/** The first secret that an answer tells anywhere in it; null: none. */
export const toldBy = (response: Response, secrets: Secrets): string | null => {
  for (const part of partsOf(response.result))
    for (const [name, forms] of secrets) if (forms.some((form) => part.includes(form))) return name;
  return null;
};
