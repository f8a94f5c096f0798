import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findAttachmentRef } from '../attachments/attachment-ref.ts';
import { findFileOfCase } from '../attachments/attachment-rows.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { storeBytes } from '../attachments/store-bytes.ts';
import { matterOf } from '../case/case-file.ts';
import { findCase } from '../case/case-rows.ts';
import { readCase } from '../case/load-case.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findDocuments } from '../papers/document-rows.ts';
import { getProfile } from '../settings/profile.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSound, type RecordFault } from './change-record.ts';
import type { SoundRecord } from './record-state.ts';

/** What a case gets of a feedback summary: the beginning of an act that a person still reads and signs. */
export interface FeedbackForCase {
  readonly content: { date: string; source: 'assessor'; sourceName: string; content: string };
  readonly attachments: AttachmentRef[];
}

type ToCaseError =
  | RecordFault
  | 'unknownCase'
  | 'notAFeedbackSummary'
  | 'recordIncomplete'
  | 'recordWithoutPaper'
  | 'caseOfOtherPerson'
  | StorageErrorCode;

/** Files that show the summary with its signatures: scans, or the signed PDF. */
const papersOf = (tx: RecordsReader, { row }: SoundRecord): readonly string[] =>
  row.paper !== null
    ? row.attachmentIds
    : findDocuments(tx, row.documentId === null ? [] : [row.documentId]).map(({ attachmentId }) => attachmentId);

/** Copies a file among those of the case, unless it is there: the one of the summary stays where it is. */
const copyInto = (work: Workspace, tx: RecordsWriter, caseId: string, attachmentId: string): AttachmentRef[] => {
  const file = findAttachmentRef(tx, 'records', attachmentId);
  if (file === undefined) return [];
  const { name, mediaType } = file;
  let id = findFileOfCase(tx, caseId, file);
  if (id === undefined) {
    const whole = readWholeAttachment(work, 'records', attachmentId);
    if (!whole.ok) return [];
    id = storeBytes(work, tx, { caseId, name, mediaType, bytes: whole.value }).attachmentId;
    appendAudit(work, tx, { kind: 'attachmentAdded', subject: id });
  }
  const copy = findAttachmentRef(tx, 'records', id);
  return copy === undefined ? [] : [copy];
};

const isAbout = (work: Workspace, caseId: string, { participants }: GuidanceRecord): boolean => {
  const { employee } = matterOf(readCase(work.records, caseId));
  const [only] = participants;
  return employee !== undefined && only !== undefined && participants.length === 1 && samePerson(employee, only);
};

/**
 * Gives a complete feedback summary to a case about the same person. It is the only kind of record that has this way,
 * and it names what was written for this purpose and shown to the employee; sessions, notes and other records have
 * none.
 */
export const toCase = (
  work: Workspace,
  { hash, caseId }: { readonly hash: string; readonly caseId: string },
): Result<FeedbackForCase, AppError<ToCaseError>> => {
  const found = findSound(work, hash);
  if (!found.ok) return found;
  const { record, complete } = found.value;
  const { content } = record;
  if (content.kind !== 'feedbackSummary') return fail('notAFeedbackSummary');
  if (!complete) return fail('recordIncomplete');
  if (findCase(work.records, caseId) === undefined) return fail('unknownCase');
  if (!isAbout(work, caseId, record)) return fail('caseOfOtherPerson');
  if (papersOf(work.records, found.value).length === 0) return fail('recordWithoutPaper');
  const holder = getProfile(work.records).person;
  return transactRecords(work.records, (tx) => {
    const attachments = papersOf(tx, found.value).flatMap((id) => copyInto(work, tx, caseId, id));
    appendAudit(work, tx, { kind: 'guidanceToCase', subject: hash });
    return ok({
      content: {
        date: content.date,
        source: 'assessor' as const,
        // Of somebody else's name the consent is asked for in the act (law: feedbackGiver).
        sourceName: holder !== null && samePerson(holder, record.leader) ? record.leader.name : '',
        content: content.summary,
      },
      attachments,
    });
  });
};
