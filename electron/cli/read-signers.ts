import { readFile, stat } from 'node:fs/promises';
import { type KnownSigner, signerOfCard, signersOfDirectory } from '@shared/domain/documents/signers.ts';
import type { Directory } from '@shared/domain/identity/directory.ts';
import { maxSignedFileBytes } from '@shared/domain/identity/signed-file.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type OpenedSignedFile, readSignedFile } from '../backend/formats/identity/signed-file.ts';

/** The files by which `bilik verify` tells whose signature it is; null where none was named. */
export interface SignerFiles {
  readonly directory: string | null;
  readonly card: string | null;
}

export type SignerFileError = AppError<'signerFileInvalid'>;

const smallFile = async (path: string): Promise<Uint8Array> => {
  const facts = await stat(path);
  if (!facts.isFile() || facts.size > maxSignedFileBytes) throw new RangeError('no signed file');
  return new Uint8Array(await readFile(path));
};

const readOne = async <K extends 'directory' | 'card'>(
  path: string | null,
  kind: K,
): Promise<Result<OpenedSignedFile<K>['payload'] | null, SignerFileError>> => {
  if (path === null) return ok(null);
  const refused = fail('signerFileInvalid', { name: `--${kind}` });
  try {
    const opened = readSignedFile(kind, await smallFile(path));
    return opened.ok ? ok(opened.value.payload) : refused;
  } catch {
    return refused;
  }
};

/** Those whom the named files vouch for, and the directory among these. */
export interface Vouchers {
  readonly known: readonly KnownSigner[];
  readonly directory: Pick<Directory, 'institution' | 'serial' | 'issuedAt'> | null;
}

/** Whom the named files vouch for; null when none was named. The caller trusts the files. */
export const readSigners = async ({
  directory,
  card,
}: SignerFiles): Promise<Result<Vouchers | null, SignerFileError>> => {
  if (directory === null && card === null) return ok(null);
  const byDirectory = await readOne(directory, 'directory');
  if (!byDirectory.ok) return byDirectory;
  const byCard = await readOne(card, 'card');
  if (!byCard.ok) return byCard;
  const known = [
    ...(byDirectory.value === null ? [] : signersOfDirectory(byDirectory.value)),
    ...(byCard.value === null ? [] : [signerOfCard(byCard.value)]),
  ];
  return ok({ known, directory: byDirectory.value });
};
