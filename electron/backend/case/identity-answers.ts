import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { acts, identityAnswers } from '../db/records-schema.ts';

/** What the holder answered to corrections of identity in a case, by hash: true for the same person. */
export const identityAnswersOf = (tx: RecordsReader, caseId: string): ReadonlyMap<string, boolean> =>
  new Map(
    tx
      .select({ hash: identityAnswers.actHash, same: identityAnswers.same })
      .from(identityAnswers)
      .innerJoin(acts, eq(acts.hash, identityAnswers.actHash))
      .where(eq(acts.caseId, caseId))
      .all()
      .map(({ hash, same }) => [toHex(hash), same]),
  );

/** Corrections of identity that count in this vault: made here, or answered with "the same person". */
export const countedIdentities = (tx: RecordsReader, caseId: string): ReadonlySet<string> =>
  new Set([...identityAnswersOf(tx, caseId)].flatMap(([hash, same]) => (same ? [hash] : [])));

/** Keeps an answer, in the place of an earlier one. */
export const keepIdentityAnswer = (tx: RecordsWriter, hash: string, same: boolean, answeredAt: string): void => {
  const row = { actHash: Buffer.from(fromHex(hash)), same, answeredAt };
  tx.insert(identityAnswers).values(row).onConflictDoUpdate({ target: identityAnswers.actHash, set: row }).run();
};
