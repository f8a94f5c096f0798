import { existsSync, rmSync } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { toExportError } from '../export/save-file.ts';
import { createPerVault } from '../per-vault.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Exchange } from './exchange.ts';
import { maxPackageBytes } from './format/read-package.ts';

/** A dropped file on its way in: sealed packages, cards and directories; nothing of it is plaintext of a case. */
interface Incoming {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  received: number;
  /** Pieces that are being written. */
  writing: number;
}

const incomingOf = createPerVault(() => new Map<string, Incoming>());

/** Folder beside the databases; removed at the next opening with whatever a lock left in it. */
const folderOf = ({ dir }: Pick<OpenVault, 'dir'>): string => join(dir, 'incoming');

/** Removes what dropped files left behind. To be called once after opening. */
export const removeIncoming = (vault: Pick<OpenVault, 'dir'>): void => {
  const folder = folderOf(vault);
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
};

/** A name as every file system takes it, without path: parts of a package are told by their names. */
const plainName = (name: string): string => {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .slice(-100);
  return /^\.*$/.test(plain) ? 'berkas' : plain;
};

const drop = async (exchange: Exchange, incomingId: string): Promise<void> => {
  incomingOf(exchange.vault).delete(incomingId);
  await rm(join(folderOf(exchange.vault), incomingId), { recursive: true, force: true }).catch(() => undefined);
};

type BeginError = 'packageTooLarge' | 'folderReadOnly' | 'diskFull';

/** Starts taking in a dropped file; each lies in a folder of its own, so that names never meet. */
export const beginIncoming = async (
  exchange: Exchange,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<Result<{ incomingId: string }, AppError<BeginError>>> => {
  if (size > maxPackageBytes) return fail('packageTooLarge');
  const incomingId = toHex(exchange.work.random.bytes(16));
  const folder = join(folderOf(exchange.vault), incomingId);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, plainName(name));
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
    incomingOf(exchange.vault).set(incomingId, { path, name, size, received: 0, writing: 0 });
    return ok({ incomingId });
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    const { code } = toExportError(thrown);
    return fail(code === 'diskFull' ? code : 'folderReadOnly');
  }
};

/** Writes a piece to its place. The file is open meanwhile only: files on their way may be many. */
const writePiece = async (path: string, bytes: Uint8Array, offset: number): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    for (let at = 0; at < bytes.length; ) {
      at += (await handle.write(bytes, at, bytes.length - at, offset + at)).bytesWritten;
    }
  } finally {
    await handle.close();
  }
};

/** The next piece, in order. */
export const appendIncoming = async (
  exchange: Exchange,
  { incomingId, offset, bytes }: { readonly incomingId: string; readonly offset: number; readonly bytes: Uint8Array },
): Promise<
  Result<Record<string, never>, AppError<'unknownIncoming' | 'attachmentOrder' | 'folderReadOnly' | 'diskFull'>>
> => {
  const incoming = incomingOf(exchange.vault).get(incomingId);
  if (incoming === undefined) return fail('unknownIncoming');
  if (offset !== incoming.received || offset + bytes.length > incoming.size) return fail('attachmentOrder');
  // Counted at once: a second call that comes while this one writes is out of order.
  incoming.received += bytes.length;
  incoming.writing += 1;
  try {
    await writePiece(incoming.path, bytes, offset);
    incoming.writing -= 1;
    return ok({});
  } catch (thrown) {
    await drop(exchange, incomingId);
    const { code } = toExportError(thrown);
    return fail(code === 'diskFull' ? code : 'folderReadOnly');
  }
};

/** Ends a file; gives its path. `attachmentIncomplete` while bytes are missing. */
export const finishIncoming = async (
  exchange: Exchange,
  incomingId: string,
): Promise<
  Result<{ path: string; name: string; size: number }, AppError<'unknownIncoming' | 'attachmentIncomplete'>>
> => {
  const incoming = incomingOf(exchange.vault).get(incomingId);
  if (incoming === undefined) return fail('unknownIncoming');
  const { received, writing, size, path, name } = incoming;
  if (received !== size || writing > 0) return fail('attachmentIncomplete');
  incomingOf(exchange.vault).delete(incomingId);
  return ok({ path, name, size });
};

/** Removes dropped files that have served; files that a person chose elsewhere stay where they are. */
export const forgetIncoming = ({ vault }: Pick<Exchange, 'vault'>, paths: readonly string[]): void => {
  for (const path of paths) {
    const folder = dirname(path);
    if (dirname(folder) === folderOf(vault)) rmSync(folder, { recursive: true, force: true });
  }
};
