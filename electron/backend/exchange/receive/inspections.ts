import { basename } from 'node:path';
import type { HeldCode, Inspection } from '@shared/contract/exchange.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { partiesOf, partyOf, requiredParties } from '@shared/domain/guidance/record.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { employeeNameOf } from '../../case/case-name.ts';
import { findCase } from '../../case/case-rows.ts';
import { loadCase } from '../../case/load-case.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import type { PackageErrorCode } from '../../formats/package/format-failure.ts';
import { orderParts } from '../../formats/package/parts.ts';
import { todayOf } from '../../identity/actor.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { getProfile } from '../../settings/profile.ts';
import { createPerVault } from '../../workspace/per-vault.ts';
import { toCarriedAct } from '../ledger/carried-act.ts';
import { showsRollback } from '../ledger/echo.ts';
import type { Exchange } from '../ledger/exchange.ts';
import { findPackage } from '../ledger/package-rows.ts';
import { toPeer } from '../ledger/peer-view.ts';
import { changesOf, type ImportError, type Imported, type Inspected, importPackage } from './import-package.ts';
import { removeLeftovers } from './incoming-blobs.ts';
import { forgetIncoming } from './incoming-files.ts';
import { judgePackage } from './judge-package.ts';
import type { Held, JudgedPackage } from './judged-package.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type IncomingOptions, type ReadPackage, readIncoming } from './read-incoming.ts';

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

const nothing = {
  mayAccept: false,
  notices: [],
  kind: null,
  packageId: null,
  sender: null,
  createdAt: null,
  caseId: null,
  employeeName: null,
  newCase: false,
  acts: [],
  files: [],
  draftType: null,
  guidance: null,
  confirms: 0,
} satisfies Partial<Inspection>;

const heldUnread = (inspectionId: string, code: HeldCode): Inspection => ({
  inspectionId,
  held: code,
  details: [],
  ...nothing,
});

/** What a person may know of a package that is held: who signed it, if anyone known, and when. */
const heldView = (exchange: Exchange, inspectionId: string, { manifest }: ReadPackage, held: Held): Inspection => {
  const directory = trustedDirectory(exchange.vault.records)?.directory ?? null;
  return {
    ...nothing,
    inspectionId,
    held: held.code,
    details: [...held.details],
    kind: manifest.kind,
    packageId: manifest.packageId,
    sender: toPeer(directory, manifest.sender.key, todayOf(exchange)),
    createdAt: manifest.createdAt,
  };
};

const filesOf = ({ attachments, acts, opened }: JudgedPackage): Inspection['files'] => [
  ...attachments.map(({ name, size }) => ({ name, size, kind: 'attachment' as const })),
  ...opened.manifest.documents.map(({ actHash, sha256 }) => {
    const type = acts.find(({ hash }) => hash === actHash)?.header.type;
    const size = opened.manifest.blobs.find((blob) => blob.sha256 === sha256)?.size ?? 0;
    return { name: (type && documentKindOfAct(type)) ?? '', size, kind: 'document' as const };
  }),
];

const nameOfCase = (exchange: Exchange, { opened, acts }: JudgedPackage): string | null => {
  const { caseId, kind } = opened.manifest;
  if (caseId === null || kind === 'copy') return null;
  if (findCase(exchange.vault.records, caseId) !== undefined) {
    return employeeNameOf(exchange.vault.records, caseId, loadCase(exchange.vault.records, caseId));
  }
  const body = acts.find(({ header }) => header.type === 'caseOpened')?.body;
  return (body?.content as { employee?: { name?: string } } | undefined)?.employee?.name ?? '';
};

/** How many packages of ours it confirms that had no receipt. */
const confirmsOf = ({ vault }: Exchange, { manifest }: ReadPackage): number =>
  (manifest.seen?.received ?? []).filter(({ packageId }) => {
    const sent = findPackage(vault.records, 'out', packageId);
    return sent !== undefined && sent.receivedAt === null && sent.peer === manifest.sender.key;
  }).length;

const goodView = (exchange: Exchange, inspectionId: string, judged: JudgedPackage): Inspection => {
  const { manifest } = judged.opened;
  const rolledBack = showsRollback(exchange.vault.records, manifest);
  return {
    inspectionId,
    held: judged.revoked ? 'actKeyRevoked' : null,
    mayAccept: judged.revoked,
    details: judged.revoked ? revokedNames(judged) : [],
    notices: rolledBack ? [...judged.notices, 'rolledBack'] : [...judged.notices],
    kind: manifest.kind,
    packageId: manifest.packageId,
    sender: toPeer(judged.directory, manifest.sender.key, todayOf(exchange)),
    createdAt: manifest.createdAt,
    caseId: manifest.caseId,
    employeeName: nameOfCase(exchange, judged),
    newCase: manifest.caseId !== null && findCase(exchange.vault.records, manifest.caseId) === undefined,
    acts: judged.acts.filter(({ news }) => news !== 'known').map((act) => toCarriedAct(act, act.form)),
    files: filesOf(judged),
    draftType: judged.draft?.draft.type ?? null,
    guidance: judged.guidance && guidanceView(exchange, judged.guidance),
    confirms: confirmsOf(exchange, judged.opened),
  };
};

const revokedNames = ({ directory, acts, guidance }: JudgedPackage): string[] => [
  ...new Set(
    [...acts.map(({ header }) => header.authorKey), ...(guidance?.signatures.map(({ key }) => key) ?? [])].flatMap(
      (key) => {
        const found = findKey(directory, key);
        return found === undefined || found.key.revoked === null ? [] : [found.entry.person.name];
      },
    ),
  ),
];

/** What a record says of itself before it is taken in. */
const guidanceView = (
  { vault }: Exchange,
  { record, signatures }: NonNullable<JudgedPackage['guidance']>,
): Inspection['guidance'] => {
  const { person } = getProfile(vault.records);
  const own = person === null ? undefined : partyOf(record, person);
  const signed = signatures.map(({ party }) => party);
  return {
    kind: record.content.kind,
    topic: record.topic,
    leader: record.leader.name,
    participants: record.participants.map(({ name }) => name),
    signedBy: signed.map((party) => partiesOf(record)[party]?.name ?? ''),
    asksForMine: own !== undefined && requiredParties(record).includes(own) && !signed.includes(own),
  };
};

const isHeldCode = (code: PackageErrorCode): code is Exclude<PackageErrorCode, 'fileUnreadable' | 'cancelled'> =>
  code !== 'fileUnreadable' && code !== 'cancelled';

const letGoOf = (exchange: Exchange, kept: Kept): void => {
  const place = keptOf(exchange.vault);
  if (place.taking === kept) place.taking = null;
  if (place.kept !== kept) return;
  place.kept = null;
  forgetIncoming(exchange, kept.paths);
};

/** Makes room for the next inspection; gives its id. */
const beginAnew = (exchange: Exchange): string => {
  const place = keptOf(exchange.vault);
  place.running?.abort();
  if (place.kept !== null) letGoOf(exchange, place.kept);
  place.taking = null;
  return toHex(exchange.work.random.bytes(16));
};

/**
 * Lets go of the package under inspection, or of the one that is taken in should that fail, if it is this one. The empty
 * id breaks off what is still being read, which has no id yet. What a page says late of an earlier one does nothing.
 */
export const cancelInspection = (exchange: Exchange, inspectionId: string): void => {
  const place = keptOf(exchange.vault);
  if (inspectionId === '') place.running?.abort();
  for (const kept of [place.kept, place.taking]) if (kept?.id === inspectionId) letGoOf(exchange, kept);
};

/** What is told of dropped files of which at least one is no package, so that it was not kept as one; `beside`: the others. */
export const inspectUnsealed = (
  exchange: Exchange,
  { count, beside }: { readonly count: number; readonly beside: readonly string[] },
): Inspection => {
  forgetIncoming(exchange, beside);
  return heldUnread(beginAnew(exchange), count === 1 ? 'packageUnreadable' : 'partsIncomplete');
};

/** The files in the order of their parts; null when some are missing or do not belong together. */
const inOrder = (exchange: Exchange, paths: readonly string[]): readonly string[] | null => {
  const order = orderParts(paths.map((path) => basename(path)));
  const ordered = order.ok ? order.value.map((index) => paths[index] ?? '') : [];
  forgetIncoming(
    exchange,
    paths.filter((path) => !ordered.includes(path)),
  );
  return order.ok ? ordered : null;
};

/** Judges what was read and keeps it at hand when it is good; its dropped files go otherwise. */
const judgeRead = (
  exchange: Exchange,
  { inspectionId, paths, signal }: Looking,
  read: Result<ReadPackage, AppError<PackageErrorCode>>,
): Result<Inspection, AppError<'fileUnreadable'>> => {
  if (!read.ok || signal.aborted) {
    forgetIncoming(exchange, paths);
    const code = read.ok ? 'cancelled' : read.error.code;
    return isHeldCode(code) ? ok(heldUnread(inspectionId, code)) : fail('fileUnreadable');
  }
  removeLeftovers(exchange.work);
  const judged = judgePackage(exchange, read.value);
  if (!judged.ok) {
    forgetIncoming(exchange, paths);
    return ok(heldView(exchange, inspectionId, read.value, judged.error));
  }
  keptOf(exchange.vault).kept = { id: inspectionId, paths, judged: judged.value, changes: changesOf(exchange) };
  return ok(goodView(exchange, inspectionId, judged.value));
};

/**
 * Opens a package, all of its parts, and checks everything; stores nothing. What stands in the way is told as
 * `held`; only a file that cannot be read at all is a failure. The package stays at hand for `takeIn`.
 */
export const inspect = async (
  exchange: Exchange,
  paths: readonly string[],
  options: Omit<IncomingOptions, 'signal'> = {},
): Promise<Result<Inspection, AppError<'fileUnreadable'>>> => {
  const inspectionId = beginAnew(exchange);
  const place = keptOf(exchange.vault);
  const ordered = inOrder(exchange, paths);
  if (ordered === null) return ok(heldUnread(inspectionId, 'partsIncomplete'));
  const running = new AbortController();
  const { signal } = running;
  place.running = running;
  const read = await readIncoming(ordered, exchange.vault.keys.receivingIdentities, { ...options, signal });
  return oneAtATime(exchange, async () => {
    if (place.running === running) place.running = null;
    return judgeRead(exchange, { inspectionId, paths: ordered, signal }, read);
  });
};

/**
 * Takes in the package under inspection; after a failure of the disk it stays at hand. `accepted`: with acts of a revoked
 * key, on the person's own judgement.
 */
export const takeIn = async (
  exchange: Exchange,
  inspectionId: string,
  accepted: boolean,
): Promise<Result<Imported, AppError<ImportError | 'unknownInspection'>>> => {
  const place = keptOf(exchange.vault);
  const { kept } = place;
  if (kept === null || kept.id !== inspectionId) return fail('unknownInspection');
  place.kept = null;
  place.taking = kept;
  try {
    const imported = await importPackage(exchange, kept, accepted);
    // Unless it was put away meanwhile, or another one is looked at.
    if (!imported.ok && storageFailures.includes(imported.error.code) && place.taking === kept) place.kept = kept;
    return imported;
  } finally {
    if (place.taking === kept) place.taking = null;
    if (place.kept !== kept) forgetIncoming(exchange, kept.paths);
  }
};
