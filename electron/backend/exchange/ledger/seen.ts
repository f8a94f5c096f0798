import { missingCounters } from '@shared/domain/package/counters.ts';
import type { Seen } from '@shared/domain/package/manifest.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { counterLog, packagesWith } from './package-rows.ts';
import { findPeer } from './peer-rows.ts';

/** Packages that a manifest names at most. */
const maxNamed = 500;

/**
 * What this vault has from the vault behind a key, as every manifest tells it back; null when nothing came. Of what
 * came to a former key of this vault the other side, which counts for the present one, would know nothing.
 */
export const seenFrom = (tx: RecordsReader, own: string, peer: string): Seen | null => {
  const known = findPeer(tx, peer);
  if (known === undefined) return null;
  const log = counterLog(tx, own, peer, known.epoch);
  const counter = Math.max(0, ...log.taken.keys());
  if (counter === 0) return null;
  const received = packagesWith(tx, 'in', peer)
    .filter((row) => row.own === own && row.epoch === known.epoch)
    .slice(-maxNamed)
    .map((row) => ({ packageId: row.id, counter: row.counter, at: row.at }));
  return { epoch: known.epoch, counter, missing: missingCounters(log), received, audit: known.audit };
};
