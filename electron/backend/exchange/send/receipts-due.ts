import type { RecordsReader } from '../../db/handles.ts';
import { findEpoch } from '../ledger/epoch.ts';
import type { PackageRow } from '../ledger/package-rows.ts';
import { findPeer } from '../ledger/peer-rows.ts';

/** Somebody who waits for a receipt. */
export interface ReceiptDue {
  /** Key, hexadecimal. */
  readonly peer: string;
  readonly since: string;
}

/** What came in the epoch that a key showed last and no package of ours has told back. */
const untold = (tx: RecordsReader, rows: readonly PackageRow[], peer: string): readonly PackageRow[] => {
  const epoch = findPeer(tx, peer)?.epoch;
  const told = new Set(
    rows
      .filter(({ direction }) => direction === 'out')
      .flatMap(({ manifest }) => manifest.seen?.received.map(({ packageId }) => packageId) ?? []),
  );
  return rows.filter(
    (row) => row.direction === 'in' && row.kind !== 'receipt' && row.epoch === epoch && !told.has(row.id),
  );
};

/**
 * For whom a receipt is due and since when: something came that was not told back; or this vault counts anew, and the
 * other one, who may think that it still has what it lost, has not seen that yet.
 */
export const receiptsDue = (tx: RecordsReader, rows: readonly PackageRow[]): ReceiptDue[] => {
  const epoch = findEpoch(tx);
  return [...new Set(rows.map(({ peer }) => peer))].flatMap((peer) => {
    const mine = rows.filter((row) => row.peer === peer);
    const counted = mine.some((row) => row.direction === 'out' && row.epoch !== epoch);
    const shown = mine.some((row) => row.direction === 'out' && row.epoch === epoch);
    const waiting = counted && !shown ? mine : untold(tx, mine, peer);
    const since = waiting.map(({ at }) => at).sort()[0];
    return since === undefined ? [] : [{ peer, since }];
  });
};
