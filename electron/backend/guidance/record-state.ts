import type { RecordView } from '@shared/contract/guidance.ts';
import { mayContinue, turnOf } from '@shared/domain/guidance/original.ts';
import { type GuidanceRecord, partiesOf, partyOf, requiredParties } from '@shared/domain/guidance/record.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';

import { type CheckedSignature, checkSignature, readRecord, recordHash } from '../formats/record/record-crypto.ts';
import { mayLieIn } from './file-of-record.ts';
import type { RecordRow } from './record-rows.ts';

/** A record whose bytes are what was signed, with the signatures that hold. */
export interface SoundRecord {
  readonly row: RecordRow;
  readonly record: GuidanceRecord;
  readonly signatures: readonly CheckedSignature[];
  /** Signed by all whom it asks, in vaults or on paper. */
  readonly complete: boolean;
}

/** Reads and checks a record as it lies here; undefined when it is damaged. */
export const soundRecord = (row: RecordRow): SoundRecord | undefined => {
  const record = recordHash(row.bytes) === row.hash ? readRecord(row.bytes) : undefined;
  if (record === undefined || !mayLieIn(record, row.guidanceId) || record.content.kind !== row.kind) return undefined;
  const signatures = row.signatures.flatMap((given) => checkSignature(record, row.hash, given) ?? []);
  const signed = new Set(signatures.map(({ party }) => party));
  const complete = row.paper !== null || requiredParties(record).every((party) => signed.has(party));
  return { row, record, signatures, complete };
};

/** True when a party may sign the original of a record now. */
export const mayContinueOriginal = ({ row, record, complete }: SoundRecord, party: number): boolean => {
  const onPaper = row.paper !== null;
  return mayContinue({ record, original: row.original?.signatures ?? null, onPaper, complete }, party);
};

/** True when the holder of this vault is asked to sign, the record or its original, and has not. */
export const waitsFor = (sound: SoundRecord, holder: PersonInput): boolean => {
  const { record, signatures, complete } = sound;
  const party = partyOf(record, holder);
  if (party === undefined || !requiredParties(record).includes(party)) return false;
  if (mayContinueOriginal(sound, party)) return true;
  return !complete && !signatures.some((given) => given.party === party);
};

const partyViews = ({ record, signatures }: SoundRecord, holder: PersonInput | null): RecordView['parties'] => {
  const required = requiredParties(record);
  const own = holder === null ? undefined : partyOf(record, holder);
  return partiesOf(record).map(({ name }, party) => {
    const signed = signatures.find((given) => given.party === party);
    return {
      party,
      name,
      required: required.includes(party),
      own: party === own,
      signedAt: signed?.signedAt ?? null,
      clockCorrected: signed?.clockCorrected ?? false,
      keyFingerprint: signed === undefined ? '' : keyFingerprint(signed.key),
    };
  });
};

/** The original as the window shows it: who signed it, and whose turn it is. */
const originalView = ({ row, record }: SoundRecord): RecordView['original'] => {
  if (row.original === null) return null;
  const { attachmentId, signatures } = row.original;
  return { attachmentId, signed: requiredParties(record).slice(0, signatures), turn: turnOf(record, signatures) };
};

/** A record as the window shows it. */
export const toRecordView = (row: RecordRow, holder: PersonInput | null): RecordView => {
  const sound = soundRecord(row);
  const own = sound === undefined || holder === null ? undefined : partyOf(sound.record, holder);
  return {
    hash: row.hash,
    record: sound?.record ?? null,
    kind: row.kind,
    origin: row.origin,
    createdAt: row.createdAt,
    parties: sound === undefined ? [] : partyViews(sound, holder),
    paper: row.paper && { ...row.paper, attachmentIds: [...row.attachmentIds] },
    complete: sound?.complete ?? false,
    documentId: row.documentId,
    original: sound === undefined ? null : originalView(sound),
    mayContinue: sound !== undefined && own !== undefined && mayContinueOriginal(sound, own),
  };
};
