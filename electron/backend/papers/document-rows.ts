import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { isOfNoMistakenCase } from '../db/mistaken-cases.ts';
import { attachments, documents } from '../db/records-schema.ts';

const columns = {
  documentId: documents.id,
  caseId: documents.caseId,
  kind: documents.kind,
  actHash: documents.actHash,
  state: documents.state,
  sha256: documents.sha256,
  createdAt: documents.createdAt,
  attachmentId: documents.attachmentId,
  mediaType: attachments.mediaType,
  size: attachments.size,
};

const joined = (tx: RecordsReader) =>
  tx.select(columns).from(documents).innerJoin(attachments, eq(attachments.id, documents.attachmentId));

type JoinedRow = ReturnType<ReturnType<typeof joined>['all']>[number];

/** A document and the attachment that holds its bytes. */
export interface StoredDocument {
  readonly summary: DocumentSummary;
  readonly attachmentId: string;
}

const toStored = ({ attachmentId, state, sha256, actHash, ...row }: JoinedRow): StoredDocument => ({
  attachmentId,
  summary: {
    ...row,
    // Unsigned papers are never stored.
    state: state === 'external' ? 'external' : 'signed',
    actHash: actHash === null ? null : toHex(actHash),
    sha256: toHex(sha256),
  },
});

/**
 * Papers of files about the wrong employee are neither listed nor read (law: mistaken), nor are those of acts that were
 * set aside with their file.
 */
const isReadable = and(
  isOfNoMistakenCase(documents.caseId),
  sql`NOT EXISTS (SELECT 1 FROM acts WHERE hash = ${documents.actHash} AND set_aside_at IS NOT NULL)`,
);

/** All documents, latest first. */
export const listDocumentRows = (tx: RecordsReader): StoredDocument[] =>
  joined(tx).where(isReadable).orderBy(desc(documents.createdAt), documents.id).all().map(toStored);

/** Documents of one case, latest first. */
export const documentsOfCase = (tx: RecordsReader, caseId: string): StoredDocument[] =>
  joined(tx)
    .where(and(eq(documents.caseId, caseId), isReadable))
    .orderBy(desc(documents.createdAt), documents.id)
    .all()
    .map(toStored);

/** Documents by id, in the order of `ids`; those that are not there are left out. */
export const findDocuments = (tx: RecordsReader, ids: readonly string[]): StoredDocument[] => {
  const found = new Map(
    joined(tx)
      .where(and(inArray(documents.id, [...ids]), isReadable))
      .all()
      .map((row) => [row.documentId, toStored(row)]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** The signed document that was made of an act here. */
export const signedDocumentOf = (tx: RecordsReader, hash: string): StoredDocument | undefined => {
  const row = joined(tx)
    .where(and(eq(documents.actHash, Buffer.from(fromHex(hash))), eq(documents.state, 'signed')))
    .get();
  return row && toStored(row);
};

/** Any document of an act, made here or brought back. */
export const findDocumentOf = (tx: RecordsReader, hash: string): StoredDocument | undefined => {
  const row = joined(tx)
    .where(eq(documents.actHash, Buffer.from(fromHex(hash))))
    .get();
  return row && toStored(row);
};

export interface NewDocument {
  readonly id: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly actHash: string | null;
  /** Title of its kind; nothing of a person. */
  readonly title: string;
  readonly state: 'signed' | 'external';
  readonly attachmentId: string;
  readonly sha256: Buffer;
  readonly createdAt: string;
}

/** Adds a document whose bytes are a complete attachment. */
export const insertDocument = (tx: RecordsWriter, row: NewDocument): void => {
  tx.insert(documents)
    .values({ ...row, actHash: row.actHash === null ? null : Buffer.from(fromHex(row.actHash)) })
    .run();
};

/** Takes the papers of an act off the register. */
export const forgetDocumentsOf = (tx: RecordsWriter, hash: string): void => {
  tx.delete(documents)
    .where(eq(documents.actHash, Buffer.from(fromHex(hash))))
    .run();
};
