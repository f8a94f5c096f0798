import { hkdfSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { signedParts } from '@shared/domain/identity/signed-file.ts';
import { Decrypter, Encrypter } from 'age-encryption';
import { PackageFailure } from './format-failure.ts';

// age files (https://c2sp.org/age) as streams. Header and encryption are typage's. The payload is decrypted here, chunk
// by chunk as the specification says (STREAM, ChaCha20-Poly1305): one chunk is in memory, and the header has a limit,
// which typage would gather whatever its length.

const tagBytes = 16;
/** Bytes of a chunk as it is stored; the last one may be shorter. */
export const chunkBytes = 64 * 1024 + tagBytes;
const nonceBytes = 16;
/** A package has one recipient: about 200 bytes. */
export const maxHeaderBytes = 16 * 1024;

const webStreamOf = (source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

/**
 * Encrypts to one X25519 recipient (`age1…`) as the bytes come. Throws RangeError on another kind of recipient; what
 * the source throws goes through.
 */
export async function* encryptAge(
  recipient: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!signedParts.recipient.safeParse(recipient).success) throw new RangeError('not an X25519 recipient');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(webStreamOf(source));
}

/** Takes exact numbers of bytes out of pieces of any length. */
const createPuller = (source: AsyncIterable<Uint8Array>) => {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    rest = next.value;
    return true;
  };
  return {
    /** Fills `into` from `filled` on; answers how much of it is filled: less than all at the end of the source. */
    fill: async (into: Uint8Array, filled: number): Promise<number> => {
      let at = filled;
      while (at < into.length && (rest.length > 0 || (await more()))) {
        const part = rest.subarray(0, into.length - at);
        into.set(part, at);
        at += part.length;
        rest = rest.subarray(part.length);
      }
      return at;
    },
    close: async (): Promise<void> => {
      await chunks.return?.();
    },
  };
};
type Puller = ReturnType<typeof createPuller>;

/** Length of the header at the beginning of `bytes`, up to the end of the line of its MAC; -1: there is none. */
const headerLengthOf = (bytes: Buffer): number => {
  const last = bytes.indexOf('\n---') + 1;
  const end = last === 0 ? -1 : bytes.indexOf('\n', last);
  if (end < 0 || !/^--- [A-Za-z0-9+/]{43}$/.test(bytes.toString('latin1', last, end))) return -1;
  return end + 1;
};

/** Reads the header and what came along with it. */
const readHeader = async (puller: Puller): Promise<{ readonly header: Buffer; readonly behind: Buffer }> => {
  const bytes = Buffer.alloc(maxHeaderBytes);
  const filled = await puller.fill(bytes, 0);
  const length = headerLengthOf(bytes.subarray(0, filled));
  if (length < 0) throw new PackageFailure('packageUnreadable');
  return { header: bytes.subarray(0, length), behind: bytes.subarray(length, filled) };
};

const headerFailure = (thrown: unknown): PackageFailure => {
  const message = thrown instanceof Error ? thrown.message : '';
  if (message.startsWith('no identity matched')) return new PackageFailure('packageNotForMe');
  return new PackageFailure(message === 'invalid header HMAC' ? 'packageDamaged' : 'packageUnreadable');
};

/**
 * Decrypters live as long as the list of identities that they stand for: reading one identity costs a key agreement.
 */
const decrypters = new WeakMap<readonly string[], Decrypter>();

const decrypterOf = (identities: readonly string[]): Decrypter => {
  const known = decrypters.get(identities);
  if (known !== undefined) return known;
  const decrypter = new Decrypter();
  // Other kinds (post-quantum, plug-ins) are never a vault's own.
  for (const identity of identities.filter((one) => one.startsWith('AGE-SECRET-KEY-1')))
    decrypter.addIdentity(identity);
  decrypters.set(identities, decrypter);
  return decrypter;
};

const fileKeyOf = async (header: Buffer, identities: readonly string[]): Promise<Uint8Array> => {
  const decrypter = decrypterOf(identities);
  try {
    return await decrypter.decryptHeader(new Uint8Array(header));
  } catch (thrown) {
    throw headerFailure(thrown);
  }
};

/** Decrypts the chunks of a payload, each by its place. */
const createStreamOpener = (fileKey: Uint8Array, nonce: Uint8Array) => {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  const chunkNonce = new Uint8Array(12);
  // Eleven bytes of counter, of which four are enough for 256 TiB; the twelfth says whether it is the last chunk.
  const view = new DataView(chunkNonce.buffer);
  return (chunk: Uint8Array, place: number, last: boolean): Uint8Array => {
    view.setUint32(7, place);
    chunkNonce[11] = last ? 1 : 0;
    try {
      return chacha20poly1305(key, chunkNonce).decrypt(chunk);
    } catch {
      throw new PackageFailure('packageDamaged');
    }
  };
};

async function* payloadChunks(fileKey: Uint8Array, puller: Puller, behind: Buffer): AsyncGenerator<Uint8Array> {
  const nonce = new Uint8Array(nonceBytes);
  const carried = behind.subarray(0, nonceBytes);
  nonce.set(carried);
  // A file that was cut in here has no chunk either, which is refused below.
  await puller.fill(nonce, carried.length);
  const open = createStreamOpener(fileKey, nonce);
  // One byte more than a chunk: it tells whether another one follows.
  const buffer = new Uint8Array(chunkBytes + 1);
  buffer.set(behind.subarray(nonceBytes));
  let filled = Math.max(0, behind.length - nonceBytes);
  for (let place = 0; ; place += 1) {
    filled = await puller.fill(buffer, filled);
    if (filled <= chunkBytes) {
      const opened = open(buffer.subarray(0, filled), place, true);
      if (opened.length === 0 && place > 0) throw new PackageFailure('packageDamaged');
      yield opened;
      return;
    }
    yield open(buffer.subarray(0, chunkBytes), place, false);
    buffer[0] = buffer[chunkBytes] ?? 0;
    filled = 1;
  }
}

/**
 * Decrypts for the first of the X25519 identities (`AGE-SECRET-KEY-1…`, well formed) that fits, as the bytes come.
 * Nothing is handed out that was not authenticated. Throws PackageFailure: `packageUnreadable` (no age file, or a
 * header beyond its limit), `packageNotForMe`, `packageDamaged`. What the source throws goes through.
 */
export async function* decryptAge(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const puller = createPuller(source);
  try {
    const { header, behind } = await readHeader(puller);
    const fileKey = await fileKeyOf(header, identities);
    yield* payloadChunks(fileKey, puller, behind);
  } finally {
    await puller.close();
  }
}

/** Where the payload of an age file begins, and which bytes are a chunk of it. */
export interface ChunkTest {
  readonly payloadAt: number;
  readonly fits: (chunk: Uint8Array, place: number, last: boolean) => boolean;
}

/** Tests chunks of the file that begins with `head`; null where it is no age file, or for none of the identities. */
export const chunkTestOf = async (head: Buffer, identities: readonly string[]): Promise<ChunkTest | null> => {
  const length = headerLengthOf(head.subarray(0, maxHeaderBytes));
  if (length < 0 || head.length < length + nonceBytes) return null;
  try {
    const fileKey = await fileKeyOf(head.subarray(0, length), identities);
    const open = createStreamOpener(fileKey, head.subarray(length, length + nonceBytes));
    const fits: ChunkTest['fits'] = (chunk, place, last) => {
      try {
        open(chunk, place, last);
        return true;
      } catch {
        return false;
      }
    };
    return { payloadAt: length + nonceBytes, fits };
  } catch {
    return null;
  }
};
