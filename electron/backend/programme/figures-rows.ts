import { type BenefitTally, benefitTally } from '@shared/domain/programme/benefits.ts';
import { type Figures, figures } from '@shared/domain/programme/figures.ts';
import type { Semester } from '@shared/domain/programme/semester.ts';
import { and, eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { benefitTallies, figuresReceived, figuresTold } from '../db/programme-schema.ts';

/** Figures as they left, or are about to. */
export interface ToldFigures {
  readonly figures: Figures;
  readonly toldAt: string;
  readonly hasLeft: boolean;
}

/** What was told of a half-year. */
export const findTold = (tx: RecordsReader, period: Semester): ToldFigures | undefined => {
  const row = tx.select().from(figuresTold).where(eq(figuresTold.period, period)).get();
  return row && { figures: figures.parse(row.json), toldAt: row.toldAt, hasLeft: row.hasLeft };
};

/** Notes figures that are about to leave; those that stand there stay: then it gives false. */
export const holdTold = (tx: RecordsWriter, told: Figures, at: string): boolean =>
  tx
    .insert(figuresTold)
    .values({ period: told.period, json: told, toldAt: at, hasLeft: false })
    .onConflictDoNothing()
    .run().changes > 0;

/** They have left: from here on they never change. */
export const keepTold = (tx: RecordsWriter, told: Figures, at: string): void => {
  holdTold(tx, told, at);
  const isNew = and(eq(figuresTold.period, told.period), eq(figuresTold.hasLeft, false));
  tx.update(figuresTold).set({ hasLeft: true }).where(isNew).run();
};

/** They did not leave after all. */
export const dropTold = (tx: RecordsWriter, period: Semester): void => {
  tx.delete(figuresTold)
    .where(and(eq(figuresTold.period, period), eq(figuresTold.hasLeft, false)))
    .run();
};

/** Figures that came from somebody of the directory. */
export interface ReceivedFigures {
  readonly entryId: string;
  /** As the directory had it when they came. */
  readonly name: string;
  readonly packageId: string;
  /** When they were sealed, by the sender's clock. */
  readonly sealedAt: string;
  readonly figures: Figures;
}

/** What others told of a half-year, by name. */
export const listReceived = (tx: RecordsReader, period: Semester): ReceivedFigures[] =>
  tx
    .select()
    .from(figuresReceived)
    .where(eq(figuresReceived.period, period))
    .orderBy(figuresReceived.name, figuresReceived.entryId)
    .all()
    .map(({ json, period: _period, ...row }) => ({ ...row, figures: figures.parse(json) }));

/** Keeps what came in place of what the same person had told of the half-year; an earlier one changes nothing. */
export const keepReceived = (tx: RecordsWriter, { figures: told, ...from }: ReceivedFigures): void => {
  const same = and(eq(figuresReceived.entryId, from.entryId), eq(figuresReceived.period, told.period));
  const known = tx.select().from(figuresReceived).where(same).get();
  if (known !== undefined && known.sealedAt > from.sealedAt) return;
  tx.delete(figuresReceived).where(same).run();
  tx.insert(figuresReceived)
    .values({ ...from, period: told.period, json: told })
    .run();
};

/** Tallies of a half-year, by unit. */
export const listTallies = (tx: RecordsReader, period: Semester): { tallyId: string; tally: BenefitTally }[] =>
  tx
    .select()
    .from(benefitTallies)
    .where(eq(benefitTallies.period, period))
    .orderBy(benefitTallies.id)
    .all()
    .map(({ id, json }) => ({ tallyId: id, tally: benefitTally.parse(json) }))
    .sort((a, b) => a.tally.unit.localeCompare(b.tally.unit));

/** Adds a tally. */
export const insertTally = (tx: RecordsWriter, id: string, tally: BenefitTally): void => {
  tx.insert(benefitTallies).values({ id, period: tally.period, json: tally }).run();
};

/** Takes a tally away; false when there is none. */
export const deleteTally = (tx: RecordsWriter, id: string): boolean =>
  tx.delete(benefitTallies).where(eq(benefitTallies.id, id)).run().changes > 0;
