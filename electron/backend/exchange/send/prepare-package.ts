import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { formatOfPackage, type Manifest, type PackageKind } from '@shared/domain/package/manifest.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { signManifest } from '../../formats/package/manifest-file.ts';
import { ownMarks } from '../../formats/package/own-marks.ts';
import type { PackageSource } from '../../formats/package/write-package.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { auditHead } from '../../trail/witnesses.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import { senderEpoch } from '../ledger/epoch.ts';
import { noteHolders } from '../ledger/holder-rows.ts';
import { insertPackage, nextCounter, type PackageRow, packagesWith } from '../ledger/package-rows.ts';
import { seenFrom } from '../ledger/seen.ts';
import type { Standing } from '../ledger/standing.ts';
import { type Load, packOf } from './package-contents.ts';

/** A package that is remembered as sent and waits to be written. */
export interface Prepared {
  readonly packageId: string;
  readonly source: PackageSource;
  /** Earlier packages whose content it holds again; they are given up once it is written. */
  readonly supersedes: readonly string[];
}

const covers = (acts: Load['acts'], earlier: PackageRow): boolean =>
  earlier.manifest.acts.every((old) => {
    const now = acts.find(({ hash }) => hash === old.hash);
    return now !== undefined && (now.form === 'all' || old.form === 'header');
  });

/**
 * Packages without receipt whose content this one holds again: of the same case, all of their acts; about erasures, all
 * that was said; or older receipts.
 */
const supersededBy = (tx: RecordsReader, peer: string, { kind, caseId, acts }: Load): PackageRow[] =>
  packagesWith(tx, 'out', peer).filter((earlier) => {
    if (earlier.receivedAt !== null || earlier.replaced) return false;
    if (earlier.kind === 'receipt') return true;
    // A later one says all of what has no receipt.
    if (kind === 'erasure') return earlier.kind === 'erasure';
    return kind !== 'receipt' && earlier.kind === 'acts' && earlier.caseId === caseId && covers(acts, earlier);
  });

/**
 * Counters of this epoch that the receiver need not wait for: what this package supersedes, and what was given up
 * before.
 */
const replacesOf = (tx: RecordsReader, peer: string, epoch: string, supersedes: readonly string[]): number[] =>
  packagesWith(tx, 'out', peer)
    .filter((row) => row.epoch === epoch && row.receivedAt === null && (row.replaced || supersedes.includes(row.id)))
    .map(({ counter }) => counter)
    .slice(-1000);

/** What the audit says of what leaves, where it is not the usual. */
const sealedAs: Readonly<Partial<Record<PackageKind, AuditKindOf<'records'>>>> = {
  receipt: 'receiptMade',
  erasure: 'erasureAskSealed',
};

const reserve = (unlocked: Unlocked, standing: Standing, load: Load, tx: RecordsWriter): Prepared => {
  const { work, vault } = unlocked;
  const key = activeKeyOf(load.receiver);
  if (key === undefined) throw new Error('a receiver without a key');
  const epoch = senderEpoch(work.random, tx);
  const supersedes = supersededBy(tx, key.key, load).map(({ id }) => id);
  const { contents, acts, blobs, directory, profile, profileSerial } = packOf(unlocked, standing, load, tx);
  const marks = ownMarks(vault);
  const place = { receiver: key.key, epoch, counter: nextCounter(tx, { own: standing.key, peer: key.key }, epoch) };
  const packageId = marks.newId(work.random, place);
  const manifest: Manifest = {
    format: formatOfPackage(load),
    kind: load.kind,
    packageId,
    createdAt: nowOf(unlocked) as Manifest['createdAt'],
    sender: { key: standing.key, epoch, counter: place.counter },
    receiver: { key: key.key },
    caseId: load.caseId,
    ...contents,
    replaces: replacesOf(tx, key.key, epoch, supersedes),
    seen: seenFrom(tx, standing.key, key.key),
    audit: marks.closeHead({ ...place, packageId }, auditHead(tx)),
    directorySerial: standing.directory.directory.serial,
    ...(profileSerial !== null && { profileSerial }),
  };
  const signed = signManifest(manifest, vault.sign);
  insertPackage(tx, {
    direction: 'out',
    peer: key.key,
    manifest,
    manifestBytes: signed.manifestBytes,
    manifestHash: toHex(sha256(signed.manifestBytes)),
    at: nowOf(unlocked),
  });
  noteHolders(tx, key.key, manifest.packageId, 'out', load.acts);
  appendAudit(work, tx, {
    kind: sealedAs[load.kind] ?? 'packageSealed',
    subject: manifest.packageId,
  });
  return {
    packageId: manifest.packageId,
    supersedes,
    source: {
      ...signed,
      recipient: key.recipient,
      acts,
      blobs,
      ...(directory && { directory }),
      ...(profile && { profile }),
      ...(load.draft && { draft: load.draft }),
      ...(load.guidance && { guidance: load.guidance }),
      ...(load.original && { original: load.original }),
      ...(load.figures && { figures: load.figures }),
    },
  };
};

/**
 * Numbers, signs and remembers a package before a byte of it is written: its counter is used up even if the writing
 * fails, so that no counter ever stands for two contents. Follow it by `keepPackage` or `abandonPackage`.
 */
export const preparePackage = (
  unlocked: Unlocked,
  standing: Standing,
  load: Load,
): Result<Prepared, AppError<StorageErrorCode>> =>
  transactRecords(unlocked.vault.records, (tx) => ok(reserve(unlocked, standing, load, tx)));
