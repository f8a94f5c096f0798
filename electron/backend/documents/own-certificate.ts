import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from '@shared/contract/index.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import type { CertificateFault } from '@shared/domain/documents/certificate-faults.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isOwnDatabase } from '../attachments/is-own-database.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { documentKeyHash } from '../crypto/document-key-hash.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { checkSignedPdf } from '../formats/pdf/brought-back.ts';
import { maxP12Bytes, readP12 } from '../formats/pdf/p12-file.ts';
import { signAgainBy } from '../formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../formats/pdf/verify.ts';
import { findDocuments, type StoredDocument } from '../papers/document-rows.ts';
import type { FileTokens } from '../rpc/file-tokens.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { type DocumentExportDeps, nameOf, recordOf } from './export-documents.ts';
import { isOwnPaper } from './of-act.ts';

interface Asked {
  readonly documentId: string;
  readonly fileToken: string;
  /** Of the certificate file. */
  readonly passphrase: string;
}

type Deps = DocumentExportDeps & { readonly files: FileTokens };
type Said = OutputOf<Contract['documents.exportWithCertificate']>;

/** The bytes of a paper that this vault made and signed, and whose signatures hold. */
const ownPaper = (
  { work, vault }: Unlocked,
  { summary, attachmentId }: StoredDocument,
): Result<Uint8Array, AppError<'documentNotOwn' | 'documentNotWhole'>> => {
  if (summary.state !== 'signed') return fail('documentNotOwn');
  const bytes = readWholeAttachment(work, 'records', attachmentId);
  if (!bytes.ok) return fail('documentNotWhole');
  const now = work.clock.now();
  const [first] = checkSignedPdf(bytes.value, now).signatures;
  const isOwn =
    summary.actHash === null
      ? first?.documentKey === documentKeyHash(vault.keys.documentKey)
      : isOwnPaper(vault, summary.actHash);
  if (!isOwn) return fail('documentNotOwn');
  const { content } = verifyDocument(bytes.value, now, []);
  return content === 'whole' || content === 'extended' ? ok(bytes.value) : fail('documentNotWhole');
};

/** The bytes of a certificate file that the person chose. */
const certificateFile = async (
  { vault }: Unlocked,
  { files }: Deps,
  token: string,
): Promise<Result<Uint8Array, AppError<'unknownToken' | 'fileUnreadable' | 'certificateFileTooLarge'>>> => {
  const path = files.resolve('file', token);
  if (path === undefined) return fail('unknownToken');
  try {
    if (isOwnDatabase(vault.dir, path)) return fail('fileUnreadable');
    const facts = await stat(path);
    if (!facts.isFile()) return fail('fileUnreadable');
    if (facts.size > maxP12Bytes) return fail('certificateFileTooLarge');
    return ok(new Uint8Array(await readFile(path)));
  } catch {
    return fail('fileUnreadable');
  }
};

type Fault =
  | 'unknownDocument'
  | 'documentNotOwn'
  | 'documentNotWhole'
  | 'unknownToken'
  | 'fileUnreadable'
  | CertificateFault
  | ExportErrorCode
  | StorageErrorCode;

/**
 * Saves a paper of this vault with one more signature, by a certificate file of the holder's own: an incremental update
 * over the paper as it stands, so that its first signature and the act inside, by which vaults know it, go with it. The
 * paper in the vault stays as it is, and so does what is sent to other vaults. File, key and passphrase are kept
 * nowhere; the key lives until the signature is made.
 */
export const exportWithCertificate = async (
  unlocked: Unlocked,
  deps: Deps,
  { documentId, fileToken, passphrase }: Asked,
): Promise<Result<Said, AppError<Fault>>> => {
  const { work } = unlocked;
  const [document] = findDocuments(work.records, [documentId]);
  if (document === undefined) return fail('unknownDocument');
  const paper = ownPaper(unlocked, document);
  if (!paper.ok) return paper;
  const file = await certificateFile(unlocked, deps, fileToken);
  if (!file.ok) return file;
  const now = work.clock.now();
  const signer = readP12(file.value, passphrase, now);
  file.value.fill(0);
  if (!signer.ok) return signer;
  const signed = signAgainBy(paper.value, new Date(now), signer.value);
  const said = checkSignedPdf(signed, now).signatures.at(-1);
  if (said === undefined || said.fault !== null) return fail('documentNotWhole');
  const { signer: holder, issuer, validFrom, validTo, selfIssued } = said;
  const certificate = { holder, issuer, validFrom, validTo, selfIssued };
  const target = await deps.chooseTarget(join(deps.folder, nameOf(document)), 'pdf');
  if (target === null) return ok({ saved: false, certificate });
  const saved = await recordFirst(recordOf(work, [document]), () => saveFile(deps, target, [signed]));
  return saved.ok ? ok({ saved: true, certificate }) : saved;
};
