import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { type OpenedAct, sealErrorCodes } from '../case/act-crypto.ts';
import { actFileName, maxContainerBytes, readActContainer } from './act-container.ts';

/** What a PDF carries of an act. */
export type EmbeddedAct =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly act: OpenedAct }
  /** More than one, none readable, or one that fails its own check: the code says which. */
  | { readonly state: 'damaged'; readonly code: ActFault };

/** Codes of what can be wrong with an embedded act. */
export const actFaults = ['severalActs', 'actFileInvalid', ...sealErrorCodes] as const;
export type ActFault = (typeof actFaults)[number];

/** The attachment's name as our writer puts it into a file specification: UTF-16 in hexadecimal. */
const hexName = `FEFF${Buffer.from(actFileName, 'utf16le').swap16().toString('hex').toUpperCase()}`;
const fileSpecification = new RegExp(`/UF\\s*<${hexName}>\\s*/EF\\s*<<\\s*/F\\s+(\\d{1,9})\\s+0\\s+R`, 'g');

/** Bytes of the embedded file in object `id`; null when it is no stream as our writer makes it. */
const embeddedFile = (bytes: Buffer, text: string, id: string): Uint8Array | null => {
  const start = text.lastIndexOf(`\n${id} 0 obj`);
  const head = /stream\r?\n/.exec(start === -1 ? '' : text.slice(start, start + 2000));
  if (head === null) return null;
  const dictionary = text.slice(start, start + head.index);
  const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const from = start + head.index + head[0].length;
  if (!(length > 0) || from + length > bytes.length) return null;
  const raw = bytes.subarray(from, from + length);
  try {
    return /\/Filter\s*\/FlateDecode/.test(dictionary) ? inflateSync(raw, { maxOutputLength: maxContainerBytes }) : raw;
  } catch {
    return null;
  }
};

/**
 * The act inside one of our signed documents, checked. `bytes` is the revision that a signature covers. Looks
 * for the attachment exactly as it is written here, so that no foreign PDF is taken apart. Never throws.
 */
export const embeddedAct = (bytes: Uint8Array): EmbeddedAct => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('latin1');
  const ids = [...text.matchAll(fileSpecification)].map((match) => match[1] ?? '');
  if (ids.length === 0)
    return text.includes(hexName) ? { state: 'damaged', code: 'actFileInvalid' } : { state: 'none' };
  const [id = ''] = ids;
  if (ids.length > 1) return { state: 'damaged', code: 'severalActs' };
  const file = embeddedFile(buffer, text, id);
  if (file === null) return { state: 'damaged', code: 'actFileInvalid' };
  const act = readActContainer(file);
  return act.ok ? { state: 'valid', act: act.value } : { state: 'damaged', code: act.error.code };
};
