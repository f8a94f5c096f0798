import type { CounterLog } from '@shared/domain/package/counters.ts';
import type { Manifest, PackageKind } from '@shared/domain/package/manifest.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { and, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { packages } from '../../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';

/** A package as the vault remembers it. */
export interface PackageRow {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly kind: PackageKind;
  /** Hexadecimal key of this vault: by which it left, or to which it came. */
  readonly own: string;
  /** Hexadecimal key of the other side. */
  readonly peer: string;
  readonly epoch: string;
  readonly counter: number;
  readonly caseId: string | null;
  readonly manifest: Manifest;
  /** Hexadecimal. */
  readonly manifestHash: string;
  readonly at: string;
  readonly receivedAt: string | null;
  readonly replaced: boolean;
  /** False while its file is being written, and for good when that failed: nothing left. */
  readonly written: boolean;
}

type Row = typeof packages.$inferSelect;

const buffer = (hex: string): Buffer => Buffer.from(fromHex(hex));

/**
 * A manifest was checked before it was stored; most who look at packages never read it, and some look at all of them.
 */
const toPackage = (row: Row): PackageRow => {
  let read: Manifest | undefined;
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    own: toHex(row.ownKey),
    peer: toHex(row.peerKey),
    epoch: row.epoch,
    counter: row.counter,
    caseId: row.caseId,
    get manifest() {
      read ??= JSON.parse(row.manifest.toString('utf8')) as Manifest;
      return read;
    },
    manifestHash: toHex(row.manifestHash),
    at: row.at,
    receivedAt: row.receivedAt,
    replaced: row.replaced,
    written: row.written,
  };
};

export interface NewPackage {
  readonly direction: 'out' | 'in';
  readonly peer: string;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly manifestHash: string;
  readonly at: string;
}

/** Remembers a package; one that goes out is not written yet. */
export const insertPackage = (tx: RecordsWriter, { manifest, ...row }: NewPackage): void => {
  tx.insert(packages)
    .values({
      id: manifest.packageId,
      direction: row.direction,
      kind: manifest.kind,
      ownKey: buffer(row.direction === 'in' ? manifest.receiver.key : manifest.sender.key),
      peerKey: buffer(row.peer),
      epoch: manifest.sender.epoch,
      counter: manifest.sender.counter,
      // Null for a receipt, which is about no case.
      caseId: manifest.caseId,
      manifest: Buffer.from(row.manifestBytes),
      manifestHash: buffer(row.manifestHash),
      at: row.at,
      written: row.direction === 'in',
    })
    .run();
};

/** Forgets that a package came in: what it brought was taken back, and it may come again. */
export const forgetPackage = (tx: RecordsWriter, manifestHash: string): void => {
  tx.delete(packages)
    .where(and(eq(packages.direction, 'in'), eq(packages.manifestHash, buffer(manifestHash))))
    .run();
};

/** A package by id. */
export const findPackage = (tx: RecordsReader, direction: 'out' | 'in', id: string): PackageRow | undefined => {
  const row = tx
    .select()
    .from(packages)
    .where(and(eq(packages.direction, direction), eq(packages.id, id)))
    .get();
  return row && toPackage(row);
};

/** All packages that left or came, the latest first, at most `limit`. */
export const listPackages = (tx: RecordsReader, limit = 1000): PackageRow[] =>
  tx
    .select()
    .from(packages)
    .where(eq(packages.written, true))
    .orderBy(desc(packages.at), desc(packages.counter))
    .limit(limit)
    .all()
    .map(toPackage);

/** Packages of one kind, the oldest first. */
export const packagesOfKind = (tx: RecordsReader, direction: 'out' | 'in', kind: PackageKind): PackageRow[] =>
  tx
    .select()
    .from(packages)
    .where(and(eq(packages.direction, direction), eq(packages.kind, kind)))
    .orderBy(packages.at, packages.counter)
    .all()
    .map(toPackage);

/** Packages exchanged with one key, the oldest first. */
export const packagesWith = (tx: RecordsReader, direction: 'out' | 'in', peer: string): PackageRow[] =>
  tx
    .select()
    .from(packages)
    .where(and(eq(packages.direction, direction), eq(packages.peerKey, buffer(peer))))
    .orderBy(packages.at, packages.counter)
    .all()
    .map(toPackage);

/** Counters of one sender's epoch for one key of this vault, as they were taken in. */
export const counterLog = (tx: RecordsReader, own: string, peer: string, epoch: string): CounterLog => {
  const rows = tx
    .select({ counter: packages.counter, hash: packages.manifestHash })
    .from(packages)
    .where(
      and(
        eq(packages.direction, 'in'),
        eq(packages.ownKey, buffer(own)),
        eq(packages.peerKey, buffer(peer)),
        eq(packages.epoch, epoch),
      ),
    )
    .all();
  return {
    taken: new Map(rows.map(({ counter, hash }) => [counter, toHex(hash)])),
    // Read only where something is missing: it takes every manifest.
    get replaced() {
      const manifests = packagesWith(tx, 'in', peer).filter((row) => row.own === own && row.epoch === epoch);
      return new Set(manifests.flatMap(({ manifest }) => manifest.replaces));
    },
  };
};

/** Epochs that a key has shown in packages taken in here. */
export const epochsOf = (tx: RecordsReader, peer: string): string[] =>
  tx
    .selectDistinct({ epoch: packages.epoch })
    .from(packages)
    .where(and(eq(packages.direction, 'in'), eq(packages.peerKey, buffer(peer))))
    .all()
    .map(({ epoch }) => epoch);

/** A key of this vault and the one of the other side. */
export interface Between {
  readonly own: string;
  readonly peer: string;
}

/** The highest counter of an epoch among packages exchanged between two keys; 0 when there are none. */
export const lastCounter = (
  tx: RecordsReader,
  direction: 'out' | 'in',
  { own, peer }: Between,
  epoch: string,
): number =>
  tx
    .select({ last: max(packages.counter) })
    .from(packages)
    .where(
      and(
        eq(packages.direction, direction),
        eq(packages.ownKey, buffer(own)),
        eq(packages.peerKey, buffer(peer)),
        eq(packages.epoch, epoch),
      ),
    )
    .get()?.last ?? 0;

/** The counter of the next package between two keys in this epoch. */
export const nextCounter = (tx: RecordsReader, between: Between, epoch: string): number =>
  lastCounter(tx, 'out', between, epoch) + 1;

/** Keys to which copies for the employee of a case left. */
export const copiesWentTo = (tx: RecordsReader, caseId: string): string[] =>
  tx
    .selectDistinct({ peer: packages.peerKey })
    .from(packages)
    .where(and(eq(packages.direction, 'out'), eq(packages.kind, 'copy'), eq(packages.caseId, caseId)))
    .all()
    .map(({ peer }) => toHex(peer));

/** True when something from a key came to this key of the vault. */
export const hasCome = (tx: RecordsReader, { own, peer }: Between): boolean =>
  tx
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.direction, 'in'), eq(packages.ownKey, buffer(own)), eq(packages.peerKey, buffer(peer))))
    .limit(1)
    .get() !== undefined;

/**
 * Notes what a receipt says: when the other side took in packages of ours, also such as were thought to have been cut
 * off while they were written. Gives the number of news.
 */
export const confirmPackages = (
  tx: RecordsWriter,
  peer: string,
  received: readonly { readonly packageId: string; readonly at: string }[],
): number => {
  let confirmed = 0;
  for (const { packageId, at } of received) {
    const done = tx
      .update(packages)
      .set({ receivedAt: at, written: true })
      .where(
        and(
          eq(packages.direction, 'out'),
          eq(packages.id, packageId),
          eq(packages.peerKey, buffer(peer)),
          isNull(packages.receivedAt),
        ),
      )
      .run();
    confirmed += done.changes;
  }
  return confirmed;
};

/** Says that the file of a package lies where the person wanted it. */
export const markWritten = (tx: RecordsWriter, id: string): void => {
  tx.update(packages)
    .set({ written: true })
    .where(and(eq(packages.direction, 'out'), eq(packages.id, id)))
    .run();
};

/** Packages that are being written, or were when the vault was last left; none that was given up. */
export const unwrittenPackages = (tx: RecordsReader): string[] =>
  tx
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.written, false), eq(packages.replaced, false)))
    .all()
    .map(({ id }) => id);

/** Says that later packages hold what these held. */
export const markReplaced = (tx: RecordsWriter, ids: readonly string[]): void => {
  for (let from = 0; from < ids.length; from += 500) {
    tx.update(packages)
      .set({ replaced: true })
      .where(and(eq(packages.direction, 'out'), inArray(packages.id, ids.slice(from, from + 500))))
      .run();
  }
};
