import type { Peer } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { missingCounters } from '@shared/domain/package/counters.ts';
import { listedNameOf } from '../case/case-name.ts';
import { findCase } from '../case/case-rows.ts';
import { loadCase } from '../case/load-case.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { ownKeyOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { counterLog, listPackages, type PackageRow } from './ledger/package-rows.ts';
import { findPeer } from './ledger/peer-rows.ts';
import { toPeer } from './ledger/peer-view.ts';
import { receiptsDue } from './send/receipts-due.ts';

export interface Journal {
  readonly entries: JournalEntry[];
  readonly missing: { readonly peer: Peer; readonly counters: number[] }[];
  readonly receiptsDue: { readonly peer: Peer; readonly since: string }[];
}

const peersIn = (rows: readonly PackageRow[]): string[] => [
  ...new Set(rows.filter(({ direction }) => direction === 'in').map(({ peer }) => peer)),
];

/** Packages sent and taken in, the latest first; what never came; for whom a receipt is due. */
export const journal = (unlocked: Unlocked): Journal => {
  const { records } = unlocked.vault;
  const rows = listPackages(records);
  const directory = trustedDirectory(records)?.directory ?? null;
  const today = todayOf(unlocked);
  const peers = new Map<string, Peer>();
  const names = new Map<string, string>();
  const peerOf = (key: string): Peer => {
    const found = peers.get(key) ?? toPeer(directory, key, today);
    peers.set(key, found);
    return found;
  };
  const nameOf = (caseId: string | null): string => {
    if (caseId === null || findCase(records, caseId) === undefined) return '';
    const name = names.get(caseId) ?? listedNameOf(records, caseId, loadCase(records, caseId));
    names.set(caseId, name);
    return name;
  };
  return {
    entries: rows.map((row) => ({
      packageId: row.id,
      direction: row.direction,
      kind: row.kind,
      peer: peerOf(row.peer),
      counter: row.counter,
      caseId: row.caseId,
      employeeName: nameOf(row.caseId),
      at: row.at,
      receivedAt: row.receivedAt,
      replaced: row.replaced,
      acts: row.manifest.acts.length,
    })),
    missing: peersIn(rows).flatMap((key) => {
      const epoch = findPeer(records, key)?.epoch;
      const counters = epoch === undefined ? [] : missingCounters(counterLog(records, ownKeyOf(unlocked), key, epoch));
      return counters.length === 0 ? [] : [{ peer: peerOf(key), counters }];
    }),
    receiptsDue: receiptsDue(records, rows).map(({ peer, since }) => ({ peer: peerOf(peer), since })),
  };
};
