import { signersOfDirectory } from '@shared/domain/documents/signers.ts';
import { judgeComing } from '@shared/domain/guidance/original.ts';
import { requiredParties } from '@shared/domain/guidance/record.ts';
import type { Directory } from '@shared/domain/identity/directory.ts';
import { ok } from '@shared/kernel/result.ts';
import { type ReadOriginal, readOriginal } from '../../formats/pdf/original.ts';
import type { ReadRecordFile } from '../../formats/record/record-file.ts';
import type { Original } from '../../guidance/keep-original.ts';
import { findRecord } from '../../guidance/record-rows.ts';
import { soundRecord } from '../../guidance/record-state.ts';
import { originalBytes } from '../../guidance/sign-original.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { held, type Judged, type Notice } from './judged-package.ts';

/** What an original that came is worth here. */
export interface JudgedOriginal {
  /** To be kept; null: none came, or the one here stands. */
  readonly original: Original | null;
  readonly notices: readonly Notice[];
}

const nothing: JudgedOriginal = { original: null, notices: [] };
const older: JudgedOriginal = { original: null, notices: ['originalOlder'] };

/** How a place is named among the details of what is held: text `exchange.revision`. */
const placeOf = (place: number): string => `revision:${place}`;

/**
 * Holds an original with a signature by nobody of the record, with its place; else whether all signed when it was their
 * turn. Whose key a signature is by, the statement tells that the same party signed about the record: the directory
 * vouches for both keys together.
 */
const judgeOrder = (directory: Directory, file: ReadRecordFile, { signatures }: ReadOriginal): Judged<boolean> => {
  const known = signersOfDirectory(directory);
  const isBy = (documentKey: string, party: number | undefined): boolean => {
    const stated = file.signatures.find((given) => given.party === party);
    return known.some((each) => each.documentKey === documentKey && each.signingKey === stated?.key);
  };
  const required = requiredParties(file.record);
  const foreign = signatures.findIndex(({ documentKey }) => !required.some((party) => isBy(documentKey, party)));
  if (foreign !== -1) return held('originalInvalid', 'originalForeign', placeOf(foreign + 1));
  const first = new Set(signatures.map(({ documentKey }) => documentKey));
  const inOrder = signatures.every(({ documentKey }, at) => isBy(documentKey, required[at]));
  return ok(inOrder && first.size === signatures.length);
};

/** Names of the revisions of the original that is here; none when there is none that can be read. */
const revisionsHere = (unlocked: Unlocked, hash: string): readonly string[] => {
  const row = findRecord(unlocked.vault.records, hash);
  const sound = row && soundRecord(row);
  const bytes = sound === undefined ? null : originalBytes(unlocked.work, sound);
  const read = bytes === null ? null : readOriginal(bytes, unlocked.work.clock.now());
  return read?.ok ? read.value.signatures.map(({ revision }) => revision) : [];
};

/**
 * Judges the original that came with a record whose signatures were judged. One that is forged, changed or signed by
 * somebody else holds the package, with the place. One in which somebody signed out of turn or on an older revision
 * leaves the record and its signatures what they are: it is said, and whoever it was signs the newest one.
 */
export const judgeOriginal = (
  unlocked: Unlocked,
  directory: Directory,
  file: ReadRecordFile,
  bytes: Uint8Array | null,
): Judged<JudgedOriginal> => {
  if (bytes === null) return ok(nothing);
  const read = readOriginal(bytes, unlocked.work.clock.now());
  if (!read.ok) {
    const { code, details } = read.error;
    return held('originalInvalid', code, placeOf(Number(details?.place ?? 1)));
  }
  const { record, signatures } = read.value;
  const required = requiredParties(file.record);
  const [begun] = record.signatures;
  if (record.hash !== file.hash || begun?.party !== required[0])
    return held('originalInvalid', 'originalOfOther', placeOf(1));
  const order = judgeOrder(directory, file, read.value);
  if (!order.ok) return order;
  if (!order.value) return ok(older);
  const came = signatures.map(({ revision }) => revision);
  const coming = judgeComing(revisionsHere(unlocked, file.hash), came, required.length);
  if (coming === 'later') return ok({ original: { bytes, signatures: signatures.length }, notices: [] });
  return ok(coming === 'older' ? older : nothing);
};
