import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { attachments } from '../db/records-schema.ts';
import { type StoreName, type StoreReader, type StoreWriter, storeTables } from '../workspace/store.ts';
import { attachmentUsers } from './attachment-users.ts';

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
export const findAttachment = (tx: StoreReader, store: StoreName, id: string): AttachmentRow | undefined => {
  const row = tx.get<RawRow | undefined>(
    sql`SELECT id, name, media_type, size, sha256, complete FROM ${files(store)} WHERE id = ${id}`,
  );
  return row && { ...row, mediaType: row.media_type, complete: row.complete === 1 };
};

/**
 * The complete file of a case with this content and name. Whoever signs an act chooses the ids in its body, so what
 * others name is found by its bytes, and never in another case.
 */
export const findFileOfCase = (
  tx: RecordsReader,
  caseId: string,
  { sha256, size, name }: Pick<AttachmentRef, 'sha256' | 'size' | 'name'>,
): string | undefined =>
  tx.get<{ id: string } | undefined>(
    sql`SELECT id FROM attachments WHERE case_id = ${caseId} AND sha256 = ${Buffer.from(fromHex(sha256))}
      AND size = ${size} AND name = ${readableFileName(name)} AND complete = 1 ORDER BY created_at, id LIMIT 1`,
  )?.id;

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
export const insertAttachment = (tx: StoreWriter, store: StoreName, row: NewAttachment): void => {
  const { id, mediaType, size, createdAt } = row;
  const name = readableFileName(row.name);
  tx.run(sql`INSERT INTO ${files(store)} (id, name, media_type, size, created_at)
    VALUES (${id}, ${name}, ${mediaType}, ${size}, ${createdAt})`);
  if (store === 'records' && row.caseId !== null) {
    tx.run(sql`UPDATE attachments SET case_id = ${row.caseId} WHERE id = ${id}`);
  }
};

/** Adds the chunk with number `index`; every chunk but the last has `chunkSize` bytes. */
export const insertChunk = (tx: StoreWriter, store: StoreName, id: string, index: number, data: Uint8Array): void => {
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  tx.run(sql`INSERT INTO ${chunks(store)} (attachment_id, idx, data) VALUES (${id}, ${index}, ${view})`);
};

/** The chunk with number `index`, if there is one. */
export const readChunk = (tx: StoreReader, store: StoreName, id: string, index: number): Buffer | undefined =>
  tx.get<{ data: Buffer } | undefined>(
    sql`SELECT data FROM ${chunks(store)} WHERE attachment_id = ${id} AND idx = ${index}`,
  )?.data;

/** Marks a file as complete, with what is now known of it. */
export const completeAttachment = (
  tx: StoreWriter,
  store: StoreName,
  id: string,
  known: { readonly mediaType: string; readonly sha256: Buffer },
): void => {
  tx.run(sql`UPDATE ${files(store)} SET complete = 1, media_type = ${known.mediaType}, sha256 = ${known.sha256}
    WHERE id = ${id}`);
};

/** Removes a file and its chunks. */
export const deleteAttachment = (tx: StoreWriter, store: StoreName, id: string): void => {
  tx.run(sql`DELETE FROM ${files(store)} WHERE id = ${id}`);
};

const usedBy = (users: readonly { readonly table: string }[], id: string) =>
  sql.join(
    users.map(({ table }) => sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} WHERE attachment_id = ${id})`),
    sql` OR `,
  );

const isTrue = (tx: StoreReader, condition: ReturnType<typeof usedBy>): boolean =>
  tx.get<{ used: number }>(sql`SELECT (${condition}) AS used`).used === 1;

/** True when something of the vault refers to the file. */
export const isAttachmentUsed = (tx: StoreReader, store: StoreName, id: string): boolean =>
  isTrue(
    tx,
    store === 'records'
      ? usedBy(attachmentUsers, id)
      : sql`EXISTS (SELECT 1 FROM note_attachments WHERE id = ${id} AND note_id IS NOT NULL)`,
  );

/** Signed papers of guidance lie among the documents. */
const paperOfGuidance = (id: string) => sql`EXISTS (SELECT 1 FROM documents d
  JOIN guidance_records r ON r.document_id = d.id WHERE d.attachment_id = ${id})`;

/** True when the file belongs to coaching, learning or the programme: it cannot become part of a case. */
export const isKeptApart = (tx: StoreReader, id: string): boolean => {
  const apart = attachmentUsers.filter((user) => user.apart);
  return isTrue(tx, sql`${usedBy(apart, id)} OR ${paperOfGuidance(id)}`);
};

/** Case that a file belongs to; undefined when there is no such file. */
export const caseOfAttachment = (tx: RecordsReader, id: string): { caseId: string | null } | undefined =>
  tx.select({ caseId: attachments.caseId }).from(attachments).where(eq(attachments.id, id)).get();

/** Gives a file that no case has to a case. */
export const claimAttachment = (tx: RecordsWriter, id: string, caseId: string): void => {
  tx.update(attachments)
    .set({ caseId })
    .where(and(eq(attachments.id, id), isNull(attachments.caseId)))
    .run();
};
