/** How many bytes of a file's beginning `sniffMediaType` looks at. */
export const sniffLength = 4096;

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

/** First bytes that tell a type, of the types that are shown inside the app. */
const signatures: readonly (readonly [mediaType: string, fits: (head: Uint8Array) => boolean])[] = [
  ['application/pdf', (head) => startsWith(head, ascii('%PDF-'))],
  ['image/png', (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', (head) => startsWith(head, [0xff, 0xd8, 0xff])],
  ['image/gif', (head) => startsWith(head, ascii('GIF87a')) || startsWith(head, ascii('GIF89a'))],
  ['image/webp', (head) => startsWith(head, ascii('RIFF')) && startsWith(head, ascii('WEBP'), 8)],
];

/** Control characters that text has: tab, line feed, form feed, carriage return. */
const textControls = [0x09, 0x0a, 0x0c, 0x0d];

const isText = (head: Uint8Array): boolean => {
  if (head.some((byte) => byte < 0x20 && !textControls.includes(byte))) return false;
  try {
    // Streaming: a character cut at the end of the head is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const shownTypes = [...signatures.map(([mediaType]) => mediaType), 'text/plain'];

/**
 * Media type by the first `sniffLength` bytes, not by what a file claims. A claim is kept only for types that
 * are never shown inside the app; `application/octet-stream` when nothing fits.
 */
export const sniffMediaType = (head: Uint8Array, claimed: string): string => {
  const found = signatures.find(([, fits]) => fits(head));
  if (found !== undefined) return found[0];
  if (isText(head)) return 'text/plain';
  const plain = /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(claimed) && !/^(text|image)\//.test(claimed);
  return plain && !shownTypes.includes(claimed) ? claimed : 'application/octet-stream';
};

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'text/plain': 'txt',
};

/** File name extension of a media type that `sniffMediaType` tells; `bin` for all others. */
export const extensionOfMediaType = (mediaType: string): string => extensions[mediaType] ?? 'bin';
