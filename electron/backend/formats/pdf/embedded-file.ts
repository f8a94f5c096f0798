import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';

/** What a PDF carries under a name: nothing, the one file, or what cannot be taken out of it. */
export type EmbeddedFile = { readonly bytes: Uint8Array } | 'none' | 'several' | 'unreadable';

/** The attachment's name as our writer puts it into a file specification: UTF-16 in hexadecimal. */
const hexName = (name: string): string => `FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase()}`;

/** Bytes of the embedded file in object `id`; null when it is no stream as our writer makes it. */
const contentOf = (bytes: Buffer, text: string, id: string, limit: number): Uint8Array | null => {
  const start = text.lastIndexOf(`\n${id} 0 obj`);
  const head = /stream\r?\n/.exec(start === -1 ? '' : text.slice(start, start + 2000));
  if (head === null) return null;
  const dictionary = text.slice(start, start + head.index);
  const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const from = start + head.index + head[0].length;
  if (!(length > 0) || from + length > bytes.length) return null;
  const raw = bytes.subarray(from, from + length);
  try {
    return /\/Filter\s*\/FlateDecode/.test(dictionary) ? inflateSync(raw, { maxOutputLength: limit }) : raw;
  } catch {
    return null;
  }
};

/**
 * The file of this name inside one of our signed documents. `bytes` is the revision that a signature covers, `limit`
 * the most that the file may be (bytes). Looks for the attachment exactly as it is written here, so that no foreign PDF
 * is taken apart. Never throws.
 */
export const embeddedFile = (bytes: Uint8Array, name: string, limit: number): EmbeddedFile => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('latin1');
  const hex = hexName(name);
  const specification = new RegExp(`/UF\\s*<${hex}>\\s*/EF\\s*<<\\s*/F\\s+(\\d{1,9})\\s+0\\s+R`, 'g');
  const ids = [...text.matchAll(specification)].map((match) => match[1] ?? '');
  if (ids.length > 1) return 'several';
  const [id] = ids;
  if (id === undefined) return text.includes(hex) ? 'unreadable' : 'none';
  const content = contentOf(buffer, text, id, limit);
  return content === null ? 'unreadable' : { bytes: content };
};
