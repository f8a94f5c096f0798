import {
  type ErasureContent,
  type ErasureState,
  erasureContent,
  type FreezeReason,
  openStates,
} from '@shared/domain/retention/erasure.ts';
import type { RecordsKind } from '@shared/domain/retention/schedule.ts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { erasures, freezes, recordFreezes } from '../db/retention-schema.ts';

/** An erasure as it stands. */
export interface Erasure {
  readonly erasureId: string;
  readonly state: ErasureState;
  readonly content: ErasureContent;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const toErasure = ({ id, json, ...row }: typeof erasures.$inferSelect): Erasure => ({
  erasureId: id,
  content: erasureContent.parse(json),
  ...row,
});

/** All erasures, the latest first. */
export const listErasures = (tx: RecordsReader): Erasure[] =>
  tx.select().from(erasures).orderBy(desc(erasures.createdAt), erasures.id).all().map(toErasure);

/** An erasure by id. */
export const findErasure = (tx: RecordsReader, id: string): Erasure | undefined => {
  const row = tx.select().from(erasures).where(eq(erasures.id, id)).get();
  return row && toErasure(row);
};

/** Erasures under way. */
export const openErasures = (tx: RecordsReader): Erasure[] =>
  tx
    .select()
    .from(erasures)
    .where(inArray(erasures.state, [...openStates]))
    .all()
    .map(toErasure);

/** Files (cases) that erasures under way name, each with the erasure. */
export const filesInErasure = (tx: RecordsReader): ReadonlyMap<string, string> =>
  new Map(
    openErasures(tx).flatMap(({ erasureId, content }) =>
      content.files.map(({ caseId }) => [caseId, erasureId] as const),
    ),
  );

/** Adds an erasure. */
export const insertErasure = (
  tx: RecordsWriter,
  { erasureId, content, state, at }: Pick<Erasure, 'erasureId' | 'content' | 'state'> & { readonly at: string },
): void => {
  tx.insert(erasures).values({ id: erasureId, state, json: content, createdAt: at, updatedAt: at }).run();
};

/** Writes what an erasure has come to. */
export const updateErasure = (
  tx: RecordsWriter,
  { erasureId, content, state, at }: Pick<Erasure, 'erasureId' | 'content' | 'state'> & { readonly at: string },
): void => {
  tx.update(erasures).set({ state, json: content, updatedAt: at }).where(eq(erasures.id, erasureId)).run();
};

export interface Freeze {
  readonly reason: FreezeReason;
  readonly note: string;
  readonly since: string;
}

/** Frozen files, by case. */
export const listFreezes = (tx: RecordsReader): ReadonlyMap<string, Freeze> =>
  new Map(
    tx
      .select()
      .from(freezes)
      .all()
      .map(({ caseId, ...freeze }) => [caseId, freeze]),
  );

/** Freezes a file, or says anew why it is frozen. */
export const putFreeze = (tx: RecordsWriter, caseId: string, freeze: Freeze): void => {
  tx.insert(freezes)
    .values({ caseId, ...freeze })
    .onConflictDoUpdate({ target: freezes.caseId, set: { reason: freeze.reason, note: freeze.note } })
    .run();
};

/** Lets a frozen file go. */
export const deleteFreeze = (tx: RecordsWriter, caseId: string): void => {
  tx.delete(freezes).where(eq(freezes.caseId, caseId)).run();
};

/** Frozen guidance, or years of learning records, by id. */
export const listRecordFreezes = (tx: RecordsReader, kind: RecordsKind): ReadonlyMap<string, Freeze> =>
  new Map(
    tx
      .select()
      .from(recordFreezes)
      .where(eq(recordFreezes.kind, kind))
      .all()
      .map(({ kind: _kind, id, ...freeze }) => [id, freeze]),
  );

/** Freezes a guidance or a year, or says anew why it is frozen. */
export const putRecordFreeze = (tx: RecordsWriter, kind: RecordsKind, id: string, freeze: Freeze): void => {
  const target = [recordFreezes.kind, recordFreezes.id];
  tx.insert(recordFreezes)
    .values({ kind, id, ...freeze })
    .onConflictDoUpdate({ target, set: { reason: freeze.reason, note: freeze.note } })
    .run();
};

/** Lets a frozen guidance or year go. */
export const deleteRecordFreeze = (tx: RecordsWriter, kind: RecordsKind, id: string): void => {
  tx.delete(recordFreezes)
    .where(and(eq(recordFreezes.kind, kind), eq(recordFreezes.id, id)))
    .run();
};
