import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findAttachmentRef, toAttachmentRef } from '../attachments/attachment-ref.ts';
import { caseOfAttachment, findAttachment, isKeptApart } from '../attachments/attachment-rows.ts';
import type { RecordsReader } from '../db/handles.ts';
import { linkedAttachments } from './act-rows.ts';
import type { StoredAct } from './stored-act.ts';

/** Files that an act names. */
export interface NamedFiles {
  readonly attachmentIds: readonly string[];
  readonly signedDocumentId: string | null;
}

/** The files an act names, the signed document first, each once. */
export const namedFiles = ({ attachmentIds, signedDocumentId }: NamedFiles): string[] => [
  ...new Set([...(signedDocumentId === null ? [] : [signedDocumentId]), ...attachmentIds]),
];

/** References to the files of an act: complete files of records.db that belong to no other case,
 * and to nothing that is kept apart from cases. */
export const attachmentRefsOf = (
  tx: RecordsReader,
  caseId: string | null,
  named: NamedFiles,
): Result<AttachmentRef[], AppError<'unknownAttachment' | 'attachmentIncomplete'>> => {
  const refs: AttachmentRef[] = [];
  for (const id of namedFiles(named)) {
    const row = findAttachment(tx, 'records', id);
    const owner = caseOfAttachment(tx, id)?.caseId ?? null;
    if (row === undefined || (owner !== null && owner !== caseId) || isKeptApart(tx, id))
      return fail('unknownAttachment');
    const ref = toAttachmentRef(row);
    if (ref === undefined) return fail('attachmentIncomplete');
    refs.push(ref);
  }
  return ok(refs);
};

/**
 * The files that an act names, under their ids of this vault and in the order of its body. The ids in a body are its
 * author's: two authors may use one id for two files, so nothing that shows, saves or sends a file goes by them. A file
 * whose bytes are not those that the body is bound to is none of it.
 */
export const filesOfAct = (tx: RecordsReader, { hash, body }: Pick<StoredAct, 'hash' | 'body'>): AttachmentRef[] => {
  if (body === null || body.attachments.length === 0) return [];
  const linked = linkedAttachments(tx, hash);
  return body.attachments.flatMap(({ attachmentId, sha256 }) => {
    const file = findAttachmentRef(tx, 'records', linked.get(attachmentId) ?? '');
    return file?.sha256 === sha256 ? [file] : [];
  });
};
