import { sql } from 'drizzle-orm';
import { type StoreName, type StoreTx, storeTables } from './store.ts';

/** A kept file without its bytes. Size in bytes; `sha256` (32 bytes) once complete. */
export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly complete: boolean;
}

interface RawRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly complete: number;
}

const files = (store: StoreName) => sql.identifier(storeTables[store].files);
const chunks = (store: StoreName) => sql.identifier(storeTables[store].chunks);

/** The row of a file, complete or not. */
export const findAttachment = (tx: StoreTx, store: StoreName, id: string): AttachmentRow | undefined => {
  const row = tx.get<RawRow | undefined>(
    sql`SELECT id, name, media_type, size, sha256, complete FROM ${files(store)} WHERE id = ${id}`,
  );
  return row && { ...row, mediaType: row.media_type, complete: row.complete === 1 };
};

export interface NewAttachment {
  readonly id: string;
  /** Case of records.db, or null; the notes' store has none. */
  readonly caseId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly createdAt: string;
}

/** Adds a file without bytes, incomplete. */
export const insertAttachment = (tx: StoreTx, store: StoreName, row: NewAttachment): void => {
  const { id, name, mediaType, size, createdAt } = row;
  tx.run(sql`INSERT INTO ${files(store)} (id, name, media_type, size, created_at)
    VALUES (${id}, ${name}, ${mediaType}, ${size}, ${createdAt})`);
  if (store === 'records' && row.caseId !== null) {
    tx.run(sql`UPDATE attachments SET case_id = ${row.caseId} WHERE id = ${id}`);
  }
};

/** Adds the chunk with number `index`; every chunk but the last has `chunkSize` bytes. */
export const insertChunk = (tx: StoreTx, store: StoreName, id: string, index: number, data: Uint8Array): void => {
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  tx.run(sql`INSERT INTO ${chunks(store)} (attachment_id, idx, data) VALUES (${id}, ${index}, ${view})`);
};

/** The chunk with number `index`, if there is one. */
export const readChunk = (tx: StoreTx, store: StoreName, id: string, index: number): Buffer | undefined =>
  tx.get<{ data: Buffer } | undefined>(
    sql`SELECT data FROM ${chunks(store)} WHERE attachment_id = ${id} AND idx = ${index}`,
  )?.data;

/** Marks a file as complete, with what is now known of it. */
export const completeAttachment = (
  tx: StoreTx,
  store: StoreName,
  id: string,
  known: { readonly mediaType: string; readonly sha256: Buffer },
): void => {
  tx.run(sql`UPDATE ${files(store)} SET complete = 1, media_type = ${known.mediaType}, sha256 = ${known.sha256}
    WHERE id = ${id}`);
};

/** Removes a file and its chunks. */
export const deleteAttachment = (tx: StoreTx, store: StoreName, id: string): void => {
  tx.run(sql`DELETE FROM ${files(store)} WHERE id = ${id}`);
};

/** True when an act, a document, a received draft or a note refers to the file. */
export const isAttachmentUsed = (tx: StoreTx, store: StoreName, id: string): boolean => {
  const query =
    store === 'records'
      ? sql`SELECT EXISTS (SELECT 1 FROM act_attachments WHERE attachment_id = ${id})
          OR EXISTS (SELECT 1 FROM documents WHERE attachment_id = ${id})
          OR EXISTS (SELECT 1 FROM received_draft_attachments WHERE attachment_id = ${id}) AS used`
      : sql`SELECT EXISTS (SELECT 1 FROM note_attachments WHERE id = ${id} AND note_id IS NOT NULL) AS used`;
  return tx.get<{ used: number }>(query).used === 1;
};
