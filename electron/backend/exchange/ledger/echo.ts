import type { Manifest, Seen } from '@shared/domain/package/manifest.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { allWitnesses, judgeWitness, noteWitness } from '../../trail/witnesses.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { beginEpoch, findEpoch, isOwnEpoch, notePastEpoch } from './epoch.ts';
import { confirmPackages, findPackage, nextCounter } from './package-rows.ts';

/** True when somebody has, of the present epoch, what this vault does not remember sending. */
const sawMore = (tx: RecordsReader, peer: string, { epoch, counter, received }: Seen): boolean =>
  counter >= nextCounter(tx, peer, epoch) ||
  received.some(({ packageId }) => findPackage(tx, 'out', packageId) === undefined);

/**
 * True when what somebody saw of this vault is more than this vault has, or something else: it was put back to an
 * earlier state. Each such sight counts once: after it a new epoch is under way.
 */
export const showsRollback = (tx: RecordsReader, { sender, seen }: Manifest): boolean => {
  if (seen === null) return false;
  if (!isOwnEpoch(tx, seen.epoch)) return true;
  if (seen.epoch === findEpoch(tx) && sawMore(tx, sender.key, seen)) return true;
  const known = allWitnesses(tx).some(
    ({ key, size, hash }) => key === sender.key && size === seen.audit.size && hash === seen.audit.hash,
  );
  return !known && judgeWitness(tx, seen.audit) !== 'holds';
};

/** Takes in what a package tells back: which of ours arrived, and which head of our audit chain was seen. */
export const takeEcho = ({ work }: Pick<Unlocked, 'work'>, tx: RecordsWriter, manifest: Manifest, at: string): void => {
  const { sender, seen } = manifest;
  if (seen === null) return;
  const rolledBack = showsRollback(tx, manifest);
  confirmPackages(tx, sender.key, seen.received);
  noteWitness(tx, { key: sender.key, size: seen.audit.size, hash: seen.audit.hash, at });
  if (!rolledBack) return;
  appendAudit(work, tx, { kind: 'epochRenewed', subject: beginEpoch(work.random, tx) });
  notePastEpoch(tx, seen.epoch);
};
