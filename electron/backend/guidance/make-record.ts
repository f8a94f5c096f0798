import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { belongsTo, type GuidanceKind, type GuidanceRecord, signatureRules } from '@shared/domain/guidance/record.ts';
import type { RecordContent } from '@shared/domain/guidance/record-contents.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { maxRecordBytes, recordHash, signRecordBytes, writeRecord } from '../formats/record/record-crypto.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../trail/stated-time.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { findGuidance, type GuidanceRow } from './guidance-rows.ts';
import { type Head, headOf } from './record-head.ts';
import { countRecords, insertRecord, insertSignature } from './record-rows.ts';
import { ownParty, type PartyFault } from './signing-party.ts';

/** A file has at most so many records. */
export const maxRecords = 500;

type MakeError =
  | 'unknownGuidance'
  | 'guidanceNotOwn'
  | 'recordOfOtherKind'
  | 'adjustmentNotLeader'
  | 'recordTooLarge'
  | 'tooManyRecords'
  | ClockFault
  | PartyFault;

interface Making {
  readonly guidanceId: string;
  readonly content: RecordContent;
  readonly sign: boolean;
  /** What was said of the clock of this computer, where that is asked. */
  readonly clock: ClockAnswer | null;
}

/** Only the leader adjusts Ekspektasi; a coach on special assignment proposes (law: adjustment). */
const adjustsUnlawfully = ({ file }: GuidanceRow, content: RecordContent): boolean =>
  content.kind === 'coaching' &&
  content.adjustment?.state === 'adjusted' &&
  !(file?.kind === 'coaching' && file.leaderBasis === 'ownSuperior');

/** The file's kind and head, once a record with this content may be made in it. */
const checked = (
  unlocked: Unlocked,
  { guidanceId, content }: Making,
): Result<{ readonly kind: GuidanceKind; readonly head: Head }, AppError<MakeError>> => {
  const row = findGuidance(unlocked.work.records, guidanceId);
  if (row === undefined) return fail('unknownGuidance');
  if (!belongsTo(content.kind, row.kind)) return fail('recordOfOtherKind');
  if (row.file === null && signatureRules[content.kind].leader) return fail('guidanceNotOwn');
  if (adjustsUnlawfully(row, content)) return fail('adjustmentNotLeader');
  if (countRecords(unlocked.work.records, guidanceId) >= maxRecords) return fail('tooManyRecords');
  const head = headOf(unlocked.work.records, row);
  return head === undefined ? fail('unknownGuidance') : ok({ kind: row.kind, head });
};

/** A record as it is put down, before anybody has signed it. */
interface Composed {
  readonly record: GuidanceRecord;
  readonly bytes: Uint8Array;
  readonly time: SigningTime;
  /** As whom the holder signs; null: not at all. */
  readonly party: number | null;
}

/** Puts a record together, with everything that is checked before it is made. Writes nothing. */
export const composeRecord = (unlocked: Unlocked, making: Making): Result<Composed, AppError<MakeError>> => {
  const { work } = unlocked;
  const allowed = checked(unlocked, making);
  if (!allowed.ok) return allowed;
  const { kind, head } = allowed.value;
  const { guidanceId, topic, institution, period, leader, participants } = head;
  // A record names nothing that was before it: its clock is asked about where it leapt alone.
  const time = signingTime(work, work.records, [], making.clock);
  if (!time.ok) return time;
  const record: GuidanceRecord = {
    format: 'bilik/guidance-record/v1',
    recordId: randomId(work.random),
    guidanceId,
    guidance: kind,
    topic,
    institution: institution || '–',
    period,
    leader,
    participants: [...participants],
    content: making.content,
    statedAt: time.value.at,
  };
  const party = making.sign ? ownParty(unlocked, record) : ok(null);
  if (!party.ok) return party;
  const bytes = writeRecord(record);
  return bytes.length > maxRecordBytes
    ? fail('recordTooLarge')
    : ok({ record, bytes, time: time.value, party: party.value });
};

/**
 * Makes a record for the people of a file; `sign`: with the signature of the holder, if the holder is asked for one.
 */
export const makeRecord = (
  unlocked: Unlocked,
  making: Making,
): Result<{ hash: string }, AppError<MakeError | StorageErrorCode>> => {
  const { work, vault } = unlocked;
  const composed = composeRecord(unlocked, making);
  if (!composed.ok) return composed;
  const { record, bytes, time, party } = composed.value;
  const hash = recordHash(bytes);
  return transactRecords(work.records, (tx) => {
    const { kind: ofRecord } = record.content;
    const row = { hash, guidanceId: making.guidanceId, kind: ofRecord, bytes, createdAt: nowOf(unlocked) };
    noteAnswer(work, tx, time);
    insertRecord(tx, { ...row, origin: 'made' });
    appendAudit(work, tx, { kind: 'guidanceRecordMade', subject: hash });
    if (party !== null) {
      insertSignature(tx, hash, signRecordBytes(vault, hash, party, time));
      appendAudit(work, tx, { kind: 'guidanceRecordSigned', subject: hash });
    }
    return ok({ hash });
  });
};
