import { packageLimits } from '@shared/domain/package/manifest.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { ReadRecordFile } from '../record/record-file.ts';
import { checkSignedPdf, type SignedPdfCheck } from './brought-back.ts';
import { laterAdditions } from './later-additions.ts';
import { pdfSignatures } from './pdf-signatures.ts';

// The one original of a record of several signers: a PDF that goes round, each signature on the revision before.

/** What can be wrong with an original; `place` in the details is the number of the signature, 1 for the first. */
export const originalFaults = ['originalUnreadable', 'originalDamaged', 'originalChanged', 'originalOfOther'] as const;
export type OriginalFault = (typeof originalFaults)[number];

/** One signature of an original. */
export interface OriginalSignature {
  /** SHA-256 of the public key of its certificate, hexadecimal. */
  readonly documentKey: string;
  /** SHA-256 of the file up to its end: the name of this revision. */
  readonly revision: string;
}

/** An original that was read: every signature fits its bytes, and after the first nothing came but signatures. */
export interface ReadOriginal {
  /** The record inside, with the statement of who signed first. */
  readonly record: ReadRecordFile;
  readonly signatures: readonly OriginalSignature[];
}

const fault = (code: OriginalFault, place: number): Result<never, AppError<OriginalFault>> => fail(code, { place });

/** The first signature whose update brings anything but signatures, else the last, behind which something stands. */
const changedAt = (bytes: Uint8Array, ends: readonly number[]): number => {
  const ranges = pdfSignatures(bytes).map(({ range }) => range);
  const at = ends.findIndex((end) => {
    const additions = laterAdditions(bytes.subarray(0, end), ends[0] ?? 0, ranges);
    return additions !== 'none' && additions !== 'silent';
  });
  return at === -1 ? ends.length : at + 1;
};

const isSound = ({ intact, timestamp, withinValidity, documentKey }: SignedPdfCheck['signatures'][number]): boolean =>
  intact && !timestamp && withinValidity && documentKey !== null;

/**
 * Reads an original: whose record it is, and who signed it in which order. `originalUnreadable`: no signed PDF of ours;
 * `originalDamaged`: a signature does not hold; `originalChanged`: something else was added, or something stands behind
 * the last signature; `originalOfOther`: it carries no record, or one that others signed too. Says nothing of whose
 * keys they are. Never throws.
 */
export const readOriginal = (bytes: Uint8Array, now: number): Result<ReadOriginal, AppError<OriginalFault>> => {
  if (bytes.length > packageLimits.original) return fault('originalUnreadable', 1);
  const check = checkSignedPdf(bytes, now);
  const ends = pdfSignatures(bytes).map(({ end }) => end);
  const broken = check.signatures.findIndex((signature) => !isSound(signature));
  if (!check.isPdf || ends.length === 0) return fault('originalUnreadable', 1);
  if (broken !== -1) return fault('originalDamaged', broken + 1);
  const { record, additions, act, evaluation } = check;
  if (additions !== 'none' && additions !== 'silent') return fault('originalChanged', changedAt(bytes, ends));
  if (ends.at(-1) !== bytes.length) return fault('originalChanged', ends.length);
  const carriesOther = [act, evaluation].some(({ state }) => state !== 'none');
  if (record.state !== 'valid' || carriesOther || record.record.signatures.length !== 1)
    return fault('originalOfOther', 1);
  const signatures = check.signatures.map(({ documentKey }, at) => ({
    documentKey: documentKey ?? '',
    revision: toHex(sha256(bytes.subarray(0, ends[at]))),
  }));
  return ok({ record: record.record, signatures });
};
