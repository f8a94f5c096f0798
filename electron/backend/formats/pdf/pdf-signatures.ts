import { Buffer } from 'node:buffer';

/** A signature as it lies in the bytes of a PDF; nothing of it is checked yet but its place. */
export interface PdfSignature {
  /** Bytes up to the signature value, and bytes after it: together what is signed. */
  readonly signedParts: readonly [Uint8Array, Uint8Array];
  /** Its ByteRange: offset and length of both parts. */
  readonly range: readonly [number, number, number, number];
  /** Offset after the last signed byte. */
  readonly end: number;
  /** Nothing follows after the signed range. */
  readonly coversWholeFile: boolean;
  /** CMS bytes, with the zeros that fill the room reserved for them. */
  readonly contents: Uint8Array;
  /** `ETSI.CAdES.detached`, `adbe.pkcs7.detached`, `ETSI.RFC3161` …; empty when not stated. */
  readonly subFilter: string;
  /** Time that the signer states (key M) in milliseconds; null when absent. Proves nothing. */
  readonly statedAt: number | null;
}

const byteRange = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/** `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1, 7.9.4) in milliseconds; null when it is none. */
export const parsePdfDate = (text: string): number | null => {
  const parts = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?'?)?/.exec(text);
  if (parts === null) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zoneHour, zoneMinute] =
    parts;
  const utc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(utc)) return null;
  const zone = sign === undefined ? 0 : (Number(zoneHour) * 60 + Number(zoneMinute ?? 0)) * 60_000;
  return sign === '-' ? utc + zone : utc - zone;
};

/**
 * Limits for files made to keep a reader busy: ranges tried, signatures, bytes of a signature value and its dictionary.
 */
const limits = { tries: 1000, signatures: 50, value: 500_000, dictionary: 20_000 } as const;

/** The signature dictionary around the signature value between `from` and `to`, the value left out. */
const dictionaryAround = (text: string, from: number, to: number): string => {
  const before = text.slice(Math.max(0, from - limits.dictionary), from);
  const after = text.slice(to, to + limits.dictionary);
  const end = after.indexOf('endobj');
  return before.slice(Math.max(0, before.lastIndexOf(' obj'))) + (end === -1 ? after : after.slice(0, end));
};

const readAt = (bytes: Uint8Array, text: string, match: RegExpExecArray): PdfSignature | null => {
  const [start, length, rest, restLength] = match.slice(1).map(Number) as [number, number, number, number];
  const end = rest + restLength;
  const inSignedPart = match.index < length || (match.index >= rest && match.index < end);
  if (start !== 0 || length >= rest || rest - length > limits.value || end > bytes.length || !inSignedPart) return null;
  // The one unsigned gap must be the value of /Contents and nothing else, or other content could hide in it.
  const gap = text.slice(length, rest);
  if (!/^<[0-9A-Fa-f\s]*>$/.test(gap) || !/\/Contents\s*$/.test(text.slice(Math.max(0, length - 20), length)))
    return null;
  const dictionary = dictionaryAround(text, length, rest);
  return {
    signedParts: [bytes.subarray(0, length), bytes.subarray(rest, end)],
    range: [start, length, rest, restLength],
    end,
    coversWholeFile: end === bytes.length,
    contents: new Uint8Array(Buffer.from(gap.slice(1, -1).replace(/\s/g, ''), 'hex')),
    subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? '',
    statedAt: parsePdfDate(/\/M\s*\(([^)]*)\)/.exec(dictionary)?.[1] ?? ''),
  };
};

/** All signatures of a PDF in the order of their revisions. Candidates whose ranges make no sense are left out. */
export const pdfSignatures = (bytes: Uint8Array): readonly PdfSignature[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found: PdfSignature[] = [];
  let tries = 0;
  for (const match of text.matchAll(byteRange)) {
    tries += 1;
    if (tries > limits.tries || found.length === limits.signatures) break;
    const signature = readAt(bytes, text, match);
    if (signature !== null && !found.some((other) => other.end === signature.end)) found.push(signature);
  }
  return found.sort((a, b) => a.end - b.end);
};

/**
 * What only a signature itself says. A field that waits for one says `/FT /Sig`, `/SigFlags`, which locks and which
 * ways of signing it wants (`/SubFilter [...]`), and is none.
 */
const traces: readonly RegExp[] = [
  /\/ByteRange\b/,
  /\/Type\s*\/(Sig|DocTimeStamp)(?![\w.-])/,
  /\/SubFilter\s*\/(adbe|ETSI)\./,
];

/** A field for a signature that says where its value is. */
const hasFilledField = (text: string): boolean =>
  [...text.matchAll(/\/FT\s*\/Sig(?![\w.-])/g)].some(({ index }) => {
    const [from, to] = [text.lastIndexOf(' obj', index), text.indexOf('endobj', index)];
    return /\/V\s*(\d+\s+\d+\s+R|<<)/.test(text.slice(Math.max(0, from), to === -1 ? undefined : to));
  });

/** True when a PDF has, or had, a signature: a damaged one must not pass for unsigned. */
export const hasSignatureTraces = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return traces.some((trace) => trace.test(text)) || hasFilledField(text);
};

/** True when the bytes start as a PDF does (the header may stand within the first 1024 bytes). */
export const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-', 0, 'latin1');
