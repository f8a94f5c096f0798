import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import { isClockCorrected } from '@shared/domain/case/header.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKindOfAct, documentTitles, isNeutralPaper } from '@shared/domain/documents/kind.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { qrText } from '@shared/domain/documents/qr-text.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findActRow, toWholeAct } from '../case/act-rows.ts';
import type { CaseFile } from '../case/case-file.ts';
import { readCase } from '../case/load-case.ts';
import type { StoredAct } from '../case/stored-act.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';

import { signDocument } from '../formats/pdf/sign-pdf.ts';
import { signedDocumentOf } from '../papers/document-rows.ts';
import { holderCertificate } from '../papers/holder-certificate.ts';
import { keepSigned } from '../papers/keep-document.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { paperTime } from '../papers/paper-time.ts';
import { printToPdf } from '../papers/print.ts';
import { renderDocument } from '../papers/render-html.ts';
import { ownKeysOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Copied, copiedBy } from './copied-act.ts';
import { signedContext } from './document-context.ts';

type OfActError = 'unknownAct' | 'noDocumentForAct' | 'notSignedHere';

/** An act that makes a paper. */
export interface PaperAct {
  readonly kind: DocumentKind;
  readonly file: CaseFile;
  readonly act: StoredAct;
  readonly row: NonNullable<ReturnType<typeof findActRow>>;
}

/**
 * Finds the act of anybody whose paper is wanted, its signature and body checked by `readCase`; `actNotWhole` when one
 * of them does not hold, or the body is not here.
 */
export const findPaperAct = (
  { records }: Pick<OpenVault, 'records'>,
  hash: string,
): Result<PaperAct, AppError<'unknownAct' | 'noDocumentForAct' | 'actNotWhole'>> => {
  const row = findActRow(records, hash);
  if (row === undefined) return fail('unknownAct');
  const file = readCase(records, row.caseId);
  const act = file.byHash.get(hash);
  if (act === undefined) return fail('actNotWhole');
  const kind = documentKindOfAct(act.header.type);
  if (kind === null) return fail('noDocumentForAct');
  return act.damage !== null || act.body === null ? fail('actNotWhole') : ok({ kind, file, act, row });
};

/** The act whose paper is made and signed here; `notSignedHere` when it is from paper, of someone else, or damaged. */
const findOwnAct = (
  vault: Pick<OpenVault, 'records' | 'publicKey' | 'formerKeys'>,
  hash: string,
): Result<PaperAct, AppError<OfActError>> => {
  const found = findPaperAct(vault, hash);
  if (!found.ok) return found.error.code === 'actNotWhole' ? fail('notSignedHere') : fail(found.error.code);
  const { origin, authorKey } = found.value.act.header;
  return origin === 'vault' && ownKeysOf({ vault }).includes(authorKey) ? found : fail('notSignedHere');
};

/** Whether the paper of this act is one that is made and signed here. */
export const isOwnPaper = (vault: Pick<OpenVault, 'records' | 'publicKey' | 'formerKeys'>, hash: string): boolean =>
  findOwnAct(vault, hash).ok;

const modelOf = (work: Workspace, { kind, file, act }: PaperAct, copied: Copied | null): DocumentModel => {
  const qr = qrText({ actHash: act.hash, keyFingerprint: keyFingerprint(act.header.authorKey) });
  const context = signedContext(work.records, file, act, { qrText: qr, original: copied?.shown ?? null });
  return documentModel(kind, context);
};

/** Of a copy, the act that it shows; null for any other paper, and where that act is not at hand. */
export const copiedAct = (work: Workspace, { kind, file, act }: PaperAct): Copied | null =>
  kind === 'employeeCopy' ? copiedBy(work, file, act) : null;

/** What the paper of a signed act shows, made anew from it; null of a copy that shows an act that is not at hand. */
export const signedModel = (work: Workspace, paper: PaperAct): DocumentModel | null => {
  const copied = copiedAct(work, paper);
  return paper.kind === 'employeeCopy' && copied === null ? null : modelOf(work, paper, copied);
};

const makeSigned = async (
  maker: PaperMaker,
  paper: PaperAct,
): Promise<Result<Uint8Array, AppError<'notSignedHere' | 'printFailed' | StorageErrorCode>>> => {
  const { work, host } = maker;
  const act = toWholeAct(paper.row);
  const copied = copiedAct(work, paper);
  if (act === null || (paper.kind === 'employeeCopy' && copied === null)) return fail('notSignedHere');
  const { header } = paper.act;
  const at = paperTime(work, { at: header.statedAt, corrected: isClockCorrected(header) });
  const identity = holderCertificate(maker, at);
  if (!identity.ok) return identity;
  const pdf = await printToPdf(host, renderDocument(modelOf(work, paper, copied), 'pdf'));
  if (!pdf.ok) return pdf;
  const signed = await signDocument({
    pdf: pdf.value,
    act: isNeutralPaper(paper.kind) ? null : act,
    copied: copied?.bytes ?? null,
    title: documentTitles[paper.kind],
    at: new Date(at),
    identity: identity.value,
  });
  return ok(signed);
};

const keep = (
  work: Workspace,
  { kind, act, row }: PaperAct,
  pdf: Uint8Array,
): Result<DocumentSummary, AppError<'unknownAct' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<DocumentSummary, AppError<'unknownAct'>> => {
    // Two calls may have printed at the same time; the first one stands.
    const earlier = signedDocumentOf(tx, act.hash);
    if (earlier !== undefined) return ok(earlier.summary);
    const title = documentTitles[kind];
    keepSigned(work, tx, { caseId: row.caseId, kind, actHash: act.hash, title, pdf });
    const made = signedDocumentOf(tx, act.hash);
    return made === undefined ? fail('unknownAct') : ok(made.summary);
  });

/** The signed PDF of an act of this vault; printed, signed (PAdES B-B) and kept at the first call. */
export const documentOfAct = async (
  maker: PaperMaker,
  hash: string,
): Promise<Result<DocumentSummary, AppError<OfActError | 'printFailed' | StorageErrorCode>>> => {
  const paper = findOwnAct(maker.vault, hash);
  if (!paper.ok) return paper;
  const earlier = signedDocumentOf(maker.work.records, hash);
  if (earlier !== undefined) return ok(earlier.summary);
  const pdf = await makeSigned(maker, paper.value);
  return pdf.ok ? keep(maker.work, paper.value, pdf.value) : pdf;
};
