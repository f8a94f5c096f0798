import { guidanceModel } from '@shared/domain/documents/guidance/guidance-model.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { qrText } from '@shared/domain/documents/qr-text.ts';
import { requiredParties } from '@shared/domain/guidance/record.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { signPaper } from '../formats/pdf/sign-pdf.ts';
import type { CheckedSignature } from '../formats/record/record-crypto.ts';
import { recordFileName, writeRecordFile } from '../formats/record/record-file.ts';
import { holderCertificate } from '../papers/holder-certificate.ts';
import { keepSigned } from '../papers/keep-document.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { paperTime } from '../papers/paper-time.ts';
import { printToPdf } from '../papers/print.ts';
import { type PrintTarget, renderDocument } from '../papers/render-html.ts';
import { ownKeysOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSound, type RecordFault } from './change-record.ts';
import { filledPaper } from './paper-context.ts';
import { findRecord, hashOfDocument, setDocument } from './record-rows.ts';
import type { SoundRecord } from './record-state.ts';

type DocumentError = RecordFault | 'recordIncomplete' | 'notAParty' | 'printFailed' | StorageErrorCode;
type DocumentResult = Result<{ documentId: string }, AppError<DocumentError>>;

/** The page of a record that all signed, its code naming the record and the holder's key. */
const pageOf = (work: Workspace, { row, record }: SoundRecord, key: string, target: PrintTarget) => {
  const qr = qrText({ actHash: row.hash, keyFingerprint: keyFingerprint(key) });
  const { context, paper } = filledPaper(work, record, record.content, { form: 'signed', qrText: qr });
  return renderDocument(guidanceModel(context, paper), target);
};

/** Whose key the page of a paper names: of the original that of who signed it first, else the holder's. */
const keyOnPage = ({ row, record, signatures }: SoundRecord, documentId: string, own: string): string => {
  if (row.original?.documentId !== documentId) return own;
  const [first] = requiredParties(record);
  return signatures.find(({ party }) => party === first)?.key ?? own;
};

/** The page of a signed paper, for the printer. `unknownRecord` when no record here has this document. */
export const pageOfDocument = (
  { work, vault }: Pick<PaperMaker, 'work'> & { readonly vault: Pick<OpenVault, 'publicKey'> },
  documentId: string,
): Result<ReturnType<typeof renderDocument>, AppError<RecordFault>> => {
  const hash = hashOfDocument(work.records, documentId);
  const found = hash === undefined ? fail('unknownRecord') : findSound(work, hash);
  if (!found.ok) return found;
  return ok(pageOf(work, found.value, keyOnPage(found.value, documentId, toHex(vault.publicKey)), 'paper'));
};

/** The page, signed by the holder's certificate (PAdES B-B), with the record and its signatures inside. */
export const signedPdf = async (
  maker: PaperMaker,
  sound: SoundRecord,
  { key, signedAt, clockCorrected }: CheckedSignature,
): Promise<Result<Uint8Array, AppError<'printFailed' | StorageErrorCode>>> => {
  const { work, host } = maker;
  const at = paperTime(work, { at: signedAt, corrected: clockCorrected });
  const identity = holderCertificate(maker, at);
  if (!identity.ok) return identity;
  const pdf = await printToPdf(host, pageOf(work, sound, key, 'pdf'));
  if (!pdf.ok) return pdf;
  const { row, signatures } = sound;
  const file = {
    name: recordFileName,
    description: 'Rekaman yang ditampilkan dokumen ini',
    bytes: writeRecordFile(row.bytes, signatures),
  };
  const title = guidanceTitles[row.kind];
  return ok(await signPaper({ pdf: pdf.value, files: [file], title, at: new Date(at), identity: identity.value }));
};

const keep = ({ work }: PaperMaker, { row }: SoundRecord, pdf: Uint8Array): DocumentResult =>
  transactRecords(work.records, (tx): DocumentResult => {
    // Two calls may have printed at the same time; the first one stands.
    const earlier = findRecord(tx, row.hash)?.documentId;
    if (earlier) return ok({ documentId: earlier });
    const title = guidanceTitles[row.kind];
    const id = keepSigned(work, tx, { caseId: null, kind: row.kind, actHash: null, title, pdf });
    setDocument(tx, row.hash, id);
    return ok({ documentId: id });
  });

/**
 * The signed PDF of a record that all signed in their vaults; printed, signed and kept at the first call. `notAParty`
 * when the holder is none of the signers, `recordIncomplete` when a signature is missing, or was given on paper.
 */
export const documentOfRecord = async (maker: PaperMaker, hash: string): Promise<DocumentResult> => {
  const found = findSound(maker.work, hash);
  if (!found.ok) return found;
  const { row, signatures, complete } = found.value;
  if (row.documentId !== null) return ok({ documentId: row.documentId });
  if (!complete || row.paper !== null) return fail('recordIncomplete');
  const keys = ownKeysOf(maker);
  const own = signatures.find((given) => keys.includes(given.key));
  if (own === undefined) return fail('notAParty');
  const pdf = await signedPdf(maker, found.value, own);
  return pdf.ok ? keep(maker, found.value, pdf.value) : pdf;
};
