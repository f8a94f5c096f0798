import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { turnOf } from '@shared/domain/guidance/original.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { deleteAttachment, isAttachmentUsed } from '../attachments/attachment-rows.ts';
import { storeBytes } from '../attachments/store-bytes.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { keepDocument } from '../papers/keep-document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findRecord, writeOriginal } from './record-rows.ts';

/** An original that was judged, or signed here. */
export interface Original {
  readonly bytes: Uint8Array;
  /** Number of its signatures. */
  readonly signatures: number;
}

/**
 * Keeps an original in place of the one before, in the caller's transaction; once all have signed it, it is a document.
 * The caller has judged that it stands.
 */
export const keepOriginal = (
  work: Workspace,
  tx: RecordsWriter,
  { hash, record }: { readonly hash: string; readonly record: GuidanceRecord },
  { bytes, signatures }: Original,
): void => {
  const before = findRecord(tx, hash)?.original ?? null;
  const { kind } = record.content;
  const title = guidanceTitles[kind];
  const name = `${title}.pdf`;
  const file = storeBytes(work, tx, { caseId: null, name, mediaType: 'application/pdf', bytes });
  const paper = { caseId: null, kind, actHash: null, title, state: 'signed', ...file } as const;
  const documentId = turnOf(record, signatures) === null ? keepDocument(work, tx, paper) : null;
  writeOriginal(tx, hash, { attachmentId: file.attachmentId, signatures, documentId });
  if (before !== null && !isAttachmentUsed(tx, 'records', before.attachmentId))
    deleteAttachment(tx, 'records', before.attachmentId);
};
