import type { Inspection } from '@shared/contract/exchange.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import type { PackageErrorCode } from '../../formats/package/format-failure.ts';
import { orderFiles } from '../../formats/package/order-files.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { createPerVault } from '../../workspace/per-vault.ts';
import { wasHeld } from '../ledger/held-rows.ts';
import { changesOf, type ImportError, type Imported, type Inspected, importPackage } from './import-package.ts';
import { removeLeftovers } from './incoming-blobs.ts';
import { forgetIncoming } from './incoming-files.ts';
import { goodView, heldUnread, heldView } from './inspection-view.ts';
import { judgePackage } from './judge-package.ts';
import { toldOf } from './judged-package.ts';
import { keepHeld } from './keep-held.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type IncomingOptions, type ReadPackage, readIncoming } from './read-incoming.ts';
import { noteTold, noteWhyNow } from './tell-apart.ts';

interface Kept extends Inspected {
  readonly id: string;
}

/** An inspection under way. */
interface Looking {
  readonly inspectionId: string;
  readonly paths: readonly string[];
  readonly signal: AbortSignal;
}

interface Place {
  /** The one package under inspection; it goes with the vault, the next inspection, an import or a cancel. */
  kept: Kept | null;
  /** What is being taken in and would be kept should the disk fail. */
  taking: Kept | null;
  running: AbortController | null;
}

const keptOf = createPerVault((): Place => ({ kept: null, taking: null, running: null }));

/** Failures that say nothing against the package: once there is room, it can be taken in as it was inspected. */
const storageFailures: readonly string[] = ['diskFull', 'storageFailed'] satisfies readonly StorageErrorCode[];

const isHeldCode = (code: PackageErrorCode): code is Exclude<PackageErrorCode, 'fileUnreadable' | 'cancelled'> =>
  code !== 'fileUnreadable' && code !== 'cancelled';

const letGoOf = (unlocked: Unlocked, kept: Kept): void => {
  const place = keptOf(unlocked.vault);
  if (place.taking === kept) place.taking = null;
  if (place.kept !== kept) return;
  place.kept = null;
  forgetIncoming(unlocked, kept.paths);
};

/** Makes room for the next inspection; gives its id. */
const beginAnew = (unlocked: Unlocked): string => {
  const place = keptOf(unlocked.vault);
  place.running?.abort();
  if (place.kept !== null) letGoOf(unlocked, place.kept);
  place.taking = null;
  return toHex(unlocked.work.random.bytes(16));
};

/** What was found of the package under inspection; undefined when it is another one, or none. */
export const inspectedNow = (unlocked: Unlocked, inspectionId: string): Inspection | undefined => {
  const { kept } = keptOf(unlocked.vault);
  return kept?.id === inspectionId ? goodView(unlocked, kept.id, kept.judged) : undefined;
};

/** The case and the acts of the package under inspection; null when it is another one, or none. */
export const actsInspected = (unlocked: Unlocked, inspectionId: string) => {
  const { kept } = keptOf(unlocked.vault);
  if (kept?.id !== inspectionId) return null;
  const { opened, acts } = kept.judged;
  return { caseId: opened.manifest.caseId, acts };
};

/**
 * Lets go of the package under inspection, or of the one that is taken in should that fail, if it is this one. The
 * empty id breaks off what is still being read, which has no id yet. What a page says late of an earlier one does
 * nothing.
 */
export const cancelInspection = (unlocked: Unlocked, inspectionId: string): void => {
  const place = keptOf(unlocked.vault);
  if (inspectionId === '') place.running?.abort();
  for (const kept of [place.kept, place.taking]) if (kept?.id === inspectionId) letGoOf(unlocked, kept);
};

/**
 * What is told of dropped files of which at least one is no package, so that it was not kept as one; `beside`: the
 * others.
 */
export const inspectUnsealed = (
  unlocked: Unlocked,
  { count, beside }: { readonly count: number; readonly beside: readonly string[] },
): Inspection => {
  forgetIncoming(unlocked, beside);
  return heldUnread(beginAnew(unlocked), count === 1 ? 'packageUnreadable' : 'partsIncomplete');
};

/** The files in the order of their parts; null when some are missing or do not belong together. */
const inOrder = async (unlocked: Unlocked, paths: readonly string[]): Promise<readonly string[] | null> => {
  const order = await orderFiles(paths, unlocked.vault.keys.receivingIdentities);
  const ordered = order.ok ? order.value : [];
  forgetIncoming(
    unlocked,
    paths.filter((path) => !ordered.includes(path)),
  );
  return order.ok ? ordered : null;
};

/**
 * Judges what was read and keeps it at hand when it is good; its dropped files go otherwise, and what is held is kept
 * for the list of it.
 */
const judgeRead = async (
  unlocked: Unlocked,
  { inspectionId, paths, signal }: Looking,
  read: Result<ReadPackage, AppError<PackageErrorCode>>,
): Promise<Result<Inspection, AppError<'fileUnreadable'>>> => {
  if (!read.ok || signal.aborted) {
    forgetIncoming(unlocked, paths);
    const code = read.ok ? 'cancelled' : read.error.code;
    return isHeldCode(code) ? ok(heldUnread(inspectionId, code)) : fail('fileUnreadable');
  }
  removeLeftovers(unlocked.work);
  const judged = judgePackage(unlocked, read.value);
  if (!judged.ok) {
    const kept = await keepHeld(unlocked, paths, read.value, judged.error);
    forgetIncoming(unlocked, paths);
    return ok(heldView(unlocked, inspectionId, read.value, { ...judged.error, kept }));
  }
  const told = toldOf(judged.value.doubts);
  const isKept = told !== null && (await keepHeld(unlocked, paths, read.value, told));
  keptOf(unlocked.vault).kept = { id: inspectionId, paths, judged: judged.value, changes: changesOf(unlocked) };
  return ok({ ...goodView(unlocked, inspectionId, judged.value), kept: isKept });
};

/**
 * Opens a package, all of its parts, and checks everything; stores nothing. What stands in the way is told as
 * `held`; only a file that cannot be read at all is a failure. The package stays at hand for `takeIn`.
 */
export const inspect = async (
  unlocked: Unlocked,
  paths: readonly string[],
  options: Omit<IncomingOptions, 'signal'> = {},
): Promise<Result<Inspection, AppError<'fileUnreadable'>>> => {
  const inspectionId = beginAnew(unlocked);
  const place = keptOf(unlocked.vault);
  const running = new AbortController();
  const { signal } = running;
  place.running = running;
  const ordered = await inOrder(unlocked, paths);
  if (ordered === null) {
    if (place.running === running) place.running = null;
    return ok(heldUnread(inspectionId, 'partsIncomplete'));
  }
  const read = await readIncoming(ordered, unlocked.vault.keys.receivingIdentities, { ...options, signal });
  return oneAtATime(unlocked, async () => {
    if (place.running === running) place.running = null;
    return judgeRead(unlocked, { inspectionId, paths: ordered, signal }, read);
  });
};

/**
 * Keeps what a person answered to whether those of a like name are one, and judges the package under inspection again
 * by that. The answers count from then on, whatever comes of this package.
 */
export const tellApart = (
  unlocked: Unlocked,
  { inspectionId, same }: { readonly inspectionId: string; readonly same: readonly boolean[] },
): Result<Inspection, AppError<'unknownInspection' | StorageErrorCode>> => {
  const place = keptOf(unlocked.vault);
  const { kept } = place;
  if (kept === null || kept.id !== inspectionId || kept.judged.asked.length !== same.length)
    return fail('unknownInspection');
  const { opened, asked } = kept.judged;
  const told = asked.map((pair, index) => ({ ...pair, same: same[index] === true }));
  const stored = transactRecords(unlocked.vault.records, (tx) => {
    noteTold(unlocked, tx, opened, told);
    return ok(null);
  });
  if (!stored.ok) return stored;
  const isKept = wasHeld(unlocked.vault.records, opened.manifestHash);
  if (isKept) noteWhyNow(unlocked, { manifestHash: opened.manifestHash, code: 'personsAlike' }, opened);
  const judged = judgePackage(unlocked, opened);
  if (!judged.ok) {
    letGoOf(unlocked, kept);
    return ok(heldView(unlocked, inspectionId, opened, { ...judged.error, kept: isKept }));
  }
  place.kept = { ...kept, judged: judged.value, changes: changesOf(unlocked) };
  const isListed = isKept && judged.value.doubts.length > 0;
  return ok({ ...goodView(unlocked, inspectionId, judged.value), kept: isListed });
};

/**
 * Takes in the package under inspection; after a failure of the disk it stays at hand. `accepted`: with acts of a
 * revoked key, on the person's own judgement.
 */
export const takeIn = async (
  unlocked: Unlocked,
  inspectionId: string,
  accepted: boolean,
): Promise<Result<Imported, AppError<ImportError | 'unknownInspection'>>> => {
  const place = keptOf(unlocked.vault);
  const { kept } = place;
  if (kept === null || kept.id !== inspectionId) return fail('unknownInspection');
  place.kept = null;
  place.taking = kept;
  try {
    const imported = await importPackage(unlocked, kept, accepted);
    // Unless it was put away meanwhile, or another one is looked at.
    if (!imported.ok && storageFailures.includes(imported.error.code) && place.taking === kept) place.kept = kept;
    return imported;
  } finally {
    if (place.taking === kept) place.taking = null;
    if (place.kept !== kept) forgetIncoming(unlocked, kept.paths);
  }
};
