import { mayContinue } from '@shared/domain/guidance/original.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { readOriginal } from '../formats/pdf/original.ts';
import { signAgain } from '../formats/pdf/sign-pdf.ts';
import type { CheckedSignature } from '../formats/record/record-crypto.ts';
import { holderCertificate } from '../papers/holder-certificate.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { paperTime } from '../papers/paper-time.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { ownKeysOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSound, type RecordFault } from './change-record.ts';
import { signedPdf } from './document-of-record.ts';
import { keepOriginal, type Original } from './keep-original.ts';
import { findRecord } from './record-rows.ts';
import type { SoundRecord } from './record-state.ts';

type OriginalError = RecordFault | 'printFailed' | StorageErrorCode;

/** Bytes of the original that is here; null when there is none, or it cannot be read. */
export const originalBytes = (work: Workspace, { row }: Pick<SoundRecord, 'row'>): Uint8Array | null => {
  if (row.original === null) return null;
  const bytes = readWholeAttachment(work, 'records', row.original.attachmentId);
  return bytes.ok ? bytes.value : null;
};

/** The next revision of the original: begun by who signs first, else with one signature more. */
const nextRevision = async (
  maker: PaperMaker,
  sound: SoundRecord,
  own: CheckedSignature,
): Promise<Result<Original, AppError<OriginalError>>> => {
  const { work } = maker;
  if (sound.row.original === null) {
    const begun = await signedPdf(maker, { ...sound, signatures: [own] }, own);
    return begun.ok ? ok({ bytes: begun.value, signatures: 1 }) : begun;
  }
  const here = originalBytes(work, sound);
  const read = here === null ? null : readOriginal(here, work.clock.now());
  if (here === null || read === null || !read.ok || read.value.record.hash !== sound.row.hash)
    return fail('recordDamaged');
  const at = paperTime(work, { at: own.signedAt, corrected: own.clockCorrected });
  const identity = holderCertificate(maker, at);
  if (!identity.ok) return identity;
  const bytes = signAgain(here, { at: new Date(at), identity: identity.value });
  return ok({ bytes, signatures: sound.row.original.signatures + 1 });
};

/** Whether the holder's turn has come on an original, given that the holder has signed the record. */
const isTurn = ({ row, record }: SoundRecord, party: number): boolean => {
  const onPaper = row.paper !== null;
  // What the holder's own signature has just completed has its original begun all the same.
  return mayContinue({ record, original: row.original?.signatures ?? null, onPaper, complete: false }, party);
};

/**
 * Carries the original of a record on by the holder's signature, where it is the holder's turn and the holder has
 * signed the record itself; else changes nothing. Prints one where
 * there is none and the holder is the first.
 */
export const signOriginal = async (
  maker: PaperMaker,
  hash: string,
): Promise<Result<Record<string, never>, AppError<OriginalError>>> => {
  const { work } = maker;
  const found = findSound(work, hash);
  if (!found.ok) return found;
  const keys = ownKeysOf(maker);
  const own = found.value.signatures.find(({ key }) => keys.includes(key));
  if (own === undefined || !isTurn(found.value, own.party)) return ok({});
  const next = await nextRevision(maker, found.value, own);
  if (!next.ok) return next;
  return transactRecords(work.records, (tx) => {
    // Meanwhile another revision may have come, or the file may have been erased.
    const now = findRecord(tx, hash);
    const before = found.value.row.original?.attachmentId;
    if (now === undefined || now.paper !== null || now.original?.attachmentId !== before) return ok({});
    keepOriginal(work, tx, { hash, record: found.value.record }, next.value);
    appendAudit(work, tx, { kind: 'guidanceOriginalSigned', subject: hash });
    return ok({});
  });
};
