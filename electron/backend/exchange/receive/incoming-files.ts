import { existsSync, rmSync } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { maxSignedFileBytes } from '@shared/domain/identity/signed-file.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sniffMediaType } from '../../attachments/sniff-media-type.ts';
import { beginsAsAge } from '../../crypto/age.ts';
import { writeAll } from '../../files/write-all.ts';
import { looksSigned } from '../../formats/identity/signed-file.ts';
import { isFurtherPart, neutralFileName } from '../../formats/package/parts.ts';
import { maxPackageBytes } from '../../formats/package/read-package.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { toFileError } from '../../vault/write-atomically.ts';
import { createPerVault } from '../../workspace/per-vault.ts';

/** What the first piece of a file shows it to be, and where its bytes go by that. */
type Place =
  /** A package, or a further part of one: beside the vault, encrypted as it came, under a name that tells nothing. */
  | { readonly kind: 'sealed'; readonly path: string; readonly made: Promise<void> }
  /** A card, directory or invitation, which may name a person in the open: into memory alone. */
  | { readonly kind: 'signed'; readonly bytes: Uint8Array }
  /**
   * Anything else, such as a scan that was dropped by mistake: nowhere. Whoever looks at it hears that it is none of
   * these.
   */
  | { readonly kind: 'foreign' };

/** A dropped file on its way in. */
interface Incoming {
  readonly name: string;
  readonly size: number;
  received: number;
  /** Pieces that are being written. */
  writing: number;
  /** Null before the first piece. */
  place: Place | null;
}

const incomingOf = createPerVault(() => new Map<string, Incoming>());

/** Files that are on their way at the same time; a page hands over one after the other, and what it left goes. */
const maxIncoming = 8;

/** Folder beside the databases; removed at lock, and at the next opening with whatever was left in it. */
const folderOf = ({ dir }: Pick<OpenVault, 'dir'>): string => join(dir, 'incoming');

/** Removes a folder if that can be done now; the next opening tries again. Nothing else depends on it. */
const removeFolder = (folder: string): void => {
  try {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  } catch {
    // What lies there is encrypted as it came.
  }
};

/** Removes what dropped files left behind. To be called once after opening, and before a vault is left. */
export const removeIncoming = (vault: Pick<OpenVault, 'dir'>): void => removeFolder(folderOf(vault));

const drop = async (unlocked: Unlocked, incomingId: string): Promise<void> => {
  incomingOf(unlocked.vault).delete(incomingId);
  await rm(join(folderOf(unlocked.vault), incomingId), { recursive: true, force: true }).catch(() => undefined);
};

/** Starts taking in a dropped file; nothing is written before its first piece has shown what it is. */
export const beginIncoming = async (
  unlocked: Unlocked,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<Result<{ incomingId: string }, AppError<'packageTooLarge'>>> => {
  if (size > maxPackageBytes) return fail('packageTooLarge');
  const incomingId = toHex(unlocked.work.random.bytes(16));
  const all = incomingOf(unlocked.vault);
  all.set(incomingId, { name, size, received: 0, writing: 0, place: null });
  const oldest = all.keys().next();
  if (all.size > maxIncoming && !oldest.done) await drop(unlocked, oldest.value);
  return ok({ incomingId });
};

/** Makes an empty file; each lies in a folder of its own, so that names never meet. */
const makeFile = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, '', { flag: 'wx', mode: 0o600 });
};

/** Bytes that are looked at, and how unevenly at most they are spread: chance gives 255, give or take 23. */
const evenness = { least: 256, most: 64 * 1024, uneven: 450 } as const;

/**
 * True for bytes as evenly spread as encryption makes them, of no kind of file that is known: a further part of a
 * package looks so, whatever it is called now. What people drop by mistake does not.
 */
const looksEncrypted = (first: Uint8Array): boolean => {
  const bytes = first.subarray(0, evenness.most);
  if (bytes.length < evenness.least || sniffMediaType(bytes, '') !== 'application/octet-stream') return false;
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  const uneven = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return uneven < evenness.uneven;
};

const placeFor = (unlocked: Unlocked, incomingId: string, { name, size }: Incoming, first: Uint8Array): Place => {
  if (beginsAsAge(first) || isFurtherPart(name) || looksEncrypted(first)) {
    const path = join(folderOf(unlocked.vault), incomingId, neutralFileName(name));
    return { kind: 'sealed', path, made: makeFile(path) };
  }
  if (size <= maxSignedFileBytes && looksSigned(first)) return { kind: 'signed', bytes: new Uint8Array(size) };
  return { kind: 'foreign' };
};

/** Puts a piece where it belongs. A file is open meanwhile only: files on their way may be many. */
const put = async (place: Place, bytes: Uint8Array, offset: number): Promise<void> => {
  if (place.kind === 'signed') place.bytes.set(bytes, offset);
  if (place.kind !== 'sealed') return;
  await place.made;
  const handle = await open(place.path, 'r+');
  try {
    await writeAll(handle, bytes, offset);
  } finally {
    await handle.close();
  }
};

/** The next piece, in order. What the first one shows to be no package and nothing signed is not kept. */
export const appendIncoming = async (
  unlocked: Unlocked,
  { incomingId, offset, bytes }: { readonly incomingId: string; readonly offset: number; readonly bytes: Uint8Array },
): Promise<
  Result<
    Record<string, never>,
    AppError<'unknownIncoming' | 'attachmentOrder' | 'folderReadOnly' | 'diskFull' | 'storageFailed'>
  >
> => {
  const incoming = incomingOf(unlocked.vault).get(incomingId);
  if (incoming === undefined) return fail('unknownIncoming');
  if (offset !== incoming.received || offset + bytes.length > incoming.size) return fail('attachmentOrder');
  if (bytes.length === 0) return ok({});
  incoming.place ??= placeFor(unlocked, incomingId, incoming, bytes);
  // Counted at once: a second call that comes while this one writes is out of order.
  incoming.received += bytes.length;
  incoming.writing += 1;
  try {
    await put(incoming.place, bytes, offset);
    incoming.writing -= 1;
    return ok({});
  } catch (thrown) {
    await drop(unlocked, incomingId);
    const { code } = toFileError(thrown);
    return fail(code === 'diskFull' || code === 'folderReadOnly' ? code : 'storageFailed');
  }
};

/** A file that came whole: its path, or its bytes when it lies in memory; none of what was not kept. */
export type Arrived = { readonly name: string; readonly size: number } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
);

/** Ends a file. `attachmentIncomplete` while bytes are missing. */
export const finishIncoming = (
  unlocked: Unlocked,
  incomingId: string,
): Result<Arrived, AppError<'unknownIncoming' | 'attachmentIncomplete'>> => {
  const incoming = incomingOf(unlocked.vault).get(incomingId);
  if (incoming === undefined) return fail('unknownIncoming');
  const { received, writing, size, place, name } = incoming;
  if (received !== size || writing > 0) return fail('attachmentIncomplete');
  incomingOf(unlocked.vault).delete(incomingId);
  if (place?.kind === 'sealed') return ok({ name, size, path: place.path });
  return ok({ name, size, bytes: place?.kind === 'signed' ? place.bytes : new Uint8Array(0) });
};

/** Removes dropped files that have served; files that a person chose elsewhere stay where they are. */
export const forgetIncoming = ({ vault }: Pick<Unlocked, 'vault'>, paths: readonly string[]): void => {
  for (const path of paths) {
    const folder = dirname(path);
    if (dirname(folder) === folderOf(vault)) removeFolder(folder);
  }
};
