import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { planEvaluationAttachments, planEvaluations } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { EvaluationSignature } from '../formats/record/evaluation-crypto.ts';

const toBlob = (hash: string): Buffer => Buffer.from(fromHex(hash));

/** Whose plan of which year: an employee's, or the institution's (`personId` null). */
export interface PlanPlace {
  readonly personId: string | null;
  readonly year: number;
}

/** How it was signed outside of the vault. */
export interface EvaluationPaperSigned {
  readonly medium: 'ink' | 'tte';
  readonly signedOn: string;
  readonly attachmentIds: readonly string[];
}

/** An evaluation as it lies in the database. */
export interface EvaluationRow extends PlanPlace {
  readonly hash: string;
  readonly bytes: Uint8Array;
  /** Hash of the one that it replaces; null: none, or one that nobody signed. */
  readonly replaces: string | null;
  readonly signed: EvaluationSignature | null;
  readonly paper: EvaluationPaperSigned | null;
  readonly documentId: string | null;
  readonly createdAt: string;
}

type Row = typeof planEvaluations.$inferSelect;

const attachmentsOf = (tx: RecordsReader, hash: Buffer): string[] =>
  tx
    .select({ id: planEvaluationAttachments.attachmentId })
    .from(planEvaluationAttachments)
    .where(eq(planEvaluationAttachments.evaluationHash, hash))
    .all()
    .map(({ id }) => id);

const toRow = (tx: RecordsReader, row: Row): EvaluationRow => {
  const { hash, personId, year, bytes, replaces, key, statement, signature, documentId, createdAt } = row;
  return {
    hash: toHex(hash),
    personId,
    year,
    bytes,
    replaces: replaces && toHex(replaces),
    signed: key && statement && signature && { key: toHex(key), statement, signature },
    paper:
      row.paperMedium === null || row.paperSignedOn === null
        ? null
        : { medium: row.paperMedium, signedOn: row.paperSignedOn, attachmentIds: attachmentsOf(tx, hash) },
    documentId,
    createdAt,
  };
};

/** Evaluations of a plan, the first one first. */
export const evaluationsAt = (tx: RecordsReader, { personId, year }: PlanPlace): EvaluationRow[] =>
  tx
    .select()
    .from(planEvaluations)
    .where(
      and(
        eq(planEvaluations.year, year),
        personId === null ? isNull(planEvaluations.personId) : eq(planEvaluations.personId, personId),
      ),
    )
    .orderBy(asc(planEvaluations.seq))
    .all()
    .map((row) => toRow(tx, row));

/** An evaluation by its hash. */
export const findEvaluation = (tx: RecordsReader, hash: string): EvaluationRow | undefined => {
  const row = tx
    .select()
    .from(planEvaluations)
    .where(eq(planEvaluations.hash, toBlob(hash)))
    .get();
  return row && toRow(tx, row);
};

/** The evaluation whose signed paper this document is; undefined when it is none. */
export const evaluationOfDocument = (tx: RecordsReader, documentId: string): EvaluationRow | undefined => {
  const row = tx.select().from(planEvaluations).where(eq(planEvaluations.documentId, documentId)).get();
  return row && toRow(tx, row);
};

/** Evaluations of which a signed paper was made. */
export const evaluationsWithDocument = (tx: RecordsReader): EvaluationRow[] =>
  tx
    .select()
    .from(planEvaluations)
    .where(isNotNull(planEvaluations.documentId))
    .all()
    .map((row) => toRow(tx, row));

/** Adds an evaluation with what signs it. */
export const insertEvaluation = (tx: RecordsWriter, row: Omit<EvaluationRow, 'documentId'>): void => {
  const { signed, paper } = row;
  tx.insert(planEvaluations)
    .values({
      hash: toBlob(row.hash),
      personId: row.personId,
      year: row.year,
      bytes: Buffer.from(row.bytes),
      replaces: row.replaces === null ? null : toBlob(row.replaces),
      key: signed && toBlob(signed.key),
      statement: signed && Buffer.from(signed.statement),
      signature: signed && Buffer.from(signed.signature),
      paperMedium: paper?.medium ?? null,
      paperSignedOn: paper?.signedOn ?? null,
      createdAt: row.createdAt,
    })
    .run();
  for (const attachmentId of paper?.attachmentIds ?? [])
    tx.insert(planEvaluationAttachments)
      .values({ evaluationHash: toBlob(row.hash), attachmentId })
      .onConflictDoNothing()
      .run();
};

/** Notes the signed PDF that was made of an evaluation. */
export const setEvaluationDocument = (tx: RecordsWriter, hash: string, documentId: string): void => {
  tx.update(planEvaluations)
    .set({ documentId })
    .where(eq(planEvaluations.hash, toBlob(hash)))
    .run();
};
