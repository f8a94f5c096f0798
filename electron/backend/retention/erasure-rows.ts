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

const openErasures = (tx: RecordsReader): Erasure[] =>
  tx
    .select()
    .from(erasures)
    .where(inArray(erasures.state, [...openStates]))
    .all()
    .map(toErasure);

/** What can be erased, and frozen: a file (case), a guidance, or a year of learning records. */
export type ErasableKind = 'file' | RecordsKind;

/** Ids of what an erasure is of. */
export const idsIn = {
  file: ({ files }) => files.map(({ caseId }) => caseId),
  guidance: ({ guidance }) => guidance.map(({ guidanceId }) => guidanceId),
  learning: ({ learning }) => learning.map(({ year }) => year),
} as const satisfies Record<ErasableKind, (content: ErasureContent) => string[]>;

/** What erasures under way name of a kind, by id, each with the erasure. */
export const namedInErasures = (tx: RecordsReader, kind: ErasableKind): ReadonlyMap<string, string> =>
  new Map(
    openErasures(tx).flatMap(({ erasureId, content }) => idsIn[kind](content).map((id) => [id, erasureId] as const)),
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

/** What is frozen of a kind, by id. */
export const listFreezes = (tx: RecordsReader, kind: ErasableKind): ReadonlyMap<string, Freeze> => {
  const rows =
    kind === 'file'
      ? tx.select().from(freezes).all()
      : tx.select().from(recordFreezes).where(eq(recordFreezes.kind, kind)).all();
  return new Map(
    rows.map(({ reason, note, since, ...of }) => ['id' in of ? of.id : of.caseId, { reason, note, since }]),
  );
};

/** Freezes something, or says anew why it is frozen. */
export const putFreeze = (tx: RecordsWriter, kind: ErasableKind, id: string, freeze: Freeze): void => {
  const set = { reason: freeze.reason, note: freeze.note };
  if (kind === 'file') {
    tx.insert(freezes)
      .values({ caseId: id, ...freeze })
      .onConflictDoUpdate({ target: freezes.caseId, set })
      .run();
    return;
  }
  tx.insert(recordFreezes)
    .values({ kind, id, ...freeze })
    .onConflictDoUpdate({ target: [recordFreezes.kind, recordFreezes.id], set })
    .run();
};

/** Lets what is frozen go. */
export const deleteFreeze = (tx: RecordsWriter, kind: ErasableKind, id: string): void => {
  if (kind === 'file') {
    tx.delete(freezes).where(eq(freezes.caseId, id)).run();
    return;
  }
  tx.delete(recordFreezes)
    .where(and(eq(recordFreezes.kind, kind), eq(recordFreezes.id, id)))
    .run();
};
