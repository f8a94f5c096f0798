import type { Random } from '@shared/kernel/ports.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { randomId } from '../../crypto/random.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import { readMeta, writeMeta } from '../../db/meta-json.ts';
import { meta } from '../../db/shared-columns.ts';

const key = 'senderEpoch';
const pastKey = 'pastEpochs';
const lostKey = 'lostEpochs';

const readText = (tx: RecordsReader, name: string): string | undefined =>
  tx.select({ value: meta.value }).from(meta).where(eq(meta.key, name)).get()?.value;

/** The epoch under which this vault counts its packages; undefined before the first. */
export const findEpoch = (tx: RecordsReader): string | undefined => readText(tx, key);

const listed = (tx: RecordsReader, name: string): string[] => readMeta(tx, name, z.array(z.string())) ?? [];

const note = (tx: RecordsWriter, name: string, epoch: string): void => {
  const known = listed(tx, name);
  if (!known.includes(epoch)) writeMeta(tx, name, [...known, epoch]);
};

const writeEpoch = (tx: RecordsWriter, epoch: string): string => {
  tx.insert(meta)
    .values({ key, value: epoch })
    .onConflictDoUpdate({ target: meta.key, set: { value: epoch } })
    .run();
  return epoch;
};

/**
 * The epoch, begun when there is none: the first has the vault's own id, which the directory certifies, so that any
 * other one tells everybody of a vault that was restored. In the caller's transaction.
 */
export const senderEpoch = (random: Random, tx: RecordsWriter): string =>
  findEpoch(tx) ?? writeEpoch(tx, readText(tx, 'vaultId') ?? randomId(random));

/** True for an epoch that this vault remembers, the present one included. */
export const isOwnEpoch = (tx: RecordsReader, epoch: string): boolean =>
  epoch === findEpoch(tx) || listed(tx, pastKey).includes(epoch);

/** Remembers an epoch under which this vault counts no more, though it may have forgotten that it ever did. */
export const notePastEpoch = (tx: RecordsWriter, epoch: string): void => note(tx, pastKey, epoch);

/** True for an epoch of which it was told that something is lost. */
export const isLostEpoch = (tx: RecordsReader, epoch: string): boolean => listed(tx, lostKey).includes(epoch);

/** Remembers that something of an epoch is lost: what more of it is lost is no news. */
export const noteLostEpoch = (tx: RecordsWriter, epoch: string): void => note(tx, lostKey, epoch);

/** Begins a new epoch: counters start again, and others see that this vault is not what it was. */
export const beginEpoch = (random: Random, tx: RecordsWriter): string => {
  const past = findEpoch(tx);
  if (past !== undefined) notePastEpoch(tx, past);
  return writeEpoch(tx, randomId(random));
};
