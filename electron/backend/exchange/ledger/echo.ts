import { type EchoVerdict, judgeEcho, type Named, type OwnSide } from '@shared/domain/package/echo.ts';
import type { AuditHead, Manifest, Seen } from '@shared/domain/package/manifest.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import { ownMarks, type PlacedPackage } from '../../formats/package/own-marks.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { allWitnesses, judgeWitness, noteWitness, wholeHead } from '../../trail/witnesses.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { beginEpoch, findEpoch, isLostEpoch, isOwnEpoch, noteLostEpoch, notePastEpoch } from './epoch.ts';
import { confirmPackages, findPackage } from './package-rows.ts';

/** An echo, judged. */
export interface JudgedEcho {
  readonly verdict: EchoVerdict;
  /** Head of our audit chain that was seen; null when nothing proves that it ever was ours. */
  readonly head: AuditHead | null;
}

/** What a package without an echo comes to. */
const noEcho: JudgedEcho = { verdict: 'fits', head: null };

/** The package of ours that an echo names, if this vault remembers it as one to that peer, under that number. */
const findNamed = (tx: RecordsReader, { packageId, receiver, epoch, counter }: PlacedPackage) => {
  const row = findPackage(tx, 'out', packageId);
  return row?.peer === receiver && row.epoch === epoch && row.counter === counter ? row : undefined;
};

/** Each head that does not hold counts once for who saw it: after that a new epoch is under way. */
const judgeOwnHead = (tx: RecordsReader, peer: string, { size, hash }: AuditHead): 'holds' | 'lost' => {
  const isKnown = allWitnesses(tx).some((seen) => seen.key === peer && seen.size === size && seen.hash === hash);
  return isKnown || judgeWitness(tx, { size, hash }) === 'holds' ? 'holds' : 'lost';
};

type JudgedHead = Pick<OwnSide, 'head'> & { readonly own: AuditHead | null };

/** A head as version 0.3 stated it, for everyone to read: what it was, only the memory of that package tells. */
const judgeOpenHead = (tx: RecordsReader, latest: PlacedPackage | null, peer: string, head: AuditHead): JudgedHead => {
  const judged = judgeOwnHead(tx, peer, head);
  const stated = latest === null ? undefined : findNamed(tx, latest)?.manifest.audit;
  const isProven = judged === 'holds' || (stated?.size === head.size && stated.hash === head.hash);
  return isProven ? { head: judged, own: head } : { head: 'unproven', own: null };
};

/**
 * Judges what a package tells back of this vault: which packages of ours were seen, and which head of our audit chain.
 */
export const judgeEchoOf = ({ vault }: Pick<Unlocked, 'vault'>, { sender, receiver, seen }: Manifest): JudgedEcho => {
  if (seen === null) return noEcho;
  // Who has a former key makes the marks of this vault as well: they prove nothing.
  const former = vault.keys.formerIdentities[vault.formerKeys.indexOf(receiver.key)];
  if (former?.reason === 'compromised') return noEcho;
  const tx = vault.records;
  // What came to a former key tells of packages that left by it.
  const { openHead, isMade } = ownMarks(vault.signAs(receiver.key) ?? vault);
  const placed = ({ packageId, counter }: Named): PlacedPackage => ({
    receiver: sender.key,
    epoch: seen.epoch,
    counter,
    packageId,
  });
  const named = seen.received.find(({ counter }) => counter === seen.counter);
  const latest = named === undefined ? null : placed(named);
  const judgeHead = (): JudgedHead => {
    if (seen.audit.size > 0) return judgeOpenHead(tx, latest, sender.key, seen.audit);
    const opened = latest && openHead(latest, seen.audit);
    if (opened === null) return { head: 'foreign', own: null };
    const own = wholeHead(tx, opened);
    return { head: judgeOwnHead(tx, sender.key, own), own };
  };
  const { head, own } = judgeHead();
  const epoch = seen.epoch === findEpoch(tx) ? 'present' : isOwnEpoch(tx, seen.epoch) ? 'past' : 'unknown';
  const verdict = judgeEcho(seen, {
    epoch,
    head,
    isLossKnown: isLostEpoch(tx, seen.epoch),
    remembers: (each) => findNamed(tx, placed(each)) !== undefined,
    made: (each) => isMade(placed(each)),
  });
  return { verdict, head: own };
};

/** How many packages of ours an echo confirms that had no receipt; an invented one confirms nothing. */
export const confirmsOf = (tx: RecordsReader, { sender, seen }: Manifest, { verdict }: JudgedEcho): number => {
  const received: Seen['received'] = verdict === 'invented' ? [] : (seen?.received ?? []);
  return received.filter(({ packageId }) => {
    const sent = findPackage(tx, 'out', packageId);
    return sent !== undefined && sent.receivedAt === null && sent.peer === sender.key;
  }).length;
};

/**
 * Takes in what a package tells back: which of ours arrived, and which head of our audit chain was seen. Of an invented
 * echo nothing is taken but that it came.
 */
export const takeEcho = (
  { work }: Pick<Unlocked, 'work'>,
  tx: RecordsWriter,
  { packageId, sender, seen }: Manifest,
  { verdict, head }: JudgedEcho,
  at: string,
): void => {
  if (seen === null) return;
  if (verdict === 'invented') {
    appendAudit(work, tx, { kind: 'echoInvented', subject: packageId });
    return;
  }
  confirmPackages(tx, sender.key, seen.received);
  if (head !== null) noteWitness(tx, { key: sender.key, ...head, at });
  if (verdict === 'fits') return;
  appendAudit(work, tx, { kind: 'epochRenewed', subject: beginEpoch(work.random, tx) });
  notePastEpoch(tx, seen.epoch);
  noteLostEpoch(tx, seen.epoch);
};
