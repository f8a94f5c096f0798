import type { RecordView } from '@shared/contract/guidance.ts';
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

/** True when the holder of this vault is asked to sign and has not. */
export const waitsFor = ({ record, signatures, complete }: SoundRecord, holder: PersonInput): boolean => {
  const party = partyOf(record, holder);
  if (complete || party === undefined || !requiredParties(record).includes(party)) return false;
  return !signatures.some((given) => given.party === party);
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

/** A record as the window shows it. */
export const toRecordView = (row: RecordRow, holder: PersonInput | null): RecordView => {
  const sound = soundRecord(row);
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
  };
};
