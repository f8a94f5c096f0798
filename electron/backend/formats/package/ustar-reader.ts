import { PackageFailure } from './format-failure.ts';
import { blockSize, checksumOf, fields, isEntryName, magic, paddingOf } from './ustar.ts';

/** What a tar file says, in its order: an entry, its bytes in pieces, its end. */
export type UstarEvent =
  | { readonly type: 'entry'; readonly name: string; readonly size: number }
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'end' };

export interface UstarReader {
  /**
   * What a further piece of the file says; of any length, consumed to its end by iterating to the end. Throws
   * PackageFailure: `packageUnreadable` on anything that our subset does not have, `packageTooLarge`.
   */
  readonly push: (chunk: Uint8Array) => Generator<UstarEvent>;
  /** To be called after the last piece. Throws `packageUnreadable` when the end is missing. */
  readonly finish: () => void;
}

/** GNU tar fills its last record of 20 blocks with zeros; more than that after the end is refused. */
const maxTrailingBlocks = 20;

const unreadable = (): PackageFailure => new PackageFailure('packageUnreadable');

const textOf = (header: Buffer, [offset, length]: readonly [number, number]): string =>
  header.toString('latin1', offset, offset + length);

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** A whole field of octal digits with its end mark; anything else (signs, blanks, base-256) is refused. */
const octalOf = (header: Buffer, field: readonly [number, number]): number => {
  const text = textOf(header, field);
  if (!/^[0-7]+[\0 ]$/.test(text)) throw unreadable();
  return Number.parseInt(text, 8);
};

/** Text up to its first zero byte; refused when something stands behind that. */
const terminated = (text: string): string => {
  const [value = '', ...behind] = text.split('\0');
  if (behind.some((part) => part !== '')) throw unreadable();
  return value;
};

const checkRest = (header: Buffer): void => {
  for (const field of [fields.mode, fields.uid, fields.gid, fields.mtime, fields.deviceMajor, fields.deviceMinor]) {
    octalOf(header, field);
  }
  terminated(textOf(header, fields.userName));
  terminated(textOf(header, fields.groupName));
  for (const [offset, length] of [fields.linkName, fields.prefix, fields.rest]) {
    if (!isZero(header.subarray(offset, offset + length))) throw unreadable();
  }
};

const readHeader = (header: Buffer): { readonly name: string; readonly size: number } => {
  if (textOf(header, fields.magic) !== magic || textOf(header, fields.type) !== '0') throw unreadable();
  const sum = textOf(header, fields.checksum);
  if (!/^[0-7]{6}\0 $/.test(sum) || Number.parseInt(sum, 8) !== checksumOf(header)) throw unreadable();
  checkRest(header);
  const name = terminated(textOf(header, fields.name));
  if (!isEntryName(name)) throw unreadable();
  return { name, size: octalOf(header, fields.size) };
};

/** Where the reader is in a file. */
interface Position {
  readonly maxEntryBytes: number;
  /** The header under way. */
  readonly block: Buffer;
  filled: number;
  /** Of the entry under way. */
  dataLeft: number;
  paddingLeft: number;
  zeroBlocks: number;
}

function* takeHeader(at: Position): Generator<UstarEvent> {
  if (isZero(at.block)) {
    at.zeroBlocks += 1;
    if (at.zeroBlocks > maxTrailingBlocks) throw unreadable();
    return;
  }
  if (at.zeroBlocks > 0) throw unreadable();
  const { name, size } = readHeader(at.block);
  if (size > at.maxEntryBytes) throw new PackageFailure('packageTooLarge');
  at.dataLeft = size;
  at.paddingLeft = paddingOf(size);
  yield { type: 'entry', name, size };
  if (size === 0) yield { type: 'end' };
}

/** Takes what belongs to the file under way; answers how many bytes that was. */
function* takeData(at: Position, chunk: Uint8Array): Generator<UstarEvent, number> {
  const bytes = chunk.subarray(0, at.dataLeft);
  at.dataLeft -= bytes.length;
  yield { type: 'data', bytes };
  if (at.dataLeft === 0) yield { type: 'end' };
  return bytes.length;
}

const takePadding = (at: Position, chunk: Uint8Array): number => {
  const padding = chunk.subarray(0, at.paddingLeft);
  if (!isZero(padding)) throw unreadable();
  at.paddingLeft -= padding.length;
  return padding.length;
};

function* takeBlock(at: Position, chunk: Uint8Array): Generator<UstarEvent, number> {
  const part = chunk.subarray(0, blockSize - at.filled);
  at.block.set(part, at.filled);
  at.filled += part.length;
  if (at.filled === blockSize) {
    at.filled = 0;
    yield* takeHeader(at);
  }
  return part.length;
}

function* take(at: Position, chunk: Uint8Array): Generator<UstarEvent> {
  for (let taken = 0; taken < chunk.length; ) {
    const rest = chunk.subarray(taken);
    if (at.dataLeft > 0) taken += yield* takeData(at, rest);
    else taken += at.paddingLeft > 0 ? takePadding(at, rest) : yield* takeBlock(at, rest);
  }
}

/** Reads our subset of ustar as it comes in. Keeps one block at most; entries over `maxEntryBytes` are refused. */
export const createUstarReader = (maxEntryBytes: number): UstarReader => {
  const block = Buffer.alloc(blockSize);
  const at: Position = { maxEntryBytes, block, filled: 0, dataLeft: 0, paddingLeft: 0, zeroBlocks: 0 };
  return {
    push: (chunk) => take(at, chunk),
    finish: () => {
      if (at.dataLeft > 0 || at.paddingLeft > 0 || at.filled > 0 || at.zeroBlocks < 2) throw unreadable();
    },
  };
};
