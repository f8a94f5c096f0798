import { toIsoInstant } from '@shared/kernel/date.ts';
import { storeBytes } from '../attachments/store-bytes.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insertDocument, type NewDocument } from './document-rows.ts';

/** A paper that was printed and signed here, and is not stored yet. */
export interface SignedPaper extends Pick<NewDocument, 'caseId' | 'kind' | 'actHash' | 'title'> {
  readonly pdf: Uint8Array;
}

/** Keeps a document whose bytes are a complete attachment, in the caller's transaction; gives its id. */
export const keepDocument = (
  work: Workspace,
  tx: RecordsWriter,
  document: Omit<NewDocument, 'id' | 'createdAt'>,
): string => {
  const id = randomId(work.random);
  insertDocument(tx, { ...document, id, createdAt: toIsoInstant(work.clock.now()) });
  return id;
};

/**
 * Keeps a paper that was signed here, its bytes and the audit entry with it, in the caller's transaction; gives its id.
 */
export const keepSigned = (work: Workspace, tx: RecordsWriter, { pdf, ...paper }: SignedPaper): string => {
  const { caseId, title } = paper;
  const file = storeBytes(work, tx, { caseId, name: `${title}.pdf`, mediaType: 'application/pdf', bytes: pdf });
  const id = keepDocument(work, tx, { ...paper, ...file, state: 'signed' });
  appendAudit(work, tx, { kind: 'documentSigned', subject: id });
  return id;
};
