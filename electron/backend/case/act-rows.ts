import type { ActType } from '@shared/domain/case/act-type.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { and, asc, eq, gt, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { actAttachments, acts } from '../db/records-schema.ts';
import type { SealedAct, WholeAct } from '../formats/act/act-crypto.ts';
import { readOpenings, writeOpenings } from './act-openings.ts';

export type ActRow = typeof acts.$inferSelect;

/** A stored act as bytes that can be checked. */
export const toSealedAct = (row: ActRow): SealedAct => ({
  headerBytes: row.header,
  bodyBytes: row.body,
  salt: row.salt,
  signature: row.signature,
  openings: readOpenings(row.openings),
});

/** A stored act with its body; null for one that came as a bare header, or whose body was erased. */
export const toWholeAct = (row: ActRow): WholeAct | null => {
  const { bodyBytes, salt, ...sealed } = toSealedAct(row);
  return bodyBytes === null || salt === null ? null : { ...sealed, bodyBytes, salt };
};

/** Acts of one case that count, in the order of their arrival; those after number `after`, all when it is left out. */
export const actRowsOf = (tx: RecordsReader, caseId: string, after = 0): ActRow[] =>
  tx
    .select()
    .from(acts)
    .where(and(eq(acts.caseId, caseId), gt(acts.receivedSeq, after), isNull(acts.setAsideAt)))
    .orderBy(asc(acts.receivedSeq))
    .all();

/** The opening of a case that counts, if its header is here. */
export const openingRowOf = (tx: RecordsReader, caseId: string): Pick<ActRow, 'hash'> | undefined =>
  tx
    .select({ hash: acts.hash })
    .from(acts)
    .where(and(eq(acts.caseId, caseId), eq(acts.type, 'caseOpened' satisfies ActType), isNull(acts.setAsideAt)))
    .orderBy(asc(acts.receivedSeq))
    .get();

/** An act by its hash (hexadecimal). */
export const findActRow = (tx: RecordsReader, hash: string): ActRow | undefined =>
  tx
    .select()
    .from(acts)
    .where(eq(acts.hash, Buffer.from(fromHex(hash))))
    .get();

/** Number of the latest act of a case; 0 when it has none. */
export const lastSeqOf = (tx: RecordsReader, caseId: string): number =>
  tx
    .select({ last: max(acts.receivedSeq) })
    .from(acts)
    .where(eq(acts.caseId, caseId))
    .get()?.last ?? 0;

/** Number of the latest act of each case, by case id. */
export const lastSeqByCase = (tx: RecordsReader): ReadonlyMap<string, number> =>
  new Map(
    tx
      .select({ caseId: acts.caseId, last: max(acts.receivedSeq) })
      .from(acts)
      .groupBy(acts.caseId)
      .all()
      .map(({ caseId, last }) => [caseId, last ?? 0]),
  );

export interface NewAct {
  readonly caseId: string;
  readonly type: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly authorKey: Uint8Array;
  readonly sealed: SealedAct;
  readonly recordedAt: string;
}

const buffer = (bytes: Uint8Array | null): Buffer | null => (bytes === null ? null : Buffer.from(bytes));

/** Adds a sealed act. */
export const insertAct = (tx: RecordsWriter, act: NewAct): void => {
  const { caseId, type, recordedAt, sealed } = act;
  tx.insert(acts)
    .values({
      caseId,
      type,
      recordedAt,
      hash: Buffer.from(fromHex(act.hash)),
      authorKey: Buffer.from(act.authorKey),
      header: Buffer.from(sealed.headerBytes),
      body: buffer(sealed.bodyBytes),
      salt: buffer(sealed.salt),
      signature: Buffer.from(sealed.signature),
      openings: writeOpenings(sealed.openings),
    })
    .run();
};

/** Supplies body and salt of an act that came as a bare header; the database refuses to exchange them. */
export const supplyBody = (tx: RecordsWriter, hash: string, body: Uint8Array, salt: Uint8Array): void => {
  tx.update(acts)
    .set({ body: Buffer.from(body), salt: Buffer.from(salt) })
    .where(eq(acts.hash, Buffer.from(fromHex(hash))))
    .run();
};

/** Sets acts aside, so that they count for nothing; `null`: lets them count again. */
export const setAside = (tx: RecordsWriter, hashes: readonly string[], at: string | null): void => {
  const names = hashes.map((hash) => Buffer.from(fromHex(hash)));
  tx.update(acts).set({ setAsideAt: at, otherOpening: null }).where(inArray(acts.hash, names)).run();
};

/** A file among those that were opened under one id: by its opening. */
export interface OpenedFile {
  readonly caseId: string;
  /** Hexadecimal. */
  readonly opening: string;
}

const ofFile = ({ caseId, opening }: OpenedFile) =>
  and(eq(acts.caseId, caseId), eq(acts.otherOpening, Buffer.from(fromHex(opening))));

/** Acts of a file that was set aside whole, in the order of their arrival. */
export const actRowsAside = (tx: RecordsReader, file: OpenedFile): ActRow[] =>
  tx.select().from(acts).where(ofFile(file)).orderBy(asc(acts.receivedSeq)).all();

/** Sets all acts that count under an id aside, as those of this opening. */
export const setFileAside = (tx: RecordsWriter, { caseId, opening }: OpenedFile, at: string): void => {
  tx.update(acts)
    .set({ setAsideAt: at, otherOpening: Buffer.from(fromHex(opening)) })
    .where(and(eq(acts.caseId, caseId), isNull(acts.setAsideAt)))
    .run();
};

/** Lets all acts of a file that was set aside count again. */
export const countFileAgain = (tx: RecordsWriter, file: OpenedFile): void => {
  tx.update(acts).set({ setAsideAt: null, otherOpening: null }).where(ofFile(file)).run();
};

/** Files that were set aside whole: of one id, or of all. */
export const filesAside = (tx: RecordsReader, caseId?: string): OpenedFile[] =>
  tx
    .selectDistinct({ caseId: acts.caseId, opening: acts.otherOpening })
    .from(acts)
    .where(and(isNotNull(acts.otherOpening), caseId === undefined ? undefined : eq(acts.caseId, caseId)))
    .all()
    .flatMap((row) => (row.opening === null ? [] : { caseId: row.caseId, opening: toHex(row.opening) }));

/** Single acts of a case that were set aside, as a person takes them back; not those of a file set aside whole. */
export const singleRowsAside = (tx: RecordsReader, caseId: string): ActRow[] =>
  tx
    .select()
    .from(acts)
    .where(and(eq(acts.caseId, caseId), isNotNull(acts.setAsideAt), isNull(acts.otherOpening)))
    .orderBy(asc(acts.receivedSeq))
    .all();

/** Says which file of this vault is meant by an id in the body of an act. */
export const linkAttachment = (
  tx: RecordsWriter,
  hash: string,
  file: { readonly bodyId: string; readonly attachmentId: string },
): void => {
  tx.insert(actAttachments)
    .values({ actHash: Buffer.from(fromHex(hash)), ...file })
    .run();
};

/** Files of this vault by the ids in the body of an act. */
export const linkedAttachments = (tx: RecordsReader, hash: string): ReadonlyMap<string, string> =>
  new Map(
    tx
      .select({ bodyId: actAttachments.bodyId, attachmentId: actAttachments.attachmentId })
      .from(actAttachments)
      .where(eq(actAttachments.actHash, Buffer.from(fromHex(hash))))
      .all()
      .map(({ bodyId, attachmentId }) => [bodyId, attachmentId]),
  );

/** Hash of a row in hexadecimal: the name of its act. */
export const hashOf = (row: Pick<ActRow, 'hash'>): string => toHex(row.hash);
