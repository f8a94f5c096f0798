import { createHash } from 'node:crypto';
import type { RecordsKind } from '@shared/domain/retention/schedule.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from './handles.ts';
import { readMeta, writeMeta } from './meta-json.ts';
import { erasedFiles, erasedRecords } from './retention-schema.ts';

/** What the list beside a backup names something erased by: a hash of its id, which tells nobody anything. */
export const nameOfErased = (text: string): string => toHex(createHash('sha256').update(text).digest());

const key = 'erasedElsewhere';
const names = z.array(z.string());
const toldSchema = z.strictObject({
  /** When the first of the lists was read. */
  at: z.string(),
  files: names,
  guidance: names,
  learning: names,
  copies: names,
});

/** What lists beside a backup said that this vault was restored from: erased, whether the backup had it or not. */
export type ToldErased = Readonly<z.infer<typeof toldSchema>>;
const kinds = ['files', 'guidance', 'learning', 'copies'] as const;

/** It; null: no list said anything. */
export const toldErased = (tx: RecordsReader): ToldErased | null => readMeta(tx, key, toldSchema) ?? null;

/** Keeps what lists say, beside what is known: so nothing of it comes in again, and each later list says it too. */
export const keepToldErased = (
  tx: RecordsWriter,
  lists: readonly Readonly<Record<(typeof kinds)[number], readonly string[]>>[],
  at: string,
): void => {
  const known = toldErased(tx);
  const all = [...lists, ...(known === null ? [] : [known])];
  const of = (kind: (typeof kinds)[number]): string[] => [...new Set(all.flatMap((list) => list[kind]))].sort();
  const [files, guidance, learning, copies] = [of('files'), of('guidance'), of('learning'), of('copies')];
  if (files.length + guidance.length + learning.length + copies.length === 0) return;
  writeMeta(tx, key, { at: known?.at ?? at, files, guidance, learning, copies });
};

const toldAt = (tx: RecordsReader, kind: Exclude<(typeof kinds)[number], 'copies'>, id: string): string | null => {
  const told = toldErased(tx);
  return told?.[kind].includes(nameOfErased(id)) ? told.at : null;
};

/** When a file (case) was erased here; null: it was not. Nothing of an erased one is taken in again. */
export const erasedAt = (tx: RecordsReader, caseId: string): string | null =>
  tx.select({ at: erasedFiles.at }).from(erasedFiles).where(eq(erasedFiles.caseId, caseId)).get()?.at ??
  toldAt(tx, 'files', caseId);

/** When a guidance, or a year of learning records, was erased here; null: it was not. Nothing of it comes in again. */
export const recordsErasedAt = (tx: RecordsReader, kind: RecordsKind, id: string): string | null =>
  tx
    .select({ at: erasedRecords.at })
    .from(erasedRecords)
    .where(and(eq(erasedRecords.kind, kind), eq(erasedRecords.id, id)))
    .get()?.at ?? toldAt(tx, kind, id);

/** True when anything of a kind was ever erased here. */
export const isAnyErased = (tx: RecordsReader, kind: 'files' | RecordsKind): boolean =>
  (toldErased(tx)?.[kind].length ?? 0) > 0 ||
  (kind === 'files'
    ? tx.select().from(erasedFiles).limit(1).get() !== undefined
    : erasedRecordsOf(tx, kind).length > 0);

/** Ids of all that was erased here of a kind: of files of guidance, or years. */
export const erasedRecordsOf = (tx: RecordsReader, kind: RecordsKind): string[] =>
  tx
    .select({ id: erasedRecords.id })
    .from(erasedRecords)
    .where(eq(erasedRecords.kind, kind))
    .all()
    .map(({ id }) => id);
