import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import { type GuidanceFile, guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { desc, eq } from 'drizzle-orm';
import { guidance } from '../db/guidance-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';

/** Working papers as they lie in the database; `file` null: only records are here. */
export interface GuidanceRow {
  readonly id: string;
  readonly kind: GuidanceKind;
  readonly file: GuidanceFile | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const toRow = ({ json, ...row }: typeof guidance.$inferSelect): GuidanceRow => ({
  ...row,
  file: json === null ? null : guidanceFile.parse(json),
});

/** One file. */
export const findGuidance = (tx: RecordsReader, id: string): GuidanceRow | undefined => {
  const row = tx.select().from(guidance).where(eq(guidance.id, id)).get();
  return row && toRow(row);
};

/** All files, the latest changed first. */
export const listGuidanceRows = (tx: RecordsReader): GuidanceRow[] =>
  tx.select().from(guidance).orderBy(desc(guidance.updatedAt), guidance.id).all().map(toRow);

/** Adds a file, with working papers or without. */
export const insertGuidance = (
  tx: RecordsWriter,
  {
    id,
    kind,
    file,
    at,
  }: { readonly id: string; readonly kind: GuidanceKind; readonly file: GuidanceFile | null; readonly at: string },
): void => {
  tx.insert(guidance)
    .values({ id, kind, json: file, revision: file === null ? 0 : 1, createdAt: at, updatedAt: at })
    .run();
};

/** Writes working papers under their next revision. */
export const updateGuidance = (
  tx: RecordsWriter,
  id: string,
  file: GuidanceFile,
  revision: number,
  at: string,
): void => {
  tx.update(guidance).set({ json: file, revision, updatedAt: at }).where(eq(guidance.id, id)).run();
};
