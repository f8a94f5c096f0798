/** A value of BER (X.690) as it lies in its bytes: nothing is copied, so that whoever holds the bytes can wipe them. */
export interface BerValue {
  /** Identifier octet. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Offset after the value. */
  readonly next: number;
}

const maxDepth = 30;

export const berTags = { integer: 2, octets: 4, oid: 6, sequence: 0x30, set: 0x31 } as const;

const refuse = (): never => {
  throw new TypeError('no BER');
};

const lengthAt = (bytes: Uint8Array, at: number): readonly [length: number | null, from: number] => {
  const first = bytes[at] ?? refuse();
  if (first < 0x80) return [first, at + 1];
  const count = first - 0x80;
  if (count === 0) return [null, at + 1];
  if (count > 4) refuse();
  let length = 0;
  for (let i = 1; i <= count; i += 1) length = length * 256 + (bytes[at + i] ?? refuse());
  return [length, at + 1 + count];
};

/** The value at an offset, of known or unknown length. Throws TypeError when there is none. */
export const readBer = (bytes: Uint8Array, at = 0, depth = 0): BerValue => {
  const tag = bytes[at] ?? refuse();
  if (depth > maxDepth || (tag & 31) === 31) refuse();
  const [length, from] = lengthAt(bytes, at + 1);
  if (length !== null) {
    if (from + length > bytes.length) refuse();
    return { tag, content: bytes.subarray(from, from + length), next: from + length };
  }
  if ((tag & 32) === 0) refuse();
  let end = from;
  while ((bytes[end] ?? refuse()) !== 0 || (bytes[end + 1] ?? refuse()) !== 0)
    end = readBer(bytes, end, depth + 1).next;
  return { tag, content: bytes.subarray(from, end), next: end + 2 };
};

/** The values inside of one. */
export const berParts = ({ content }: BerValue): readonly BerValue[] => {
  const parts: BerValue[] = [];
  for (let at = 0; at < content.length; ) {
    const part = readBer(content, at);
    parts.push(part);
    at = part.next;
  }
  return parts;
};

/** The part at this place, of this kind where one is named. Throws TypeError when there is none. */
export const berPart = (value: BerValue, index: number, tag?: number): BerValue => {
  const part = berParts(value)[index] ?? refuse();
  return tag !== undefined && part.tag !== tag ? refuse() : part;
};

/** Bytes of an octet string, also in pieces, whatever its tag. */
export const berOctets = (value: BerValue): Uint8Array =>
  (value.tag & 32) === 0 ? value.content : Buffer.concat(berParts(value).map(berOctets));

/** Object identifier in figures and dots. */
export const berOid = ({ tag, content }: BerValue): string => {
  if (tag !== berTags.oid) refuse();
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 127);
    if (byte >= 128) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - 40 * top, ...rest].join('.');
};

/** A number that is not negative and fits into four bytes. */
export const berCount = ({ tag, content }: BerValue): number => {
  if (tag !== berTags.integer || content.length > 5 || (content[0] ?? 128) >= 128) refuse();
  return content.reduce((sum, byte) => sum * 256 + byte, 0);
};
