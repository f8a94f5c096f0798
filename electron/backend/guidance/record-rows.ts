import type { RecordKind } from '@shared/domain/guidance/record-contents.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { asc, count, eq } from 'drizzle-orm';
import { guidanceAttachments, guidanceOriginals, guidanceRecords, guidanceSignatures } from '../db/guidance-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { RecordSignature } from '../formats/record/record-crypto.ts';

const toBlob = (hash: string): Buffer => Buffer.from(fromHex(hash));

/** The original of a record, as far as it has gone round; `documentId` once all have signed it. */
export type OriginalRow = Omit<typeof guidanceOriginals.$inferSelect, 'recordHash'>;

/** A record as it lies in the database, with its signatures and files. */
export interface RecordRow {
  readonly hash: string;
  readonly guidanceId: string;
  readonly kind: RecordKind;
  readonly bytes: Uint8Array;
  readonly origin: 'made' | 'received';
  readonly createdAt: string;
  readonly paper: { readonly medium: 'ink' | 'tte'; readonly signedOn: string } | null;
  /** The paper that all signed: the original, else the one that was made here. */
  readonly documentId: string | null;
  readonly original: OriginalRow | null;
  readonly signatures: readonly RecordSignature[];
  readonly attachmentIds: readonly string[];
}

type Row = typeof guidanceRecords.$inferSelect;

const signaturesOf = (tx: RecordsReader, hash: Buffer): RecordSignature[] =>
  tx
    .select()
    .from(guidanceSignatures)
    .where(eq(guidanceSignatures.recordHash, hash))
    .orderBy(asc(guidanceSignatures.party))
    .all()
    .map(({ party, key, statement, signature }) => ({ party, key: toHex(key), statement, signature }));

const attachmentsOf = (tx: RecordsReader, hash: Buffer): string[] =>
  tx
    .select({ id: guidanceAttachments.attachmentId })
    .from(guidanceAttachments)
    .where(eq(guidanceAttachments.recordHash, hash))
    .all()
    .map(({ id }) => id);

const originalOf = (tx: RecordsReader, hash: Buffer): OriginalRow | null => {
  const row = tx.select().from(guidanceOriginals).where(eq(guidanceOriginals.recordHash, hash)).get();
  return row === undefined
    ? null
    : { attachmentId: row.attachmentId, signatures: row.signatures, documentId: row.documentId };
};

const rowOf = (row: Row, original: OriginalRow | null) => ({
  hash: toHex(row.hash),
  guidanceId: row.guidanceId,
  kind: row.kind as RecordKind,
  bytes: row.bytes,
  origin: row.origin,
  createdAt: row.createdAt,
  paper:
    row.paperMedium === null || row.paperSignedOn === null
      ? null
      : { medium: row.paperMedium, signedOn: row.paperSignedOn },
  documentId: original?.documentId ?? row.documentId,
  original,
});

const toRow = (tx: RecordsReader, row: Row): RecordRow => ({
  ...rowOf(row, originalOf(tx, row.hash)),
  signatures: signaturesOf(tx, row.hash),
  attachmentIds: attachmentsOf(tx, row.hash),
});

/** A record by its hash. */
export const findRecord = (tx: RecordsReader, hash: string): RecordRow | undefined => {
  const row = tx
    .select()
    .from(guidanceRecords)
    .where(eq(guidanceRecords.hash, toBlob(hash)))
    .get();
  return row && toRow(tx, row);
};

/** The record whose signed paper this document is; undefined when it is none. */
export const hashOfDocument = (tx: RecordsReader, documentId: string): string | undefined => {
  const made = tx
    .select({ hash: guidanceRecords.hash })
    .from(guidanceRecords)
    .where(eq(guidanceRecords.documentId, documentId))
    .get();
  const row =
    made ??
    tx
      .select({ hash: guidanceOriginals.recordHash })
      .from(guidanceOriginals)
      .where(eq(guidanceOriginals.documentId, documentId))
      .get();
  return row && toHex(row.hash);
};

/** Records of one file, or of all, in the order in which they came. */
export const listRecords = (tx: RecordsReader, guidanceId?: string): RecordRow[] =>
  tx
    .select()
    .from(guidanceRecords)
    .where(guidanceId === undefined ? undefined : eq(guidanceRecords.guidanceId, guidanceId))
    .orderBy(asc(guidanceRecords.createdAt), asc(guidanceRecords.hash))
    .all()
    .map((row) => toRow(tx, row));

/** How many records a file has. */
export const countRecords = (tx: RecordsReader, guidanceId: string): number =>
  tx.select({ records: count() }).from(guidanceRecords).where(eq(guidanceRecords.guidanceId, guidanceId)).get()
    ?.records ?? 0;

/** Adds a record without signatures. */
export const insertRecord = (
  tx: RecordsWriter,
  row: Pick<RecordRow, 'hash' | 'guidanceId' | 'kind' | 'bytes' | 'origin' | 'createdAt'>,
): void => {
  tx.insert(guidanceRecords)
    .values({ ...row, hash: toBlob(row.hash), bytes: Buffer.from(row.bytes) })
    .run();
};

/** Adds a signature; the one that a party gave first stands. */
export const insertSignature = (tx: RecordsWriter, hash: string, given: RecordSignature): void => {
  tx.insert(guidanceSignatures)
    .values({
      recordHash: toBlob(hash),
      party: given.party,
      key: toBlob(given.key),
      statement: Buffer.from(given.statement),
      signature: Buffer.from(given.signature),
    })
    .onConflictDoNothing()
    .run();
};

/** Notes that a record was signed on paper or outside, and its files. */
export const setPaper = (
  tx: RecordsWriter,
  hash: string,
  paper: { readonly medium: 'ink' | 'tte'; readonly signedOn: string; readonly attachmentIds: readonly string[] },
): void => {
  tx.update(guidanceRecords)
    .set({ paperMedium: paper.medium, paperSignedOn: paper.signedOn })
    .where(eq(guidanceRecords.hash, toBlob(hash)))
    .run();
  for (const attachmentId of paper.attachmentIds) {
    tx.insert(guidanceAttachments)
      .values({ recordHash: toBlob(hash), attachmentId })
      .onConflictDoNothing()
      .run();
  }
};

/** Notes the signed PDF that was made of a record. */
export const setDocument = (tx: RecordsWriter, hash: string, documentId: string): void => {
  tx.update(guidanceRecords)
    .set({ documentId })
    .where(eq(guidanceRecords.hash, toBlob(hash)))
    .run();
};

/** Writes the original of a record in place of the one before. */
export const writeOriginal = (tx: RecordsWriter, hash: string, original: OriginalRow): void => {
  tx.insert(guidanceOriginals)
    .values({ recordHash: toBlob(hash), ...original })
    .onConflictDoUpdate({ target: guidanceOriginals.recordHash, set: original })
    .run();
};

/** Removes a record that has neither signatures nor files. */
export const deleteRecord = (tx: RecordsWriter, hash: string): void => {
  tx.delete(guidanceRecords)
    .where(eq(guidanceRecords.hash, toBlob(hash)))
    .run();
};
