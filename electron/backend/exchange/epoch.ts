import type { Random } from '@shared/kernel/ports.ts';
import { eq } from 'drizzle-orm';
import { randomId } from '../crypto/random.ts';
import { meta } from '../db/shared-columns.ts';
import type { RecordsTx } from '../db/transact.ts';

const key = 'senderEpoch';

/** The epoch under which this vault counts its packages; undefined before the first. */
export const findEpoch = (tx: RecordsTx): string | undefined =>
  tx.select({ value: meta.value }).from(meta).where(eq(meta.key, key)).get()?.value;

const writeEpoch = (tx: RecordsTx, epoch: string): string => {
  tx.insert(meta)
    .values({ key, value: epoch })
    .onConflictDoUpdate({ target: meta.key, set: { value: epoch } })
    .run();
  return epoch;
};

/** The epoch, begun when there is none. In the caller's transaction. */
export const senderEpoch = (random: Random, tx: RecordsTx): string => findEpoch(tx) ?? writeEpoch(tx, randomId(random));

/** Begins a new epoch: counters start again, and others see that this vault is not what it was. */
export const beginEpoch = (random: Random, tx: RecordsTx): string => writeEpoch(tx, randomId(random));
