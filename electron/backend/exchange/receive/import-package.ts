import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import { findActRow } from '../../case/act-rows.ts';
import { touchCase } from '../../case/case-revision.ts';
import { randomId } from '../../crypto/random.ts';
import { receivedDraftAttachments, receivedDrafts } from '../../db/exchange-schema.ts';
import type { RecordsWriter } from '../../db/handles.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { readPackage } from '../../formats/package/read-package.ts';
import { fileChunks } from '../../formats/package/sources.ts';
import { keepOriginal } from '../../guidance/keep-original.ts';
import { storeReceivedRecord } from '../../guidance/receive-record.ts';
import { adoptCertifiedRoles } from '../../identity/adopt-roles.ts';
import { takeProfile } from '../../identity/take-office.ts';
import { takeDirectory } from '../../identity/trusted-directory.ts';
import { keepReceived } from '../../programme/figures-rows.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../../vault/unlocked.ts';
import { takeEcho } from '../ledger/echo.ts';
import { insertDecision, wasHeld } from '../ledger/held-rows.ts';
import { forgetHoldings, noteHolders } from '../ledger/holder-rows.ts';
import { hasCome, insertPackage, lastCounter } from '../ledger/package-rows.ts';
import { findPeer, writePeer } from '../ledger/peer-rows.ts';
import { noteTakenAgain } from './erased-coming.ts';
import { type BlobStore, removeLeftovers, StorageStop, storeKeptBlobs, streamingBlobs } from './incoming-blobs.ts';
import { storeIncomingDocuments } from './incoming-documents.ts';
import { judgePackage } from './judge-package.ts';
import { areTold, type JudgedPackage, toldOf } from './judged-package.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { arrivedFile, storeIncomingActs } from './store-incoming-acts.ts';

/** What an import brought. */
export interface Imported {
  readonly packageId: string;
  readonly caseId: string | null;
  readonly acts: number;
  readonly files: number;
  readonly draftId: string | null;
  /** The file of guidance whose record came. */
  readonly guidanceId: string | null;
}

export type ImportError = 'packageHeld' | 'packageUnreadable' | 'packageTampered' | StorageErrorCode;
type ImportResult = Result<Imported, AppError<ImportError>>;

/** Keeps a draft that came for signature. */
const storeDraft = (unlocked: Unlocked, tx: RecordsWriter, { opened, draft }: JudgedPackage): string | null => {
  const { packageId, caseId, sender } = opened.manifest;
  if (draft === null || caseId === null) return null;
  const id = randomId(unlocked.work.random);
  // From here on the draft names its files by the ids that they have here.
  const files = new Map(draft.attachments.map((ref) => [ref.attachmentId, arrivedFile(tx, caseId, ref)]));
  const attachmentIds = [...new Set(draft.draft.attachmentIds.flatMap((named) => files.get(named) ?? []))];
  tx.insert(receivedDrafts)
    .values({
      id,
      packageId,
      caseId,
      type: draft.draft.type,
      senderKey: Buffer.from(sender.key, 'hex'),
      json: { ...draft.draft, attachmentIds },
      at: nowOf(unlocked),
    })
    .run();
  for (const attachmentId of new Set(files.values())) {
    tx.insert(receivedDraftAttachments).values({ draftId: id, attachmentId }).run();
  }
  appendAudit(unlocked.work, tx, { kind: 'draftReceived', subject: id });
  return id;
};

/** Remembers the package, what its sender thereby is known to have, and what it echoes of ours. */
const remember = (unlocked: Unlocked, tx: RecordsWriter, { opened, echo, cameBefore }: JudgedPackage): void => {
  const { manifest, manifestBytes, manifestHash } = opened;
  if (cameBefore) {
    noteHolders(tx, manifest.sender.key, manifest.packageId, 'in', manifest.acts);
    return;
  }
  const { key, epoch, counter } = manifest.sender;
  const at = nowOf(unlocked);
  const own = manifest.receiver.key;
  const present = ownKeyOf(unlocked);
  // What came to a former key, once something has come to the present one, is late whatever its number.
  const isPresent = own === present || !hasCome(tx, { own: present, peer: key });
  const isLatest = isPresent && counter > lastCounter(tx, 'in', { own, peer: key }, epoch);
  insertPackage(tx, { direction: 'in', peer: key, manifest, manifestBytes, manifestHash, at });
  const known = findPeer(tx, key);
  // Also back to an epoch that was there before: which of them is the later one, nobody but its vault can tell.
  if (known !== undefined && known.epoch !== epoch) forgetHoldings(tx, key);
  noteHolders(tx, key, manifest.packageId, 'in', manifest.acts);
  // What comes late tells how it was, not how it is: the order of arrival decides nothing.
  const { directorySerial, profileSerial = 0, audit } = manifest;
  if (isLatest) writePeer(tx, key, { epoch, directorySerial, profileSerial, audit }, at);
  takeEcho(unlocked, tx, manifest, echo, at);
  appendAudit(unlocked.work, tx, { kind: 'packageImported', subject: manifest.packageId });
  if (manifest.erasure !== undefined)
    appendAudit(unlocked.work, tx, { kind: 'erasureAskCame', subject: manifest.packageId });
};

/** Keeps figures that came, in place of what the same person had sent of the half-year. */
const storeFigures = (tx: RecordsWriter, { figures, sender, opened: { manifest } }: JudgedPackage): void => {
  if (figures === null) return;
  const { entryId, person } = sender.entry;
  const from = { entryId, name: person.name, packageId: manifest.packageId, sealedAt: manifest.createdAt };
  keepReceived(tx, { ...from, figures });
};

/**
 * Stores a judged package, whole or not at all; `files` puts its files in place. Of one that was held it is noted what
 * it brought, so that it can be taken back.
 */
export const storePackage = (
  unlocked: Unlocked,
  judged: JudgedPackage,
  accepted: boolean,
  files: (tx: RecordsWriter) => void,
): ImportResult => {
  const { work, vault } = unlocked;
  const { manifest } = judged.opened;
  // Bodies for headers that are here, or acts that count again.
  const isMore = judged.acts.some(
    ({ news, hash }) => news !== 'known' && findActRow(vault.records, hash) !== undefined,
  );
  const stored = transactRecords(vault.records, (tx): ImportResult => {
    if (judged.newDirectory !== null) {
      const taken = takeDirectory(work, tx, judged.newDirectory);
      if (!taken.ok) return fail('packageHeld');
      adoptCertifiedRoles(unlocked, tx);
    }
    if (judged.newProfile !== null && !takeProfile(work, tx, judged.newProfile).ok) return fail('packageHeld');
    const openingBefore = storeIncomingActs(work, tx, judged, files);
    const documents = storeIncomingDocuments(work, tx, judged);
    noteTakenAgain(work, tx, judged.acts);
    const draftId = storeDraft(unlocked, tx, judged);
    const guidanceId = judged.guidance === null ? null : storeReceivedRecord(work, tx, judged.guidance);
    if (judged.guidance !== null && judged.original !== null) keepOriginal(work, tx, judged.guidance, judged.original);
    storeFigures(tx, judged);
    remember(unlocked, tx, judged);
    if (accepted) appendAudit(work, tx, { kind: 'packageHeldAccepted', subject: manifest.packageId });
    const item = judged.opened.manifestHash;
    const fresh = judged.acts.filter(({ news }) => news === 'new').map(({ hash }) => hash);
    if (wasHeld(tx, item))
      insertDecision(tx, { item, choice: 'take', acts: fresh, openingBefore, at: nowOf(unlocked) });
    return ok({
      packageId: manifest.packageId,
      caseId: manifest.caseId,
      acts: judged.acts.filter(({ news }) => news !== 'known').length,
      files: judged.attachments.length + documents,
      draftId,
      guidanceId,
    });
  });
  if (stored.ok && manifest.caseId !== null && isMore) touchCase(vault, manifest.caseId);
  return stored;
};

/** Reads the package once more, its files going straight into the vault. */
const streamAgain = async (
  unlocked: Unlocked,
  paths: readonly string[],
  manifestHash: string,
  blobs: BlobStore,
): Promise<Result<null, AppError<'packageUnreadable' | 'packageTampered' | StorageErrorCode>>> => {
  try {
    const read = await readPackage(fileChunks(paths), unlocked.vault.keys.receivingIdentities, {
      blobSink: (sha256) => blobs.sink(sha256),
    });
    if (!read.ok) return fail('packageUnreadable');
    return read.value.manifestHash === manifestHash ? ok(null) : fail('packageTampered');
  } catch (thrown) {
    if (thrown instanceof StorageStop) return err(thrown.error);
    throw thrown;
  }
};

/** Rows written through this connection so far: while it stands still, what was judged still holds. */
export const changesOf = ({ vault }: Pick<Unlocked, 'vault'>): number =>
  vault.records.get<{ changes: number }>(sql`SELECT total_changes() AS changes`).changes;

/** A package that was inspected: what was found, and how many rows had been written by then. */
export interface Inspected {
  readonly paths: readonly string[];
  readonly judged: JudgedPackage;
  readonly changes: number;
}

/**
 * Judges again what may have changed since the inspection; `accepted`: what was doubtful then, and told, is taken on a
 * person's word, but for who is who.
 */
const judgeNow = (
  unlocked: Unlocked,
  { judged: before, changes }: Inspected,
  accepted: boolean,
): Result<JudgedPackage, AppError<'packageHeld'>> => {
  const judged = changes === changesOf(unlocked) ? ok(before) : judgePackage(unlocked, before.opened);
  const isOpen = judged.ok && judged.value.asked.length > 0;
  const isTaken = judged.ok && !isOpen && areTold(judged.value.doubts, accepted ? toldOf(before.doubts) : null);
  return isTaken ? ok(judged.value) : fail('packageHeld');
};

const importNow = async (unlocked: Unlocked, inspected: Inspected, accepted: boolean): Promise<ImportResult> => {
  const { work } = unlocked;
  removeLeftovers(work);
  const { opened } = inspected.judged;
  const { caseId } = opened.manifest;
  const judged = judgeNow(unlocked, inspected, accepted);
  if (!judged.ok) return judged;
  const kept = opened.blobs;
  if (kept !== null) {
    return storePackage(unlocked, judged.value, accepted, (tx) =>
      storeKeptBlobs(work, tx, caseId, judged.value.attachments, kept),
    );
  }
  const blobs = streamingBlobs(work, caseId, judged.value.attachments);
  let done: ImportResult = fail('packageUnreadable');
  try {
    const streamed = await streamAgain(unlocked, inspected.paths, opened.manifestHash, blobs);
    const again = streamed.ok ? judgeNow(unlocked, inspected, accepted) : streamed;
    done = again.ok ? storePackage(unlocked, again.value, accepted, blobs.complete) : again;
    return done;
  } finally {
    if (!done.ok) blobs.discard();
  }
};

/**
 * Takes in a package that was inspected: all of it or nothing, in one transaction, and one after the other. Files of a
 * large package are read a second time and written ahead as rows that count for nothing until the transaction.
 * `packageHeld` when it may not be taken in any more; `packageUnreadable` or `packageTampered` when the file changed
 * since.
 */
export const importPackage = (unlocked: Unlocked, inspected: Inspected, accepted: boolean): Promise<ImportResult> =>
  oneAtATime(unlocked, () => importNow(unlocked, inspected, accepted));
